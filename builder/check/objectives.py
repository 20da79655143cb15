"""Objectives: known wherever they are named, taught on a page, practised and tested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from builder.check.hints import meant
from builder.check.view import View
from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import (
    OBJECTIVE_NONE,
    OBJECTIVE_UNKNOWN,
    OBJECTIVE_UNPRACTISED,
    OBJECTIVE_UNTAUGHT,
    OBJECTIVE_UNTESTED,
    SEE_UNKNOWN,
)
from builder.model.course import Page
from builder.model.question import Question
from builder.model.quiz import Quiz
from builder.model.span import Span
from builder.state.reach import answered_in, pool_of


def check_objectives(view: View) -> Iterator[Diagnostic]:
    """Objectives that do not exist, pages that name none, and objectives that nothing serves."""
    known = view.course.objectives
    for span, name in _named(view):
        if name not in known:
            yield OBJECTIVE_UNKNOWN.at(span, id=name, hint=meant(name, known))
    if known:
        yield from _pages(view)
        if not view.course.content.objectives:  # which asks for more
            yield from _served(view)


def check_pages_to_see(view: View) -> Iterator[Diagnostic]:
    """Pages to read again that are not there, or that no learner is shown."""
    pages = {page.id for page in view.course.pages}
    for asked in view.questions:
        if (see := asked.question.see) and see not in pages:
            yield SEE_UNKNOWN.at(asked.question.span, id=see, hint=meant(see, pages))


def _named(view: View) -> Iterator[tuple[Span, str]]:
    """Every place that names an objective."""
    for lesson in view.course.lessons:
        if not lesson.loose:
            yield from ((lesson.span, name) for name in lesson.objectives)
    for page in view.pages:
        yield from ((page.span, name) for name in page.objectives)
        for quiz in page.quizzes:
            yield from ((draw.span, draw.objective) for draw in quiz.draws if draw.objective)
    for asked in view.questions:
        if asked.question.objective:
            yield asked.question.span, asked.question.objective


def _pages(view: View) -> Iterator[Diagnostic]:
    for lesson in view.course.lessons:
        for page in lesson.pages:
            if page.kind == "page" and not page.objectives and not lesson.objectives:
                yield OBJECTIVE_NONE.at(page.span, example=min(view.course.objectives))


def _served(view: View) -> Iterator[Diagnostic]:
    taught, practised, tested = _taught(view), set[str](), set[str]()
    tests = False
    for page in view.course.pages:
        for quiz in page.quizzes:
            tests = tests or (quiz.role == "test" and quiz.weight > 0)  # a diagnostic asks before anything is taught
            (tested if quiz.role == "test" else practised).update(_asked(view, page, quiz))
    for name, objective in view.course.objectives.items():
        if name not in taught:
            yield OBJECTIVE_UNTAUGHT.at(objective.span, id=name)
        elif tests and name not in tested:
            yield OBJECTIVE_UNTESTED.at(objective.span, id=name)
        elif tests and name not in practised:
            yield OBJECTIVE_UNPRACTISED.at(objective.span, id=name)


def _taught(view: View) -> set[str]:
    lessons = (lesson.objectives for lesson in view.course.lessons)
    return set(chain.from_iterable((*lessons, *(page.objectives for page in view.course.pages if page.kind == "page"))))


def _asked(view: View, page: Page, quiz: Quiz) -> set[str]:
    """The objectives a quiz asks for; a question that names none serves those of its page."""
    units: Iterable[Question] = quiz.questions
    if quiz.draws:
        units = chain.from_iterable(pool_of(view.course, quiz, draw) for draw in quiz.draws)
    named: set[str] = set()
    for unit in units:
        own = {unit.objective, *(question.objective for question in answered_in(unit))} - {""}
        named |= own or set(page.objectives)
    return named
