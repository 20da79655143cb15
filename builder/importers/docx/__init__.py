"""Word documents (.docx, ECMA-376) through mammoth: headings make lessons, pages and questions."""

from builder.importers.base import Importer
from builder.importers.docx.read import read_docx

DOCX = Importer(
    name="docx",
    title="a Word document",
    suffixes=(".docx", ".docm"),
    fits=lambda data: data.startswith(b"PK\x03\x04"),
    read=read_docx,
    module="mammoth",
    extra="import",
)
