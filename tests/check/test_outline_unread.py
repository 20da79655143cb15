"""A mistake in the file of an activity, or in the outline as a whole, is told once, where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.check import check_classroom
from builder.diagnostics import Diagnostic
from builder.source.classroom import load_classroom
from builder.source.outline import NAME
from tests.support.outlines import Bench, bench_in

OUTLINE = """id: whole
title: Whole
sections:
  - {id: s, title: S, entries: [text, chat, consent, poll, label, words, measures, work, ungraded,
     {course: c}, {course: d}, {course: e}]}
"""


def found_in(bench: Bench, outline: str = OUTLINE) -> list[Diagnostic]:
    """All that reading and checking the whole finds."""
    (Path(bench.programme.root) / NAME).write_text(outline, encoding="utf-8")
    classroom, found = load_classroom(bench.programme, "en", bench.courses)
    assert classroom is not None
    return found + check_classroom(classroom, bench.programme)


def codes(found: list[Diagnostic]) -> list[str]:
    return [one.code.id for one in found]


@pytest.fixture
def own(tmp_path: Path) -> Bench:
    return bench_in(tmp_path / "own")


def test_nothing_is_said_of_the_outline(own: Bench) -> None:
    assert codes(found_in(own)) == []


@pytest.mark.parametrize(
    ("front", "found"),
    [
        ("id: text\ntitle: Text: the first\nkind: page", ["Y203"]),
        ("id: text\ntitle: Text\nkind: pgae\nthanks: Thank you.", ["Y214"]),
    ],
)
def test_a_file_that_cannot_be_read_is_not_missing_as_well(own: Bench, front: str, found: list[str]) -> None:
    file = Path(own.programme.root, "activities/en/text.md")
    file.write_text(f"---\n{front}\n---\n\n## How? {{#s-how .text}}\n", encoding="utf-8")
    assert codes(found_in(own)) == found


def test_a_file_that_is_named_in_place_of_its_id_says_so(own: Bench) -> None:
    file = Path(own.programme.root, "activities/en/text.md")
    file.write_text("---\nid: words-first\ntitle: Text\nkind: page\n---\n\nText.\n", encoding="utf-8")
    (one,) = found_in(own)
    assert one.code.id == "U201"
    assert one.remedy == "In `activities/en/text.md` stands `id: words-first`: write that here, or `id: text` there."


@pytest.mark.parametrize("outline", ["", "# soon\n", "id: whole\ntitle: Whole\nsections: none\n"])
def test_an_outline_without_sections_leaves_nothing_out(own: Bench, outline: str) -> None:
    assert set(codes(found_in(own, outline))) <= {"Y211", "Y213"}
