"""What ``result.html`` says of the graded quizzes, for the player to fill."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from builder.model.course import Course, Page
from builder.model.package import Package
from builder.model.question import Scenario
from builder.model.quiz import Quiz
from builder.render.questions.attribute import attribute
from builder.render.questions.quiz import objective_of, units_of
from builder.state.keys import key_of


@dataclass(frozen=True, slots=True)
class Graded:
    """A graded quiz as the page of results knows it."""

    quiz: Quiz
    key: str
    title: str
    href: str
    questions: Markup
    """JSON: ``[[key, objective, points], ...]`` of every scored question it may ask."""


def result_html(package: Package, environment: Environment, href: Callable[[Page], str]) -> Markup:
    """The sections of ``#cw-result``, hidden until the player fills them; ``href`` gives a page's file."""
    graded = {quiz.id for quiz in package.graded}
    tests = [
        Graded(
            quiz,
            f"{key_of(quiz.id):06x}",
            page.title,
            href(page),
            attribute(json.dumps(list(_questions(quiz, package.course)), separators=(",", ":"))),
        )
        for page in package.pages
        for quiz in page.quizzes
        if quiz.id in graded
    ]
    if not tests:
        return Markup()
    return Markup(environment.get_template("questions/result.html").render(tests=tests))  # noqa: S704 - it escapes


def _questions(quiz: Quiz, course: Course) -> Iterator[tuple[str, str, float]]:
    for unit in units_of(quiz, course):
        inner = unit.question.questions if isinstance(unit.question, Scenario) else (unit.question,)
        for question in inner:
            if question.scored:
                objective = question.objective or objective_of(unit.question)
                yield f"{key_of(question.id):06x}", objective, float(question.points)
