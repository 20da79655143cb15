"""Moments within the time that the course lasts."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.outline.names import leaves_in
from builder.check.outline.units import Scene
from builder.diagnostics import Diagnostic
from builder.diagnostics.outline_codes import AFTER_END
from builder.model.activity import Assignment
from builder.model.rule import Dated


def check_dates(scene: Scene) -> Iterator[Diagnostic]:
    """What would be late; a rule that can hold only after the end is told as one that never holds."""
    outline = scene.classroom.outline
    end = outline.length
    if not end:
        return
    for leaf in leaves_in(outline):
        if isinstance(leaf, Dated) and leaf.until is not None and leaf.until > end:
            yield AFTER_END.at(leaf.span, key="until")
    for entry in outline.entries:
        activity = scene.classroom.activities.get(entry.activity)
        if entry.expected is not None and entry.expected > end:
            yield AFTER_END.at(entry.place("expected"), key="expected")
        if isinstance(activity, Assignment) and activity.due is not None and activity.due > end:
            yield AFTER_END.at(activity.page.span, key="due")
