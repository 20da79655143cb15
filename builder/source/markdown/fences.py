"""The block rule for colon fences: ``::: name Title {attributes}`` to ``:::``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from markdown_it.rules_block import StateBlock

from builder.diagnostics import DiagnosticCode
from builder.diagnostics.text_codes import FENCE_LENGTH, FENCE_NAMELESS, FENCE_NESTED, FENCE_OPEN, FENCE_STRAY
from builder.source.markdown.attributes import split_attributes

_NAME = re.compile(r"[ \t]*([A-Za-z][\w-]*)?[ \t]*")
_CODE = re.compile(r"(`{3,}|~{3,})")


class BlockProblem(NamedTuple):
    """A mistake found by a block rule; line and column count from 0."""

    code: DiagnosticCode
    line: int
    column: int
    width: int
    values: dict[str, Any]


class Close(NamedTuple):
    """Where a fence ends: the line its content stops before, and the line to go on with."""

    line: int
    after: int
    broken: bool = False


def fences(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser's interface
    """A fence with all it holds, or a closing line that closes nothing."""
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(":::", at) or state.is_code_block(start):
        return False
    if silent:
        return True
    colons, rest = _parts(state, start)
    if not rest:
        if start not in state.env["excused"]:
            _report(state, start, FENCE_STRAY)
        state.line = start + 1
        return True
    close = _find_close(state, start, end, colons)
    _open(state, start, colons, broken=close.broken)
    outer = state.parentType, state.lineMax, state.env["fence"]
    state.parentType, state.lineMax, state.env["fence"] = "fence", close.line, colons
    state.md.block.tokenize(state, start + 1, close.line)
    state.parentType, state.lineMax, state.env["fence"] = outer
    state.push("colon_fence_close", "", -1)
    state.line = close.after
    return True


def _parts(state: StateBlock, line: int) -> tuple[int, str]:
    """How many colons open the line, and what stands behind them."""
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    rest = text.lstrip(":")
    return len(text) - len(rest), rest.strip()


def _open(state: StateBlock, start: int, colons: int, *, broken: bool) -> None:
    """The opening token, followed by the title as an inline token if there is one."""
    at = state.bMarks[start] + state.tShift[start]
    raw = state.src[at : state.eMarks[start]].rstrip()
    text, attributes = split_attributes(raw)
    match = _NAME.match(text, colons)
    name = (match and match[1]) or ""
    title_at = match.end() if match else colons
    column = _column(state, start)
    token = state.push("colon_fence_open", "", 1)
    token.map = [start, start + 1]
    token.info = name
    token.meta = {"attributes": attributes, "column": column, "width": len(raw), "broken": broken}
    outer = state.env["fence"]
    if not name:
        _report(state, start, FENCE_NAMELESS)
    elif outer and colons >= outer:
        _report(state, start, FENCE_NESTED, outer=outer, more=colons + 1)
    title = text[title_at:].strip()
    if title:
        inline = state.push("inline", "", 0)
        inline.content = title
        inline.map = [start, start + 1]
        inline.meta["column"] = column + title_at
        inline.children = []
        token.meta["title"] = title


def _find_close(state: StateBlock, start: int, end: int, colons: int) -> Close:
    """Find the closing line. A fence without one is taken to end after its opening line, so that one mistake
    is one diagnostic.
    """
    inner: list[int] = []
    wrong, outdented = -1, -1
    for line in _colon_lines(state, start + 1, end):
        if state.sCount[line] < state.blkIndent:
            outdented = line
            break
        count, rest = _parts(state, line)
        if rest:
            inner.append(count)
        elif count in inner:
            while inner.pop() != count:
                pass
        elif count == colons:
            return Close(line, line + 1)
        elif wrong < 0:
            wrong = line
    if wrong >= 0:
        found = _parts(state, wrong)[0]
        _report(state, wrong, FENCE_LENGTH, found=found, wanted=colons, colons=":" * colons)
        return Close(wrong, wrong + 1)
    return _unclosed(state, start, colons, outdented)


def _colon_lines(state: StateBlock, start: int, end: int) -> Iterator[int]:
    """The lines that begin with three colons, outside code, and the first that leaves the list item or quotation."""
    code = ""
    for line in range(start, end):
        if state.isEmpty(line):
            continue
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
        if state.sCount[line] < state.blkIndent:
            yield line
            return
        if code:
            if text.startswith(code) and not text.strip(code[0] + " \t"):
                code = ""
        elif fence := _CODE.match(text):
            code = fence[1]
        elif text.startswith(":::") and not state.is_code_block(line):
            yield line


def _unclosed(state: StateBlock, start: int, colons: int, outdented: int) -> Close:
    indented = ""
    if outdented >= 0 and _parts(state, outdented) == (colons, ""):
        state.env["excused"].add(outdented)
        indented = f", indented by {state.blkIndent} blanks like the opening line"
    _report(state, start, FENCE_OPEN, colons=":" * colons, indented=indented)
    return Close(start + 1, start + 1, broken=True)


def _column(state: StateBlock, line: int) -> int:
    at = state.bMarks[line] + state.tShift[line]
    return at - state.src.rfind("\n", 0, at) - 1


def _report(state: StateBlock, line: int, code: DiagnosticCode, **values: Any) -> None:
    width = state.eMarks[line] - state.bMarks[line] - state.tShift[line]
    state.env["problems"].append(BlockProblem(code, line, _column(state, line), width, values))
