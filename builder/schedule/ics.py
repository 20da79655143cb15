"""A calendar that calendar programs read: iCalendar (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from importlib.util import find_spec

from builder.model.outline import Classroom
from builder.schedule.events import Event


def lacks() -> str:
    """What is missing to write calendars, with the way to get it; '' if nothing is."""
    if find_spec("icalendar"):
        return ""
    return "the library icalendar is not installed: pip install 'coursewright[calendar]'"


def calendar(room: Classroom, events: Iterable[Event], start: date) -> bytes:
    """The ``events`` of the intake that begins on ``start``, as all-day events (RFC 5545, 3.6.1).

    An event is the same one whenever it is written for the same intake: its UID is made of the intake and its entry,
    and its time stamp is the start, so that the same outline gives the same bytes.
    """
    import icalendar  # noqa: PLC0415 - an extra of the tool

    stamp = datetime(start.year, start.month, start.day, tzinfo=UTC)
    root = icalendar.Calendar()
    root.add("prodid", "-//Coursewright//Calendar of a programme//EN")
    root.add("version", "2.0")
    root.add("calscale", "GREGORIAN")
    root.add("x-wr-calname", room.title)
    for event in events:
        one = icalendar.Event()
        one.add("uid", f"{event.name.replace('/', '.')}.{start:%Y%m%d}@{room.id}")
        one.add("dtstamp", stamp)
        one.add("dtstart", event.first)
        one.add("dtend", event.end)
        one.add("summary", event.title)
        one.add("description", event.text)
        one.add("transp", "TRANSPARENT")
        root.add_component(one)
    return bytes(root.to_ical())
