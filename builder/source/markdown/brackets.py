"""The inline rules for what begins with a bracket: gaps, citations, footnote marks, links, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from markdown_it import rules_inline
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline

from builder.diagnostics import DiagnosticCode
from builder.diagnostics.text_codes import CITATION_OPEN, GAP_OPEN, LINK_BLANK, LINK_NESTED, LINK_OPEN, PICTURE_OPEN

Rule = Callable[[StateInline, bool], bool]

# Lengths are bounded so that a line of brackets is read in linear time.
_GAP = re.compile(r"\[\[((?:[^\]\\\n]|\\.|\](?!\])){0,2000})\]\]")
_CITATION = re.compile(r"\[(@[^\[\]\n]{0,500})\]")
_FOOTNOTE = re.compile(r"\[\^([^\s\[\]]{1,100})\]")
_SPACED = re.compile(r"\[([^\[\]\n]{1,200})\][ \t]+\(((?:https?://|mailto:|#|[^()\s]*\.md\b|[^()\s]*/)[^()\s]*)\)")
_BROKEN = re.compile(r"\[[^\[\]\n]{0,200}\]\([^()\n]{0,500}\)?")
_POSITIONED = frozenset(("link_open", "image", "html_inline"))


def positioned(rule: Rule) -> Rule:
    """``rule``, with the offsets of what it read kept in ``map`` of its first token."""

    def read(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's interface
        if silent:
            return rule(state, True)
        start, before = state.pos, len(state.tokens)
        if not rule(state, False):
            return False
        for token in state.tokens[before : before + 2]:
            if token.type in _POSITIONED:
                token.map = [start, state.pos]
                break
        return True

    return read


_link = positioned(rules_inline.link)
_image = positioned(rules_inline.image)


def bracket(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Whatever begins with ``[``."""
    following = state.src[state.pos + 1 : state.pos + 2]
    if following == "[":
        if _leaf(state, silent, "gap", _GAP):
            return True
    elif following == "@":
        if _leaf(state, silent, "citation", _CITATION):
            return True
    elif following == "^" and _leaf(state, silent, "footnote_ref", _FOOTNOTE):
        return True
    if _link(state, silent):
        return True
    return not silent and _stray(state, following)


def picture(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """A picture, or a diagnostic for what is nearly one."""
    if _image(state, silent):
        return True
    if silent or not state.src.startswith("![", state.pos):
        return False
    match = _BROKEN.match(state.src, state.pos + 1, state.posMax)
    return match is not None and _problem(state, 2, match.end(), PICTURE_OPEN)


def _leaf(state: StateInline, silent: bool, kind: str, pattern: re.Pattern[str]) -> bool:  # noqa: FBT001
    start = state.pos
    match = pattern.match(state.src, start, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push(kind, "", 0)
        token.content = match[1]
        token.map = [start, match.end()]
    state.pos = match.end()
    return True


def _stray(state: StateInline, following: str) -> bool:
    """A bracket that opens nothing: look for what the author may have meant."""
    src, start, end = state.src, state.pos, state.posMax
    if following == "@":
        return _problem(state, 1, start + 2, CITATION_OPEN)
    if following == "[" and not state.linkLevel:
        return _problem(state, 1, start + 2, GAP_OPEN)
    match = _SPACED.match(src, start, end)
    if match is not None:
        return _problem(state, 1, match.end(), LINK_BLANK, text=match[1], target=match[2])
    match = _BROKEN.match(src, start, end)
    if match is not None:
        return _problem(state, 1, match.end(), LINK_OPEN)
    label_end = parseLinkLabel(state, start) if "](" in src[start + 1 :] else -1
    if label_end > 0 and src.startswith("](", label_end):
        return _problem(state, 1, label_end + 1, LINK_NESTED)
    return False


def _problem(state: StateInline, length: int, end: int, code: DiagnosticCode, **values: Any) -> bool:
    """Leave a token that becomes a diagnostic; the ``length`` characters it takes stay as text."""
    start = state.pos
    token = state.push("problem", "", 0)
    token.content = state.src[start : start + length]
    token.map = [start, end]
    token.meta = {"code": code, "values": values}
    state.pos = start + length
    return True
