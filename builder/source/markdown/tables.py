"""Table tokens to a table."""

from __future__ import annotations

import re

from markdown_it.token import Token

from builder.diagnostics.text_codes import EXTRA_CELLS
from builder.model.text import Cell, Table
from builder.source.markdown.context import Context
from builder.source.markdown.inlines import read_inlines

_BAR = re.compile(r"(?<!\\)\|")


def read_table(tokens: list[Token], at: int, opening: Token, context: Context) -> tuple[Table, int]:
    """The table whose opening token stands before index ``at``, and the index after its closing token."""
    rows: list[tuple[Cell, ...]] = []
    cells: list[Cell] = []
    align: list[str] = []
    source, line, column = "", 0, 0
    while (token := tokens[at]).type != "table_close":
        at += 1
        kind = token.type
        if kind == "tr_open":
            cells = []
            line, column = token.map[0] if token.map else 0, 0
            source = context.lines.source(line)
        elif kind == "tr_close":
            rows.append(tuple(cells))
            if len(rows) > 1:
                _check_cells(source, line, len(rows[0]), context)
        elif kind in ("th_open", "td_open"):
            inline = tokens[at]
            content = inline.content.replace("|", "\\|") if "|" in inline.content else inline.content
            column = max(source.find(content, column), column)
            inline.meta = {"column": column, "cell": True}
            span = context.lines.span(line, column, len(content))
            cells.append(Cell(read_inlines(inline, context), span))
            column += len(content)
            if kind == "th_open":
                align.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
    return Table(rows[0], tuple(rows[1:]), tuple(align), context.lines.block(opening)), at + 1


def _check_cells(source: str, line: int, columns: int, context: Context) -> None:
    """Report the cells that the parser leaves out because the head has fewer."""
    row = source.strip(" \t>")
    bars = _BAR.findall(row)
    found = len(bars) + 1 - row.startswith("|") - (row.endswith("|") and not row.endswith("\\|"))
    if found > columns:
        start = len(source) - len(source.lstrip(" \t>"))
        context.lines.report(EXTRA_CELLS, context.lines.span(line, start, len(row)), found=found, columns=columns)
