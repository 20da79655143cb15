"""Tables, in a box that scrolls by itself where the screen is narrow."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from builder.model.text import Cell, Table
from builder.render.inline import write_inlines
from builder.render.plain import plain

if TYPE_CHECKING:
    from builder.render.writer import Writer

SIDES = {"": "", "left": "", "center": ' class="mid"', "right": ' class="end"'}


def write_table(w: Writer, node: Table) -> str:
    """A table; where its first head is empty, its first column names the rows."""
    sides = [SIDES[side] for side in node.align] or [""] * len(node.head)
    rows_named = bool(node.head) and not plain(node.head[0].children).strip()
    head = "".join(
        [
            "<td></td>"
            if rows_named and index == 0
            else f'<th scope="col"{sides[index]}>{write_inlines(w, c.children)}</th>'
            for index, c in enumerate(node.head)
        ]
    )
    body = "\n".join([f"<tr>{_row(w, row, sides, rows_named)}</tr>" for row in node.rows])
    html = f"<table><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table>"
    if not w.profile.themed:
        return html
    name = ", ".join(text for cell in node.head if (text := plain(cell.children).strip()))
    label = escape(w.t("Table: {heads}").replace("{heads}", name) if name else w.t("Table"))
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{label}">{html}</div>'


def _row(w: Writer, row: tuple[Cell, ...], sides: list[str], rows_named: bool) -> str:  # noqa: FBT001 - of the table
    return "".join(
        [
            f'<th scope="row"{side}>{write_inlines(w, cell.children)}</th>'
            if rows_named and index == 0
            else f"<td{side}>{write_inlines(w, cell.children)}</td>"
            for index, (cell, side) in enumerate(zip(row, sides, strict=False))
        ]
    )
