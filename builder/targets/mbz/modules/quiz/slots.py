"""The slots of a quiz: what it asks, fixed or drawn, in order, on which page, in which section.

Moodle's terms: a *slot* is a place for one question; a *section* is a run of slots that is shuffled or not. A shuffled
section is paged anew in every attempt by ``questionsperpage``; another keeps the pages of its slots.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from builder.model.course import Course
from builder.model.question import Question, Scenario
from builder.model.quiz import Quiz
from builder.render.plain import plain
from builder.state.reach import objective_of
from builder.targets.mbz.questions.bank import Bank
from builder.targets.mbz.questions.pools import Pool, in_order, slots_of, worth, worth_of
from builder.targets.safe import title


@dataclass(frozen=True, slots=True)
class Slot:
    """One place: ``entry`` is that of a fixed question, or 0 where ``pool`` is drawn from."""

    points: Decimal
    objective: str
    entry: int = 0
    pool: Pool | None = None
    is_text: bool = False
    """Nothing is asked: the text of a scenario."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section. ``whole``: on one page, in its order."""

    slots: tuple[Slot, ...]
    heading: str = ""
    whole: bool = False


def parts_of(course: Course, quiz: Quiz, bank: Bank) -> tuple[Part, ...]:
    """What ``quiz`` asks; a question that Moodle has no form of is left out, and so is a part without any."""
    found = (_drawn(course, quiz, bank),) if quiz.draws else _fixed(course, quiz, bank)
    return tuple(part for part in found if part.slots)


def _drawn(course: Course, quiz: Quiz, bank: Bank) -> Part:
    """A slot for each question drawn. Slots are filled in their order: narrow pools come before wide ones, which could
    use them up."""
    pools = tuple(bank.pool(course, quiz, draw) for draw in quiz.draws)
    slots: list[Slot] = []
    for place in in_order(quiz.draws, pools):
        draw, pool = quiz.draws[place], pools[place]
        objectives = {objective_of(unit) for unit in pool.units}
        shared = objectives.pop() if len(objectives) == 1 else draw.objective
        slots += [Slot(worth_of(pool), shared, pool=pool)] * (slots_of(draw, pool) if pool.units else 0)
    return Part(tuple(slots))


def _fixed(course: Course, quiz: Quiz, bank: Bank) -> Iterator[Part]:
    """A section for each scenario, which stays together, and one for each run of questions between them."""
    for is_scenario, run in groupby(quiz.questions, lambda unit: isinstance(unit, Scenario)):
        if is_scenario:
            yield from (_scenario(course, unit, bank) for unit in run if isinstance(unit, Scenario))
        else:
            asked = ((question, bank.entry(course, question.id)) for question in run)
            yield Part(tuple(_slot(question, question.objective, entry) for question, entry in asked if entry))


def _scenario(course: Course, scenario: Scenario, bank: Bank) -> Part:
    """Its text as a description, then its questions."""
    text, *entries = bank.parts(course, scenario.id) or (0,)
    own = objective_of(scenario)
    asked = zip(scenario.questions, entries, strict=False)
    slots = tuple(_slot(question, question.objective or own, entry) for question, entry in asked if entry)
    opening = Slot(Decimal(0), "", text, is_text=True)
    return Part((opening, *slots) if slots else (), title(plain(scenario.title)), whole=True)


def _slot(question: Question, objective: str, entry: int) -> Slot:
    return Slot(worth(question), objective, entry)
