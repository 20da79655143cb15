"""``::: bars``: a table of numbers as bars, each with its number beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from builder.model.text import Cell, Strong, Table
from builder.render.figures.scale import Scale, scale_of
from builder.render.inline import write_inlines
from builder.render.numbers import numbers, read_number
from builder.render.plain import plain

if TYPE_CHECKING:
    from builder.render.writer import Writer

COLOURS = 4
"""Colours of bars in the theme: ``b1`` to ``b4``."""

ROOMS = (5, 11)
"""Longest texts beside bars, in characters, for which the theme's ``room1`` and ``room2`` are wide enough."""


class Look(NamedTuple):
    """How one bar is shown."""

    colour: int
    name: str
    """Of its column, '' where there is only one."""


def write_bars(w: Writer, node: Table, attributes: Mapping[str, str]) -> str:
    """A table whose first column names the bars and whose others hold their numbers.

    With one column of numbers its head stands above all bars, and these have the first colour, unless some labels are
    strong: then these alone have it. With several, each column has a colour and its head stands beside its bars.
    """
    scale = scale_of(
        [plain(cell.children) for row in node.rows for cell in row[1:]], attributes, numbers(w.profile.language)
    )
    names = [plain(cell.children).strip() for cell in node.head[1:]]
    rows = "".join([_row(w, row, scale, looks) for row, looks in zip(node.rows, _looks(node, names), strict=True)])
    head = "".join(
        [f'<th role="columnheader" scope="col">{write_inlines(w, cell.children)}</th>' for cell in node.head]
    )
    longest = scale.longest + (max(map(len, names)) + 1 if len(names) > 1 else 0)
    room = 1 + sum(longest > limit for limit in ROOMS)
    track = " of" if "max" in attributes else ""
    alone = names[0] if len(names) == 1 else ""
    # Those who hear the table hear the head with each cell.
    shown = f'<p class="bars-of" aria-hidden="true">{escape(alone, quote=False)}</p>\n' if alone else ""
    return (
        f'{shown}<table class="room{room}{track}" role="table">'
        f'<thead class="vh" role="rowgroup"><tr role="row">{head}</tr></thead>\n'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )


def _looks(node: Table, names: list[str]) -> list[list[Look]]:
    if len(names) > 1:
        return [[Look(index % COLOURS + 1, name) for index, name in enumerate(names)] for _ in node.rows]
    strong = [any(isinstance(part, Strong) for part in row[0].children) for row in node.rows]
    return [[Look(2 if any(strong) and not own else 1, "")] for own in strong]


def _row(w: Writer, row: tuple[Cell, ...], scale: Scale, looks: Sequence[Look]) -> str:
    cells = "".join([_cell(w, cell, scale, look) for cell, look in zip(row[1:], looks, strict=False)])
    return f'<tr role="row"><th role="rowheader" scope="row">{write_inlines(w, row[0].children)}</th>{cells}</tr>'


def _cell(w: Writer, cell: Cell, scale: Scale, look: Look) -> str:
    value = read_number(plain(cell.children))
    if value is None:
        return f'<td role="cell"><span>{write_inlines(w, cell.children)}</span></td>'
    name = f' <small aria-hidden="true">{escape(look.name, quote=False)}</small>' if look.name else ""
    number = escape(scale.write(value), quote=False)
    return f'<td role="cell">{_bar(value, scale, look.colour)}<span><b>{number}</b>{name}</span></td>'


def _bar(value: Decimal, scale: Scale, colour: int) -> str:
    if scale.low >= 0:
        start = f'<svg class="b{colour}" width="{scale.share(value)}%" height="20" aria-hidden="true">'
        return f'{start}<rect width="100%" height="100%" rx="4"/></svg>'
    zero, end = scale.share(Decimal(0)), scale.share(value)
    return (
        f'<svg class="b{colour} both" width="100%" height="20" aria-hidden="true">'
        f'<rect x="{min(zero, end)}%" width="{abs(end - zero)}%" height="100%" rx="2"/>'
        f'<rect class="zero" x="{zero}%" width="1.5" height="100%"/></svg>'
    )
