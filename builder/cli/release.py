"""``coursewright release``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from builder.archive import write_file
from builder.cli.options import find_root, format_option, root_option
from builder.cli.output import echo, show_all, summary
from builder.diagnostics import Diagnostic
from builder.pipeline import Order, UnknownNameError, check, courses_of, languages_of, read_programme, roomy
from builder.release import Lock, make_lock, read_lock, write_lock
from builder.release.lock import NAME


@click.command("release")
@click.argument("courses", nargs=-1, metavar="[COURSE]...")
@format_option
@root_option
def command(*, courses: tuple[str, ...], style: str, root: Path | None) -> int:
    """Record in course.lock what learners may hold results on, before packages go out to them.

    From then on `check` says what an edit would do to those results. A course with errors is not released.
    """
    order = Order(root=str(find_root(root)), courses=tuple(Path(name).name for name in courses))
    programme, found = read_programme(order)
    released: list[str] = []
    try:
        folders = courses_of(order, programme) if programme is not None else []
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None
    failed = order.stops(found)
    for folder in folders:
        assert programme is not None
        here: list[Diagnostic] = []
        course = None
        for checked in check(programme, folder, languages_of(order, programme, folder)):
            here += (*checked.diagnostics, *roomy(order, programme, checked)[1])
            if checked.language == programme.source_language:
                course = checked.course
        found += (one for one in here if one not in found)
        if course is None or failed or order.stops(here):
            failed = True
            continue
        place = Path(order.root) / folder
        before, _ = read_lock(place)
        released.append(f"{folder}: {_write(place, before, make_lock(course, before))}")
    show_all(found, order.root, style)
    for line in released:
        echo(line)
    echo(summary(found), bold=True)
    return int(failed)


def _write(place: Path, before: Lock, now: Lock) -> str:
    """Write ``now`` unless it says what ``before`` says; returns what was done."""
    if write_lock(replace(now, release=before.release)) == write_lock(before):
        return f"nothing to record since release {before.release}"
    write_file(place / NAME, write_lock(now).encode())
    return f"release {now.release}, recorded in {NAME}; commit that file"
