"""What stands at the head of a module."""

from __future__ import annotations

from html import escape

from builder.model.course import Course, Page
from builder.render.numbers import numbers
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


def turned(course: Course, html: str) -> str:
    """``html`` with the direction of its language, where that is not the one of a platform in English: the platform may
    lack the language, and then writes its pages from left to right."""
    if not html or numbers(course.language).direction == "ltr":
        return html
    return f'<div dir="rtl" lang="{escape(course.language)}" style="text-align:right">{html}</div>'
