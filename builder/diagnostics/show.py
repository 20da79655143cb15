"""Diagnostics as text, as JSON and as workflow commands. Nothing is read or printed here."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeAlias

from builder.diagnostics.code import Diagnostic, Severity
from builder.model.span import Span

Lines: TypeAlias = Callable[[str], Sequence[str]]
"""The lines of a source file by its path; none for a file that cannot be read."""

TAB = 4
"""A tab leads to the next column that is a multiple of this."""

WINDOW = 100
"""Columns of a source line that are shown: authors write whole paragraphs in one line."""

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
"""Signs that change the direction of what follows them on a terminal."""


def as_text(one: Diagnostic, lines: Lines) -> str:
    """``file:line:column: severity CODE message``, the source line with carets below it, and ``= remedy``."""
    where = f"{place(one.span)}: " if one.span.path else ""
    head = _visible(f"{where}{one.code.severity.value} {one.code.id} {one.message}", 0)
    return "\n".join((head, *_excerpt(one.span, lines), f"      = {_visible(one.remedy, 0)}"))


def as_json(one: Diagnostic) -> str:
    """One line of JSON."""
    return json.dumps(as_record(one), ensure_ascii=False)


def as_record(one: Diagnostic) -> dict[str, str | int]:
    """A diagnostic as plain values."""
    return {
        "path": one.span.path,
        "line": one.span.line,
        "column": one.span.column,
        "width": one.span.width,
        "code": one.code.id,
        "severity": one.code.severity.value,
        "message": one.message,
        "remedy": one.remedy,
    }


def as_github(one: Diagnostic) -> str:
    """A workflow command of GitHub Actions, which shows the diagnostic beside its line."""
    span = one.span
    properties = [f"file={_escaped(span.path, ':,')}"]
    if span.line:
        properties += [f"line={span.line}", f"col={span.column}", f"endColumn={span.column + span.width}"]
    properties.append(f"title={one.code.id}")
    text = _escaped(f"{one.message}\n{one.remedy}")
    return f"::{_GITHUB[one.code.severity]} {','.join(properties)}::{text}"


def place(span: Span) -> str:
    """``file:line:column``, or the file alone when it is meant as a whole."""
    return f"{span.path}:{span.line}:{span.column}" if span.line else span.path


def width_of(text: str) -> int:
    """How many columns ``text`` takes on a terminal: two for a wide character, none for a combining one."""
    return sum(_columns(character) for character in text)


def _excerpt(span: Span, lines: Lines) -> tuple[str, ...]:
    """The source line and the carets below it."""
    source = lines(span.path) if span.line else ()
    if not 0 < span.line <= len(source) or not source[span.line - 1].strip():
        return ()
    line = source[span.line - 1].rstrip("\r\n")
    start = min(max(span.column - 1, 0), len(line))
    end = min(start + max(span.width, 1), max(len(line), start + 1))
    before = _visible(line[max(0, start - 2 * WINDOW) : start], 0)
    marked = _visible(line[start : min(end, start + 2 * WINDOW)], width_of(before))
    after = _visible(line[end : end + 2 * WINDOW], width_of(before + marked))
    before, marked, after = _window(before, marked, after)
    carets = "^" * max(1, width_of(marked))
    return f"{span.line:>5} | {before}{marked}{after}".rstrip(), f"      | {' ' * width_of(before)}{carets}"


def _window(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """The part of a long line around what is marked."""
    if len(before) + len(marked) + len(after) <= WINDOW:
        return before, marked, after
    if len(marked) > WINDOW // 2:
        marked = marked[: WINDOW // 2] + "…"
    room = WINDOW - len(marked)
    if len(before) > room * 2 // 3:
        before = "…" + before[-(room // 2) :]
    left = room - len(before)
    return before, marked, after if len(after) <= left else after[: max(0, left - 1)] + "…"


def _visible(text: str, column: int) -> str:
    """``text`` with tabs as blanks, beginning at ``column``, and signs that would disturb a terminal made visible."""
    shown: list[str] = []
    for character in text:
        if character == "\t":
            sign = " " * (TAB - column % TAB)
        elif character in _TURNING or unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp"):
            sign = "\N{REPLACEMENT CHARACTER}"
        else:
            sign = character
        shown.append(sign)
        column += width_of(sign)
    return "".join(shown)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(sign):02X}" if sign in "%\r\n" + more else sign for sign in text)
