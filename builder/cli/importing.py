"""The work of ``coursewright import``: read, complete, check, write whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import click

from builder.archive import write_file
from builder.cli.scaffold import fill, free_id, slug, value_in, with_course
from builder.diagnostics import Diagnostic
from builder.diagnostics.import_codes import FILE_LARGE, NOTHING_FOUND
from builder.importers.base import Draft, Importer
from builder.importers.complete import complete
from builder.importers.registry import choose, importers
from builder.importers.write import write_course
from builder.model.course import Course
from builder.model.span import Span
from builder.pipeline import Order, build
from builder.source.quiz.read import NAMES

LARGEST = 50
"""Millions of octets of a file that is read."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to import, and where to."""

    file: Path
    root: Path
    """Folder of programme.yaml, which may not be there yet."""
    folder: str = ""
    """Name of the course's folder; '' for one from its title."""
    language: str = ""
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Import:
    """What an import did."""

    root: str
    folder: str = ""
    place: str = ""
    """The course's folder, as it is called from here."""
    files: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    """What was understood: lessons, pages, banks, questions, pictures; what there is none of is left out."""
    types: Mapping[str, int] = field(default_factory=dict)
    """The questions by type."""
    found: tuple[Diagnostic, ...] = ()
    """What was lost or doubtful in the file."""
    checked: tuple[Diagnostic, ...] = ()
    """What ``check`` says of the course."""
    written: bool = False
    failed: bool = False


def import_file(job: Job) -> Import:
    """Import one file. Raises click.UsageError where the course cannot be put, OSError when writing fails."""
    draft, found = _read(job)
    if draft is None:
        return Import(str(job.root), found=tuple(found), failed=True)
    programme = _text(job.root / "programme.yaml")
    language = _language(job, draft, programme)
    folder = job.folder or slug(draft.title, "course")
    place = job.root / folder
    if place.exists() or place.is_symlink():
        raise click.UsageError(
            f"{_short(place)} is there already; nothing was changed. Name another folder: --course {folder}-2"
        )
    own = free_id(folder, _course_ids(job.root))
    course, left = complete(draft, id=own, folder=folder, language=language)
    found += left
    files = {path: text.encode("utf-8", "replace") for path, text in write_course(course).items()}
    files |= draft.media
    fresh = fill("programme.yaml", id=folder, title=course.title, language=language)
    entered = with_course(programme or fresh, folder)
    if entered is None:
        where = _short(job.root / "programme.yaml")
        raise click.UsageError(f"{where} has no list `courses:` to enter the course in; nothing was changed.")
    checked = _put(job, folder, files, entered, with_course(fresh, folder) or fresh)
    types = Counter(question.type for page in (*course.pages, *course.banks) for quiz in page.quizzes
                    for question in quiz.asked)  # fmt: skip
    return Import(
        str(job.root),
        folder,
        _short(place),
        tuple(sorted(files)),
        _counts(course, draft, types.total()),
        {NAMES[name].partition(" ")[2]: types[name] for name in NAMES if types[name]},
        tuple(found),
        tuple(checked),
        written=not job.dry_run,
        failed=any(one.is_error for one in (*found, *checked)),
    )


def _read(job: Job) -> tuple[Draft | None, list[Diagnostic]]:
    """The draft of the file, with everything that was lost."""
    name = job.file.name
    with job.file.open("rb") as stream:
        data = stream.read(LARGEST * 1_000_000 + 1)
    if len(data) > LARGEST * 1_000_000:
        return None, [FILE_LARGE.at(Span(name, 0), limit=LARGEST)]
    known, found = importers()
    chosen = choose(name, data, known)
    if not isinstance(chosen, Importer):
        return None, [*found, chosen]
    draft, lost = chosen.read(name, data)
    found += lost
    if draft is not None and not draft.banks and not any(lesson.pages for lesson in draft.lessons):
        draft = None
    if draft is None and not any(one.is_error for one in found):
        found.append(NOTHING_FOUND.at(Span(name, 0)))
    return draft, found


def _language(job: Job, draft: Draft, programme: str) -> str:
    """The language of the course: a programme that is there has one already."""
    if not programme:
        return job.language or draft.language or "en"
    own = value_in(programme, "source_language")
    if job.language and own and job.language != own:
        raise click.UsageError(
            f"The courses in {_short(job.root)} are written in `{own}` (source_language); nothing was changed. "
            f"Import into another folder (--into), or with --language {own}"
        )
    return own or job.language or "en"


def _put(job: Job, folder: str, files: Mapping[str, bytes], programme: str, alone: str) -> list[Diagnostic]:
    """Write the course beside the others, check it, and only then let it take its place; what ``check`` says.

    ``programme`` is the text of programme.yaml with the course, ``alone`` one with nothing else.
    """
    is_fresh = not job.root.exists()
    if not job.dry_run:
        job.root.mkdir(parents=True, exist_ok=True)
    try:
        return _checked(job, folder, files, programme, alone)
    except OSError:
        if is_fresh and not job.dry_run:
            with suppress(OSError):
                job.root.rmdir()
        raise


def _checked(job: Job, folder: str, files: Mapping[str, bytes], programme: str, alone: str) -> list[Diagnostic]:
    with tempfile.TemporaryDirectory(dir=None if job.dry_run else job.root, prefix=".import-") as name:
        stage = Path(name)
        (stage / "programme.yaml").write_text(alone, "utf-8")
        for path, data in files.items():
            file = stage / folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        checked = build(Order(root=name, courses=(folder,))).diagnostics
        if not job.dry_run:
            (stage / folder).rename(job.root / folder)
            try:
                write_file(job.root / "programme.yaml", programme.encode("utf-8"))
            except OSError:
                shutil.rmtree(job.root / folder)
                raise
    return [one for one in checked if one.span.path.startswith(f"{folder}/")]


def _counts(course: Course, draft: Draft, questions: int) -> dict[str, int]:
    counts = {
        "lessons": sum(not lesson.loose for lesson in course.lessons),
        "pages": len(list(course.pages)),
        "banks": len(course.banks),
        "questions": questions,
        "pictures": len(draft.media),
    }
    return {name: count for name, count in counts.items() if count}


def _course_ids(root: Path) -> set[str]:
    """The ids of the courses that are there."""
    return {value_in(_text(file), "id") for file in root.glob("*/course.yaml")} if root.is_dir() else set()


def _text(file: Path) -> str:
    """The text of a file; '' where there is none."""
    if not file.exists():
        return ""
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise click.UsageError(f"{_short(file)} cannot be read as a text in UTF-8; nothing was changed.") from None


def _short(path: Path) -> str:
    try:
        return path.relative_to(Path.cwd()).as_posix() or "."
    except ValueError:
        return str(path)
