"""Quizzes as assessments: which questions, and what each weighs."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm

from builder.model.course import Course
from builder.model.package import Package
from builder.model.question import Question
from builder.model.quiz import Quiz
from builder.state.reach import answered_in, pool_of, quizzes_of
from builder.targets.imscc.items import Part, scattered
from builder.targets.imscc.qti import Item

HEAVIEST = 99
"""The most an item can weigh, the least is 1."""


def units_of(course: Course, quiz: Quiz) -> tuple[Question, ...]:
    """What an assessment asks: all of a quiz, or of its draws a selection that is always the same.

    The selection follows from the ids alone, so that other questions of the pool do not change it more than they must;
    draws that name a bank or an objective choose first, as in the player.
    """
    if not quiz.draws:
        return quiz.questions
    taken: dict[str, Question] = {}
    for draw in sorted(quiz.draws, key=lambda draw: (not draw.bank, not draw.objective)):
        pool = [unit for unit in pool_of(course, quiz, draw) if unit.id not in taken]
        taken.update((unit.id, unit) for unit in _filling(scattered(pool, lambda u: f"{quiz.id} {u.id}"), draw.count))
    pools = (unit for draw in quiz.draws for unit in pool_of(course, quiz, draw))
    return tuple(dict.fromkeys(unit for unit in pools if unit.id in taken))


def _filling(units: Sequence[Question], count: int) -> list[Question]:
    """The first units that make ``count`` questions, or as many as can be: a scenario is several and stays whole."""
    reachable = [{0}]
    for unit in reversed(units):
        size = len(answered_in(unit))
        reachable.insert(0, reachable[0] | {total + size for total in reachable[0] if total + size <= count})
    left = max(reachable[0])
    chosen = []
    for unit, rest in zip(units, reachable[1:], strict=True):
        if left - len(answered_in(unit)) in rest:
            left -= len(answered_in(unit))
            chosen.append(unit)
    return chosen


def banked_units(package: Package) -> tuple[tuple[Quiz, Question], ...]:
    """Every question of the quizzes that draw and of the pools they draw from, each once, with the first such quiz."""
    found: dict[str, tuple[Quiz, Question]] = {}
    for quiz in quizzes_of(package):
        pools = [pool_of(package.course, quiz, draw) for draw in quiz.draws]
        for unit in (unit for pool in ((quiz.questions, *pools) if pools else ()) for unit in pool):
            found.setdefault(unit.id, (quiz, unit))
    return tuple(found.values())


def weighed(parts: Sequence[Part]) -> tuple[Item, ...]:
    """Items whose weights are to each other as the points are, as far as whole numbers from 1 to 99 allow."""
    points = [part.points for part in parts]
    scale = Fraction(lcm(*[each.denominator for each in points]))
    scale /= gcd(*[int(each * scale) for each in points]) or 1
    if points and max(points) * scale > HEAVIEST:
        scale = Fraction(HEAVIEST) / max(points)
    return tuple(
        Item(part.ident, part.title, part.prompt, part.answer, max(1, round(part.points * scale)), part.general)
        for part in parts
    )
