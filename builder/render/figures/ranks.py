"""``::: steps`` and ``::: ladder``: ordered lists whose items begin with a name."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from builder.model.text import Blocks, Inlines, List, Paragraph, Strong, Text
from builder.render.inline import write_inlines

if TYPE_CHECKING:
    from builder.render.writer import Writer


def write_steps(w: Writer, node: List) -> str:
    """Steps one under the other, numbered by the theme."""
    return f'<ol role="list">\n{_items(w, node)}\n</ol>'


def write_ladder(w: Writer, node: List) -> str:
    """Rungs, the lowest first in the text and last on the screen; said to those who only hear it."""
    order = escape(w.t("From the lowest rung to the highest"), quote=False)
    return f'<p class="vh">{order}</p><ol role="list">\n{_items(w, node)}\n</ol>'


def _items(w: Writer, node: List) -> str:
    return "\n".join([f"<li>{_named(w, item.blocks)}</li>" for item in node.items])


def _named(w: Writer, blocks: Blocks) -> str:
    name, rest = split_name(blocks)
    if not name:
        return f"<div>{w.tight(blocks)}</div>"
    after = write_inlines(w, rest)
    more = w.blocks(blocks[1:])
    return f"<div><b>{write_inlines(w, name)}</b> <span>{after}</span>{more}</div>"


def split_name(blocks: Blocks) -> tuple[Inlines, Inlines]:
    """The name and the rest of the first paragraph: ``**Name**: text`` or ``**Name:** text``; no name is ()."""
    if not blocks or not isinstance(blocks[0], Paragraph) or not blocks[0].children:
        return (), ()
    first, *rest = blocks[0].children
    if not isinstance(first, Strong):
        return (), blocks[0].children
    name = first.children
    if name and isinstance(name[-1], Text):
        name = (*name[:-1], Text(name[-1].text.rstrip().removesuffix(":").rstrip()))
    if rest and isinstance(rest[0], Text):
        rest[0] = Text(rest[0].text.lstrip().removeprefix(":").lstrip())
    return name, tuple(rest)
