"""Draws as sections: QTI selects so many children of a section, and what two sections hold can be selected twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from builder.model.course import Course
from builder.model.question import Question
from builder.model.quiz import Draw, Quiz
from builder.state.reach import answered_in, pool_of


@dataclass(frozen=True, slots=True)
class Portion:
    """``select`` of ``units`` (questions, or scenarios whole), which all hold the same number of questions."""

    draw: Draw
    units: tuple[Question, ...]
    select: int


def portions_of(course: Course, quiz: Quiz) -> tuple[Portion, ...]:
    """What the draws of ``quiz`` select from; the numbers of questions are those of the draws."""
    pools = [pool_of(course, quiz, draw) for draw in quiz.draws]
    parted = _parted(quiz.draws, pools)
    portions = [list(_portions(draw, pool)) for draw, pool in zip(quiz.draws, parted, strict=True)]
    asked = [sum(one.select * _size(one.units[0]) for one in found) for found in portions]
    if asked != [draw.count for draw in quiz.draws]:
        portions = [list(_portions(draw, pool)) for draw, pool in zip(quiz.draws, pools, strict=True)]
    return tuple(portion for found in portions for portion in found)


def _parted(draws: Sequence[Draw], pools: Sequence[Sequence[Question]]) -> list[list[Question]]:
    """The pools without common questions: each goes where there are fewest for what is drawn. Those that fewest draws
    can take are given first."""
    takers: dict[str, list[int]] = {}
    units: dict[str, Question] = {}
    for number, pool in enumerate(pools):
        for unit in pool:
            units[unit.id] = unit
            takers.setdefault(unit.id, []).append(number)
    room = [0] * len(draws)
    given: dict[str, int] = {}
    for name, numbers in sorted(takers.items(), key=lambda taker: len(taker[1])):
        chosen = min(numbers, key=lambda number: (room[number] / max(draws[number].count, 1), number))
        room[chosen] += _size(units[name])
        given[name] = chosen
    return [[unit for unit in pool if given[unit.id] == number] for number, pool in enumerate(pools)]


def _portions(draw: Draw, pool: Sequence[Question]) -> Iterator[Portion]:
    """A portion for each size of unit, so many of each that they make the draw's number of questions."""
    sizes: dict[int, list[Question]] = {}
    for unit in pool:
        sizes.setdefault(_size(unit), []).append(unit)
    sizes.pop(0, None)
    selected = _selected({size: len(units) for size, units in sizes.items()}, draw.count)
    for size, units in sizes.items():
        if selected[size]:
            yield Portion(draw, tuple(units), selected[size])


def _selected(there: Mapping[int, int], count: int) -> dict[int, int]:
    """How many units of each size to select: ``count`` questions in all, else as many as can be, and so that as few
    units as can be are never asked."""
    whole = sum(size * number for size, number in there.items())
    best: tuple[float, ...] | None = None
    chosen = dict.fromkeys(there, 0)
    small = min(there, default=1)
    others = [size for size in there if size != small]
    for numbers in product(*(range(min(there[size], count // size) + 1) for size in others)):
        rest = count - sum(size * number for size, number in zip(others, numbers, strict=True))
        if rest < 0:
            continue
        few = min(rest // small, there.get(small, 0))
        each = dict(zip(others, numbers, strict=True)) | {small: few}
        never = sum(number for size, number in there.items() if not each[size])
        apart = sum((size * each[size] - count * size * there[size] / whole) ** 2 for size in there)
        rank = (rest - few * small, never, apart)
        if best is None or rank < best:
            best, chosen = rank, each
    return chosen


def _size(unit: Question) -> int:
    return len(answered_in(unit))
