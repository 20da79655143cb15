"""The elements of HTML by what becomes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

DEEPEST = 32
"""Levels of elements within elements whose structure is kept; below, only words are. Markdown is read to 40."""

BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl"),
        *("dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section"),
        *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
"""Elements that part paragraphs."""

DROPPED: Mapping[str, str] = {
    **dict.fromkeys(("script", "noscript"), "scripts"),
    **dict.fromkeys(("svg", "canvas", "map"), "drawings inside the text"),
    **dict.fromkeys(("style", "head", "title", "meta", "link", "template", "base", "col", "colgroup"), ""),
}
"""Elements of which nothing is kept, and what that loses ('' for nothing a reader sees)."""

EMBEDDED = frozenset(("iframe", "video", "audio", "object", "embed", "source", "track"))
FORM = frozenset(("input", "select", "textarea", "button", "datalist", "option"))
LITERAL = frozenset(("code", "kbd", "samp", "tt"))

STYLES = "colours, fonts and sizes of text"
UNDERLINED, STRUCK = "underlined text", "struck-out text"
LOSSES: Mapping[str, str] = {
    **dict.fromkeys(("u", "ins"), UNDERLINED),
    **dict.fromkeys(("s", "strike", "del"), STRUCK),
    "mark": "highlighted text",
    **dict.fromkeys(("font", "big", "small", "center"), STYLES),
    **dict.fromkeys(("math", "annotation"), "formulas"),
    **dict.fromkeys(("ruby", "rt", "rp"), "reading aids above characters"),
}
"""Elements of which the words are kept, and what that loses."""

HOLDS = "cw-holds-blocks"
"""The attribute that notes it."""

ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>]+", re.IGNORECASE)
"""Where links may lead."""


def tag_of(element: Any) -> str:
    """The name of an element; '' for anything else in the tree."""
    tag = element.tag
    return tag.rpartition(":")[2].lower() if isinstance(tag, str) else ""


def content_of(element: Any) -> str:
    """All characters in an element."""
    return "".join(element.itertext())


def mark_holders(root: Any) -> None:
    """Note on every element that holds a block that it does: looking for them again and again would take too long."""
    for block in root.iter(*BLOCKS):
        holder = block.getparent()
        while holder is not None and HOLDS not in holder.attrib:
            holder.set(HOLDS, "")
            holder = holder.getparent()


def is_block(element: Any) -> bool:
    """Whether an element is a block, or holds one."""
    tag = tag_of(element)
    if tag in BLOCKS:
        return True
    return HOLDS in element.attrib and tag not in DROPPED and tag not in EMBEDDED and tag not in FORM


def unwrapped(element: Any) -> Iterator[Any]:
    """The children of a list of definitions, which may stand in groups."""
    for child in element:
        if tag_of(child) == "div":
            yield from child
        else:
            yield child
