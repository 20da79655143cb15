"""A question of the import format on its way into a backup: its texts, and the files that stand inside it there."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from decimal import Decimal

from builder.targets.banks import decimal
from builder.targets.mbz.files import Area
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.plan import COURSE_CONTEXT
from builder.targets.mbz.xml import Element, Value, record

HTML = 1
PLAIN = 0
"""Moodle's numbers of formats: HTML, and text as Moodle formats it, which is what it keeps for typed answers."""


class Reading:
    """One question being read: what it says, and numbers for the rows that it becomes."""

    __slots__ = ("element", "files", "id", "ledger")

    def __init__(self, ledger: Ledger, element: Element, id: int) -> None:
        self.ledger = ledger
        self.element = element
        self.id = id
        """Old id of the question."""
        self.files: list[int] = []
        """Numbers of the files it shows."""

    def number(self) -> int:
        """An old id that nothing else in the backup has."""
        return self.ledger.number()

    def value(self, name: str, default: str = "") -> str:
        """The characters of a part."""
        return self.element.findtext(name) or default

    def flag(self, name: str) -> int:
        """1 for a part that is there, and does not say no."""
        part = self.element.find(name)
        return int(part is not None and part.text not in ("0", "false"))

    def html(self, name: str) -> str:
        """A text of the question itself; its files go to the area of the same name."""
        return self.text(self.element.find(name), name, self.id)

    def text(self, part: Element | None, area: str, item: int, component: str = "question") -> str:
        """The text of a part, whose files go into ``area``; '' for none."""
        if part is None:
            return ""
        where = Area(COURSE_CONTEXT, component, area, item)
        for file in part.findall("file"):
            path = f"{file.get('path', '/')}{file.get('name', '')}".lstrip("/")
            self._keep(self.ledger.files.add(where, path, b64decode(file.text or "")))
        return (part.findtext("text") or "").strip()

    def outcome(self) -> dict[str, Value]:
        """What is said to right, partly right and wrong answers, as all types that say it keep it."""
        return {
            field: value
            for name in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
            for field, value in ((name, self.html(name)), (f"{name}format", HTML))
        }

    def answers(self, shape: int) -> Iterator[tuple[Element, int, Element]]:
        """Each ``answer`` with the old id and the row it becomes; ``shape`` is the format of its text."""
        for part in self.element.findall("answer"):
            number = self.number()
            text = self.text(part, "answer", number)
            said = self.text(part.find("feedback"), "answerfeedback", number)
            yield part, number, answer(number, (text, shape), share(part.get("fraction", "0")), (said, HTML))

    def _keep(self, number: int) -> None:
        if number not in self.files:
            self.files.append(number)


NAME_LENGTH = 255
"""Characters of a name in Moodle."""


def named(text: str) -> str:
    """A name as Moodle keeps it: its forms take tags out of names, so that there are none; cut where it is too long."""
    safe = text.replace("<", "&lt;").replace(">", "&gt;")
    return (
        safe if len(safe) <= NAME_LENGTH else re.sub(r"&\w*$", "", safe[: NAME_LENGTH - 1]) + "\N{HORIZONTAL ELLIPSIS}"
    )


def child(element: Element, name: str) -> Element:
    """The first child of that name, which is there."""
    return next(element.iterchildren(name))


def answer(number: int, text: tuple[str, int], fraction: str, said: tuple[str, int] = ("", HTML)) -> Element:
    """A row of ``question_answers``: texts with their formats."""
    fields: dict[str, Value] = {
        "answertext": text[0],
        "answerformat": text[1],
        "fraction": fraction,
        "feedback": said[0],
        "feedbackformat": said[1],
    }
    return record("answer", number, fields)


def share(percent: str) -> str:
    """Per cent as a fraction with the seven decimals that Moodle keeps: ``33.33333`` is ``0.3333333``."""
    return decimal((Decimal(percent) / 100).quantize(Decimal("0.0000001")))
