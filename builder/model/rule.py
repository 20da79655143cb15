"""When something opens: conditions over activities, groups and dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from builder.model.span import Span


@dataclass(frozen=True, slots=True)
class Done:
    """An activity or a course, by its name in the outline, is in a state: ``done``, ``passed``, ``failed`` or
    ``undone``. Of a course: every activity of it that can be completed, and for ``passed`` its tests with a pass.
    """

    name: str
    state: str
    span: Span


@dataclass(frozen=True, slots=True)
class Scored:
    """The grade of an activity, in per cent, is at least ``least`` and below ``below``; None does not bind."""

    name: str
    least: int | None
    below: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Dated:
    """The time is at or after ``since``, or before ``until``: seconds from the start of the course. One is None."""

    since: int | None
    until: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Member:
    """The learner is in a group, by its id; in any group for ''."""

    group: str
    span: Span


@dataclass(frozen=True, slots=True)
class Every:
    """All of ``rules`` hold."""

    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of ``rules`` holds."""

    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Neither:
    """None of ``rules`` holds."""

    rules: tuple[Rule, ...]


Rule: TypeAlias = Done | Scored | Dated | Member | Every | Some | Neither
