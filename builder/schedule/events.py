"""The days of a programme: when something opens, and when it should be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from builder.model.outline import Classroom, Entry, Section
from builder.model.rule import Dated, Every, Rule
from builder.render.words import words

DAY = 86_400


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens on whole days: from ``first`` on, up to but not including ``end``."""

    name: str
    """That of its entry in the outline."""
    title: str
    text: str
    first: date
    end: date


def events_of(room: Classroom, start: date) -> tuple[Event, ...]:
    """The events of an intake that begins on ``start``, by day; an entry without any moment has none.

    What opens at a moment (``since``) lasts until it is expected, or a day; what is only expected has that day.
    """
    found = (event for section in room.outline.sections for event in _events(room, section, start))
    return tuple(sorted(found, key=lambda event: (event.first, event.end, event.name)))


def _events(room: Classroom, section: Section, start: date) -> Iterator[Event]:
    t = words(room.language).gettext
    for entry in section.entries:
        title = _title(room, entry)
        moments = [moment for rule in (section.opens, entry.opens) for moment in _opening(rule)]
        due = None if entry.expected is None else entry.expected // DAY
        if moments:
            first = max(moments) // DAY
            last = due if due is not None and due > first else first + 1
            yield _event(entry, title, f"{room.title}: {section.title}", start, (first, last))
        elif due is not None:
            told = t("To be done by today: {title}").format(title=title)
            yield _event(entry, told, f"{room.title}: {section.title}", start, (due, due + 1))


def _event(entry: Entry, title: str, text: str, start: date, days: tuple[int, int]) -> Event:
    first, end = (start + timedelta(days=day) for day in days)
    return Event(entry.name, title, text, first, end)


def _opening(rule: Rule | None) -> Iterator[int]:
    """The moments before which a rule cannot hold: seconds from the start."""
    if isinstance(rule, Every):
        for one in rule.rules:
            yield from _opening(one)
    elif isinstance(rule, Dated) and rule.since is not None:
        yield rule.since


def _title(room: Classroom, entry: Entry) -> str:
    if entry.activity:
        activity = room.activities.get(entry.activity)
        return activity.title if activity else entry.activity
    course = room.courses.get(entry.course)
    if course is None:
        return entry.name
    parts = {lesson.id: lesson.title for lesson in course.lessons} | {page.id: page.title for page in course.pages}
    title = f"{course.code} {course.title}".strip()
    return f"{title}: {parts.get(entry.part, entry.part)}" if entry.part else title
