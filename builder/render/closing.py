"""The closing page, ``result.html``: how a course ended for its learner. The player fills it (``cw/closing.js``)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.course import Objective
from builder.model.package import Package
from builder.model.question import Question, Scenario
from builder.model.quiz import Quiz
from builder.render.config import hex_key
from builder.render.environment import environment
from builder.render.opening import minutes_of
from builder.render.page import Place, Shell
from builder.render.questions import result_html
from builder.render.questions.attribute import attribute
from builder.render.questions.quiz import objective_of, units_of
from builder.render.questions.see import served_by

BAR = 60
"""Per cent of an objective's points from which it counts as achieved where no test has a pass mark."""

Pair = tuple[str, str, str, float]
"""Keys of the question asked before and of the one asked after, objective and points of the latter."""


@dataclass(frozen=True, slots=True)
class Need:
    """Something completion asks for: a page to open, or with a ``mark`` a quiz to pass."""

    key: str
    title: str
    href: str
    reason: str
    mark: int | None = None
    """Per cent to be reached; None for a page."""


def render_result(shell: Shell) -> str:
    """``result.html``: status, what is missing, results by quiz and objective, comparison, record, what next."""
    package = shell.package
    course, graded = package.course, package.graded
    files = shell.addresses.files
    parts = parts_of(package)
    limited = [quiz for quiz in graded if quiz.attempts]
    return shell.render(
        "result.html",
        tests=result_html(package, environment(course.language), lambda page: files[page.id]),
        objectives=tuple(_objectives(shell)),
        bar=max((quiz.pass_mark for quiz in graded if quiz.pass_mark), default=BAR),
        missing=tuple(_needs(shell)),
        several=len(graded) > 1,
        limited=len(graded) == len(limited) == 1,
        compare="compare" in parts,
        pairs=attribute(json.dumps([*pairs_of(package)], separators=(",", ":"))),
        parts=" ".join(parts),
        minutes=shell.minutes(minutes_of(package)),
    )


def parts_of(package: Package) -> tuple[str, ...]:
    """The parts of the player that the closing page asks for: one more where results may be set beside others."""
    compare = package.graded and (package.course.programme or any(pairs_of(package)))
    return ("closing", "compare") if compare else ("closing",)


def pairs_of(package: Package) -> Iterator[Pair]:
    """The pairs of questions (``parallel=``) that both stand in ``package``, the one met first in front, each once."""
    met = {question.id: (at, question, objective) for at, (question, objective) in enumerate(_asked(package))}
    pairs = {
        frozenset((name, question.parallel)): None
        for name, (_, question, _) in met.items()
        if question.parallel in met and question.parallel != name
    }
    for pair in pairs:
        (_, before, _), (_, after, objective) = sorted((met[name] for name in pair), key=lambda found: found[0])
        if before.scored and after.scored:
            yield hex_key(before.id), hex_key(after.id), objective or before.objective, float(after.points)


def _asked(package: Package) -> Iterator[tuple[Question, str]]:
    """What the quizzes of ``package`` may ask, each question once, with its objective."""
    found: dict[str, tuple[Question, str]] = {}
    for page in package.pages:
        for quiz in page.quizzes:
            for unit in units_of(quiz, package.course):
                whole = unit.question
                for question in whole.questions if isinstance(whole, Scenario) else (whole,):
                    found.setdefault(question.id, (question, question.objective or objective_of(whole)))
    yield from found.values()


def _objectives(shell: Shell) -> Iterator[tuple[Objective, list[Place]]]:
    """The objectives that the graded quizzes test, each with the pages that serve it."""
    graded = shell.package.graded
    asked = {question.objective for quiz in graded for question in quiz.asked}
    asked |= {draw.objective for quiz in graded for draw in quiz.draws}
    for objective in shell.package.course.objectives.values():
        if objective.id in asked:
            pages = (place for place in shell.places if place.page.kind == "page")
            yield objective, [place for place in pages if objective.id in served_by(place.page, place.lesson)]


def _needs(shell: Shell) -> Iterator[Need]:
    """What completion asks for, in the order of the course; the same rules as in ``player/core/30-rules.js``."""
    course, graded = shell.package.course, shell.package.graded
    own = [place.page.quiz for place in shell.places if place.page.quiz is not None]
    passed: list[Quiz] = [quiz for quiz in own if quiz.pass_mark is not None] if course.complete_quizzes else []
    pages = course.complete_pages or not (graded or passed)
    t = shell.words.gettext
    for place in shell.places:
        quiz, title = place.page.quiz, place.page.title
        if not place.lesson.loose and quiz is not None:
            title = f"{place.lesson.title}: {title}"
        if quiz is not None and (quiz in graded or quiz in passed):
            mark = quiz.pass_mark or 0
            reason = t("pass mark %(pass)s%%") % {"pass": mark} if mark else t("to be done")
            yield Need(hex_key(quiz.id), title, place.file, reason, mark)
        elif pages:
            yield Need(hex_key(place.page.id), title, place.file, t("not opened yet"))
