"""The block rule for answer lines: ``= right`` and ``! wrong``, each with a blockquote as its feedback."""

from __future__ import annotations

from markdown_it import rules_block
from markdown_it.rules_block import StateBlock


def answers(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser's interface
    """A run of answer lines, blank lines between them included."""
    if not _is_answer(state, start):
        return False
    if silent:
        return True
    opening = state.push("answers_open", "", 1)
    opening.map = [start, start + 1]
    line = start
    while line < end and _is_answer(state, line):
        at = state.bMarks[line] + state.tShift[line]
        raw = state.src[at + 1 : state.eMarks[line]]
        token = state.push("answer_open", "", 1)
        token.markup = state.src[at]
        token.content = raw.strip()
        token.map = [line, line + 1]
        token.meta["column"] = at - state.src.rfind("\n", 0, at) - 1
        line = state.line = line + 1
        quote = _feedback(state, line, end)
        if quote >= 0:
            rules_block.blockquote(state, quote, end, False)
            line = state.line
        state.push("answer_close", "", -1)
        following = state.skipEmptyLines(line)
        if following < end and state.sCount[following] >= state.blkIndent and _is_answer(state, following):
            line = following
    state.line = line
    state.push("answers_close", "", -1)
    return True


def _is_answer(state: StateBlock, line: int) -> bool:
    at = state.bMarks[line] + state.tShift[line]
    end = state.eMarks[line]
    if at >= end or state.src[at] not in "=!" or state.is_code_block(line):
        return False
    return at + 1 >= end or state.src[at + 1] in " \t"


def _feedback(state: StateBlock, line: int, end: int) -> int:
    """The line where the feedback of an answer begins, or -1.

    It follows at once, or after blank lines when it is indented.
    """
    first = state.skipEmptyLines(line)
    if first >= end or state.is_code_block(first):
        return -1
    at = state.bMarks[first] + state.tShift[first]
    indent = state.sCount[first] - state.blkIndent
    if state.src[at] != ">" or indent < (0 if first == line else 2):
        return -1
    return first
