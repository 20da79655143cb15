"""From a folder of courses to packages: read, check, render, write; course by course."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from builder.check import (
    check_activities,
    check_classroom,
    check_course,
    check_programme,
    check_state,
    check_translated_activities,
    check_translation,
)
from builder.diagnostics import Diagnostic, Severity
from builder.model.course import Course, Programme
from builder.packing import Made, Pack, pack, pack_classroom, write_pack
from builder.release import compare, read_lock
from builder.source.activity import read_activities
from builder.source.activity.read import FOLDER as ACTIVITIES
from builder.source.classroom import load_classroom
from builder.source.files import is_folder, is_missing
from builder.source.load import load_course, load_programme
from builder.source.outline import NAME as OUTLINE
from builder.targets.base import Context, Target
from builder.targets.choice import ALL, chosen, installed, unbuildable, unknown_targets

PARALLEL_FROM = 400_000
"""Octets of Markdown from which starting processes costs less than it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to build, from where, to where. An empty tuple means all there are."""

    root: str
    """The folder of ``programme.yaml``."""
    out: str = ""
    """Folder for the packages; '' checks and writes nothing."""
    courses: tuple[str, ...] = ()
    """Folders, or beginnings of their names."""
    languages: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    """() for those the programme names, else the usual ones."""
    schemas: str = ""
    strict: bool = False
    """Warnings stop a course as errors do."""
    jobs: int = 1

    def stops(self, diagnostics: Iterable[Diagnostic]) -> bool:
        """Whether a course with ``diagnostics`` is not to be written."""
        return any(one.is_error or (self.strict and one.code.severity is Severity.WARNING) for one in diagnostics)


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: the packages by file name, and the diagnostics by place."""

    made: tuple[Made, ...]
    diagnostics: tuple[Diagnostic, ...]
    failed: bool
    """Whether something was not written because of the diagnostics."""


@dataclass(frozen=True, slots=True)
class Task:
    """The part of an order that one process does: some languages of one course, or of the programme as a whole."""

    folder: str
    """'' for the programme."""
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A course in one language, as far as it could be read, and all that was found."""

    course: Course | None
    language: str
    diagnostics: tuple[Diagnostic, ...]


Shelf: TypeAlias = dict[tuple[str, str], Checked]
"""Courses that have been read, by folder and language: what needs all of them finds them there."""


class UnknownNameError(ValueError):
    """An order names a course, language or target that is not there; the message says which there are."""


def build(order: Order) -> Report:
    """Build ``order``. A course with errors writes nothing and stops no other.

    Raises UnknownNameError for an order that cannot be meant, OSError when writing fails.
    """
    with _few_collections():
        return _build(order)


def inspect(order: Order) -> tuple[Programme | None, Shelf, Report]:
    """What ``build`` finds, in one process, with the programme and the courses it read; None where it cannot be read.

    Raises as ``build`` does.
    """
    shelf: Shelf = {}
    with _few_collections():
        programme, found = read_programme(order)
        if programme is None:
            return None, shelf, Report((), _ordered(found), True)
        _known("language", order.languages, programme.languages)
        reports = [perform(order, programme, task, shelf) for task in _tasks(order, programme)]
    report = _together(found, reports)
    return programme, shelf, replace(report, failed=report.failed or order.stops(found))


def _build(order: Order) -> Report:
    programme, found = read_programme(order)
    _known("target", (name for name in order.targets if name != ALL), installed().targets)
    if programme is not None and order.out:
        found += unbuildable(order.targets, programme)
    if programme is None or any(diagnostic.is_error for diagnostic in found):
        return Report((), _ordered(found), True)
    _known("language", order.languages, programme.languages)
    tasks = list(_tasks(order, programme))
    if len(tasks) > 1 and order.jobs > 1 and _weight(programme, tasks) >= PARALLEL_FROM:
        reports = _in_processes(order, programme, tasks)
    else:
        shelf: Shelf = {}
        reports = [perform(order, programme, task, shelf) for task in tasks]
    return _together(found, reports)


def _together(found: Iterable[Diagnostic], reports: Iterable[Report]) -> Report:
    """The reports of all tasks as one, with what was ``found`` before them."""
    reports = list(reports)
    diagnostics = _ordered((*found, *(one for report in reports for one in report.diagnostics)))
    made = sorted((one for report in reports for one in report.made), key=lambda one: one.file)
    return Report(tuple(made), diagnostics, any(report.failed for report in reports))


def read_programme(order: Order) -> tuple[Programme | None, list[Diagnostic]]:
    """The programme and what is wrong with it, its sources, its glossaries and the plug-ins."""
    installed.cache_clear()
    programme, found = load_programme(Path(order.root))
    diagnostics = [*found, *installed().diagnostics]
    if programme is not None:
        diagnostics += check_programme(programme)
        diagnostics += unknown_targets(programme)
    return programme, diagnostics


@contextmanager
def _few_collections() -> Iterator[None]:
    """Let the garbage collector look less often: a course is a large tree that lives to the end, and going through
    it again and again for cycles that hardly exist is a fifth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(20_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def perform(order: Order, programme: Programme, task: Task, shelf: Shelf | None = None) -> Report:
    """Read, check, render and write one task; courses are left on ``shelf``."""
    if not task.folder:
        return _perform_whole(order, programme, task.languages, {} if shelf is None else shelf)
    made: list[Made] = []
    diagnostics: list[Diagnostic] = []
    failed = False
    for checked in check(programme, task.folder, task.languages):
        if shelf is not None:
            shelf[task.folder, checked.language] = checked
        packs: list[Pack] = []
        found = [*checked.diagnostics]
        targets, lacking = roomy(order, programme, checked)
        if order.out and checked.course is not None and not order.stops(found):
            packs, losses = make(order, programme, checked.course, targets)
            found += losses
        if not order.stops(found):
            for one in packs:
                write_pack(Path(order.out), one)
                made.append(one.made)
        diagnostics += (*found, *lacking)
        failed = failed or order.stops((*found, *lacking))
    return Report(tuple(made), tuple(diagnostics), failed)


def _perform_whole(order: Order, programme: Programme, languages: Sequence[str], shelf: Shelf) -> Report:
    """Read, check and write the programme as a whole. What is wrong in a course is told where that is built."""
    made: list[Made] = []
    diagnostics: list[Diagnostic] = []
    failed = False
    for language in languages:
        courses = {folder: _taken(programme, folder, language, shelf) for folder in programme.courses}
        there = {folder: one.course for folder, one in courses.items() if one.course is not None}
        classroom, found = load_classroom(programme, language, there)
        if classroom is None:
            diagnostics += found
            failed = failed or order.stops(found)
            continue
        found += check_classroom(classroom, programme)
        found += check_activities(classroom.commons, classroom.activities, programme)
        if language != programme.source_language:
            master = read_activities(programme, programme.source_language, [])
            found += check_translated_activities(master, (classroom.commons, classroom.activities))
        broken = [folder for folder, one in courses.items() if order.stops(one.diagnostics)]
        packs: list[Pack] = []
        targets = [target for target in chosen(order.targets, programme) if target.classroom is not None]
        if order.out and not broken and not order.stops(found):
            for target in targets:
                one, told = pack_classroom(classroom, target, Context(programme, order.schemas))
                found += told
                packs += [one] if one is not None else []
        if not order.stops(found):
            for one in packs:
                write_pack(Path(order.out), one)
                made.append(one.made)
        diagnostics += found
        failed = failed or order.stops(found)
    return Report(tuple(made), tuple(diagnostics), failed)


def _taken(programme: Programme, folder: str, language: str, shelf: Shelf) -> Checked:
    """A course from the shelf, or read and put there."""
    if (folder, language) not in shelf:
        if language in _there(programme, folder):
            (shelf[folder, language],) = check(programme, folder, (language,))
        else:
            shelf[folder, language] = Checked(None, language, ())
    return shelf[folder, language]


def check(programme: Programme, folder: str, languages: Sequence[str]) -> Iterator[Checked]:
    """A course in each of ``languages``, with its release, beside the master it is translated from."""
    master, found = load_course(programme, folder, programme.source_language)
    for language in languages:
        if language == programme.source_language:
            yield _check_one(programme, folder, master, found, language)
        else:
            course, of_course = load_course(programme, folder, language)
            checked = _check_one(programme, folder, course, of_course, language)
            if master is not None and course is not None:
                both = (*checked.diagnostics, *check_translation(master, course))
                checked = replace(checked, diagnostics=both)
            yield checked


def _check_one(
    programme: Programme, folder: str, course: Course | None, found: Iterable[Diagnostic], language: str
) -> Checked:
    if course is None:
        return Checked(None, language, tuple(found))
    lock, of_lock = read_lock(Path(programme.root) / folder)
    course = replace(course, release=lock.release)
    unread = any(diagnostic.is_error for diagnostic in found)
    rules = [*check_course(course, programme), *compare(lock, course)]
    return Checked(course, language, (*found, *of_lock, *(one for one in rules if one.is_error or not unread)))


def roomy(order: Order, programme: Programme, checked: Checked) -> tuple[list[Target], list[Diagnostic]]:
    """The targets of an order that hold all a learner can leave in the course, and what the others lack.

    One target without room does not stop the others. Until the course is free of errors, nothing is said of what is
    merely scarce.
    """
    targets: list[Target] = []
    lacking: list[Diagnostic] = []
    unready = any(one.is_error for one in checked.diagnostics)
    for target in chosen(order.targets, programme):
        found = [] if checked.course is None else list(check_state(checked.course, target.name, target.state_limit))
        if not order.stops(found):
            targets.append(target)
        lacking += (one for one in found if one.is_error or not unready)
    return targets, lacking


def make(
    order: Order, programme: Programme, course: Course, targets: Iterable[Target]
) -> tuple[list[Pack], list[Diagnostic]]:
    """The packages of one checked course for ``targets``, in memory, and what the targets say about them."""
    context = Context(programme, order.schemas)
    packs: list[Pack] = []
    diagnostics: list[Diagnostic] = []
    for target in targets:
        for one, found in pack(course, target, context):
            diagnostics += found
            if one is not None:
                packs.append(one)
    return packs, diagnostics


def courses_of(order: Order, programme: Programme) -> list[str]:
    """The folders an order names, in the programme's order. Raises UnknownNameError."""
    named = {_folder(name, programme.courses) for name in order.courses}
    return [folder for folder in programme.courses if not order.courses or folder in named]


def languages_of(order: Order, programme: Programme, folder: str) -> tuple[str, ...]:
    """The languages in which a course exists: the source language always, another where it has a folder."""
    there = _there(programme, folder)
    return tuple(language for language in there if not order.languages or language in order.languages)


def _there(programme: Programme, folder: str) -> Iterator[str]:
    root = Path(programme.root) / folder
    for language in programme.languages:
        if language == programme.source_language or is_folder(root / language):
            yield language


def _folder(name: str, folders: Sequence[str]) -> str:
    """The folder called ``name``, or the only one that begins so."""
    begins = [folder for folder in folders if folder.startswith(name)]
    if name not in folders and len(begins) != 1:
        raise UnknownNameError(f"There is no course `{name}`. There are: {', '.join(folders)}.")
    return name if name in folders else begins[0]


def _known(what: str, names: Iterable[str], known: Iterable[str]) -> None:
    for name in names:
        if name not in known:
            raise UnknownNameError(f"There is no {what} `{name}`. There are: {', '.join(known)}.")


def _tasks(order: Order, programme: Programme) -> Iterator[Task]:
    """One task a course; one a language where there are fewer courses than processes."""
    folders = courses_of(order, programme)
    for folder in folders:
        languages = languages_of(order, programme, folder)
        if len(folders) < order.jobs:
            yield from (Task(folder, (language,)) for language in languages)
        elif languages:
            yield Task(folder, languages)
    languages = _languages_of_whole(order, programme)
    if languages and not order.courses and not is_missing(Path(programme.root) / OUTLINE):
        yield Task("", languages)


def _languages_of_whole(order: Order, programme: Programme) -> tuple[str, ...]:
    """The languages of the activities; where there are none, those of the courses."""
    named = [ACTIVITIES] if is_folder(Path(programme.root) / ACTIVITIES) else programme.courses
    found = {language for folder in named for language in languages_of(order, programme, folder)}
    return tuple(language for language in programme.languages if language in found)


def _weight(programme: Programme, tasks: Iterable[Task]) -> int:
    folders = [Path(programme.root) / task.folder / language for task in tasks for language in task.languages]
    return sum(_size(file) for folder in folders for file in folder.rglob("*.md"))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:  # a link to nowhere
        return 0


def _in_processes(order: Order, programme: Programme, tasks: Sequence[Task]) -> list[Report]:
    import multiprocessing  # noqa: PLC0415 - few builds are large enough
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    workers = min(order.jobs, len(tasks))
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(_perform_apart, [order] * len(tasks), [programme] * len(tasks), tasks))


def _perform_apart(order: Order, programme: Programme, task: Task) -> Report:
    """``perform`` in a process of its own."""
    with _few_collections():
        return perform(order, programme, task)


def _ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each diagnostic once, by place: what several languages share is said by each of them."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda one: (one.span, one.code.id, one.message)))


def default_jobs() -> int:
    """As many processes as there are processors to run them."""
    return os.cpu_count() or 1
