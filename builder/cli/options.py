"""Options that several verbs share, and where the courses are."""

from __future__ import annotations

from pathlib import Path

import click

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of programme.yaml. [default: here, ./courses, or the nearest folder above that has one]",
)

format_option = click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How diagnostics are printed.",
)

strict_option = click.option("--strict", is_flag=True, help="Take warnings for errors.")

lang_option = click.option("--lang", "languages", multiple=True, metavar="LANGUAGE", help="Only this language.")


def find_root(given: Path | None) -> Path:
    """The folder that holds ``programme.yaml``; raises a usage error when there is none."""
    here = (given or Path.cwd()).resolve()
    for folder in (here,) if given else (here, *here.parents):
        for place in (folder, folder / "courses"):
            if (place / "programme.yaml").is_file():
                return place
    raise click.UsageError(
        f"There is no programme.yaml in {here}{'' if given else ' or above it'}.\n"
        "Go to the folder of your courses, name it with --root, or begin one: coursewright new programme my-courses"
    )
