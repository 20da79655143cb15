"""Marks: pass marks that can be reached, and a score that is made of something."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.view import View
from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import NO_WEIGHT, NOTHING_MARKED, PASS_IMPOSSIBLE
from builder.model.package import packages_of
from builder.model.question import Question, is_scored
from builder.model.quiz import Quiz
from builder.state.reach import answered_in, pool_of


def check_weights(view: View) -> Iterator[Diagnostic]:
    """Every quiz, then what makes the score of each package."""
    graded = {id(quiz) for package in packages_of(view.course) for quiz in package.graded}
    for _, quiz in view.quizzes:
        if not _marked(view, quiz):
            if quiz.pass_mark:
                yield PASS_IMPOSSIBLE.at(quiz.span, mark=quiz.pass_mark)
            elif id(quiz) in graded and quiz.weight:
                yield NOTHING_MARKED.at(quiz.span)
    for package in packages_of(view.course):
        marked = [quiz for quiz in package.graded if _marked(view, quiz)]
        # Tests without a mark to reach may stand alone and count in nothing: that is a diagnostic.
        asked_first = all(quiz.role == "test" and not quiz.pass_mark for quiz in marked)
        if marked and not asked_first and not any(quiz.weight for quiz in package.graded):
            yield NO_WEIGHT.at(marked[0].span)


def is_marked(question: Question) -> bool:
    """Whether an answer earns points."""
    return is_scored(question) and question.points > 0


def _marked(view: View, quiz: Quiz) -> bool:
    return any(is_marked(question) for question in _asked(view, quiz))


def _asked(view: View, quiz: Quiz) -> Iterator[Question]:
    pools = (pool_of(view.course, quiz, draw) for draw in quiz.draws)
    for units in pools if quiz.draws else (quiz.questions,):
        for unit in units:
            yield from answered_in(unit)
