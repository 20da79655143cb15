"""What programme.yaml tells learners about the order of courses, and what the outline makes a platform keep to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.check.outline.demands import waits_of
from builder.check.outline.lines import Line, awaited, lines_of
from builder.check.outline.units import Scene
from builder.diagnostics import Diagnostic
from builder.diagnostics.outline_codes import PREREQUISITE_UNRULED


def check_order(scene: Scene) -> Iterator[Diagnostic]:
    """Courses that open without any of their prerequisites, also by way of what they wait for."""
    lines = {id(line.entry): line for line in lines_of(scene)}
    for name, asked in scene.programme.prerequisites.items():
        entered = [line for line in lines.values() if line.entry.course == name and name in scene.named]
        before = _before(entered, lines, scene)
        for other in asked:
            if entered and other in scene.named and other not in before:
                state = "passed" if any(unit.passed for unit in scene.named[other]) else "done"
                yield PREREQUISITE_UNRULED.at(entered[0].entry.span, name=name, before=other, state=state)


def _before(entered: Sequence[Line], lines: Mapping[int, Line], scene: Scene) -> set[str]:
    """The courses that something must be done in before ``entered``."""
    courses: set[str] = set()
    seen: set[int] = set()
    waiting = list(entered)
    for line in waiting:  # which grows
        for literal in waits_of((*line.shared, *line.own)):
            for unit in awaited(literal, scene):
                courses.add(unit.entry.course)
                if id(unit.entry) not in seen:
                    seen.add(id(unit.entry))
                    waiting.append(lines[id(unit.entry)])
    return courses
