"""``coursewright new outline`` and ``new activity``: what stands around the courses on a platform."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from builder.cli import names
from builder.cli.options import find_root, root_option
from builder.cli.scaffold import fill, free_id, ids_in, quoted, slug, with_activity
from builder.cli.sources import source_language, text_of, write
from builder.model.course import Programme
from builder.source.activity.read import FOLDER, read_activities
from builder.source.load import load_course, load_programme
from builder.source.outline import NAME

ACTIVITIES = tuple(
    sorted(Path(file.name).stem for file in files("builder.cli").joinpath("scaffolds/activities").iterdir())
)


@click.command("outline")
@root_option
def outline(root: Path | None) -> int:
    """Begin the outline of the programme: its courses in order, each opened by those it needs, after a welcome.

    Activities that are there already are entered at its end.
    """
    home = find_root(root)
    programme, _ = load_programme(home)
    if programme is None:
        raise click.UsageError("programme.yaml cannot be read; nothing was changed. See: coursewright check")
    language = programme.source_language
    title = programme.title.get(language, programme.id)
    head = fill("outline.yaml", id=f"{programme.id}-all", title=title, language=language, welcome=quoted("Welcome"))
    text = head + "".join(_section(programme, folder) for folder in programme.courses)
    _, activities = read_activities(programme, language, [])
    for own in (own for own in activities if own != "welcome"):
        text = with_activity(text, own)
    fresh = {home / NAME: text}
    welcome = home / FOLDER / language / "welcome.md"
    if not welcome.exists():
        fresh[welcome] = fill("activities/page.md", id="welcome", title="Welcome")
    write(fresh)
    return 0


def _section(programme: Programme, folder: str) -> str:
    course, _ = load_course(programme, folder, programme.source_language)
    name = course.title if course is not None else folder
    needed = [f"{{passed: {one}}}" for one in programme.prerequisites.get(folder, ()) if one in programme.courses]
    rule = needed[0] if len(needed) == 1 else f"{{all: [{', '.join(needed)}]}}"
    opens = f"    opens: {rule}\n" if needed else ""
    title = f"{{{programme.source_language}: {quoted(name)}}}"
    return f"  - id: {folder}\n    title: {title}\n{opens}    entries:\n      - course: {folder}\n"


@click.command("activity")
@click.argument("title", callback=names.title)
@click.option("--kind", type=click.Choice(ACTIVITIES), default="page", show_default=True)
@root_option
def activity(title: str, kind: str, root: Path | None) -> int:
    """Begin an activity called TITLE, and enter it at the end of the outline, if there is one."""
    home = find_root(root)
    folder = home / FOLDER / source_language(home)
    name = slug(title, kind)
    own = free_id(name, ids_in(home / FOLDER))
    fresh = {folder / f"{name}.md": fill(f"activities/{kind}.md", id=own, title=title)}
    there = home / NAME
    changed = {there: with_activity(text_of(there), own)} if there.exists() else {}
    write(fresh, changed)
    return 0
