"""The saved state: room enough for the worst case."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import STATE_LARGE, STATE_LONG
from builder.model.course import Course
from builder.model.package import packages_of
from builder.state.bound import bound_of


def check_state(course: Course, target: str, limit: int) -> Iterator[Diagnostic]:
    """Every package of ``course`` against the ``limit`` characters that ``target`` holds; 0 is no limit."""
    for package in packages_of(course) if limit else ():
        bound = bound_of(package)
        if bound > limit:
            yield STATE_LONG.at(course.span, package=package.id, bound=bound, limit=limit, target=target)
        elif bound > limit * 4 // 5:
            yield STATE_LARGE.at(course.span, package=package.id, bound=bound, limit=limit, target=target)
