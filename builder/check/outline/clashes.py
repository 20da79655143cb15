"""Rules that cannot hold at one time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.check.outline.demands import Demand, Literal, demands_of
from builder.model.rule import Dated, Done, Member, Scored

_OPPOSITE = {"done": "undone", "undone": "done"}
_UNITS = {"week": 604_800, "day": 86_400, "h": 3600, "min": 60, "s": 1}


def clash_in(demands: Iterable[Demand], end: int) -> str:
    """Why ``demands`` can never all hold in a course that ends after ``end`` seconds (0 for none); '' where they can.

    Of several choices each is tried by itself: what only all of them together rule out is not found.
    """
    together = demands_of(demands)
    reason = next(_clashes(together.all, end), "")
    if reason:
        return reason
    known = [Demand(literal.rule, literal.holds) for literal in together.all]
    for choice in together.choices:
        reasons = [clash_in((*known, option), end) for option in choice]
        if all(reasons):
            return reasons[0]
    return ""


def _clashes(literals: Iterable[Literal], end: int) -> Iterator[str]:
    literals = tuple(literals)
    yield from _states(literals)
    yield from _grades(literals)
    yield from _dates(literals, end)
    yield from _groups(literals)


def _states(literals: Iterable[Literal]) -> Iterator[str]:
    states: dict[str, set[str]] = {}
    for rule, holds in literals:
        if isinstance(rule, Done):
            state = rule.state if holds else _OPPOSITE.get(rule.state, f"not {rule.state}")
            states.setdefault(rule.name, set()).add(state)
    for name, known in states.items():
        for one, others in (
            ("undone", ("done", "passed", "failed")),
            ("passed", ("failed", "not passed")),
            ("failed", ("not failed",)),
        ):
            for other in others:
                if {one, other} <= known:
                    yield f"`{name}` would have to be {other} and {one}"


def _grades(literals: Iterable[Literal]) -> Iterator[str]:
    bounds: dict[str, tuple[int, int, bool]] = {}
    for rule, holds in literals:
        if isinstance(rule, Scored) and (holds or rule.least is None or rule.below is None):
            least, below = (rule.least, rule.below) if holds else (rule.below, rule.least)
            low, high, asked = bounds.get(rule.name, (0, 101, False))
            low = low if least is None else max(low, least)
            bounds[rule.name] = low, high if below is None else min(high, below), asked or holds
    for name, (low, high, asked) in bounds.items():
        # Without a grade neither bound is kept, so that two rules that must not hold do not clash.
        if asked and low >= high:
            yield f"the grade of `{name}` would have to be at least {low} and below {high}"


def _dates(literals: Iterable[Literal], end: int) -> Iterator[str]:
    since, until = 0, None
    for rule, holds in literals:
        if isinstance(rule, Dated):
            first, last = (rule.since, rule.until) if holds else (rule.until, rule.since)
            since = since if first is None else max(since, first)
            until = last if until is None or (last is not None and last < until) else until
    if until is not None and since >= until:
        yield f"it would open {_after(since)} and close {_after(until)}"
    elif end and since >= end:
        yield f"it would open {_after(since)}, when the course has ended ({_after(end)})"


def _groups(literals: Iterable[Literal]) -> Iterator[str]:
    asked = {rule.group for rule, holds in literals if isinstance(rule, Member) and holds}
    barred = {rule.group for rule, holds in literals if isinstance(rule, Member) and not holds}
    if asked and "" in barred:
        yield "learners would have to be in a group and in none"
    for group in sorted(asked & barred):
        yield f"learners would have to be in the group `{group}` and not in it"


def _after(seconds: int) -> str:
    """A moment as authors write it, in the largest unit that fits."""
    if not seconds:
        return "at the start"
    unit, length = next(each for each in _UNITS.items() if seconds % each[1] == 0)
    count = seconds // length
    return f"after {count} {unit}{'s' if count > 1 and length >= _UNITS['day'] else ''}"
