"""Read, check and build a folder of courses, as the command does."""

from __future__ import annotations

from pathlib import Path

from builder.diagnostics import Diagnostic
from builder.model.course import Course, Programme


def examine(root: Path) -> list[Diagnostic]:
    """Everything that a build for all targets says about the courses in ``root``."""
    # Imported here: a stage that is broken fails the tests, not their collection.
    from builder.pipeline import Order, build  # noqa: PLC0415

    return list(build(Order(root=str(root), out=str(root.with_name(f"{root.name}-built")))).diagnostics)


def load(root: Path) -> tuple[Programme | None, list[Course], list[Diagnostic]]:
    """The programme in ``root``, its courses in every language they have, and what reading reported."""
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
