"""Codes of building and of the command line: their fixtures hold a ``command`` that runs in the folder of courses."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from builder.cli.main import cli, run
from builder.diagnostics import Severity
from builder.diagnostics.catalogue import catalogue
from builder.diagnostics.tool_codes import INTERNAL
from tests.support.miniature import Fixture, fixtures, write

FIXTURES = [fixture for fixture in fixtures() if "command" in fixture.files]
PLACE = re.compile(r"^(?P<path>.+?)(?P<place>:\d+:\d+)?: (?:error|warning|note) (?P<code>[A-Z]\d{3}) ", re.MULTILINE)
"""A diagnostic as it is printed."""


def unforeseen(*arguments: object, **options: object) -> None:
    raise KeyError("what nobody thought of")


def places(output: str) -> list[str]:
    """The diagnostics of ``output`` as fixtures write them; where the tool itself failed, the line is no matter."""
    return sorted(
        f"{match['path']}{match['place'] or '' if match['code'] != INTERNAL.id else ''} {match['code']}"
        for match in PLACE.finditer(output)
    )


def test_every_code_has_a_fixture() -> None:
    assert [one.code for one in FIXTURES] == [code for code in catalogue() if code.startswith(("B", "J", "K", "Z"))]


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.code)
def test_the_command_yields_what_the_fixture_expects(
    fixture: Fixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {path: data for path, data in fixture.files.items() if path != "command"})
    names = [path.rpartition("/")[2] for path in fixture.files]
    if len({name.lower() for name in names}) < len(names) and (tmp_path / "PROGRAMME.YAML").exists():
        pytest.skip("this file system does not tell capitals apart")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    command = (fixture.files["command"] or b"").decode().split()
    if command == ["unforeseen"]:
        monkeypatch.setattr(cli, "main", unforeseen)
    code = run(command)
    found = places(capsys.readouterr().out)
    if "all" in command:  # several targets say the same of a course
        found = sorted(set(found))
    assert found == sorted(fixture.expect)
    assert code == int(any(catalogue()[line[-4:]].severity is Severity.ERROR for line in found))
