"""The programme: prerequisites that can be met, courses told apart, no language forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from builder.check.hints import meant
from builder.diagnostics import Diagnostic
from builder.diagnostics.activity_codes import WITHOUT_OUTLINE
from builder.diagnostics.programme_codes import (
    COURSE_ID_TWICE,
    LANGUAGE_UNLISTED,
    PREREQUISITE_CIRCLE,
    PREREQUISITE_UNKNOWN,
)
from builder.model.course import Programme
from builder.model.span import Span

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ID = re.compile(r"""id:\s*(["']?)([^"'#\s]+)\1\s*(#.*)?""")


def check_prerequisites(programme: Programme) -> Iterator[Diagnostic]:
    """Unknown courses, and courses that ask for each other."""
    asked = programme.prerequisites
    for name in dict.fromkeys((*asked, *(name for names in asked.values() for name in names))):
        if name not in programme.courses:
            hint = meant(name, programme.courses)
            yield PREREQUISITE_UNKNOWN.at(programme.span, name=name, hint=hint)
    seen: set[str] = set()
    for start in asked:
        circle = _circle(programme, start)
        if circle and seen.isdisjoint(circle):
            seen.update(circle)
            yield PREREQUISITE_CIRCLE.at(programme.span, circle=" → ".join((*circle, circle[0])))


def _circle(programme: Programme, start: str) -> tuple[str, ...]:
    """The shortest way from a course back to itself, or ()."""
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    waiting = [start]
    for course in waiting:
        for name in programme.prerequisites.get(course, ()):
            if name == start:
                return ways[course]
            if name not in ways:
                ways[name] = (*ways[course], name)
                waiting.append(name)
    return ()


def check_course_ids(programme: Programme) -> Iterator[Diagnostic]:
    """Two courses with one id: read from each course.yaml, since courses are built apart from each other."""
    first: dict[str, str] = {}
    for folder in programme.courses:
        for line, name in _ids(Path(programme.root) / folder / "course.yaml"):
            other = first.setdefault(name, folder)
            if other != folder:
                yield COURSE_ID_TWICE.at(Span(f"{folder}/course.yaml", line), id=name, other=other)


def _ids(file: Path) -> Iterator[tuple[int, str]]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for number, line in enumerate(lines, 1):
        if match := _ID.fullmatch(line.rstrip()):
            yield number, match[2]
            return


def check_languages(programme: Programme) -> Iterator[Diagnostic]:
    """Folders that look like translations into a language that is not listed."""
    for course in (*programme.courses, "activities"):
        try:
            folders = sorted(entry for entry in (Path(programme.root) / course).iterdir() if entry.is_dir())
        except OSError:
            continue
        for folder in folders:
            language = folder.name
            if language not in programme.languages and _LANGUAGE.fullmatch(language) and any(folder.rglob("*.md")):
                yield LANGUAGE_UNLISTED.at(Span(f"{course}/{language}", 0), language=language)


def check_outlined(programme: Programme) -> Iterator[Diagnostic]:
    """Activities that nothing shows, for want of an outline."""
    root = Path(programme.root)
    if "activities" in programme.courses or (root / "outline.yaml").exists():
        return
    if any(any((root / "activities" / language).glob("*.md")) for language in programme.languages):
        yield WITHOUT_OUTLINE.at(Span("activities", 0))
