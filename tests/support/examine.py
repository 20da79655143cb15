"""Read and check a folder of courses, as a build does."""

from __future__ import annotations

from pathlib import Path

from builder.check import check_course, check_programme, check_translation
from builder.diagnostics import Diagnostic
from builder.model.course import Course, Programme


def examine(root: Path) -> list[Diagnostic]:
    """Everything that reading and checking say about the courses in ``root``.

    What was not read cannot be checked: warnings of the checks count only when reading reported no error.
    """
    programme, courses, found = load(root)
    if programme is None:
        return found
    checked = check_programme(programme)
    masters = {course.folder: course for course in courses if course.language == programme.source_language}
    for course in courses:
        checked += check_course(course, programme)
        master = masters.get(course.folder)
        if master is not None and master is not course:
            checked += check_translation(master, course)
    unread = any(diagnostic.is_error for diagnostic in found)
    return found + [diagnostic for diagnostic in checked if diagnostic.is_error or not unread]


def load(root: Path) -> tuple[Programme | None, list[Course], list[Diagnostic]]:
    """The programme in ``root``, its courses in every language they have, and what reading reported."""
    # Imported here: a reader that is broken fails the tests, not their collection.
    from builder.source.load import load_course, load_programme  # noqa: PLC0415

    programme, found = load_programme(root)
    courses: list[Course] = []
    found = list(found)
    if programme is None:
        return None, courses, found
    for folder in programme.courses:
        for language in programme.languages:
            if language != programme.source_language and not (root / folder / language).is_dir():
                continue
            course, diagnostics = load_course(programme, folder, language)
            found += (diagnostic for diagnostic in diagnostics if diagnostic not in found)
            if course is not None:
                courses.append(course)
    return programme, courses, found


def place(diagnostic: Diagnostic) -> str:
    """``path:line:column CODE``, or ``path CODE`` for a whole file."""
    span = diagnostic.span
    where = f"{span.path}:{span.line}:{span.column}" if span.line else span.path
    return f"{where} {diagnostic.code.id}"
