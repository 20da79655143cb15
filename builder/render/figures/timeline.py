"""``::: timeline``: dates and what happened, from a table or from a list of ``date: event``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model.text import Blocks, Inlines, List, Paragraph, Table, Text
from builder.render.inline import write_inlines

if TYPE_CHECKING:
    from builder.render.writer import Writer


def write_timeline(w: Writer, node: Table | List) -> str:
    """A list of events, each with its date."""
    if isinstance(node, Table):
        rows = [[write_inlines(w, cell.children) for cell in row] for row in node.rows]
        items = [_item(row[0], " ".join(row[1:])) for row in rows if row]
    else:
        items = [_listed(w, item.blocks) for item in node.items]
    return '<ol role="list">\n' + "\n".join(items) + "\n</ol>"


def _listed(w: Writer, blocks: Blocks) -> str:
    date, event = split_date(blocks)
    if not date:
        return _item("", w.tight(blocks))
    return _item(write_inlines(w, date), write_inlines(w, event) + w.blocks(blocks[1:]))


def _item(date: str, event: str) -> str:
    return f"<li><b>{date}</b> <span>{event}</span></li>" if date else f"<li><span>{event}</span></li>"


def split_date(blocks: Blocks) -> tuple[Inlines, Inlines]:
    """What stands before and after the first colon of the first paragraph; () and all of it where there is none."""
    if not blocks or not isinstance(blocks[0], Paragraph):
        return (), ()
    nodes = blocks[0].children
    for index, node in enumerate(nodes):
        if isinstance(node, Text) and ": " in node.text:
            before, _, after = node.text.partition(": ")
            return (*nodes[:index], Text(before)), (Text(after), *nodes[index + 1 :])
    return (), nodes
