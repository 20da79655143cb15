"""Rules taken apart: what must hold together, and where one of several is enough."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from builder.model.rule import Dated, Done, Every, Member, Neither, Rule, Scored, Some

Leaf: TypeAlias = Done | Scored | Dated | Member


class Demand(NamedTuple):
    """A rule that must hold, or (``holds`` false) must not."""

    rule: Rule
    holds: bool = True


class Literal(NamedTuple):
    """A rule without others in it, that must hold or must not."""

    rule: Leaf
    holds: bool

    @property
    def waits_for(self) -> str:
        """The name of what must be done first; '' for nothing."""
        match self.rule:
            case Done(name, state):
                return name if self.holds is not (state == "undone") else ""
            case Scored(name):
                return name if self.holds else ""
        return ""


class Demands(NamedTuple):
    """``all`` must hold, and of each of ``choices`` at least one."""

    all: tuple[Literal, ...]
    choices: tuple[tuple[Demand, ...], ...]


def demands_of(demands: Iterable[Demand]) -> Demands:
    """What holds when all of ``demands`` do."""
    literals: list[Literal] = []
    choices: list[tuple[Demand, ...]] = []
    waiting = list(demands)
    for rule, holds in waiting:  # which grows
        match rule:
            case Every(rules) | Some(rules) | Neither(rules):
                inner = tuple(Demand(each, holds is not isinstance(rule, Neither)) for each in rules)
                if holds is isinstance(rule, Some):
                    choices.append(inner)
                else:
                    waiting += inner
            case _:
                literals.append(Literal(rule, holds))
    return Demands(tuple(literals), tuple(choices))


def can_hold(demands: Iterable[Demand], is_met: Callable[[Literal], bool]) -> bool:
    """Whether ``demands`` can hold when ``is_met`` says of each rule by itself whether it can."""
    together = demands_of(demands)
    return all(map(is_met, together.all)) and all(
        any(can_hold((option,), is_met) for option in choice) for choice in together.choices
    )


def waits_of(demands: Iterable[Demand]) -> Iterator[Literal]:
    """All that ``demands`` may wait for, also where one of several is enough."""
    together = demands_of(demands)
    yield from (literal for literal in together.all if literal.waits_for)
    for choice in together.choices:
        yield from waits_of(choice)
