"""``mod_page``: a page of HTML (``backup_page_activity_structure_step``)."""

from __future__ import annotations

from builder.model.activity import Text
from builder.targets.mbz.desk import HTML, Desk, Written
from builder.targets.mbz.pages import page_html
from builder.targets.mbz.plan import Reading

DISPLAY = 'a:2:{s:10:"printintro";i:0;s:17:"printlastmodified";i:0;}'
"""Serialised by PHP: neither the description above the text nor the date of the last change below it."""


def write_page(desk: Desk) -> Written:
    """A page of a course, or one of its own, with its lead above."""
    content: Reading | Text = desk.module.content  # type: ignore[assignment]
    return Written(
        fields={
            "intro": "",
            "introformat": HTML,
            "content": page_html(desk, content.page, "content"),
            "contentformat": HTML,
            "legacyfiles": 0,
            "legacyfileslast": None,
            "display": 5,
            "displayoptions": DISPLAY,
            "revision": 1,
            "timemodified": desk.ledger.start,
        }
    )
