"""Block rules for paragraphs and headings: setext underlines, attributes in braces, boxes to tick."""

from __future__ import annotations

import re

from markdown_it import rules_block
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from builder.source.markdown.attributes import split_attributes

_BOX = re.compile(r"\[([ xX])\](?:[ \t]+|$)")
_BOXLIKE = re.compile(r"\[\s*[xX\u2713\u2714\u2717\u2718*]?\s*\](?![(\[])")
_REFERENCE_BOX = re.compile(r"\[[ xX@]")
_ALLOWED = re.compile(r"</?(?:br|sub|sup|abbr)\b", re.IGNORECASE)


def text(state: StateBlock, start: int, _end: int, _silent: bool) -> bool:  # noqa: FBT001 - the parser's interface
    """A paragraph, or a setext heading: both in one pass over its lines.

    Differs from the stock rules in that one ``=`` is no underline (it is an answer line).
    """
    (ends,) = state.md.block.ruler.getRules("paragraph")
    outer, state.parentType = state.parentType, "paragraph"
    line, last, level = start + 1, state.lineMax, 0
    while line < last and not state.isEmpty(line):
        indent = state.sCount[line]
        if indent >= 0 and indent - state.blkIndent <= 3:
            if indent >= state.blkIndent:
                level = _underline(state, line)
                if level:
                    break
            if ends(state, line, last, True):
                break
        line += 1
    state.parentType = outer
    content = state.getLines(start, line, state.blkIndent, False).strip()
    if level and content:
        _heading(state, start, line + 1, level, content)
        state.tokens[-3].info = "setext"
        return True
    state.line = line
    token = state.push("paragraph_open", "p", 1)
    token.map = [start, line]
    inline = state.push("inline", "", 0)
    inline.content = content
    inline.map = [start, line]
    inline.children = []
    state.push("paragraph_close", "p", -1)
    if content.startswith("[") and len(state.tokens) > 3 and state.tokens[-4].type == "list_item_open":
        _box(state.tokens[-4], inline)
    return True


def _underline(state: StateBlock, line: int) -> int:
    at = state.bMarks[line] + state.tShift[line]
    sign = state.src[at]
    if sign not in "-=":
        return 0
    marks = state.src[at : state.eMarks[line]].rstrip(" \t")
    if marks.strip(sign) or marks == "=":
        return 0
    return 1 if sign == "=" else 2


def _box(item: Token, inline: Token) -> None:
    """Take the box off the text of a list item and note on the item what it says."""
    match = _BOX.match(inline.content)
    if match is None:
        match = _BOXLIKE.match(inline.content)
        if match is None:
            return
        item.meta["problem"] = match[0]
    item.meta["checked"] = match[0].strip("[] \t") != ""
    inline.content = inline.content[match.end() :]


def _heading(state: StateBlock, start: int, end: int, level: int, content: str) -> None:
    content, attributes = split_attributes(content)
    state.line = end
    token = state.push("heading_open", f"h{level}", 1)
    token.map = [start, end]
    token.meta = {"level": level, "attributes": attributes}
    inline = state.push("inline", "", 0)
    inline.content = content
    inline.map = [start, end]
    inline.children = []
    state.push("heading_close", f"h{level}", -1)


def heading(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001
    """A heading with ``#`` signs, its attributes cut off."""
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("#", at) or state.is_code_block(start):
        return False
    line = state.src[at : state.eMarks[start]]
    level = len(line) - len(line.lstrip("#"))
    rest = line[level:]
    if level > 6 or (rest and rest[0] not in " \t"):
        return False
    if silent:
        return True
    content = rest.strip()
    closing = content.rstrip("#")
    if closing != content and (not closing or closing[-1] in " \t"):
        content = closing.rstrip()
    _heading(state, start, start + 1, level, content)
    begin = state.src.rfind("\n", 0, at) + 1
    state.tokens[-2].meta["column"] = at - begin + level + len(rest) - len(rest.lstrip())
    return True


def reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """A link reference definition; ``[x]: text`` and ``[@EV-01]: text`` are none."""
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("[", at) or _REFERENCE_BOX.match(state.src, at):
        return False
    return rules_block.reference(state, start, end, silent)


def html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """A block of HTML; one that begins with an allowed element is a paragraph."""
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("<", at) or _ALLOWED.match(state.src, at):
        return False
    return rules_block.html_block(state, start, end, silent)
