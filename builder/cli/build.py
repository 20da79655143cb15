"""``coursewright build``."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import find_root, format_option, lang_option, root_option, strict_option
from builder.cli.output import echo, show_report
from builder.cli.table import loss_table
from builder.pipeline import Order, UnknownNameError, build, default_jobs


@click.command("build")
@click.argument("courses", nargs=-1, metavar="[COURSE]...")
@click.option(
    "--target", "targets", multiple=True, metavar="TARGET", help="Only this format, or `all`; may be repeated."
)
@lang_option
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Output folder.  [default: dist]")
@strict_option
@click.option("--jobs", type=click.IntRange(1), help="Processes at most.  [default: the processors there are]")
@click.option(
    "--xsd",
    "schemas",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the SCORM schemas to put into packages.",
)
@click.option("--losses", is_flag=True, help="List all that a format changes or leaves out.")
@format_option
@root_option
def command(  # noqa: PLR0913 - one parameter an option
    *,
    courses: tuple[str, ...],
    targets: tuple[str, ...],
    languages: tuple[str, ...],
    out: Path | None,
    strict: bool,
    jobs: int | None,
    schemas: Path | None,
    losses: bool,
    style: str,
    root: Path | None,
) -> int:
    """Build the packages of all courses, or of the COURSEs named (a folder, or the beginning of its name).

    A course with errors writes nothing; the others are built. Old packages are replaced whole or not at all.
    """
    home = find_root(root)
    order = Order(
        root=str(home),
        out=str(out or home_of_packages(home)),
        courses=tuple(Path(name).name for name in courses),
        languages=languages,
        targets=targets,
        schemas=str(schemas.resolve()) if schemas else "",
        strict=strict,
        jobs=jobs or default_jobs(),
    )
    try:
        report = build(order)
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None
    show_report(report, order, style)
    if losses and style == "text":
        echo(loss_table(report.made))
    return 1 if report.failed else 0


def home_of_packages(root: Path) -> Path:
    """``dist`` beside a folder called ``courses``, else inside the folder of the programme."""
    return (root.parent if root.name == "courses" else root) / "dist"
