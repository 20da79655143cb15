"""``::: cards``: a table as cards, one a row, which learners choose by what stands in some of its columns."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from builder.model.text import Cell, Figure, Inlines, Table, Text
from builder.render.inline import write_inlines
from builder.render.plain import plain

if TYPE_CHECKING:
    from builder.render.writer import Writer


@dataclass(frozen=True, slots=True)
class Filter:
    """A column to choose by, and the values its cells hold, in the order of the table."""

    name: str
    values: dict[str, str] = field(default_factory=dict)
    """As first written, by themselves without capitals."""

    def number(self, value: str) -> int:
        """The place of ``value`` among the values; a new one is added."""
        key = value.casefold()
        self.values.setdefault(key, value)
        return list(self.values).index(key)


def write_cards(w: Writer, node: Figure, table: Table, caption: str) -> str:
    """The cards, all of them shown, and the caption; the part ``cards`` of the player adds what filters them.

    A card is an article: the first cell its heading, each other cell named by the head of its column. A cell of a
    column to choose by is one ``dd`` a value, whose ``data-v`` names the column and the value in ``data-filters``.
    """
    w.styles.add("cards")
    w.parts.add("cards")
    heads = [" ".join(plain(cell.children).split()) for cell in table.head]
    filters = {heads.index(name, 1): Filter(name) for name in node.filters if name in heads[1:]}
    places = {column: at for at, column in enumerate(filters)}
    items = []
    for row in table.rows:
        cells = [
            _cell(w, cell, head, filters.get(column), places.get(column, 0))
            for column, (cell, head) in enumerate(zip(row, table.head, strict=False))
            if column
        ]
        fields = f"<dl>{''.join(cells)}</dl>" if any(cells) else ""
        level = min(w.level + 1, 6)
        title = f"<h{level}>{write_inlines(w, row[0].children)}</h{level}>"
        items.append(f"<li><article>{title}{fields}</article></li>")
    told = [[each.name, [*each.values.values()]] for each in filters.values()]
    data = escape(json.dumps(told, ensure_ascii=False, separators=(",", ":")))
    shown = "\n".join(items)
    under = f'<p class="cards-note">{caption}</p>' if caption else ""
    return f'<div class="cards" data-filters="{data}"><ul role="list">\n{shown}\n</ul>{under}</div>'


def _cell(w: Writer, cell: Cell, head: Cell, filter: Filter | None, place: int) -> str:
    """A cell under its head; nothing for an empty one."""
    if not cell.children:
        return ""
    name = f"<dt>{write_inlines(w, head.children)}</dt>"
    if filter is None:
        return f"<div>{name} <dd>{write_inlines(w, cell.children)}</dd></div>"
    values = [
        f'<dd data-v="{place}.{filter.number(value)}">{write_inlines(w, part)}</dd>'
        for part in split_values(cell.children)
        if (value := " ".join(plain(part).split()))
    ]
    return f"<div>{name} {''.join(values)}</div>" if values else ""


def split_values(nodes: Inlines) -> list[Inlines]:
    """What stands between the semicolons of a cell."""
    parts: list[Inlines] = [()]
    for node in nodes:
        if not isinstance(node, Text):
            parts[-1] += (node,)
            continue
        first, *others = node.text.split(";")
        if first.strip() or parts[-1]:
            parts[-1] += (Text(first.lstrip() if not parts[-1] else first),)
        parts += [(Text(other.lstrip()),) if other.strip() else () for other in others]
    return [part for part in parts if part]
