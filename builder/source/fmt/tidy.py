"""The tidying passes: each takes a page and returns its lines, changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from markdown_it.token import Token

from builder.source.fmt.sheet import Sheet
from builder.source.markdown.parser import parser
from builder.source.quiz.number import Bounds, read_bounds

Pass: TypeAlias = Callable[[Sheet], list[str]]

_BOX = re.compile(r"((?:[ \t]|>)*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[X\](?=[ \t]|$)")
_FENCE = re.compile(r"(:{3,})(.*)")


def tidy_blanks(sheet: Sheet) -> list[str]:
    """No blanks at line ends, none but one empty line at the end; two blanks that break a line become a backslash."""
    tokens = _tokens(sheet)
    literal = _literal(tokens, sheet.base)
    breaking = {
        line + sheet.base
        for token in tokens
        if token.type == "inline" and token.map
        for line in range(token.map[0], token.map[1] - 1)
    }
    lines = [line if at in literal else _trim(line, is_breaking=at in breaking) for at, line in enumerate(sheet.lines)]
    while len(lines) > 1 and not lines[-1] and not lines[-2]:
        lines.pop()
    return lines if not lines[-1] else [*lines, ""]


def tidy_boxes(sheet: Sheet) -> list[str]:
    """``[X]`` becomes ``[x]``."""
    literal = _literal(_tokens(sheet), sheet.base)
    return [
        line if at in literal or at < sheet.base else _BOX.sub(r"\1[x]", line) for at, line in enumerate(sheet.lines)
    ]


def tidy_signs(sheet: Sheet) -> list[str]:
    """``±`` in a numerical answer becomes ``+-``."""
    lines = list(sheet.lines)
    for token in _tokens(sheet):
        if token.type == "answer_open" and token.map and isinstance(read_bounds(token.content), Bounds):
            at = token.map[0] + sheet.base
            lines[at] = lines[at].replace("±", "+-")
    return lines


def tidy_fences(sheet: Sheet) -> list[str]:
    """An empty line stands after the line that opens a fence and before the one that closes it."""
    tokens = _tokens(sheet)
    literal = _literal(tokens, sheet.base)
    opened = {token.map[0] + sheet.base for token in tokens if token.type == "colon_fence_open" and token.map}
    out: list[str] = []
    stack: list[str] = []
    after_opening = False
    for at, line in enumerate(sheet.lines):
        match = _FENCE.fullmatch(line) if at not in literal and at >= sheet.base else None
        is_closing = match is not None and not match[2].strip() and stack[-1:] == [match[1]]
        if (after_opening or is_closing) and line and out[-1]:
            out.append("")
        out.append(line)
        after_opening = match is not None and at in opened
        if match is not None and at in opened:
            stack.append(match[1])
        elif is_closing:
            stack.pop()
    return out


PASSES: tuple[Pass, ...] = (tidy_blanks, tidy_boxes, tidy_signs, tidy_fences)


def _tokens(sheet: Sheet) -> list[Token]:
    return parser().parse("\n".join(sheet.lines[sheet.base :]), {"problems": [], "excused": set(), "fence": 0})


def _literal(tokens: list[Token], base: int) -> set[int]:
    """The lines that are to be read as they stand: code."""
    return {
        line + base
        for token in tokens
        if token.type in ("fence", "code_block", "html_block") and token.map
        for line in range(*token.map)
    }


def _trim(line: str, *, is_breaking: bool) -> str:
    trimmed = line.rstrip(" \t")
    return trimmed + "\\" if is_breaking and trimmed and line.endswith("  ") else trimmed
