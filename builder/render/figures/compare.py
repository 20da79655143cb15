"""``::: compare``: things side by side, aspect by aspect; on a phone one aspect under the other."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from builder.model.text import Cell, Table
from builder.render.inline import write_inlines
from builder.render.plain import plain

if TYPE_CHECKING:
    from builder.render.writer import Writer


def write_compare(w: Writer, node: Table) -> str:
    """A table with heads on two sides; its roles are written out because the theme lays it out as blocks."""
    names = [plain(cell.children).strip() for cell in node.head]
    first, *others = node.head or (None,)
    corner = write_inlines(w, first.children) if first else ""
    heads = "".join([f'<th role="columnheader" scope="col">{write_inlines(w, cell.children)}</th>' for cell in others])
    start = f'<th role="columnheader" scope="col">{corner}</th>' if corner.strip() else '<td role="cell"></td>'
    rows = "".join([_row(w, row, names) for row in node.rows])
    return (
        f'<table role="table"><thead role="rowgroup"><tr role="row">{start}{heads}</tr></thead>\n'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )


def _row(w: Writer, row: tuple[Cell, ...], names: list[str]) -> str:
    cells = "".join(
        [
            f'<td role="cell" data-h="{escape(name)}">{write_inlines(w, cell.children)}</td>'
            for cell, name in zip(row[1:], names[1:], strict=False)
        ]
    )
    aspect = write_inlines(w, row[0].children) if row else ""
    return f'<tr role="row"><th role="rowheader" scope="row">{aspect}</th>{cells}</tr>\n'
