"""What a course, or a part of it, becomes on a platform: by its delivery, a row of pieces in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.model.course import Course, Lesson, Page
from builder.model.package import Package, lesson_packages, packages_of
from builder.model.question import Question, Scenario
from builder.render.words import words
from builder.targets.mbz.plan import Completion, Heading, Reading, Sco, Test
from builder.targets.moodlexml.questions import WRITERS


@dataclass(frozen=True, slots=True)
class Piece:
    """One module to be. ``pages`` are the ids of the pages it shows, ``lesson`` that of the lesson it belongs to."""

    name: str
    title: str
    content: Sco | Test | Reading | Heading
    completion: Completion
    pages: tuple[str, ...] = ()
    weight: int = 0
    """Of its grade in the course's; 0 does not count."""
    lesson: str = ""


def pieces_of(course: Course, part: str = "") -> tuple[Piece, ...]:
    """The pieces of a course in the order of its pages, or those of one lesson or one page."""
    if course.delivery == "scorm" and not part:
        return tuple(_sco(package, 1) for package in packages_of(course, whole=True))
    tested = any(page.kind == "test" and page.quiz and page.quiz.weight for page in course.pages)
    numbered = {lesson.id: lesson for lesson in _numbered(course)}
    cut = _as_pages if course.delivery == "native" else _as_packages
    found: list[Piece] = []
    for lesson in course.lessons:
        kept = _kept(numbered[lesson.id], part)
        if kept is not None:
            found += (replace(piece, lesson=lesson.id) for piece in cut(course, kept, tested=tested, named=not part))
    return tuple(found)


def _numbered(course: Course) -> Iterator[Lesson]:
    """The lessons with their numbers in their titles, where there are several: texts speak of "lesson 2"."""
    several = sum(not lesson.loose for lesson in course.lessons) > 1
    number = 0
    for lesson in course.lessons:
        number += not lesson.loose
        yield replace(lesson, title=f"{number}. {lesson.title}") if several and not lesson.loose else lesson


def _kept(lesson: Lesson, part: str) -> Lesson | None:
    """What of a lesson ``part`` names: all, one page, or nothing."""
    if part in ("", lesson.id):
        return lesson
    pages = tuple(page for page in lesson.pages if page.id == part)
    return replace(lesson, pages=pages, loose=True) if pages else None


def _as_packages(course: Course, lesson: Lesson, *, tested: bool, named: bool) -> Iterator[Piece]:
    """A SCORM package of what is read and practised, then its tests."""
    del named
    own = next((one for one in course.lessons if one.id == lesson.id), lesson)
    for package in lesson_packages(replace(course, lessons=(replace(lesson, title=own.title),))):
        yield replace(_sco(replace(package, course=course), 0 if tested else 1), title=lesson.title)
    for page in lesson.pages:
        if page.kind == "test":
            yield _test(course, page, tested=tested)


def _as_pages(course: Course, lesson: Lesson, *, tested: bool, named: bool) -> Iterator[Piece]:
    """Pages and quizzes, where several lessons stand together (``named``) under the lesson's name."""
    if named and not lesson.loose:
        heading = Heading(lesson.id, lesson.title)
        yield Piece(f"{course.id}-{lesson.id}", lesson.title, heading, Completion())
    for page in lesson.pages:
        if page.quiz is not None:
            yield _test(course, page, tested=tested)
            continue
        yield Piece(f"{course.id}-{page.id}", page.title, Reading(page), Completion(view=True), (page.id,))
        for practice in practices_of(page, course.language):
            yield Piece(f"{course.id}-{practice.id}", practice.title, Test(practice), Completion())


def _sco(package: Package, weight: int) -> Piece:
    pages = tuple(page.id for page in package.pages)
    graded = any(quiz.weight for quiz in package.graded)
    return Piece(package.id, package.title, Sco(package), Completion(passed=True), pages, weight if graded else 0)


def _test(course: Course, page: Page, *, tested: bool) -> Piece:
    """A quiz: where something is to be reached a pass completes it, else an attempt. With a test, what lessons ask
    does not count."""
    quiz = page.quiz
    assert quiz is not None, page.id
    done = Completion(passed=True) if quiz.pass_mark else Completion(send=True)
    weight = quiz.weight if page.kind == "test" or not tested else 0
    return Piece(f"{course.id}-{page.id}", page.title, Test(page), done, (page.id,), weight)


def practices_of(page: Page, language: str) -> tuple[Page, ...]:
    """The quizzes inside a page, each as a page of its own that follows it; those that cannot be asked are left out."""
    name = words(language).gettext("Questions")
    quizzes = [quiz for quiz in page.quizzes if quiz is not page.quiz and any(map(is_askable, quiz.asked))]
    return tuple(
        replace(
            page,
            id=quiz.id,
            kind="quiz",
            title=f"{name}{f' {number}' if len(quizzes) > 1 else ''}: {page.title}",
            lead=(),
            blocks=(),
            quiz=quiz,
        )
        for number, quiz in enumerate(quizzes, 1)
    )


def is_askable(question: Question) -> bool:
    """Whether Moodle can ask it; of a scenario, all its questions."""
    if isinstance(question, Scenario):
        return all(map(is_askable, question.questions))
    return type(question) in WRITERS
