"""The tidying passes: each takes the lines of a page and returns them changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from markdown_it.token import Token

from builder.source.fmt.sheet import Sheet
from builder.source.markdown.parser import parser
from builder.source.quiz.number import Bounds, read_bounds

_BOX = re.compile(r"((?:[ \t]|>)*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[X\](?=[ \t]|$)")
_FENCE = re.compile(r"(:{3,})(.*)")
_CODE = ("fence", "code_block", "html_block")


@dataclass(frozen=True, slots=True)
class Marks:
    """What the lines of a page are, by index; the passes keep the indices but for the last one, which adds lines."""

    literal: frozenset[int]
    """Lines to be read as they stand: code."""
    breaking: frozenset[int]
    """Lines of a text that goes on in the next line."""
    numeric: frozenset[int]
    """Answer lines that hold a number."""
    opening: frozenset[int]
    """Lines that open a fence."""
    base: int


Pass: TypeAlias = Callable[[list[str], Marks], list[str]]


def read_marks(sheet: Sheet) -> Marks:
    """The marks of a page; of its Markdown only the blocks are read."""
    tokens: list[Token] = []
    environment: dict[str, Any] = {"problems": [], "excused": set(), "fence": 0}
    parser().block.parse("\n".join(sheet.lines[sheet.base :]), parser(), environment, tokens)
    ranges = [(token, token.map[0], token.map[1]) for token in tokens if token.map]
    return Marks(
        _lines(sheet.base, (range(first, last) for token, first, last in ranges if token.type in _CODE)),
        _lines(sheet.base, (range(first, last - 1) for token, first, last in ranges if token.type == "inline")),
        _lines(sheet.base, (range(first, last) for token, first, last in ranges if _is_numeric(token))),
        _lines(sheet.base, (range(first, last) for token, first, last in ranges if token.type == "colon_fence_open")),
        sheet.base,
    )


def _lines(base: int, ranges: Iterable[range]) -> frozenset[int]:
    return frozenset(line + base for each in ranges for line in each)


def _is_numeric(token: Token) -> bool:
    return token.type == "answer_open" and isinstance(read_bounds(token.content), Bounds)


def tidy_blanks(lines: list[str], marks: Marks) -> list[str]:
    """No blanks at line ends, none but one empty line at the end; two blanks that break a line become a backslash."""
    lines = [
        line if at in marks.literal else _trim(line, is_breaking=at in marks.breaking) for at, line in enumerate(lines)
    ]
    while len(lines) > 1 and not lines[-1] and not lines[-2]:
        lines.pop()
    return lines if not lines[-1] else [*lines, ""]


def _trim(line: str, *, is_breaking: bool) -> str:
    trimmed = line.rstrip(" \t")
    return trimmed + "\\" if is_breaking and trimmed and line.endswith("  ") else trimmed


def tidy_boxes(lines: list[str], marks: Marks) -> list[str]:
    """``[X]`` becomes ``[x]``."""
    return [
        line if at in marks.literal or at < marks.base else _BOX.sub(r"\1[x]", line) for at, line in enumerate(lines)
    ]


def tidy_signs(lines: list[str], marks: Marks) -> list[str]:
    """``±`` in a numerical answer becomes ``+-``."""
    return [line.replace("±", "+-") if at in marks.numeric else line for at, line in enumerate(lines)]


def tidy_fences(lines: list[str], marks: Marks) -> list[str]:
    """An empty line stands after the line that opens a fence and before the one that closes it."""
    out: list[str] = []
    stack: list[str] = []
    after_opening = False
    for at, line in enumerate(lines):
        match = _FENCE.fullmatch(line) if at >= marks.base and at not in marks.literal else None
        is_closing = match is not None and not match[2].strip() and stack[-1:] == [match[1]]
        if (after_opening or is_closing) and line and out[-1]:
            out.append("")
        out.append(line)
        after_opening = match is not None and at in marks.opening
        if match is not None and after_opening:
            stack.append(match[1])
        elif is_closing:
            stack.pop()
    return out


PASSES: tuple[Pass, ...] = (tidy_blanks, tidy_boxes, tidy_signs, tidy_fences)
