"""A package: the part of a course that one file for an LMS holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.model.course import Course, Discussion, Lesson, Page
from builder.model.quiz import Quiz


@dataclass(frozen=True, slots=True)
class Package:
    """A course, or one lesson of it, in one language. ``id`` is the item identifier, stable for ever."""

    id: str
    title: str
    course: Course
    lessons: tuple[Lesson, ...]

    @property
    def pages(self) -> Iterator[Page]:
        for lesson in self.lessons:
            yield from lesson.pages

    @property
    def discussions(self) -> tuple[Discussion, ...]:
        """The course's topics; of packages of one lesson each, the last has them."""
        return self.course.discussions if self.lessons[-1:] == self.course.lessons[-1:] else ()

    @property
    def graded(self) -> tuple[Quiz, ...]:
        """The quizzes whose best results make the score: the tests, or where there is none, the lesson quizzes."""
        own = [page.quiz for page in self.pages if page.quiz is not None]
        return tuple(q for q in own if q.role == "test") or tuple(own)

    @property
    def pass_mark(self) -> int:
        """Per cent of the score that passing takes: the mark of the one quiz that makes the score; 0 for none.

        Of several quizzes each has to be passed, and no single number says that.
        """
        match self.graded:
            case (quiz,) if quiz.weight:
                return quiz.pass_mark or 0
        return 0


def packages_of(course: Course, *, whole: bool = False) -> tuple[Package, ...]:
    """The packages a course makes: itself, or one for each lesson (``package: lesson``, unless ``whole``)."""
    if course.package == "lesson" and not whole:
        return tuple(Package(f"{course.id}-{lesson.id}", lesson.title, course, (lesson,)) for lesson in course.lessons)
    return (Package(course.id, course.title, course, course.lessons),)


def lesson_packages(course: Course) -> tuple[Package, ...]:
    """The packages of a course whose tests stand apart (``delivery: mixed``): each lesson without its tests, where
    something is left."""
    kept = (replace(one, pages=tuple(page for page in one.pages if page.kind != "test")) for one in course.lessons)
    return tuple(Package(f"{course.id}-{one.id}", one.title, course, (one,)) for one in kept if one.pages)


def items_of(course: Course) -> tuple[str, ...]:
    """Every item identifier under which a platform may hold records of a learner in ``course``."""
    apart = lesson_packages(course) if course.delivery == "mixed" else packages_of(course, whole=True)
    return tuple(dict.fromkeys(package.id for package in (*packages_of(course), *apart)))
