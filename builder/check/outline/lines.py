"""Entries with all that must hold before they open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.check.outline.demands import Demand, Literal
from builder.check.outline.units import Scene, Unit
from builder.model.outline import Entry, Section
from builder.model.rule import Done, Rule, Scored


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """An entry in its section."""

    entry: Entry
    section: Section

    @property
    def own(self) -> tuple[Demand, ...]:
        """What its own rule demands."""
        return demands_by(self.entry.opens)

    @property
    def shared(self) -> tuple[Demand, ...]:
        """What the rule of its section demands."""
        return demands_by(self.section.opens)


def lines_of(scene: Scene) -> tuple[Line, ...]:
    """The entries of an outline, in order."""
    return tuple(Line(entry, section) for section in scene.classroom.outline.sections for entry in section.entries)


def demands_by(rule: Rule | None) -> tuple[Demand, ...]:
    """A rule as what must hold; nothing for none."""
    return () if rule is None else (Demand(rule),)


def awaited(literal: Literal, scene: Scene) -> Iterator[Unit]:
    """What must open before ``literal`` can hold; of what cannot be in such a state, nothing."""
    for unit in scene.named.get(literal.waits_for, ()):
        if unit.graded if isinstance(literal.rule, Scored) else unit.completed:
            yield unit


def is_met(literal: Literal, scene: Scene, opened: set[int]) -> bool:
    """Whether ``literal`` can hold once the entries in ``opened`` (by ``id``) are open."""
    if not literal.waits_for:
        return True
    units = tuple(awaited(literal, scene))
    enough = any if isinstance(literal.rule, Done) and literal.rule.state == "failed" else all
    return not units or enough(id(unit.entry) in opened for unit in units)
