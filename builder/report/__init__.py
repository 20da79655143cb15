"""What a programme measures, put together for people and programs: as one page of HTML, and as JSON."""

from builder.report.gather import gather
from builder.report.page import as_html
from builder.report.record import as_json

__all__ = ["as_html", "as_json", "gather"]
