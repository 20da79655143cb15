"""The configured Markdown parser: CommonMark, tables, footnotes, definition lists and our own rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from markdown_it import MarkdownIt, rules_inline
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

from builder.source.markdown import blocks
from builder.source.markdown.answers import answers
from builder.source.markdown.brackets import Rule, bracket, picture, positioned
from builder.source.markdown.fences import fences
from builder.source.markdown.starts import Starts

NESTING = 40
"""Levels of blocks within blocks; a list and its item are one level each."""

_autolink = positioned(rules_inline.autolink)
_html = positioned(rules_inline.html_inline)


def _angle(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's interface
    return _autolink(state, silent) or _html(state, silent)


def _newline(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """A line's end as a blank, which it is in all we write, or a break where two blanks stand before it."""
    if not silent:
        pending = state.pending
        if pending.endswith("  "):
            return rules_inline.newline(state, False)
        if not pending.endswith(" "):
            state.pending = f"{pending} "
    blanks = _BLANKS.match(state.src, state.pos + 1, state.posMax)
    state.pos = blanks.end() if blanks else state.pos + 1
    return True


_RULES: Mapping[str, Rule] = {
    "\n": _newline,
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
_SIGN = re.compile(r"[\\`*_\[\]!<&]")
_BLANKS = re.compile(r"[ \t]*")
_MARKUP = re.compile(r"[\\`*_\[<&]|  \n")
_BREAK = re.compile(r" ?\n[ \t]*")


def _markup(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    rule = _RULES.get(state.src[state.pos])
    return rule is not None and rule(state, silent)


class _Inlines(ParserInline):
    """Goes from sign to sign and leaves out the passes over tokens that this text or our reader does not need."""

    def tokenize(self, state: StateInline) -> None:
        source, end = state.src, state.posMax
        nesting = state.md.options["maxNesting"]
        # Ends of lines are blanks like others, unless one is a break.
        stop = _STOP if "  \n" in source else _SIGN
        while (start := state.pos) < end:
            sign = stop.search(source, start, end)
            at = sign.start() if sign else end
            if at > start:
                words = source[start:at]
                state.pending += _BREAK.sub(" ", words) if "\n" in words else words
                state.pos = at
            elif state.level >= nesting or not _markup(state, False):
                state.pending += source[at]
                state.pos = at + 1
        if state.pending:
            state.pushPending()

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = StateInline(src, md, env, tokens)
        self.tokenize(state)
        if "*" in src or "_" in src:
            for rule in self.ruler2.getRules(""):
                rule(state)
        return state.tokens


def without_markup(text: str) -> str | None:
    """The words of ``text``, its lines joined, if it holds no sign that could be markup."""
    if _MARKUP.search(text):
        return None
    return _BREAK.sub(" ", text) if "\n" in text else text


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
    md.core.ruler.enableOnly(["block"])
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
    md.block.ruler = Starts(rules)
    md.inline = _Inlines()
    md.inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    md.inline.ruler.enableOnly(["text"])
    md.inline.ruler.push("markup", _markup)
    md.inline.terminator_re = _STOP
    return md
