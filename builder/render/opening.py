"""The opening page: what a course (or a lesson packed by itself) is for, what it holds and what it asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.course import Course, Lesson, Objective, Page
from builder.model.package import Package
from builder.model.quiz import Quiz
from builder.render.dates import written
from builder.render.page import Shell
from builder.render.questions.quiz import asked_count

DAY, HOUR, MINUTE = 86_400, 3_600, 60


@dataclass(frozen=True, slots=True)
class Part:
    """A lesson, or a page between lessons, as the opening page lists it."""

    title: str
    href: str
    pages: int
    facts: tuple[str, ...]
    """How long it takes and what it holds."""
    loose: bool


@dataclass(frozen=True, slots=True)
class Assessment:
    """A graded quiz and its rules in words."""

    title: str
    facts: tuple[tuple[str, str], ...]


def render_opening(shell: Shell) -> str:
    """``index.html``, where a session begins."""
    package, course = shell.package, shell.package.course
    first = shell.places[0] if shell.places else None
    parts = tuple(_parts(shell)) if len(package.lessons) > 1 else ()
    tests = tuple(_assessments(shell, listed=bool(parts)))
    return shell.render(
        "opening.html",
        first=first.file if first else "contents.html",
        facts=tuple(_facts(shell)),
        objectives=tuple(objectives_of(package)),
        parts=parts,
        tests=tests,
        completion=tuple(_completion(shell)),
        notice=course.notice.partition("\n\n")[0],
        edition=edition_of(course),
        lesson=package.title != package.course.title,
    )


def edition_of(course: Course) -> str:
    """The date of the content, as learners read it: in the author's words, or that of ``as_of``."""
    return course.edition or written(course.as_of, course.language)


def objectives_of(package: Package) -> Iterator[Objective]:
    """The course's objectives, of a lesson packed by itself those that it or a page of it names."""
    course = package.course
    whole = package.lessons == course.lessons
    named = {name for lesson in package.lessons for name in lesson.objectives}
    named |= {name for page in package.pages for name in page.objectives}
    return (objective for name, objective in course.objectives.items() if whole or name in named)


def minutes_of(package: Package) -> int:
    """What the package takes: as the course says, or as its lessons do."""
    whole = package.lessons == package.course.lessons
    return (whole and package.course.minutes) or sum(_minutes(lesson) for lesson in package.lessons)


def _minutes(lesson: Lesson) -> int:
    return lesson.minutes or sum(page.minutes for page in lesson.pages)


def _facts(shell: Shell) -> Iterator[str]:
    """Time and size of the whole."""
    count = shell.words.ngettext
    lessons = sum(not lesson.loose for lesson in shell.package.lessons)
    yield from filter(None, [shell.minutes(minutes_of(shell.package))])
    if lessons > 1:
        yield count("{n} lesson", "{n} lessons", lessons).format(n=lessons)
    yield count("{n} page", "{n} pages", len(shell.places)).format(n=len(shell.places))


def _parts(shell: Shell) -> Iterator[Part]:
    count, t = shell.words.ngettext, shell.words.gettext
    for lesson in shell.package.lessons:
        if not lesson.pages:
            continue
        read = sum(page.quiz is None for page in lesson.pages)
        facts = [shell.minutes(_minutes(lesson))]
        if not lesson.loose:
            facts.append(count("{n} page", "{n} pages", read).format(n=read) if read else "")
            facts.append(t("Quiz") if read < len(lesson.pages) else "")
        for quiz in (page.quiz for page in lesson.pages if lesson.loose and page.quiz is not None):
            facts = [] if quiz.minutes else facts  # what it takes is what it may take
            facts.append(_questions(shell, quiz))
            facts += (f"{name}: {value}" for name, value in _conditions(shell, quiz))
        href = shell.addresses.files[lesson.pages[0].id]
        yield Part(lesson.title, href, len(lesson.pages), tuple(filter(None, facts)), lesson.loose)


def _questions(shell: Shell, quiz: Quiz) -> str:
    asked = asked_count(quiz)
    return shell.words.ngettext("{n} question", "{n} questions", asked).format(n=asked)


def _assessments(shell: Shell, *, listed: bool) -> Iterator[Assessment]:
    """The tests, but for those that stand with their rules among the parts (``listed``); or where there is none and
    the quizzes of lessons make the result, these."""
    graded = {quiz.id for quiz in shell.package.graded}
    for place in shell.places:
        quiz = place.page.quiz
        if quiz is not None and quiz.id in graded and not (listed and place.lesson.loose):
            yield Assessment(_title(place.page, place.lesson), tuple(_rules(shell, quiz)))


def _title(page: Page, lesson: Lesson) -> str:
    return page.title if lesson.loose else f"{lesson.title}: {page.title}"


def _rules(shell: Shell, quiz: Quiz) -> Iterator[tuple[str, str]]:
    t = shell.words.gettext
    yield t("Questions"), str(asked_count(quiz))
    yield from _conditions(shell, quiz)


def _conditions(shell: Shell, quiz: Quiz) -> Iterator[tuple[str, str]]:
    """What passing takes, how long it may take, and how often it may be tried."""
    t = shell.words.gettext
    if quiz.pass_mark is not None:
        yield t("Pass mark"), t("%(pass)s%%") % {"pass": quiz.pass_mark}
    if quiz.minutes:
        yield t("Time"), t("%(minutes)s minutes") % {"minutes": quiz.minutes}
    yield t("Attempts"), str(quiz.attempts) if quiz.attempts else t("any number")
    if quiz.wait and quiz.attempts != 1:
        yield t("Between attempts"), _time(shell, quiz.wait)


def _time(shell: Shell, seconds: int) -> str:
    """A span in the largest unit that fits, rounded up."""
    count = shell.words.ngettext
    if seconds >= DAY:
        return count("{n} day", "{n} days", n := -(-seconds // DAY)).format(n=n)
    if seconds >= HOUR:
        return count("{n} hour", "{n} hours", n := -(-seconds // HOUR)).format(n=n)
    return count("{n} minute", "{n} minutes", n := -(-seconds // MINUTE)).format(n=n)


def _completion(shell: Shell) -> Iterator[str]:
    """What completes the package besides its tests."""
    t, course = shell.words.gettext, shell.package.course
    passed = [page.quiz for page in shell.package.pages if page.quiz is not None and page.quiz.pass_mark is not None]
    others = [quiz for quiz in passed if quiz not in shell.package.graded]
    if course.complete_quizzes and others:
        yield t("To complete the course, pass the quizzes of the lessons, too.")
    if course.complete_pages and shell.package.graded:
        yield t("To complete the course, open every page, too.")
    if not shell.package.graded:
        yield t("There is no test: the course is complete when you have opened every page.")
