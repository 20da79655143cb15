"""docs/explanation/what-survives.md says what these tests show, and no more."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from tests.support.survival import FILE, TESTS, rows, text

LEAST = 28
"""Faults that there have to be at least."""


def test_the_page_is_made_of_the_tests() -> None:
    assert FILE.read_text("utf-8") == text(), "run: python -m tests.support.survival"


def test_every_fault_has_a_row_of_its_own() -> None:
    assert len({row.what for row in rows()}) == len(rows()) >= LEAST
    assert {name for row in rows() for name in row.formats} == {"scorm12", "scorm2004", "none"}
    assert not [row for row in rows() if not row.sees or not row.work or "|" in row.what + row.sees + row.work]


def test_every_test_has_a_row() -> None:
    here = Path(__file__)
    for file in sorted(here.parent.glob("test_*.py")):
        if file != here:
            tests = vars(import_module(f"{TESTS}.{file.stem}"))
            assert not [name for name in tests if name.startswith("test_") and not hasattr(tests[name], "row")]
