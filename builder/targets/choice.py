"""Which targets a build makes: those named on the command line, else in programme.yaml, else the usual ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from builder.diagnostics import Diagnostic
from builder.diagnostics.tool_codes import CANNOT_BUILD, PASSED_OVER, UNKNOWN_TARGET
from builder.model.course import Programme
from builder.source.hints import did_you_mean
from builder.targets.base import Target
from builder.targets.registry import Registry, registry

USUAL = ("scorm12", "web")
"""Of a programme that names none: a format for nearly every platform, and one to read."""

ALL = "all"
"""Among names of targets: every one there is."""


def chosen(named: Sequence[str], programme: Programme) -> list[Target]:
    """The targets to build, by name; () of ``named`` leaves it to the programme.

    One that cannot be built on this machine is among them only where it is named itself.
    """
    names = named or programme.targets or USUAL
    every = installed().targets.items()
    return [target for name, target in every if name in names or (ALL in names and not target.lacks())]


def unbuildable(named: Sequence[str], programme: Programme) -> Iterator[Diagnostic]:
    """The targets to build that lack something on this machine: an error for one that is named itself."""
    names = named or programme.targets or USUAL
    for name, target in installed().targets.items():
        if (name in names or ALL in names) and (reason := target.lacks()):
            code = CANNOT_BUILD if name in names else PASSED_OVER
            yield code.at(programme.span, name=name, reason=reason)


def unknown_targets(programme: Programme) -> Iterator[Diagnostic]:
    """The names in programme.yaml that no target has."""
    known = (*installed().targets, ALL)
    for name in programme.targets:
        if name not in known:
            yield UNKNOWN_TARGET.at(programme.targets_at or programme.span, name=name, hint=did_you_mean(name, known))


@cache
def installed() -> Registry:
    """The targets there are, looked for once an order: that goes through all installed distributions."""
    return registry()
