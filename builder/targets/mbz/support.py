"""What becomes of each construct in a Moodle course, by the delivery of the course."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.model.constructs import CONSTRUCTS, COURSE, QUIZ, TEXT
from builder.targets import moodlexml
from builder.targets.base import FULL, Level, Support, changed, lost
from builder.targets.scorm12 import SUPPORT as PACKAGED

_BANK = moodlexml.TARGET.support
_OWN = frozenset(one.id for one in CONSTRUCTS if one.group in (TEXT, COURSE))


def _as_moodle(construct: str) -> Support:
    """As a question of Moodle's own, in a quiz that keeps the rules."""
    return _QUIZ.get(construct) or _BANK[construct]


_QUIZ: Mapping[str, Support] = {
    **{one.id: FULL for one in CONSTRUCTS if one.group == QUIZ},
    "objective": FULL,
    "scenario": changed("Its text before its questions; one that is drawn is one question with fields (Cloze)."),
    "draws": changed("Random questions; a scenario is drawn as one, and what brings no points is not drawn."),
    "points": changed("Where the questions of a draw differ, each counts their mean."),
    "shuffle": changed("Scenarios keep their place; what stands between them is shuffled."),
    "time-limit": changed("Moodle keeps the time; who needs more has to ask, as learners cannot extend it themselves."),
    "confidence": lost("Not asked: Moodle would count it, and results would no longer say how much was right."),
}


def _mixed(construct: str) -> Support:
    """In lessons as written; in tests as Moodle has it."""
    there = _as_moodle(construct)
    if construct in _OWN or there.level is Level.FULL:
        return PACKAGED[construct]
    if there.level is Level.LOST:
        return changed("In lessons as written; tests go without it.")
    return changed(f"In lessons as written; in tests: {there.how[:1].lower()}{there.how[1:]}")


SCORM: Mapping[str, Support] = {**PACKAGED, "discussion": FULL}

MIXED: Mapping[str, Support] = {
    **{one.id: _mixed(one.id) for one in CONSTRUCTS},
    "page-link": changed("Within a lesson, and from tests to lessons; from one lesson to another it is its text."),
    "score": changed("A grade for each lesson and each test, in Moodle's gradebook."),
    "completion": changed("Moodle's completion, of each lesson and each test."),
    "parallel": changed("Results of tests stand in Moodle; learners are shown no comparison."),
    "search": changed("In each lesson for itself."),
    "discussion": FULL,
}

NATIVE: Mapping[str, Support] = {
    **{one.id: _as_moodle(one.id) for one in CONSTRUCTS},
    "page": FULL,
    "page-link": FULL,
    "picture": FULL,
    "structure": FULL,
    "discussion": FULL,
    "score": FULL,
    "completion": FULL,
    "interactions": FULL,
    "search": lost("Moodle's own search, where the site has one."),
}

VARIANTS: Mapping[str, Mapping[str, Support]] = MappingProxyType({"mixed": MIXED, "scorm": SCORM, "native": NATIVE})
