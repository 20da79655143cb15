"""Rules that cannot hold at one time."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable

from builder.check.outline.demands import Demand, Literal, demands_of
from builder.model.rule import Dated, Done, Member, Scored

_OPPOSITE = {"done": "undone", "undone": "done"}
_EXCLUDED = {
    "done": ("undone",),
    "undone": ("done", "passed", "failed"),
    "passed": ("undone", "failed", "not passed"),
    "failed": ("undone", "passed", "not failed"),
    "not passed": ("passed",),
    "not failed": ("failed",),
}
_UNITS = {"week": 604_800, "day": 86_400, "h": 3600, "min": 60, "s": 1}


class Facts:
    """What has to be so for the rules looked at so far. A child knows what its parent knows, and leaves that alone."""

    __slots__ = ("bounds", "end", "groups", "since", "states", "until")

    def __init__(self, end: int, parent: Facts | None = None) -> None:
        self.end = end
        self.states: ChainMap[str, frozenset[str]] = parent.states.new_child() if parent else ChainMap()
        self.bounds: ChainMap[str, tuple[int, int, bool]] = parent.bounds.new_child() if parent else ChainMap()
        """Least grade, the one it must be below, and whether there has to be one at all."""
        self.groups: ChainMap[str, bool] = parent.groups.new_child() if parent else ChainMap()
        self.since: int = parent.since if parent else 0
        self.until: int | None = parent.until if parent else None

    def add(self, literal: Literal) -> str:
        """Take ``literal`` in; why it cannot hold with the others, or ''."""
        rule, holds = literal
        match rule:
            case Done(name, state):
                return self._state(name, state if holds else _OPPOSITE.get(state, f"not {state}"))
            case Scored():
                return self._grade(rule, holds=holds)
            case Dated():
                return self._moment(rule, holds=holds)
            case Member(group):
                return self._group(group, holds=holds)

    def _state(self, name: str, state: str) -> str:
        known = self.states.get(name, frozenset())
        self.states[name] = known | {state}
        other = next((one for one in _EXCLUDED[state] if one in known), "")
        return f"`{name}` would have to be {other} and {state}" if other else ""

    def _grade(self, rule: Scored, *, holds: bool) -> str:
        if not holds and rule.least is not None and rule.below is not None:
            return ""  # on either side of a range
        least, below = (rule.least, rule.below) if holds else (rule.below, rule.least)
        low, high, asked = self.bounds.get(rule.name, (0, 101, False))
        low, high = max(low, least or 0), high if below is None else min(high, below)
        self.bounds[rule.name] = low, high, asked or holds
        # Without a grade neither bound is kept, so that two rules that must not hold do not clash.
        if low < high or not (asked or holds):
            return ""
        return f"the grade of `{rule.name}` would have to be at least {low} and below {high}"

    def _moment(self, rule: Dated, *, holds: bool) -> str:
        since, until = (rule.since, rule.until) if holds else (rule.until, rule.since)
        self.since = max(self.since, since or 0)
        if until is not None:
            self.until = until if self.until is None else min(self.until, until)
        if self.until is not None and self.since >= self.until:
            return f"it would open {_after(self.since)} and close {_after(self.until)}"
        if self.end and self.since >= self.end:
            return f"it would open {_after(self.since)}, when the course has ended ({_after(self.end)})"
        return ""

    def _group(self, group: str, *, holds: bool) -> str:
        known = self.groups.get(group)
        self.groups[group] = holds
        if group and known is (not holds):
            return f"learners would have to be in the group `{group}` and not in it"
        barred = self.groups.get("") is False and True in self.groups.values()
        return "learners would have to be in a group and in none" if barred or known is (not holds) else ""


def clash_in(demands: Iterable[Demand], end: int) -> str:
    """Why ``demands`` can never all hold in a course that ends after ``end`` seconds (0 for none); '' where they can.

    Of several choices each is tried by itself: what only all of them together rule out is not found.
    """
    return _clash(demands, Facts(end))


def _clash(demands: Iterable[Demand], known: Facts) -> str:
    together = demands_of(demands)
    facts = Facts(known.end, known)
    for literal in together.all:
        if reason := facts.add(literal):
            return reason
    for choice in together.choices:
        reasons = [_clash((option,), facts) for option in choice]
        if all(reasons):
            return reasons[0]
    return ""


def _after(seconds: int) -> str:
    """A moment as authors write it, in the largest unit that fits."""
    if not seconds:
        return "at the start"
    unit, length = next(each for each in _UNITS.items() if seconds % each[1] == 0)
    count = seconds // length
    return f"after {count} {unit}{'s' if count > 1 and length >= _UNITS['day'] else ''}"
