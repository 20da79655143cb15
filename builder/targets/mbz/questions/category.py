"""A category of the question bank (``question_categories``)."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.targets.mbz.plan import COURSE, COURSE_CONTEXT
from builder.targets.mbz.questions.reading import named
from builder.targets.mbz.xml import Element, Value, branch, record

PLAIN_TEXT = 2
"""Moodle's number of the format of plain text."""


@dataclass(slots=True, kw_only=True)
class Category:
    """One category being filled."""

    number: int
    """Old id."""
    path: tuple[str, ...]
    """The names of those above it below ``top``, and its own."""
    stamp: str
    """Tells it from all others, in every build: by it a later restore into the same course finds it again."""
    info: str = ""
    idnumber: str = ""
    parent: int = 0
    entries: list[Element] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    """Ids of what a random slot could draw here: questions, and scenarios that are one Cloze question."""

    def row(self) -> Element:
        """Its element in ``questions.xml``."""
        fields: dict[str, Value] = {
            "name": named(self.path[-1] if self.path else "top"),
            "contextid": COURSE_CONTEXT,
            "contextlevel": 50,
            "contextinstanceid": COURSE,
            "info": self.info,
            "infoformat": PLAIN_TEXT,
            "stamp": self.stamp,
            "parent": self.parent,
            "sortorder": 999 if self.parent else 0,
            "idnumber": self.idnumber or None,
        }
        entries = [branch("question_bank_entries", self.entries)] if self.entries else []
        return record("question_category", self.number, fields, entries)
