"""What completes an entry: something that its kind can do, and as often as learners may do it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from builder.check.outline.units import Scene, Unit
from builder.diagnostics import Diagnostic
from builder.diagnostics.outline_codes import COMPLETES_UNFIT, ENTRIES_TOO_MANY
from builder.model.activity import Collection

_ALWAYS = ("none", "manual")
_OF_KIND = {
    "label": (),
    "survey": ("view", "send"),
    "poll": ("view", "send"),
    "assignment": ("view", "send"),
    "collection": ("view", "entries"),
    "glossary": ("view", "entries"),
    "forum": ("view", "posts"),
}
"""Beside ``manual`` and ``none``; the other activities are viewed. An assignment with points can be graded, too."""


def check_completes(scene: Scene) -> Iterator[Diagnostic]:
    """Each entry that says what completes it."""
    for _, group in groupby(scene.units, key=lambda unit: id(unit.entry)):
        units = tuple(group)
        entry = units[0].entry
        fitting = ("", *_ALWAYS, *_fitting(units, scene))
        if entry.completes not in fitting:
            listed = ", ".join(f"`{one}`" for one in fitting[1:-1]) + f" or `{fitting[-1]}`"
            yield COMPLETES_UNFIT.at(
                entry.place("completes"),
                value=entry.completes,
                name=entry.name,
                reason=_reason(entry.completes),
                fitting=listed,
            )
        activity = scene.classroom.activities.get(entry.activity)
        if isinstance(activity, Collection) and entry.completes == "entries" and 0 < activity.entries < entry.count:
            yield ENTRIES_TOO_MANY.at(entry.place("count"), name=entry.name, most=activity.entries, count=entry.count)


def _fitting(units: Sequence[Unit], scene: Scene) -> tuple[str, ...]:
    """What, beside ``_ALWAYS``, can complete all that an entry brings."""
    entry = units[0].entry
    graded = ("grade",) if all(unit.graded for unit in units) else ()
    if entry.activity:
        return _OF_KIND.get(units[0].what, ("view",)) + graded
    tests = [unit for unit in units if unit.what == "test"]
    if len(tests) < len(units) and scene.classroom.courses[entry.course].delivery == "native":
        return ("view",)  # the pages of a lesson have neither grades nor marks
    marked = all(unit.marked for unit in tests) and any(unit.marked for unit in units)
    sent = ("send",) if len(tests) == len(units) else ()
    return ("view", *sent, *graded, *(("pass",) if marked else ()))


def _reason(value: str) -> str:
    return {
        "view": "it has no page of its own",
        "send": "nothing in it is sent",
        "grade": "not all of it has a grade that counts",
        "pass": "not all of it asks for a mark to be passed",
        "entries": "it takes no entries",
        "posts": "nobody posts in it",
    }[value]
