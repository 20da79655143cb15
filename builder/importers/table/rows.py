"""Files to rows of texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from importlib import import_module
from itertools import islice
from typing import Any, NamedTuple

from builder.importers.packed import repacked

MOST_ROWS = 5_000
MOST_COLUMNS = 60
LONGEST = 20_000
"""Characters of a cell."""

SEPARATORS = ",;\t|"


class Sheet(NamedTuple):
    """A table as it stands in the file."""

    name: str
    rows: list[list[str]]


def sheets_of(parts: Mapping[str, bytes]) -> list[Sheet]:
    """The sheets of a workbook. May raise whatever the library raises for what is no workbook."""
    # By name, as the module is an extra, and slow to import.
    book = import_module("openpyxl").load_workbook(repacked(parts), read_only=True, data_only=True, keep_links=False)
    try:
        return [Sheet(sheet.title, _rows(sheet)) for sheet in book.worksheets]
    finally:
        book.close()


def _rows(sheet: Any) -> list[list[str]]:
    # A sheet may claim a size of millions of cells; what it says of that is not believed.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
    return [[cell_text(value) for value in row] for row in islice(rows, MOST_ROWS)]


def cell_text(value: object) -> str:
    """What a cell shows, as far as its value tells."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        value = value.date()
    text = value.isoformat() if isinstance(value, date | datetime) else str(value)
    return text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").strip()


def rows_of(text: str, separator: str) -> list[list[str]]:
    """The rows of a text with separators. Raises csv.Error."""
    return [[cell_text(cell) for cell in row[:MOST_COLUMNS]] for row in islice(_read(text, separator), MOST_ROWS)]


def _read(text: str, separator: str) -> Iterator[Sequence[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def decoded(data: bytes) -> str:
    """The text in ``data``: UTF-8, UTF-16 with a mark or told by its zeros, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    elif data[1:200:2].count(0) > 20:
        text = data.decode("utf-16-le", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\0", "")
