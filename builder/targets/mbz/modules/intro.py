"""What stands above an activity: the text of its file."""

from __future__ import annotations

from collections.abc import Mapping

from builder.model.course import Page
from builder.model.text import Inlines
from builder.targets.mbz.desk import HTML, Desk
from builder.targets.mbz.xml import Value


def intro(desk: Desk, page: Page) -> Mapping[str, Value]:
    """The description of a module: the lead, then the text."""
    html = lead(desk, page.lead) + desk.html(page.blocks, notes=page.footnotes)
    return {"intro": html, "introformat": HTML}


def lead(desk: Desk, nodes: Inlines, area: str = "intro") -> str:
    """The opening sentence as a paragraph; '' for none."""
    html = desk.inline(nodes, area)
    return f"<p><strong>{html}</strong></p>\n" if html else ""
