"""Tables of HTML as a grid: joined cells taken apart, short rows filled up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MOST_COLUMNS = 60
MOST_ROWS = 2000

_ALIGN = re.compile(r"text-align\s*:\s*(left|center|right)", re.IGNORECASE)
_SIDES = ("left", "center", "right")
_CLASSES = {"mid": "center", "end": "right"}
"""The classes this tool's own tables have."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table; all rows are equally long, None stands where a joined cell covered another."""

    rows: list[list[Any]]
    has_head: bool
    align: tuple[str, ...]
    """One of '', 'left', 'center', 'right' a column."""
    caption: Any
    """An element, or None."""
    losses: tuple[str, ...]


def read_grid(table: Any) -> Grid:
    """The grid of a ``table`` element; tables inside its cells are left to those who read the cells."""
    losses: dict[str, None] = {}
    rows: list[list[Any]] = []
    heads = 0
    is_above = True
    covered: dict[int, int] = {}
    for row, in_head in _rows(table):
        if len(rows) >= MOST_ROWS:
            losses["rows of very long tables"] = None
            break
        cells = [cell for cell in row if _name(cell) in ("td", "th")]
        if not cells:
            continue
        is_above = is_above and (in_head or all(_name(cell) == "th" for cell in cells))
        heads += is_above
        rows.append(_placed(cells, covered, losses))
    width = max((len(row) for row in rows), default=0)
    if heads > 1:
        losses["second rows of table heads (they are plain rows now)"] = None
    align = [""] * width
    for row in reversed(rows):
        for column, cell in enumerate(row):
            align[column] = _side(cell) if cell is not None else align[column]
    for row in rows:
        row.extend([None] * (width - len(row)))
    caption = next((child for child in table if _name(child) == "caption"), None)
    return Grid(rows, heads > 0, tuple(align), caption, tuple(losses))


def _placed(cells: list[Any], covered: dict[int, int], losses: dict[str, None]) -> list[Any]:
    """A row with None where cells of the rows above reach into it, or its own are wide."""
    out: list[Any] = []
    waiting = list(reversed(cells))
    while waiting or any(column >= len(out) for column in covered):
        column = len(out)
        if column >= MOST_COLUMNS:
            losses["columns of very wide tables"] = None
            break
        if column in covered:
            covered[column] -= 1
            if covered[column] <= 0:
                del covered[column]
            out.append(None)
            continue
        if not waiting:
            out.append(None)
            continue
        cell = waiting.pop()
        wide, high = _count(cell, "colspan"), _count(cell, "rowspan")
        if wide > 1 or high > 1:
            losses["joined cells of tables (the text stands in the first)"] = None
        for offset in range(min(wide, MOST_COLUMNS - column)):
            out.append(None if offset else cell)
            if high > 1:
                covered[column + offset] = high - 1
    return out


def _rows(table: Any) -> Iterator[tuple[Any, bool]]:
    for child in table:
        if _name(child) == "tr":
            yield child, False
        elif _name(child) in ("thead", "tbody", "tfoot"):
            yield from ((row, _name(child) == "thead") for row in child if _name(row) == "tr")


def _count(cell: Any, name: str) -> int:
    given = cell.get(name, "1")
    return max(1, min(int(given), MOST_ROWS)) if re.fullmatch(r"[0-9]{1,6}", given) else 1


def _side(cell: Any) -> str:
    side = str(cell.get("align", "")).lower()
    if side in _SIDES:
        return side
    found = _ALIGN.search(cell.get("style", ""))
    if found:
        return found[1].lower()
    return next((_CLASSES[name] for name in str(cell.get("class", "")).split() if name in _CLASSES), "")


def _name(element: Any) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""
