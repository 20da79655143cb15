"""Whether what a learner can leave in a package fits into a format."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import STATE_LARGE, STATE_LONG
from builder.model.package import Package
from builder.state.bound import bound_of


def room_for(package: Package, target: str, limit: int) -> Iterator[Diagnostic]:
    """The saved state of ``package`` at its longest against the ``limit`` characters that ``target`` holds."""
    bound = bound_of(package)
    if bound > limit:
        yield STATE_LONG.at(package.course.span, package=package.id, bound=bound, limit=limit, target=target)
    elif bound > limit * 4 // 5:
        yield STATE_LARGE.at(package.course.span, package=package.id, bound=bound, limit=limit, target=target)
