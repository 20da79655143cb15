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
from builder.render.config import hex_key
from builder.render.questions.attribute import attribute
from builder.render.questions.quiz import objective_of, units_of


@dataclass(frozen=True, slots=True)
class Graded:
    """A graded quiz as the page of results knows it."""

    quiz: Quiz
    key: str
    title: str
    href: str
    questions: Markup
    """JSON: ``[[key, objective, points], ...]`` of every scored question it may ask (objective '' in a quiz that has no
    weight in the score while others have), and as the fourth the key of its counterpart where it has one."""


def result_html(package: Package, environment: Environment, href: Callable[[Page], str]) -> Markup:
    """The sections of ``#cw-result``, hidden until the player fills them; ``href`` gives a page's file."""
    tests = []
    for page, quiz, questions in graded_questions(package):
        asked = attribute(json.dumps(list(questions), separators=(",", ":")))
        tests.append(Graded(quiz, hex_key(quiz.id), page.title, href(page), asked))
    if not tests:
        return Markup()
    return Markup(environment.get_template("questions/result.html").render(tests=tests))  # noqa: S704 - it escapes


def graded_questions(package: Package) -> Iterator[tuple[Page, Quiz, Iterator[tuple[str | float, ...]]]]:
    """Each graded quiz with its page and the scored questions it may ask, as in ``Graded.questions``."""
    graded = {quiz.id for quiz in package.graded}
    weighed = any(quiz.weight for quiz in package.graded)
    for page in package.pages:
        for quiz in page.quizzes:
            if quiz.id in graded:
                # What a test without weight came to (a diagnostic) is not what was learnt.
                yield page, quiz, _questions(quiz, package.course, named=bool(quiz.weight) or not weighed)


def _questions(quiz: Quiz, course: Course, *, named: bool) -> Iterator[tuple[str | float, ...]]:
    for unit in units_of(quiz, course):
        inner = unit.question.questions if isinstance(unit.question, Scenario) else (unit.question,)
        for question in inner:
            if question.scored:
                objective = (question.objective or objective_of(unit.question)) if named else ""
                pair = (hex_key(question.parallel),) if question.parallel else ()
                yield hex_key(question.id), objective, float(question.points), *pair
