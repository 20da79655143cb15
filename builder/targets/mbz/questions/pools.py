"""Draws as random slots: how many, in which order, worth what, and whether enough questions are left for each.

Moodle fills slots one after the other and takes no question twice in an attempt. A slot that finds none left stops the
attempt from starting, so that what earlier slots may take has to be counted at its worst.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from builder.diagnostics import Diagnostic
from builder.diagnostics.moodle_codes import POOL_SHORT
from builder.model.question import Question, Scenario, is_scored
from builder.model.quiz import Draw
from builder.state.reach import answered_in
from builder.targets.banks import decimal


@dataclass(frozen=True)
class Pool:
    """What a draw takes from: the questions with the tag ``tag`` ('' for all) in a category."""

    category: int
    """Old id."""
    deep: bool
    """With all categories below it."""
    tag: str
    units: tuple[Question, ...]
    """The questions, and the scenarios that are one Cloze question each."""

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(unit.id for unit in self.units)


def slots_of(draw: Draw, pool: Pool) -> int:
    """How many random slots stand for a draw, at least 1.

    A draw counts questions, and a scenario as many as it has; a slot takes a whole scenario. So there are as many slots
    as the draw has questions where the pool has no scenarios, and else as many as ask that number on average.
    """
    asked = sum(len(answered_in(unit)) for unit in pool.units)
    return max(1, round(Decimal(draw.count * len(pool.units)) / asked)) if asked else draw.count


def worth(question: Question) -> Decimal:
    """The points of a question or of a whole scenario; 0 where nothing is scored."""
    if isinstance(question, Scenario):
        return sum((worth(part) for part in question.questions), Decimal(0))
    return question.points if is_scored(question) else Decimal(0)


def worth_of(pool: Pool) -> Decimal:
    """The points of a random slot: those of its questions, on average where they differ. Moodle gives every question of
    a slot the slot's points."""
    total = sum((worth(unit) for unit in pool.units), Decimal(0))
    return Decimal(decimal((total / len(pool.units)).quantize(Decimal("0.01")))) if pool.units else Decimal(0)


def in_order(draws: Sequence[Draw], pools: Sequence[Pool]) -> tuple[int, ...]:
    """The places of the draws in the order in which their slots stand: narrow pools before wide ones.

    From the end: the widest pool that has enough left after all others is the last. If any order leaves every draw
    enough, this one does.
    """
    left = list(range(len(draws)))
    order: list[int] = []
    while left:
        widest = sorted(left, key=lambda place: (len(pools[place].ids), place), reverse=True)
        safe = (
            place for place in widest if _is_enough(place, [other for other in left if other != place], draws, pools)
        )
        last = next(safe, widest[0])
        left.remove(last)
        order.insert(0, last)
    return tuple(order)


def short_pools(draws: Sequence[Draw], pools: Sequence[Pool]) -> Iterator[Diagnostic]:
    """The draws that may find too few questions after all that stand before them."""
    order = in_order(draws, pools)
    for number, place in enumerate(order):
        draw, pool = draws[place], pools[place]
        slots = slots_of(draw, pool)
        taken = most_taken(
            [(slots_of(draws[other], pools[other]), pools[other].ids) for other in order[:number]], pool.ids
        )
        if slots > len(pool.ids) - taken:
            yield POOL_SHORT.at(draw.span, count=slots, available=len(pool.ids), taken=taken)


def most_taken(before: Sequence[tuple[int, frozenset[str]]], pool: frozenset[str]) -> int:
    """The most questions of ``pool`` that slots can take: ``before`` says how many slots take from which questions.

    A largest matching between slots and questions, by augmenting paths.
    """
    taker: dict[str, int] = {}
    shared = [questions & pool for _, questions in before]

    def take(place: int, seen: set[int]) -> bool:
        seen.add(place)
        for question in shared[place]:
            holder = taker.get(question)
            if holder is None or (holder not in seen and take(holder, seen)):
                taker[question] = place
                return True
        return False

    for place, (slots, _) in enumerate(before):
        for _ in range(min(slots, len(shared[place]))):
            if not take(place, set()):
                break
    return len(taker)


def _is_enough(place: int, others: Sequence[int], draws: Sequence[Draw], pools: Sequence[Pool]) -> bool:
    before = [(slots_of(draws[other], pools[other]), pools[other].ids) for other in others]
    pool = pools[place]
    return slots_of(draws[place], pool) <= len(pool.ids) - most_taken(before, pool.ids)
