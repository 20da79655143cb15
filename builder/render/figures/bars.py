"""``::: bars``: a table of numbers as bars, each with its number beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from builder.diagnostics.render_codes import NO_NUMBER
from builder.model.text import Cell, Strong, Table
from builder.render.inline import write_inlines
from builder.render.numbers import Numbers, numbers, read_number
from builder.render.plain import plain

if TYPE_CHECKING:
    from builder.render.writer import Writer

COLOURS = 4
"""Colours of bars in the theme: ``b1`` to ``b4``."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How long bars are and how their numbers are written."""

    low: Decimal
    high: Decimal
    decimals: int
    unit: str
    numbers: Numbers

    def share(self, value: Decimal) -> str:
        """``value`` on the way from ``low`` to ``high``, as an SVG percentage between 0 and 100."""
        part = (value - self.low) / (self.high - self.low) * 100
        return f"{min(max(part, Decimal(0)), Decimal(100)):.1f}".removesuffix(".0") + "%"


def write_bars(w: Writer, node: Table, attributes: Mapping[str, str]) -> str:
    """A table whose first column names the bars and whose others hold their numbers.

    With one column of numbers all bars have the first colour, unless some labels are strong: then these alone have it.
    With several, each column has a colour and its head stands beside its bars.
    """
    values = [[read_number(plain(cell.children)) for cell in row[1:]] for row in node.rows]
    scale = _scale(w, values, node.rows, attributes)
    heads = [plain(cell.children).strip() for cell in node.head]
    several = len(heads) > 2
    some_strong = any(_is_strong(row) for row in node.rows)
    rows: list[str] = []
    for row, found in zip(node.rows, values, strict=True):
        cells: list[str] = []
        for index, (cell, value) in enumerate(zip(row[1:], found, strict=True)):
            colour = index % COLOURS + 1 if several else 2 if some_strong and not _is_strong(row) else 1
            cells.append(_cell(w, cell, value, scale, colour, heads[index + 1] if several else ""))
        label = write_inlines(w, row[0].children) if row else ""
        rows.append(f'<tr role="row"><th role="rowheader" scope="row">{label}</th>{"".join(cells)}</tr>')
    head = "".join(
        [f'<th role="columnheader" scope="col">{write_inlines(w, cell.children)}</th>' for cell in node.head]
    )
    widest = max(
        (len(scale.numbers.write(v, scale.decimals, scale.unit)) for found in values for v in found if v is not None),
        default=0,
    )
    widest += max((len(name) + 1 for name in heads[1:]), default=0) if several else 0
    size = 1 if widest <= 5 else 2 if widest <= 11 else 3
    track = " of" if "max" in attributes else ""
    return (
        f'<table class="room{size}{track}" role="table"><thead class="vh" role="rowgroup"><tr role="row">{head}</tr></thead>\n'
        f'<tbody role="rowgroup">{"".join(rows)}</tbody></table>'
    )


def _cell(w: Writer, cell: Cell, value: Decimal | None, scale: Scale, colour: int, name: str) -> str:  # noqa: PLR0913
    if value is None:
        text = write_inlines(w, cell.children)
        if text.strip():
            w.diagnostics.append(NO_NUMBER.at(cell.span, text=plain(cell.children)))
        return f'<td role="cell"><span>{text}</span></td>'
    number = scale.numbers.write(value, scale.decimals, scale.unit)
    beside = f' <small aria-hidden="true">{write_name(name)}</small>' if name else ""
    return f'<td role="cell">{_bar(value, scale, colour)}<span><b>{write_name(number)}</b>{beside}</span></td>'


def _bar(value: Decimal, scale: Scale, colour: int) -> str:
    if scale.low >= 0:
        return f'<svg class="b{colour}" width="{scale.share(value)}" height="20" aria-hidden="true"><rect width="100%" height="100%" rx="4"/></svg>'
    zero, end = scale.share(Decimal(0)), scale.share(value)
    start, length = (zero, end) if value >= 0 else (end, zero)
    long = Decimal(length[:-1]) - Decimal(start[:-1])
    return (
        f'<svg class="b{colour} both" width="100%" height="20" aria-hidden="true"><rect x="{start}" width="{long}%" height="100%" rx="2"/>'
        f'<rect class="zero" x="{zero}" width="1.5" height="100%"/></svg>'
    )


def _scale(
    w: Writer, values: list[list[Decimal | None]], rows: tuple[tuple[Cell, ...], ...], attributes: Mapping[str, str]
) -> Scale:
    found = [value for row in values for value in row if value is not None]
    low = min([*found, Decimal(0)])
    high = max([*found, Decimal(0)])
    given = _attribute(attributes.get("max", ""))
    if given is not None and given > low:
        high = given
    if high == low:
        high = low + 1
    written = max((_decimals(plain(cell.children)) for row in rows for cell in row[1:]), default=0)
    asked = attributes.get("decimals", "")
    decimals = int(asked) if asked.isascii() and asked.isdigit() else written
    return Scale(low, high, min(decimals, 9), attributes.get("unit", ""), numbers(w.profile.language))


def _attribute(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _decimals(text: str) -> int:
    value = read_number(text)
    exponent = value.as_tuple().exponent if value is not None else 0
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _is_strong(row: tuple[Cell, ...]) -> bool:
    return bool(row) and any(isinstance(node, Strong) for node in row[0].children)


def write_name(text: str) -> str:
    """Plain characters as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
