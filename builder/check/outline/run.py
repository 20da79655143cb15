"""The entry of the checks over an outline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from builder.check.outline.completes import check_completes
from builder.check.outline.dates import check_dates
from builder.check.outline.entries import check_entries
from builder.check.outline.left_out import check_left_out
from builder.check.outline.names import check_names
from builder.check.outline.opening import check_opening
from builder.check.outline.prerequisites import check_order
from builder.check.outline.units import Scene, scene_of
from builder.diagnostics import Diagnostic
from builder.model.course import Programme
from builder.model.outline import Classroom

OutlineRule: TypeAlias = Callable[[Scene], Iterator[Diagnostic]]

OUTLINE_RULES: tuple[OutlineRule, ...] = (
    check_entries,
    check_left_out,
    check_names,
    check_completes,
    check_dates,
    check_opening,
    check_order,
)


def check_classroom(classroom: Classroom, programme: Programme) -> list[Diagnostic]:
    """What is wrong in the outline of a programme and in how it uses activities and courses, by place."""
    scene = scene_of(classroom, programme)
    found = dict.fromkeys(diagnostic for rule in OUTLINE_RULES for diagnostic in rule(scene))
    return sorted(found, key=lambda one: (one.span, one.code.id, one.message))
