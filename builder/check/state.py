"""The saved state: room enough for the worst case."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.model.course import Course
from builder.model.package import packages_of
from builder.state.room import room_for


def check_state(course: Course, target: str, limit: int) -> Iterator[Diagnostic]:
    """Every package of ``course`` against the ``limit`` characters that ``target`` holds; 0 is no limit."""
    for package in packages_of(course) if limit else ():
        yield from room_for(package, target, limit)
