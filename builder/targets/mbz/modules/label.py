"""``mod_label``: a text among the activities (``backup_label_activity_structure_step``)."""

from __future__ import annotations

from html import escape

from builder.model.activity import Label
from builder.targets.mbz.desk import HTML, Desk, Written
from builder.targets.mbz.plan import Heading


def write_label(desk: Desk) -> Written:
    """A text, or the name of a lesson as a heading."""
    content: Label | Heading = desk.module.content  # type: ignore[assignment]
    if isinstance(content, Heading):
        html = desk.turned(f"<h4>{escape(content.title, quote=False)}</h4>")
    else:
        html = desk.html(content.page.blocks, notes=content.page.footnotes)
    return Written(fields={"intro": html, "introformat": HTML, "timemodified": desk.ledger.start})
