"""What entries name: there, once, and able to stand by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.check.hints import meant
from builder.check.outline.units import Scene, parts_of
from builder.diagnostics import Diagnostic
from builder.diagnostics.outline_codes import (
    ACTIVITY_UNKNOWN,
    COURSE_UNKNOWN,
    COURSE_UNTRANSLATED,
    ENTRY_TWICE,
    OUTLINE_ID,
    PART_KIND,
    PART_OF_SCORM,
    PART_UNKNOWN,
)
from builder.model.course import Course, Page
from builder.model.outline import Classroom, Entry
from builder.model.span import Span


def check_entries(scene: Scene) -> Iterator[Diagnostic]:
    """The id of the whole, then each entry by itself and beside the others."""
    for course in scene.classroom.courses.values():
        if course.id == scene.classroom.id:
            yield OUTLINE_ID.at(scene.classroom.outline.span, name=course.id, folder=course.folder)
    for entry in scene.classroom.outline.entries:
        if entry.activity:
            yield from _activity(entry, scene)
        else:
            yield from _course(entry, scene)
    yield from _twice(scene)


def _activity(entry: Entry, scene: Scene) -> Iterator[Diagnostic]:
    name, activities = entry.activity, scene.classroom.activities
    if name in activities:
        return
    folder, _, part = name.partition("/")
    if folder in scene.programme.courses:
        remedy = f"Write `course: {folder}`{f' and `part: {part}`' if part else ''}."
    elif (page := file_called(name, scene.classroom)) is not None:
        remedy = f"In `{page.span.path}` stands `id: {page.id}`: write that here, or `id: {name}` there."
    elif (Path(scene.programme.root) / scene.classroom.commons.span.path / f"{name}.md").is_file():
        return  # it could not be read, as is reported there
    else:
        remedy = f"Write the `id` of a file in `activities/{scene.classroom.language}`{meant(name, activities)}."
    yield ACTIVITY_UNKNOWN.at(entry.span, name=name, remedy=remedy)


def file_called(name: str, classroom: Classroom) -> Page | None:
    """The file ``name.md`` of an activity that has another id; None where there is none."""
    pages = (page for lesson in classroom.commons.lessons for page in lesson.pages)
    return next((page for page in pages if page.id not in ("", name) and page.path == f"{name}.md"), None)


def _course(entry: Entry, scene: Scene) -> Iterator[Diagnostic]:
    name, programme, language = entry.course, scene.programme, scene.classroom.language
    course = scene.classroom.courses.get(name)
    if course is not None:
        if entry.part:
            yield from _part(entry, course)
    elif name not in programme.courses:
        yield COURSE_UNKNOWN.at(entry.span, name=name, hint=meant(name, programme.courses))
    elif not (Path(programme.root) / name / language).is_dir() and language != programme.source_language:
        yield COURSE_UNTRANSLATED.at(entry.span, name=name, language=language)


def _part(entry: Entry, course: Course) -> Iterator[Diagnostic]:
    known = {name for part in parts_of(course) for name in (part.id, part.lesson)}
    if course.delivery == "scorm":
        yield PART_OF_SCORM.at(entry.span, course=course.folder)
    elif entry.part not in known:
        for lesson in course.lessons:
            for page in lesson.pages:
                if page.id == entry.part:
                    yield PART_KIND.at(entry.span, part=page.id, kind=page.kind, lesson=lesson.id)
                    return
        yield PART_UNKNOWN.at(entry.span, course=course.folder, part=entry.part, hint=meant(entry.part, known))


def _twice(scene: Scene) -> Iterator[Diagnostic]:
    """Entries of one name, and parts that their course, or their lesson, brings along already."""
    first: dict[str, Span] = {}
    for entry in scene.classroom.outline.entries:
        if entry.name in first:
            yield ENTRY_TWICE.at(entry.span, name=entry.name, line=first[entry.name].line, more="")
        else:
            first[entry.name] = entry.span
    shown: dict[str, Entry] = {}
    for unit in scene.units:
        other = shown.setdefault(unit.name, unit.entry)
        if other.name != unit.entry.name:
            whole = other.name if unit.entry.name == unit.name else unit.entry.name
            more = f": `{whole}` brings it along"
            yield ENTRY_TWICE.at(unit.entry.span, name=unit.name, line=other.span.line, more=more)
