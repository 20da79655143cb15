"""Tables of items: workbooks (.xlsx) and texts with separators (.csv), a question a row."""

from builder.importers.base import Importer
from builder.importers.table.read import read_csv, read_xlsx

XLSX = Importer(
    name="xlsx",
    title="a workbook with a table of items",
    suffixes=(".xlsx", ".xlsm"),
    fits=lambda data: data.startswith(b"PK\x03\x04"),
    read=read_xlsx,
    module="openpyxl",
    extra="import",
)
CSV = Importer(
    name="csv",
    title="a text with a table of items",
    suffixes=(".csv", ".tsv"),
    fits=lambda data: not data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")),
    read=read_csv,
)
