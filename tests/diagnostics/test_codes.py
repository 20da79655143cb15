"""Every diagnostic code has a fixture, and every fixture yields exactly the diagnostics it lists."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from builder.diagnostics.catalogue import catalogue
from tests.support.examine import examine, place
from tests.support.miniature import Fixture, read_fixture, write
from tests.support.outcome import fixtures_by_code, outcome

FIXTURES = fixtures_by_code()
SOURCES = [fixture for fixture in FIXTURES.values() if "command" not in fixture.files]
"""Those that reading and checking show; tests/cli/test_tool_codes.py runs the others."""


@pytest.mark.parametrize("code", catalogue())
def test_code_has_a_fixture(code: str) -> None:
    assert code in FIXTURES, f"write tests/fixtures/diagnostics/{code}.txt"


@pytest.mark.parametrize("fixture", SOURCES, ids=lambda fixture: fixture.code)
def test_fixture_yields_what_it_expects(fixture: Fixture) -> None:
    assert fixture.code in catalogue(), "no code of this name"
    assert any(line.endswith(f" {fixture.code}") for line in fixture.expect)
    found = outcome(fixture.code)
    assert tuple(sorted(place(diagnostic) for diagnostic in found)) == fixture.expect
    for diagnostic in found:
        assert diagnostic.message.strip()
        assert diagnostic.remedy.strip()


@pytest.mark.parametrize("code", catalogue())
def test_code_is_well_formed(code: str) -> None:
    entry = catalogue()[code]
    assert re.fullmatch(r"[A-Z]\d{3}", code)
    for text in (entry.summary, entry.remedy):
        assert "\n" not in text
        list(string.Formatter().parse(text))
    assert entry.explanation.endswith(".")


def test_minimal_course_is_valid(tmp_path: Path) -> None:
    assert examine(write(tmp_path)) == []


def test_fixture_options() -> None:
    fixture = read_fixture(
        "X000",
        "What.\n=== a absent\n=== b size=4\nx\n=== c encoding=latin-1\n\xe9\n\\=== d\n=== expect\nb:1:1 X000\na X000\n",
    )
    assert fixture.files == {"a": None, "b": b"x\n  ", "c": b"\xe9\n=== d\n"}
    assert fixture.expect == ("a X000", "b:1:1 X000")


@pytest.mark.parametrize("text", ["", "What.\n=== expect", "What.\n=== a\ntext\n", "Two\nlines.\n=== expect\na X000\n"])
def test_unreadable_fixture(text: str) -> None:
    with pytest.raises(ValueError, match="expect"):
        read_fixture("X000", text)
