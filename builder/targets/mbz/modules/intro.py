"""What stands at the head of a module."""

from __future__ import annotations

from builder.model.course import Page
from builder.targets.mbz.desk import HTML, Desk
from builder.targets.mbz.xml import Value


def intro(desk: Desk, page: Page) -> dict[str, Value]:
    """The columns every plug-in has for its description: the lead, then the text."""
    lead = desk.inline(page.lead)
    body = desk.html(page.blocks, notes=page.footnotes)
    return {
        "intro": (desk.turned(f'<p class="lead">{lead}</p>') + "\n" if lead else "") + body,
        "introformat": HTML,
    }
