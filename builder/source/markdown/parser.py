"""The configured Markdown parser: CommonMark, tables, footnotes, definition lists and our own rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from markdown_it import MarkdownIt, rules_inline
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

from builder.source.markdown import blocks
from builder.source.markdown.answers import answers
from builder.source.markdown.brackets import Rule, bracket, picture, positioned
from builder.source.markdown.fences import fences

NESTING = 40
"""Levels of blocks within blocks; a list and its item are one level each."""

_autolink = positioned(rules_inline.autolink)
_html = positioned(rules_inline.html_inline)


def _angle(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's interface
    return _autolink(state, silent) or _html(state, silent)


_RULES: Mapping[str, Rule] = {
    "\n": rules_inline.newline,
    "\\": rules_inline.escape,
    "`": rules_inline.backtick,
    "*": rules_inline.emphasis.tokenize,
    "_": rules_inline.emphasis.tokenize,
    "[": bracket,
    "!": picture,
    "<": _angle,
    "&": rules_inline.entity,
}
# Every rule needs its own first character, so one lookup replaces the trial of all of them at each sign.
_STOP = re.compile(r"[\n\\`*_\[\]!<&]")


def _markup(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    rule = _RULES.get(state.src[state.pos])
    return rule is not None and rule(state, silent)


class _Parser(MarkdownIt):
    """Leaves targets of links as written: they are checked and resolved with their places known."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser's names
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002
        return True


@cache
def parser() -> MarkdownIt:
    """The parser, made once a process. ``env`` must hold ``problems``, ``excused`` and ``fence`` (see ``fences``)."""
    md = _Parser("commonmark", {"maxNesting": NESTING})
    md.core.ruler.enableOnly(["block", "inline"])
    rules = md.block.ruler
    md.use(deflist_plugin)
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    rules.enable("table")
    rules.before("table", "colon_fence", fences, interrupts)
    rules.before("table", "answers", answers, interrupts)
    rules.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    rules.at("reference", blocks.reference)
    rules.at("html_block", blocks.html_block, {"alt": ["paragraph", "reference", "blockquote"]})
    rules.at("heading", blocks.heading, {"alt": ["paragraph", "reference", "blockquote"]})
    rules.at("paragraph", blocks.text)
    rules.disable("lheading")
    md.inline.ruler.enableOnly(["text"])
    md.inline.ruler.push("markup", _markup)
    md.inline.terminator_re = _STOP
    return md
