"""``coursewright report``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from builder.cli.options import find_root, lang_option, root_option, strict_option
from builder.cli.output import echo, show_all, summary
from builder.pipeline import Order, UnknownNameError, inspect, languages_of
from builder.report import as_html, as_json, gather
from builder.source.activity import read_activities


@click.command("report")
@click.argument("courses", nargs=-1, metavar="[COURSE]...")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Folder for report.html and report.json.",
)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Mark courses whose review is due on this day.")
@lang_option
@strict_option
@root_option
def command(  # noqa: PLR0913 - one parameter an option
    *,
    courses: tuple[str, ...],
    out: Path,
    on: datetime | None,
    languages: tuple[str, ...],
    strict: bool,
    root: Path | None,
) -> int:
    """Write what all courses measure, or the COURSEs named: lengths, study time, objectives, levels, sources, findings.

    OUT/report.html is one page that needs nothing else, OUT/report.json has the same numbers. What the check finds is
    in both; the exit code is the check's.
    """
    order = Order(
        root=str(find_root(root)),
        courses=tuple(Path(name).name for name in courses),
        languages=languages,
        strict=strict,
    )
    try:
        programme, shelf, found = inspect(order)
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None
    if programme is None:
        show_all(found.diagnostics, order.root, "text")
        echo("No report: programme.yaml cannot be read.", bold=True)
        return 1
    folders = [folder for folder in programme.courses if any(name == folder for name, _ in shelf)]
    read = {
        (folder, language): shelf[folder, language].course
        for folder in folders
        for language in languages_of(order, programme, folder)
        if (folder, language) in shelf
    }
    _, activities = read_activities(programme, programme.source_language, [])
    report = gather(
        programme,
        read,
        found.diagnostics,
        activities=activities,
        failed=found.failed,
        on=on.date() if on else None,
    )
    out.mkdir(parents=True, exist_ok=True)
    for name, text in (("report.html", as_html(report)), ("report.json", as_json(report))):
        (out / name).write_text(text, encoding="utf-8", newline="\n")
        echo(str(out / name))
    echo(summary(found.diagnostics), bold=True)
    return 1 if found.failed else 0
