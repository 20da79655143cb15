"""What rules are about: activities, lessons, tests and courses in one package, each with the names that mean it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.model.activity import Activity, Assignment
from builder.model.course import Course, Programme
from builder.model.outline import Classroom, Entry
from builder.model.quiz import Quiz

UNMARKED = {"label": "manual", "forum": "posts", "glossary": "entries"}
"""Kinds that nothing completes unless their entry says so, and what it may say."""


@dataclass(frozen=True, slots=True)
class Part:
    """A lesson without its tests, or a test."""

    id: str
    lesson: str
    """Id of the lesson that holds it."""
    is_test: bool
    graded: bool
    """Its grade counts: where a course has tests, what its lessons ask does not."""
    marked: bool
    """A mark is to be reached in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One thing that a platform can mark as done."""

    what: str
    """The kind of an activity, ``lesson``, ``test`` or ``course``."""
    entry: Entry
    name: str
    """Its own: that of an activity or a course, or ``folder/part``."""
    others: tuple[str, ...] = ()
    """Names of what it belongs to: its lesson, its course."""
    graded: bool
    marked: bool
    quizzed: bool = False
    """Asked by quizzes of the platform's own, which know of failures; packages report none."""

    @property
    def names(self) -> tuple[str, ...]:
        """All that a rule can call it."""
        return tuple(dict.fromkeys((self.name, *self.others)))

    @property
    def completed(self) -> bool:
        """Whether something completes it."""
        return self.entry.completes != "none" if self.entry.completes else self.what not in UNMARKED

    @property
    def passed(self) -> bool:
        """Whether a platform knows that it is passed."""
        return self.marked and self.entry.completes in ("", "pass")


@dataclass(frozen=True, slots=True)
class Scene:
    """A classroom laid open for the rules."""

    classroom: Classroom
    programme: Programme
    units: tuple[Unit, ...]
    named: Mapping[str, tuple[Unit, ...]]
    """By every name that a rule can use."""
    entered: frozenset[str]
    """The names of all entries and of their courses, also of those that name nothing."""


def scene_of(classroom: Classroom, programme: Programme) -> Scene:
    """Lay ``classroom`` open."""
    units = tuple(unit for entry in classroom.outline.entries for unit in _units(entry, classroom))
    named: dict[str, tuple[Unit, ...]] = {}
    for unit in units:
        for name in unit.names:
            named[name] = (*named.get(name, ()), unit)
    entered = frozenset(name for entry in classroom.outline.entries for name in (entry.name, entry.course) if name)
    return Scene(classroom, programme, units, named, entered)


def parts_of(course: Course) -> Iterator[Part]:
    """The parts of a course that can stand by themselves, in order."""
    tested = any(page.kind == "test" and page.quiz and page.quiz.weight for page in course.pages)
    for lesson in course.lessons:
        read = [page for page in lesson.pages if page.kind != "test"]
        if read:
            own = [page.quiz for page in read if page.quiz is not None]
            yield Part(lesson.id, lesson.id, False, not tested and _graded(own), _marked(own))
        for page in lesson.pages:
            if page.kind == "test" and page.quiz is not None:
                yield Part(page.id, lesson.id, True, page.quiz.weight > 0, _marked([page.quiz]))


def _units(entry: Entry, classroom: Classroom) -> Iterator[Unit]:
    activity, course = classroom.activities.get(entry.activity), classroom.courses.get(entry.course)
    if activity is not None:
        yield _activity(entry, activity)
    elif course is not None and course.delivery == "scorm":
        if not entry.part:
            yield _package(entry, course)
    elif course is not None:
        for part in parts_of(course):
            if entry.part in ("", part.id, part.lesson):
                yield Unit(
                    what="test" if part.is_test else "lesson",
                    entry=entry,
                    name=f"{entry.course}/{part.id}",
                    others=(f"{entry.course}/{part.lesson}", entry.course),
                    graded=part.graded and entry.weight > 0,
                    marked=part.marked,
                    quizzed=part.is_test or course.delivery == "native",
                )


def _activity(entry: Entry, activity: Activity) -> Unit:
    graded = isinstance(activity, Assignment) and activity.points > 0
    return Unit(what=activity.kind, entry=entry, name=entry.name, graded=graded, marked=False)


def _package(entry: Entry, course: Course) -> Unit:
    own = [page.quiz for page in course.pages if page.quiz is not None]
    tests = [quiz for quiz in own if quiz.role == "test"] or own
    graded = _graded(tests) and entry.weight > 0
    return Unit(what="course", entry=entry, name=entry.course, graded=graded, marked=_marked(tests))


def _graded(quizzes: list[Quiz]) -> bool:
    return any(quiz.weight for quiz in quizzes)


def _marked(quizzes: list[Quiz]) -> bool:
    return any(quiz.pass_mark for quiz in quizzes)
