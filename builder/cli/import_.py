"""``coursewright import``: a course out of another tool's file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from builder.cli import names
from builder.cli.importing import Import, Job, import_file
from builder.cli.options import find_root
from builder.cli.output import echo, show_all, summary
from builder.diagnostics.show import as_record


def _language(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    return None if value is None else names.language(context, parameter, value)


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of programme.yaml; one is begun where there is none. [default: as for other verbs, or ./courses]",
)
@click.option("--course", callback=names.folder, help="Name of the new course's folder.  [default: from its title]")
@click.option("--language", callback=_language, help="Language of the text.  [default: the programme's]")
@click.option("--dry-run", is_flag=True, help="Say what would be taken over; write nothing.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(  # noqa: PLR0913 - one parameter an option
    *, file: Path, into: Path | None, course: str | None, language: str | None, dry_run: bool, style: str
) -> int:
    """Make a new course of FILE: a Word document, a question bank, or a table of items.

    What could not be taken over is listed. Nothing that is there is changed, but for the new course's line in
    programme.yaml. Exit code 0: the course builds as it is; 1: something was left to put right.
    """
    home = _home(into)
    made = import_file(Job(file, home, course or "", language or "", dry_run=dry_run))
    if style == "json":
        click.echo(json.dumps(_as_json(made), indent=2, ensure_ascii=False))
    else:
        _show(made, file)
    return 1 if made.failed else 0


def _home(into: Path | None) -> Path:
    if into is not None:
        return into.resolve()
    try:
        return find_root(None)
    except click.UsageError:
        return (Path.cwd() / "courses").resolve()


def _as_json(made: Import) -> dict[str, object]:
    return {
        "course": made.folder,
        "written": made.written,
        "files": list(made.files),
        "counts": made.counts,
        "types": made.types,
        "diagnostics": [as_record(one) for one in (*made.found, *made.checked)],
    }


def _show(made: Import, file: Path) -> None:
    show_all(made.found, "", "text")
    if made.counts:
        echo(f"{file.name}: {_listed(made.counts)}", bold=True)
    if made.types:
        echo(f"By type: {', '.join(f'{name} {count}' for name, count in made.types.items())}")
    errors = [one for one in made.checked if one.is_error]
    if errors:
        echo("What `coursewright check` says of the new course:")
        show_all(errors, made.root, "text")
    if made.written:
        echo(f"{len(made.files)} files in {made.place}")
        echo(f"Next: coursewright check --root {Path(made.place).parent.as_posix()}")
    elif made.files:
        echo(f"{len(made.files)} files would stand in {made.place}; this was a dry run, nothing was written.")
    echo(f"Import: {summary((*made.found, *errors))}", bold=True)


def _listed(counts: Mapping[str, int]) -> str:
    """``2 lessons, 1 page``."""
    return ", ".join(f"{count} {name.removesuffix('s') if count == 1 else name}" for name, count in counts.items())
