"""The saved state: room enough for the worst case."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.view import View
from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import STATE_LARGE, STATE_LONG
from builder.model.package import packages_of
from builder.state.bound import bound_of

LIMIT = 4096
"""Characters of ``cmi.suspend_data`` in SCORM 1.2 (Run-Time Environment 3.4.4)."""

NEARLY = LIMIT * 4 // 5


def check_state(view: View) -> Iterator[Diagnostic]:
    """Every package, in the source language: translations have the same ids and counts."""
    if view.course.language != view.programme.source_language:
        return
    for package in packages_of(view.course):
        bound = bound_of(package)
        if bound > LIMIT:
            yield STATE_LONG.at(view.course.span, package=package.id, bound=bound, limit=LIMIT)
        elif bound > NEARLY:
            yield STATE_LARGE.at(view.course.span, package=package.id, bound=bound, limit=LIMIT)
