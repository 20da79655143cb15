"""The four HTML elements that pages may use, and what to write instead of the others."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from builder.diagnostics.text_codes import ABBR_TITLE, HTML, HTML_ATTRIBUTE, HTML_COMMENT
from builder.model.span import Span
from builder.source.markdown.place import Lines

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)([^>]*?)/?>", re.DOTALL)
_TITLE = re.compile(r"""\s+title\s*=\s*(?:"([^"]*)"|'([^']*)')\s*""")
_ALLOWED = frozenset(("br", "sub", "sup", "abbr"))
_INSTEAD = {
    **dict.fromkeys(("b", "strong"), "Write `**text**` for bold text."),
    **dict.fromkeys(("i", "em", "u", "cite"), "Write `*text*` for emphasis."),
    **dict.fromkeys(
        ("p", "div", "span", "center", "section", "font"), "Remove the tag; a blank line parts paragraphs."
    ),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "Write `## Title` for a heading."),
    **dict.fromkeys(("ul", "ol", "li"), "Write list items with `- ` or `1. `."),
    **dict.fromkeys(("table", "thead", "tbody", "tr", "td", "th"), "Write a table with `|` between the cells."),
    **dict.fromkeys(("code", "pre", "kbd"), "Put the text between backticks."),
    **dict.fromkeys(("details", "summary"), "Write a fence: `::: reveal Title`."),
    "a": "Write `[text](target)` for a link.",
    "img": "Write `![alt text](media/name.svg)` for a picture.",
    "blockquote": "Begin the lines with `> `.",
    "hr": "Write `---` between blank lines.",
}


class Tag(NamedTuple):
    """A tag of an allowed element."""

    name: str
    closing: bool
    title: str


def read_tag(content: str, lines: Lines, span: Span) -> Tag | None:
    """The tag of an allowed element, or None for one that is reported."""
    match = _TAG.fullmatch(content)
    name = match[2].lower() if match else ""
    if match is None or name not in _ALLOWED:
        report_html(content, lines, span)
        return None
    closing, rest, title = match[1] == "/", match[3].rstrip(), ""
    if name == "abbr" and not closing:
        given = _TITLE.fullmatch(match[3])
        title = unescape(given[1] or given[2] or "").strip() if given else ""
        if not title:
            lines.report(ABBR_TITLE, span)
    elif rest:
        lines.report(HTML_ATTRIBUTE, span, tag=content, plain=f"<{match[1]}{name}>")
    return Tag(name, closing, title)


def report_html(content: str, lines: Lines, span: Span) -> None:
    """Report HTML that is not allowed, with what to write instead."""
    if content.startswith("<!--"):
        lines.report(HTML_COMMENT, span)
        return
    match = _TAG.match(content)
    tag = match[0] if match else content.split("\n", 1)[0]
    name = match[2].lower() if match else ""
    remedy = _INSTEAD.get(name, "Remove the tag; write `\\<` for a plain less-than sign.")
    lines.report(HTML, span, tag=tag if len(tag) <= 60 else f"{tag[:57]}...", remedy=remedy)
