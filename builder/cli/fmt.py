"""``coursewright fmt``."""

from __future__ import annotations

from pathlib import Path

import click

from builder.archive import write_file
from builder.cli.options import find_root, format_option, root_option
from builder.cli.output import echo, show_all, summary
from builder.pipeline import Order, UnknownNameError, courses_of, languages_of, read_programme
from builder.source.activity.read import FOLDER as ACTIVITIES
from builder.source.fmt import format_course


@click.command("fmt")
@click.argument("courses", nargs=-1, metavar="[COURSE]...")
@click.option("--check", "only", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@format_option
@root_option
def command(*, courses: tuple[str, ...], only: bool, style: str, root: Path | None) -> int:
    """Write the ids that are missing and lay pages out in one way; the words stay as they are.

    Ids are written once and then kept: learners' results hang on them.
    """
    names = [Path(name).name for name in courses]
    order = Order(root=str(find_root(root)), courses=tuple(name for name in names if name != ACTIVITIES))
    programme, found = read_programme(order)
    found = [one for one in found if one.is_error] if programme is None else []
    changed: dict[str, str] = {}
    if programme is not None:
        try:
            folders = courses_of(order, programme) if order.courses or not names else []
        except UnknownNameError as error:
            raise click.UsageError(str(error)) from None
        folders += [ACTIVITIES] if ACTIVITIES in names or not names else []
        for folder in folders:
            languages = languages_of(order, programme, folder)
            texts, said = format_course(Path(order.root), folder, languages, source_language=programme.source_language)
            changed |= texts
            found += said
    show_all(found, order.root, style)
    for path, text in changed.items():
        if not only:
            write_file(Path(order.root) / path, text.encode())
        echo(f"{'would change' if only else 'changed'} {path}")
    if not changed and not found:
        echo("Nothing to change.")
    elif found:
        echo(summary(found), bold=True)
    return int(order.stops(found) or (only and bool(changed)))
