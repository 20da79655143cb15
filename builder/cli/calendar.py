"""``coursewright calendar``."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from builder.archive import write_file
from builder.cli.names import language as checked_language
from builder.cli.options import find_root, root_option
from builder.cli.output import show_all
from builder.cli.sources import short, source_language
from builder.schedule import calendar, events_of
from builder.schedule.ics import lacks
from builder.source.classroom import load_classroom
from builder.source.load import load_course, load_programme


@click.command("calendar")
@click.argument("names", nargs=-1, metavar="[ENTRY]...")
@click.option("--start", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The first day: 2027-01-11.")
@click.option("--lang", callback=lambda c, p, v: v and checked_language(c, p, v), help="  [default: the source's]")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="  [default: ID-LANGUAGE.ics]")
@root_option
def command(*, names: tuple[str, ...], start: datetime, lang: str | None, out: Path | None, root: Path | None) -> int:
    """Write the days of the outline as a calendar file: all of them, or those of the ENTRYs named.

    An entry is named as rules of the outline name it: the id of an activity, or the folder of a course.
    """
    if reason := lacks():
        raise click.UsageError(f"No calendar can be written: {reason}")
    home = find_root(root)
    language = lang or source_language(home)
    programme, found = load_programme(home)
    room = None
    if programme is not None and language not in programme.languages:
        raise click.UsageError(f"programme.yaml lists no language `{language}`; nothing was written.")
    if programme is not None:
        read = {folder: load_course(programme, folder, language)[0] for folder in programme.courses}
        room, more = load_classroom(programme, language, {name: one for name, one in read.items() if one})
        found = [*found, *more]
    if room is None:
        show_all([one for one in found if one.is_error], str(home), "text")
        raise click.UsageError("There is no outline.yaml that could be read, and so there are no days.")
    unknown = sorted({*names} - {entry.name for entry in room.outline.entries})
    if unknown:
        raise click.UsageError(f"The outline has no entry `{unknown[0]}`; nothing was written.")
    first = date(start.year, start.month, start.day)
    events = [event for event in events_of(room, first) if not names or event.name in names]
    if not events:
        raise click.UsageError("Nothing there has a day (`since` or `expected`); nothing was written.")
    path = out or Path(f"{room.id}-{language}.ics")
    write_file(path, calendar(room, events, first))
    click.echo(f"{short(path)}: {len(events)} events from {events[0].first} to {max(one.end for one in events)}")
    return 0
