"""Pairs of questions across the courses of a programme, and the pages that questions lead back to."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.check import check_course
from builder.source.load import load_course, load_programme
from tests.support.miniature import MINIATURE, write

PROGRAMME = MINIATURE["programme.yaml"].replace("[c]", "[d, c]").replace("[en]", "[en, fr]")


def found(root: Path, attributes: str, other: str = "q-there", language: str = "en") -> list[str]:
    """Codes for a question with ``attributes`` in a programme whose other course asks ``other`` in one language."""
    quiz = "---\nid: p-{}\ntitle: Quiz\nobjective: O1\nkind: quiz\n---\n\n## What? {{{}}}\n\n- [x] This\n- [ ] That\n"
    files = {
        "programme.yaml": PROGRAMME,
        "d/course.yaml": "id: d\ntitle: Before\ndescription: Before.\nobjectives: {O1: Begin}\n",
        f"d/{language}/01-first/01-quiz.md": quiz.format("other", f"#{other} .single objective=O1"),
        "c/en/01-lesson/02-quiz.md": quiz.format("mine", f"#q-mine {attributes}"),
    }
    write(root, files)
    (root / "d" / "notes.md").write_bytes(b"\xff")
    programme, _ = load_programme(root)
    assert programme is not None
    course, _ = load_course(programme, "c", "en")
    assert course is not None
    codes = (one.code.id for one in check_course(course, programme))
    return [code for code in codes if code in ("O106", "O107", "O108")]


@pytest.mark.parametrize(
    ("attributes", "codes"),
    [
        ("parallel=q-there", []),
        ("parallel=q-mine", ["O106"]),
        ("parallel=q-nowhere", ["O106"]),
        ("see=p-page", []),
        ("see=p-mine", []),
        ("see=p-other", ["O107"]),
        ("see=p-nowhere", ["O107"]),
    ],
)
def test_what_is_named_exists(tmp_path: Path, attributes: str, codes: list[str]) -> None:
    assert found(tmp_path, attributes) == codes


def test_a_question_that_bears_the_same_id_elsewhere_is_not_its_own_counterpart(tmp_path: Path) -> None:
    assert found(tmp_path, "parallel=q-mine", other="q-mine") == ["O106"]


def test_a_question_in_another_language_only_is_none(tmp_path: Path) -> None:
    # English is the source here: what stands in French alone stands nowhere.
    assert found(tmp_path, "parallel=q-there", language="fr") == ["O106"]
