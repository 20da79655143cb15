"""``coursewright new``: begin something. It asks nothing and never overwrites."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import click

from builder.archive import write_file
from builder.cli import names
from builder.cli.new_outline import activity, outline
from builder.cli.options import find_root, root_option
from builder.cli.scaffold import (
    fill,
    first_objective,
    free_id,
    ids_in,
    next_number,
    slug,
    with_course,
    with_entry,
)
from builder.cli.sources import short, source_language, text_of, write
from builder.source.values import LANGUAGE

KINDS = ("page", "quiz", "test", "bank")
QUESTIONS = tuple(
    sorted(Path(file.name).stem for file in files("builder.cli").joinpath("scaffolds/questions").iterdir())
)


@click.group("new")
def command() -> None:
    """Begin a programme, course, lesson, page, question, outline or activity: real files that build as they are."""


command.add_command(outline)
command.add_command(activity)


@command.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", callback=names.title, help="Title.  [default: from the folder's name]")
@click.option(
    "--language", default="en", show_default=True, callback=names.language, help="Language the courses are written in."
)
def programme(folder: Path, title: str | None, language: str) -> int:
    """Begin a programme with a first course in FOLDER."""
    if folder.exists() and any(folder.iterdir()) if folder.is_dir() else folder.exists():
        raise click.UsageError(f"{folder} is there already and not empty; nothing was changed.")
    name = title or _words(folder.resolve().name)
    course = "first-course"
    text = fill("programme.yaml", id=slug(name, "programme"), title=name, language=language)
    write(
        {
            folder / "programme.yaml": with_course(text, course) or text,
            folder / "sources.yaml": fill("sources.yaml"),
            folder / "glossary" / f"{language}.yaml": fill("glossary.yaml"),
            **_course(folder / course, "First course", language),
        }
    )
    _next(f"Next: coursewright serve --root {folder}")
    return 0


@command.command()
@click.argument("title", callback=names.title)
@click.option("--folder", callback=names.folder, help="Name of its folder.  [default: from the title]")
@root_option
def course(title: str, folder: str | None, root: Path | None) -> int:
    """Begin a course called TITLE, with a lesson, a quiz and a test, and enter it in the programme."""
    home = find_root(root)
    place = home / (folder or slug(title, "course"))
    programme = home / "programme.yaml"
    entered = with_course(text_of(programme), place.name)
    if entered is None:
        raise click.UsageError(f"{programme} has no list `courses:` to enter the course in; nothing was changed.")
    language = source_language(home)
    shared = {home / "sources.yaml": "sources.yaml", home / "glossary" / f"{language}.yaml": "glossary.yaml"}
    needed = {file: with_entry(text_of(file) if file.exists() else "", fill(name)) for file, name in shared.items()}
    write(_course(place, title, language), {programme: entered, **needed})
    _next(f"Next: write in {place}")
    return 0


@command.command()
@click.argument("course")
@click.argument("title", callback=names.title)
@root_option
def lesson(course: str, title: str, root: Path | None) -> int:
    """Begin a lesson called TITLE, with one page, at the end of COURSE (its folder)."""
    home = find_root(root)
    place = _existing(home, course, "course")
    tree = place / source_language(home)
    folder = tree / f"{next_number(tree)}-{slug(title, 'lesson')}"
    taken = ids_in(place)
    own = free_id(f"l-{slug(title, 'lesson')}", taken)
    write(
        {
            folder / "lesson.yaml": fill("lesson.yaml", id=own, title=title),
            folder / f"01-{slug(title, 'page')}.md": _page(place, title, "page", taken),
        }
    )
    return 0


@command.command()
@click.argument("lesson", type=click.Path(path_type=Path))
@click.argument("title", callback=names.title)
@click.option("--kind", type=click.Choice(KINDS), default="page", show_default=True)
@root_option
def page(lesson: Path, title: str, kind: str, root: Path | None) -> int:
    """Begin a page called TITLE at the end of LESSON (a folder of a course's language).

    A bank stands in the folder `banks`, and the lesson gets a test that draws from it.
    """
    home = find_root(root)
    folder = _existing(home, str(lesson), "lesson")
    file = folder / f"{next_number(folder)}-{slug(title, 'page')}.md"
    place = home / folder.relative_to(home).parts[0]
    taken = ids_in(place)
    if kind != "bank":
        write({file: _page(place, title, kind, taken)})
        return 0
    bank = free_id(f"p-{slug(title, 'page')}", taken)
    test = free_id(f"{bank}-test", taken)
    draw = fill("draw.md", id=test, title=title, objective=first_objective(place), bank=bank)
    write({folder.parent / "banks" / f"{slug(title, 'bank')}.md": _page(place, title, kind, taken), file: draw})
    return 0


@command.command()
@click.argument("page", type=click.Path(path_type=Path))
@click.argument("title", callback=names.title)
@click.option("--type", "kind", type=click.Choice(QUESTIONS), default="single", show_default=True)
@root_option
def question(page: Path, title: str, kind: str, root: Path | None) -> int:
    """Add a question called TITLE to the end of PAGE (a quiz, a test or a bank; in a page of text, as practice)."""
    home = find_root(root)
    file = _existing(home, str(page), "page")
    text = text_of(file).rstrip() + "\n"
    place = home / file.relative_to(home).parts[0]
    taken = ids_in(place)
    added = fill(
        f"questions/{kind}.md",
        mark="##",
        id=free_id(f"q-{slug(title, 'question')}", taken),
        title=title,
        objective=first_objective(place),
    )
    if not any(f"\nkind: {kind}" in text.partition("\n---")[0] for kind in ("quiz", "test", "bank")):
        quiz = free_id(f"quiz-{slug(title, 'question')}", taken)
        fence = "::::" if ":::" in added else ":::"
        added = f"{fence} quiz {{#{quiz}}}\n\n{added}\n{fence}\n"
    line = text.count("\n") + 2
    write_file(file, f"{text}\n{added}".encode())
    click.echo(f"{short(file)}:{line}")
    return 0


def _course(place: Path, title: str, language: str) -> Mapping[Path, str]:
    tree = place / language
    start = tree / "01-start"
    return {
        place / "course.yaml": fill("course.yaml", id=place.name, title=title, language=language),
        start / "lesson.yaml": fill("lesson.yaml", id="l-start", title="Pages for everybody"),
        start / "01-why-pictures-need-words.md": fill("first-page.md"),
        start / "02-links.md": fill("second-page.md"),
        start / "03-check.md": fill("lesson-quiz.md"),
        tree / "final-test.md": fill("final-test.md"),
    }


def _page(place: Path, title: str, kind: str, taken: set[str]) -> str:
    """A page of ``kind``; one that asks begins with a question."""
    objective = first_objective(place)
    text = fill(f"{kind}.md", id=free_id(f"p-{slug(title, 'page')}", taken), title=title, objective=objective)
    if kind == "page":
        return text
    own = free_id(f"q-{slug(title, 'question')}", taken)
    return text + fill("questions/single.md", mark="##", id=own, title="What is asked here?", objective=objective)


def _existing(home: Path, name: str, what: str) -> Path:
    """The course, lesson or page an author names: from here or from the programme's folder."""
    for path in (Path.cwd() / name, home / name):
        right = path.is_file() and path.suffix == ".md" if what == "page" else path.is_dir()
        if right and home in path.resolve().parents and _fits(path.resolve().relative_to(home).parts, what):
            return path.resolve()
    raise click.UsageError(f"There is no {what} `{name}` in {home}.")


def _fits(parts: tuple[str, ...], what: str) -> bool:
    """Whether a course stands in the programme's folder, the others in the folder of one of its languages."""
    return len(parts) == 1 if what == "course" else len(parts) > 1 and LANGUAGE.fullmatch(parts[1]) is not None


def _words(name: str) -> str:
    return name.replace("-", " ").replace("_", " ").strip().capitalize() or "Programme"


def _next(text: str) -> None:
    click.echo(text)
