"""Everything can open: rules lead to their end for learners who begin with what is open from the start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from builder.check.outline.clashes import clash_in
from builder.check.outline.demands import can_hold, waits_of
from builder.check.outline.lines import Line, awaited, demands_by, is_met, lines_of
from builder.check.outline.names import leaves_of
from builder.check.outline.units import Scene
from builder.diagnostics import Diagnostic
from builder.diagnostics.outline_codes import NEVER_OPENS, RULE_CIRCLE, RULE_ON_ITSELF
from builder.model.outline import Entry
from builder.model.rule import Done, Scored
from builder.model.span import Span


class Step(NamedTuple):
    """From a line that is closed to one that it waits for."""

    line: Line
    by_section: bool
    span: Span
    next: Line

    @property
    def label(self) -> str:
        section = f" (by the rule of its section `{self.line.section.id}`)" if self.by_section else ""
        return f"`{self.line.entry.name}`{section}"


def check_opening(scene: Scene) -> Iterator[Diagnostic]:
    """Rules on oneself, rules that clash, and circles. What has one of these mistakes is held to be open for the
    next, so that each is told once."""
    outline, lines = scene.classroom.outline, lines_of(scene)
    told: set[int] = set()
    for entry in outline.entries:
        if span := _on_itself(entry, scene):
            told.add(id(entry))
            yield RULE_ON_ITSELF.at(span, name=entry.name)
    for section in outline.sections:
        if reason := clash_in(demands_by(section.opens), outline.length):
            told.update(id(entry) for entry in section.entries)
            yield NEVER_OPENS.at(section.span, what=f"The section `{section.id}`", reason=reason)
    for line in lines:
        if id(line.entry) not in told and (reason := clash_in((*line.shared, *line.own), outline.length)):
            told.add(id(line.entry))
            yield NEVER_OPENS.at(line.entry.span, what=f"`{line.entry.name}`", reason=reason)
    yield from _circles(lines, opened_from(told, lines, scene), scene)


def opened_from(opened: set[int], lines: Sequence[Line], scene: Scene) -> set[int]:
    """The entries, by ``id``, that learners can reach when those in ``opened`` are open."""
    opened = set(opened)
    followers: dict[str, list[Line]] = {}
    for line in lines:
        for literal in waits_of((*line.shared, *line.own)):
            followers.setdefault(literal.waits_for, []).append(line)
    names: dict[int, set[str]] = {}
    for unit in scene.units:
        names.setdefault(id(unit.entry), set()).update(unit.names)
    waiting: Iterable[Line] = lines
    while waiting:
        found = [line for line in waiting if _opens(line, opened, scene)]
        opened.update(id(line.entry) for line in found)
        follow = (
            other for line in found for name in names.pop(id(line.entry), ()) for other in followers.get(name, ())
        )
        waiting = dict.fromkeys(line for line in follow if id(line.entry) not in opened)
    return opened


def _opens(line: Line, opened: set[int], scene: Scene) -> bool:
    demands = (*line.shared, *line.own)
    return id(line.entry) in opened or can_hold(demands, lambda literal: is_met(literal, scene, opened))


def _on_itself(entry: Entry, scene: Scene) -> Span | None:
    """Where the rule of an entry names the entry, or a course it is part of."""
    for leaf in leaves_of(entry.opens):
        if isinstance(leaf, Done | Scored) and any(unit.entry is entry for unit in scene.named.get(leaf.name, ())):
            return leaf.span
    return None


def _circles(lines: Sequence[Line], opened: set[int], scene: Scene) -> Iterator[Diagnostic]:
    """What is not opened waits for something else that is not: going from one to the next leads round in a circle."""
    closed = {id(line.entry): line for line in lines if id(line.entry) not in opened}
    order = {line: number for number, line in enumerate(lines)}
    walked: set[Line] = set()
    for start in closed.values():
        steps: list[Step] = []
        line = start
        while line not in walked:
            walked.add(line)
            step = _step(line, closed, scene)
            if step is None:
                break
            steps.append(step)
            line = step.next
        circle = steps[next((number for number, step in enumerate(steps) if step.line is line), len(steps)) :]
        if circle:
            first = circle.index(min(circle, key=lambda step: order[step.line]))
            circle = circle[first:] + circle[:first]
            labels = " → ".join(step.label for step in (*circle, circle[0]))
            yield RULE_CIRCLE.at(circle[0].span, circle=labels)


def _step(line: Line, closed: dict[int, Line], scene: Scene) -> Step | None:
    for by_section, demands in ((True, line.shared), (False, line.own)):
        for literal in waits_of(demands):
            for unit in awaited(literal, scene):
                if id(unit.entry) in closed:
                    return Step(line, by_section, literal.rule.span, closed[id(unit.entry)])
    return None
