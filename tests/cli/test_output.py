"""How diagnostics and the closing table are printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.cli.output import show_all, show_report, summary
from builder.cli.table import table
from builder.diagnostics import Diagnostic, error, warning
from builder.model.span import Span
from builder.packing import Made
from builder.pipeline import Order, Report

WRONG = error("X901", "`{name}` is not known.", "Write `b`.", "Because.")
ODD = warning("X902", "Odd.", "Leave it.", "Because.")

MADE = Made(
    file="c-en-scorm12.zip",
    package="c",
    language="en",
    target="scorm12",
    size=12_345,
    pages=1,
    questions=20,
    state=812,
    state_limit=4096,
    first_page=16_000,
    digest="ab" * 32,
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "courses").mkdir()
    (tmp_path / "courses" / "a.md").write_text("one\n\ttwo words\n", "utf-8")
    return tmp_path


def found(line: int = 2, column: int = 6, width: int = 5) -> Diagnostic:
    return WRONG.at(Span("a.md", line, column, width), name="words")


def test_text_shows_the_line_the_place_and_the_way_out(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show_all([found()], str(here / "courses"), "text")
    assert capsys.readouterr().out == (
        "courses/a.md:2:6: error X901 `words` is not known.\n"
        "    2 |     two words\n"
        "      |         ^^^^^\n"
        "      = Write `b`.\n"
    )


@pytest.mark.parametrize("diagnostic", [found(0), found(99), found(2, 99, 99), WRONG.at(Span("no.md", 3), name="x")])
def test_text_survives_any_place(here: Path, diagnostic: Diagnostic, capsys: pytest.CaptureFixture[str]) -> None:
    show_all([diagnostic], str(here / "courses"), "text")
    assert "X901" in capsys.readouterr().out


def test_json_is_one_object(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = Report((MADE,), (found(),), failed=True)
    show_report(report, Order(root=str(here / "courses")), "json")
    read = json.loads(capsys.readouterr().out)
    assert read["diagnostics"] == [
        {
            "path": "courses/a.md",
            "line": 2,
            "column": 6,
            "width": 5,
            "code": "X901",
            "severity": "error",
            "message": "`words` is not known.",
            "remedy": "Write `b`.",
        }
    ]
    assert read["packages"][0]["digest"] == "ab" * 32


@pytest.mark.parametrize("break_", ["\u2028", "\x0b", "\x85"])
def test_lines_are_counted_as_readers_count_them(here: Path, break_: str, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "courses" / "a.md").write_bytes(f"one{break_}more\r\n\ttwo words\r".encode())
    show_all([found()], str(here / "courses"), "text")
    assert "    2 |     two words\n" in capsys.readouterr().out


def test_a_terminal_is_not_disturbed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "courses" / "a.md").write_text("one\ntwo \u202ewords\u202c\n", "utf-8")
    show_all([WRONG.at(Span("a.md", 2, 5, 7), name="\x1b[31m\u202ewords")], str(here / "courses"), "text")
    assert not set("\x1b\u202e\u202c") & set(capsys.readouterr().out)


def test_github_escapes(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = WRONG.at(Span("a,b:c.md", 2, 6, 5), name="50%\nx")
    show_all([one], str(here / "courses"), "github")
    assert capsys.readouterr().out == (
        "::error file=courses/a%2Cb%3Ac.md,line=2,col=6,endColumn=11,title=X901::"
        "`50%25%0Ax` is not known.%0AWrite `b`.\n"
    )


def test_summary() -> None:
    odd = ODD.at(Span("a", 1))
    assert summary([]) == "No errors, no warnings."
    assert summary([odd, found(), found()]) == "2 errors, 1 warning"


def test_table() -> None:
    lines = table([MADE]).splitlines()
    assert lines[0].split() == "package size pages questions state first page at 128 kbit/s".split()  # noqa: SIM905
    assert lines[1].split() == [
        "c-en-scorm12.zip",
        "12.3",
        "KB",
        "1",
        "20",
        "812",
        "of",
        "4,096",
        "16.0",
        "KB",
        "1.0",
        "s",
    ]
    assert lines[2] == f"  sha256 {'ab' * 32}"
