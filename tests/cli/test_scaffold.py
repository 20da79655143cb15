"""The pieces that ``coursewright new`` is made of."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.cli.scaffold import first_objective, free_id, ids_in, next_number, quoted, slug, with_course


@given(st.text())
def test_a_quoted_text_is_yaml(text: str) -> None:
    plain = "".join(sign for sign in text if sign.isprintable())
    assert yaml.safe_load(f"title: {quoted(plain)}") == {"title": plain}


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Why This Matters?", "why-this-matters"),
        ("Égalité & commerce", "egalite-commerce"),
        ("101 ways", "page-101-ways"),
        ("Торговля", "page"),
        ("", "page"),
        ("a" * 80, "a" * 48),
    ],
)
def test_slug(title: str, made: str) -> None:
    assert slug(title, "page") == made


def test_free_id() -> None:
    assert free_id("a", set()) == "a"
    assert free_id("a", {"a", "a-2"}) == "a-3"


def test_ids_and_numbers_and_objectives_are_found(tmp_path: Path) -> None:
    assert next_number(tmp_path) == "01"
    assert first_objective(tmp_path) == ""
    (tmp_path / "07-a.md").write_text("---\nid: p-a\n---\n## Q {#q-a .x}\n[x](#q-b)\n")
    (tmp_path / "12-b").mkdir()
    (tmp_path / "12-b" / "lesson.yaml").write_text("id: 'l-b'\n")
    (tmp_path / "course.yaml").write_text("id: c\nobjectives:\n  O7: a\n  O1: b\n")
    assert ids_in(tmp_path) == {"p-a", "q-a", "l-b", "c"}
    assert next_number(tmp_path) == "13"
    assert first_objective(tmp_path) == "O7"
    (tmp_path / "course.yaml").write_text("objectives: [\n")
    assert first_objective(tmp_path) == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("courses: []\nurl: x\n", "courses: [new]\nurl: x\n"),
        ("courses: [a, b] # two\n", "courses: [a, b, new] # two\n"),
        ("courses: [\n  a,\n  b\n]\n", "courses: [\n  a,\n  b, new\n]\n"),
        ("courses:\n  - a\n  - b # why\nurl: x\n", "courses:\n  - a\n  - b # why\n  - new\nurl: x\n"),
        ("courses:\n- a", "courses:\n- a\n- new"),
        ("courses: a\n", None),
        ("id: x\n", None),
        ("- a\n", None),
        ("courses: [\n", None),
    ],
)
def test_a_course_is_entered_and_nothing_else_changes(before: str, after: str | None) -> None:
    assert with_course(before, "new") == after
