"""The Markdown of pages, as fixtures: source, and the tree with its diagnostics."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from builder.source.markdown.document import Origin, read_document
from tests.support.dump import dump

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "syntax"
_CASE = re.compile(r"^([^\n]+)\n\.\n(.*?)\n\.\n(.*?)\n?^\.$", re.MULTILINE | re.DOTALL)


class Case(NamedTuple):
    title: str
    source: str
    expected: str
    quiz: bool


def cases() -> list[Case]:
    """Every case: a title, then source and result between lines of one dot. Files ``quiz-*`` are pages of kind quiz."""
    found = []
    for file in sorted(FOLDER.glob("*.txt")):
        text = file.read_bytes().decode()
        found += [Case(*match.groups(), file.name.startswith("quiz")) for match in _CASE.finditer(text)]
    return found


def result(source: str, *, quiz: bool) -> str:
    origin = Origin(path="c/en/01-lesson/01-page.md", page="01-lesson/01-page.md", language="en", quiz=quiz)
    document = read_document(source.split("\n"), 0, origin)
    lines = list(dump(document.blocks))
    for number, note in enumerate(document.footnotes, 1):
        lines += [f"note {number}", *dump(note.blocks, 1)]
    lines += [f"! {d.span.line}:{d.span.column}+{d.span.width} {d.code.id}" for d in document.diagnostics]
    return "\n".join(lines)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_syntax(case: Case) -> None:
    assert result(case.source, quiz=case.quiz) == case.expected


def test_fixtures_are_read() -> None:
    assert len(cases()) > 100
