"""What stands at the head of a module."""

from __future__ import annotations

from builder.model.course import Page
from builder.model.text import Inlines
from builder.targets.mbz.desk import HTML, Desk
from builder.targets.mbz.xml import Value


def intro(desk: Desk, page: Page) -> dict[str, Value]:
    """The columns every plug-in has for its description: the lead, then the text."""
    parts = (lead(desk, page.lead), desk.html(page.blocks, notes=page.footnotes))
    return {"intro": "\n".join(part for part in parts if part), "introformat": HTML}


def lead(desk: Desk, nodes: Inlines) -> str:
    """The sentence that stands above a text; '' for none."""
    html = desk.inline(nodes)
    return desk.turned(f'<p class="lead">{html}</p>') if html else ""
