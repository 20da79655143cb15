"""Figures: tables and lists shown as drawings, in HTML that reflows and reads as the table or list it is.

A drawing is the text version with another look, so that there is nothing to keep in step. No figure uses ``style``;
lengths are the ``width`` of SVG elements, which print and keep their colours where backgrounds do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model.text import Figure, List, Table
from builder.render.figures.bars import write_bars
from builder.render.figures.cards import write_cards
from builder.render.figures.compare import write_compare
from builder.render.figures.ranks import write_ladder, write_steps
from builder.render.figures.timeline import write_timeline

if TYPE_CHECKING:
    from builder.render.writer import Writer

__all__ = ["write_cards", "write_figure"]


def write_figure(w: Writer, node: Figure) -> str:
    """The drawing of a figure, without its caption; the plain table or list where the body does not fit the kind."""
    match node.kind, node.body:
        case "bars", Table() as table:
            return write_bars(w, table, node.attributes)
        case "compare", Table() as table:
            return write_compare(w, table)
        case "timeline", body:
            return write_timeline(w, body)
        case "steps", List() as items:
            return write_steps(w, items)
        case "ladder", List() as items:
            return write_ladder(w, items)
    return str(w.blocks((node.body,)))
