"""The days of an outline, as events and as a calendar file."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner

from builder.cli.main import cli
from builder.model.outline import Classroom, Entry, Outline, Section
from builder.model.rule import Dated, Every, Member
from builder.model.span import Span
from builder.schedule import calendar, events_of
from tests.targets.mbz.rooms import taught

AT = Span("outline.yaml", 1)
WEEK = 7 * 86_400
START = date(2027, 1, 11)


def room(*entries: Entry, opens: Dated | None = None) -> Classroom:
    course = taught(folder="tg", code="TG")
    section = Section(id="s", title="First part", summary="", entries=entries, span=AT, opens=opens)
    outline = Outline(sections=(section,), span=AT)
    return Classroom(
        id="whole",
        title="The whole",
        summary="",
        language="en",
        outline=outline,
        commons=course,
        courses={"tg": course},
    )


def since(weeks: int) -> Dated:
    return Dated(weeks * WEEK, None, AT)


def test_what_opens_at_a_moment_lasts_until_it_is_expected() -> None:
    chat = Entry(activity="chat", opens=Every((since(3), Member("any", AT))), expected=4 * WEEK, span=AT)
    short = Entry(activity="short", opens=since(1), span=AT)
    events = events_of(room(chat, short), START)
    assert [(one.name, one.first, one.end) for one in events] == [
        ("short", date(2027, 1, 18), date(2027, 1, 19)),
        ("chat", date(2027, 2, 1), date(2027, 2, 8)),
    ]


def test_what_is_only_expected_has_that_day_and_what_has_no_moment_none() -> None:
    due = Entry(course="tg", expected=2 * WEEK, span=AT)
    (event,) = events_of(room(due, Entry(activity="free", span=AT)), START)
    assert (event.first, event.end, event.title) == (
        date(2027, 1, 25),
        date(2027, 1, 26),
        "To be done by today: TG Course",
    )


def test_a_section_that_opens_later_holds_its_entries_back() -> None:
    (event,) = events_of(room(Entry(activity="a", opens=since(1), span=AT), opens=since(5)), START)
    assert event.first == date(2027, 2, 15)


def test_the_file_reads_back_and_is_always_the_same() -> None:
    whole = replace(room(Entry(activity="é;,", opens=since(1), span=AT)), title="A; B, C " + "ü" * 80)
    data = calendar(whole, events_of(whole, START), START)
    assert data == calendar(whole, events_of(whole, START), START)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert (str(event["summary"]), event.decoded("dtstart")) == ("é;,", date(2027, 1, 18))
    assert not re.search(rb"[^\r]\n", data)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nope"], "no entry `nope`"),
        (["welcome"], "Nothing there has a day"),
        (["--lang", "xx"], "no language `xx`"),
    ],
)
def test_mistakes_are_told_and_nothing_is_written(tmp_path: Path, arguments: list[str], told: str) -> None:
    out = tmp_path / "x.ics"
    made = CliRunner().invoke(cli, ["calendar", "--start", "2027-01-11", "--out", str(out), *arguments])
    assert (made.exit_code, told in made.output, out.exists()) == (2, True, False), made.output


def test_the_days_of_one_entry(tmp_path: Path) -> None:
    out = tmp_path / "chat.ics"
    made = CliRunner().invoke(cli, ["calendar", "e-chat-1", "--start", "2027-01-11", "--out", str(out)])
    assert made.exit_code == 0, made.output
    assert len(icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT")) == 1
