from __future__ import annotations

import json
import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.diagnostics import error, warning
from builder.diagnostics.code import Diagnostic
from builder.diagnostics.show import WINDOW, as_github, as_json, as_text, width_of
from builder.model.span import Span

CODE = error("X101", "There is no page `{target}`.", "Write the path{hint}.", "Because.")
NOTE = warning("X102", "Odd.", "Look.", "Because.")


def found(line: int = 1, column: int = 1, width: int = 1, path: str = "c/en/a.md") -> Diagnostic:
    return CODE.at(Span(path, line, column, width), target="b.md", hint="")


def shown(text: str, column: int, width: int) -> tuple[str, str]:
    """The source line and the caret line as printed, without their margin."""
    _, line, carets, _ = as_text(found(1, column, width), lambda _: [text]).split("\n")
    assert line.startswith("    1 | ")
    assert carets.startswith("      | ")
    return line[8:], carets[8:]


def test_text() -> None:
    assert as_text(found(2, 5, 9), lambda path: ["", f"See [b](b.md) in {path}."]) == (
        "c/en/a.md:2:5: error X101 There is no page `b.md`.\n"
        "    2 | See [b](b.md) in c/en/a.md.\n"
        "      |     ^^^^^^^^^\n"
        "      = Write the path."
    )


@pytest.mark.parametrize(
    ("text", "column", "width", "line", "carets"),
    [
        ("ab", 1, 1, "ab", "^"),
        ("a\tb", 3, 1, "a   b", "    ^"),
        ("\t\tb", 2, 1, "        b", "    ^^^^"),
        ("\u4e2d\u6587 [x](y)", 4, 6, "\u4e2d\u6587 [x](y)", "     ^^^^^^"),
        ("\u4e2d\u6587", 2, 1, "\u4e2d\u6587", "  ^^"),
        ("e\u0301t [x]", 5, 3, "e\u0301t [x]", "   ^^^"),
        ("a\u200bb", 3, 1, "a\u200bb", " ^"),
        ("ab", 3, 1, "ab", "  ^"),
        ("ab", 90, 5, "ab", "  ^"),
        ("a\x07b", 3, 1, "a\ufffdb", "  ^"),
        ("a\u202eb", 3, 1, "a\ufffdb", "  ^"),
        ("end\r\n", 1, 3, "end", "^^^"),
    ],
)
def test_caret_stands_below_what_is_meant(text: str, column: int, width: int, line: str, carets: str) -> None:
    assert shown(text, column, width) == (line, carets)


@pytest.mark.parametrize("column", [1, 150, 399])
def test_long_lines_are_cut_around_the_place(column: int) -> None:
    text = "x" * (column - 1) + "HERE" + "y" * (400 - column)
    line, carets = shown(text, column, 4)
    assert len(line) <= WINDOW + 1
    assert line[carets.index("^") : carets.index("^") + 4] == "HERE"


def test_a_line_without_end_takes_no_time() -> None:
    text = "x" * 500_000 + "HERE" + "y" * 500_000
    start = process_time()
    for _ in range(300):
        line, carets = shown(text, 500_001, 4)
    assert line[carets.index("^") : carets.index("^") + 4] == "HERE"
    assert process_time() - start < 3  # 0.1 s on a quiet machine


def test_without_a_line() -> None:
    whole = "c/en/a.md: error X101 There is no page `b.md`.\n      = Write the path."
    assert as_text(found(0), lambda _: ["text"]) == whole
    head, *_ = whole.split(":")
    for lines in ([], ["", "text"]):
        assert as_text(found(1), lambda _, lines=lines: lines).count("\n") == 1
    assert head == "c/en/a.md"


def test_json() -> None:
    text = as_json(found(2, 5, 9, "c/\u00e9.md"))
    assert "\n" not in text
    assert json.loads(text) == {
        "path": "c/\u00e9.md",
        "line": 2,
        "column": 5,
        "width": 9,
        "code": "X101",
        "severity": "error",
        "message": "There is no page `b.md`.",
        "remedy": "Write the path.",
    }


def test_github() -> None:
    assert as_github(found(2, 5, 9, "a,b:c%.md")) == (
        "::error file=a%2Cb%3Ac%25.md,line=2,col=5,endColumn=14,title=X101::There is no page `b.md`.%0AWrite the path."
    )
    assert as_github(NOTE.at(Span("a.md", 0))) == "::warning file=a.md,title=X102::Odd.%0ALook."


@given(st.text(max_size=200), st.integers(0, 250), st.integers(0, 250))
def test_any_line_can_be_shown(text: str, column: int, width: int) -> None:
    printed = as_text(found(1, column, width), lambda _: text.split("\n"))
    assert all(unicodedata.category(sign) != "Cc" or sign == "\n" for sign in printed)
    assert printed.count("\n") in (1, 3)
    assert width_of(printed) >= 0
