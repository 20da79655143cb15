"""The objectives that a package measures, for the manifest and for the player."""

from __future__ import annotations

from collections.abc import Sequence

from builder.model.course import Objective
from builder.model.package import Package
from builder.render.config import hex_key
from builder.render.questions.result import graded_questions

Asked = list[tuple[str, list[tuple[str, int, float]]]]
"""Of each graded quiz its key, and of its questions key, place of the objective and points."""


def measured(package: Package) -> tuple[Objective, ...]:
    """The course's objectives on which a graded quiz has scored questions, in the course's order."""
    named = {objective for _, _, questions in graded_questions(package) for _, objective, *_ in questions}
    return tuple(objective for name, objective in package.course.objectives.items() if name in named)


def asked_of(package: Package, objectives: Sequence[Objective]) -> Asked:
    """The questions that count for ``objectives``, as ``cw.course.asked`` holds them."""
    places = {objective.id: place for place, objective in enumerate(objectives)}
    return [
        (
            hex_key(quiz.id),
            [(str(key), places[name], _plain(points)) for key, name, points, *_ in questions if name in places],
        )
        for _, quiz, questions in graded_questions(package)
    ]


def _plain(points: str | float) -> float:
    """Points without decimals where they need none, in which JSON is shorter."""
    number = float(points)
    return int(number) if number.is_integer() else number


def bar_of(package: Package) -> int:
    """Per cent from which an objective is achieved: the highest pass mark of the graded quizzes, 0 without one."""
    return max((quiz.pass_mark or 0 for quiz in package.graded), default=0)
