"""Figures: a fence around a plain table or list that says how to draw it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from builder.diagnostics.cards_codes import CARDS_FILTER, CARDS_HEAD, CARDS_TITLE
from builder.diagnostics.text_codes import (
    FENCE_ATTRIBUTE,
    FIGURE_BODY,
    FIGURE_COLUMNS,
    FIGURE_EVENT,
    FIGURE_NUMBER,
    FIGURE_ROWS,
    FIGURE_VALUE,
)
from builder.model.span import Span
from builder.model.text import Blocks, Figure, Inlines, List, Paragraph, Table, Text
from builder.source.hints import did_you_mean
from builder.source.markdown.attributes import Attributes
from builder.source.markdown.place import Lines


class Kind(NamedTuple):
    """What a kind of figure is drawn from."""

    expected: str
    table: tuple[int, int] = (0, 0)
    """Least and most columns; (0, 0) where a table will not do."""
    lists: tuple[bool, ...] = ()
    """Which lists will do: ordered (True), bullets (False)."""
    attributes: tuple[str, ...] = ()


FIGURES: Mapping[str, Kind] = {
    "bars": Kind("a table", (2, 12), attributes=("unit", "max", "decimals")),
    "timeline": Kind("a table or a list", (2, 2), (True, False)),
    "steps": Kind("a list with numbers", lists=(True,)),
    "ladder": Kind("a list with numbers", lists=(True,)),
    "compare": Kind("a table", (2, 12)),
    "cards": Kind("a table", (2, 12), attributes=("filter",)),
}

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_ATTRIBUTES = {
    "max": (re.compile(r"[0-9]+(?:\.[0-9]+)?"), "a number", "max=100"),
    "decimals": (re.compile(r"[0-9]"), "a number from 0 to 9", "decimals=1"),
}


def read_figure(name: str, attributes: Attributes, blocks: Blocks, lines: Lines, span: Span) -> Figure | None:
    """The figure in a fence, or None when it cannot be drawn; what is wrong is reported."""
    kind = FIGURES[name]
    _check_attributes(name, kind, attributes, lines, span)
    body = blocks[0] if blocks else None
    rest = blocks[1:]
    caption: Inlines = ()
    if len(rest) == 1 and isinstance(rest[0], Paragraph):
        caption = rest[0].children
    elif rest:
        lines.report(FIGURE_BODY, getattr(rest[0], "span", span), name=name, expected=kind.expected)
    if isinstance(body, Table) and kind.table[1]:
        _check_table(name, kind, body, lines)
    elif isinstance(body, List) and body.ordered in kind.lists:
        if name == "timeline":
            _check_events(body, lines)
    else:
        lines.report(FIGURE_BODY, span if body is None else body.span, name=name, expected=kind.expected)
        return None
    figure = Figure(name, body, caption, attributes.pairs, span)
    if name == "cards" and isinstance(body, Table):
        _check_cards(body, figure, lines)
    return figure


def _check_attributes(name: str, kind: Kind, attributes: Attributes, lines: Lines, span: Span) -> None:
    for key, value in attributes.pairs.items():
        if key not in kind.attributes:
            known = did_you_mean(key, kind.attributes, "Remove it.")
            lines.report(FENCE_ATTRIBUTE, span, name=name, attribute=key, hint=known)
        elif key in _ATTRIBUTES:
            pattern, expected, example = _ATTRIBUTES[key]
            if pattern.fullmatch(value) is None:
                lines.report(FIGURE_VALUE, span, attribute=key, expected=expected, value=value, example=example)


def _check_table(name: str, kind: Kind, table: Table, lines: Lines) -> None:
    least, most = kind.table
    columns = len(table.head)
    if not least <= columns <= most:
        expected = str(least) if least == most else f"{least} to {most}"
        lines.report(FIGURE_COLUMNS, table.span, name=name, expected=expected, found=columns)
    if not table.rows:
        lines.report(FIGURE_ROWS, table.span, name=name)
    if name != "bars":
        return
    for row in table.rows:
        for cell in row[1:]:
            text = plain_text(cell.children)
            if _NUMBER.fullmatch(text) is None:
                lines.report(FIGURE_NUMBER, cell.span, text=text)


def _check_cards(table: Table, figure: Figure, lines: Lines) -> None:
    heads = [" ".join(plain_text(cell.children).split()) for cell in table.head]
    for number, (cell, head) in enumerate(zip(table.head[1:], heads[1:], strict=True), 2):
        if not head:
            lines.report(CARDS_HEAD, cell.span, number=number)
    for row in table.rows:
        if row and not plain_text(row[0].children).strip():
            lines.report(CARDS_TITLE, row[0].span)
    for name in figure.filters:
        if name not in heads[1:]:
            lines.report(CARDS_FILTER, figure.span, name=name, hint=did_you_mean(name, filter(None, heads[1:])))


def _check_events(body: List, lines: Lines) -> None:
    for item in body.items:
        first = item.blocks[0] if item.blocks else None
        if not isinstance(first, Paragraph) or ": " not in plain_text(first.children):
            lines.report(FIGURE_EVENT, item.span)


def plain_text(inlines: Inlines) -> str:
    """The characters of ``inlines`` without their markup."""
    parts = []
    for node in inlines:
        if isinstance(node, Text):
            parts.append(node.text)
        elif children := getattr(node, "children", ()):
            parts.append(plain_text(children))
        else:
            parts.append(getattr(node, "text", ""))
    return "".join(parts)
