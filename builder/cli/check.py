"""``coursewright check``."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import find_root, format_option, lang_option, root_option, strict_option
from builder.cli.output import show_report
from builder.pipeline import Order, UnknownNameError, build, default_jobs


@click.command("check")
@click.argument("courses", nargs=-1, metavar="[COURSE]...")
@lang_option
@strict_option
@click.option("--jobs", type=click.IntRange(1), help="Processes at most.  [default: the processors there are]")
@format_option
@root_option
def command(  # noqa: PLR0913 - one parameter an option
    *,
    courses: tuple[str, ...],
    languages: tuple[str, ...],
    strict: bool,
    jobs: int | None,
    style: str,
    root: Path | None,
) -> int:
    """Report every mistake in all courses, or in the COURSEs named, and what an edit does to learners' records.

    Nothing is written.
    """
    order = Order(
        root=str(find_root(root)),
        courses=tuple(Path(name).name for name in courses),
        languages=languages,
        strict=strict,
        jobs=jobs or default_jobs(),
    )
    try:
        report = build(order)
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None
    show_report(report, order, style)
    return 1 if report.failed else 0
