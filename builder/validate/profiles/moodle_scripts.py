"""What Moodle 4.5 does with what the scripts of a SCORM package report, as far as their words show it.

Names of the data model are looked for as they are written. A script may put them together, so all of this is a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.validate.manifest import adl, manifest_of
from builder.validate.rule import note
from builder.validate.subject import Damaged, Subject

RAN = "Moodle 4.5.6, tried"

NO_STATUS = note(
    "MS40",
    RAN,
    "No script names cmi.core.lesson_status: then Moodle completes the activity when it is merely opened and left.",
    "Set lesson_status to incomplete right after LMSInitialize, and to completed, passed or failed at the end.",
    """A SCO of SCORM 1.2 that says nothing of its status is completed at LMSFinish, with the grade 0.""",
)
NO_API = note(
    "MS41",
    RAN,
    "No page or script names {name}, by which a SCO finds the platform: then Moodle never hears of what learners do.",
    "Find the API in the windows above and initialize it, or mark the resource as an asset.",
    """A SCO that never calls the API is not tracked at all.""",
)
NO_SUSPEND = note(
    "MS42",
    RAN,
    "The scripts save suspend_data and never name the exit `suspend`: then cmi.core.entry is empty the next time.",
    "Set the exit to suspend before the session ends, or read suspend_data whatever the entry is.",
    """Moodle says `resume` only after an exit of suspend; the saved data is there in any case.""",
)
NO_SUCCESS = note(
    "MS43",
    RAN,
    "The scripts write a scaled score and never name cmi.success_status: then Moodle knows neither passed nor failed.",
    "Set cmi.success_status.",
    """Moodle does not derive success from the score.""",
)
NO_RAW = note(
    "MS44",
    RAN,
    "No script names score.raw: then Moodle has no grade.",
    "Write score.raw from 0 to 100.",
    """The grade is score.raw; score.scaled and score.max are not looked at, so 8 of 10 is graded 8 of 100.""",
)
REPEATED = note(
    "MS45",
    "Moodle 4.5.6, read in its source",
    "The scripts write interactions: Moodle sends all of them again with each Commit.",
    "Write no more than a hundred, and commit at most once an answer.",
    """From about 170 interactions on the last save, when the window closes, is too large to be sent.""",
)
WRONG_RESULT = note(
    "MS46",
    RAN,
    "The scripts name the result `incorrect` of SCORM 2004 beside interactions of SCORM 1.2, which calls it `wrong`.",
    "Write wrong in SCORM 1.2.",
    """LMSSetValue answers false for `incorrect`, and the result is missing in the reports.""",
)

WRONG_TIME = note(
    "MS47",
    RAN,
    "The scripts write timestamps of interactions and call toISOString: Moodle refuses its three decimals and its Z.",
    "Write 2026-01-31T12:00:00, or with one or two decimals.",
    """SetValue answers false (406), and the time is missing in the reports.""",
)
NO_NAVIGATION = note(
    "MS48",
    "Moodle 4.5.6, read in its source",
    "The scripts write adl.nav.request: of its values Moodle acts on continue and previous, after Terminate.",
    "Navigate inside the content.",
    """choice, exit and suspendAll do nothing, so a button that asks for them seems dead.""",
)

MOST = 6_000_000
"""Octets of scripts and pages that are looked through."""
SUFFIXES = (".js", ".mjs", ".html", ".htm", ".xhtml")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The words of the data model in the scripts and pages of a package that has a SCO."""
    manifest = manifest_of(subject)
    if manifest is None or not any(
        "sco" in (adl(one, "scormtype"), adl(one, "scormType")) for one in manifest.resources
    ):
        return
    words = _text(subject)
    if words is None:
        return
    place = subject.at()
    is_old = subject.format.name == "scorm12"
    api = "API" if is_old else "API_1484_11"
    if not re.search(rb"\b%s\b" % api.encode(), words):
        yield NO_API.at(place, name=api)
        return
    if is_old and b"lesson_status" not in words:
        yield NO_STATUS.at(place)
    if b"suspend_data" in words and not re.search(rb"""["'`]suspend["'`]""", words):
        yield NO_SUSPEND.at(place)
    if b"score.scaled" in words and b"success_status" not in words:
        yield NO_SUCCESS.at(place)
    if b"score" in words and not re.search(rb"score\.raw|[\"'`.]raw\b", words):
        yield NO_RAW.at(place)
    if not is_old and b"adl.nav.request" in words:
        yield NO_NAVIGATION.at(place)
    if b"cmi.interactions" in words:
        yield from _interactions(subject, words, is_old=is_old)


def _interactions(subject: Subject, words: bytes, *, is_old: bool) -> Iterator[Diagnostic]:
    if not is_old:
        yield REPEATED.at(subject.at())
        if b"timestamp" in words and b"toISOString" in words:
            yield WRONG_TIME.at(subject.at())
    elif re.search(rb"""["'`]incorrect["'`]""", words) and not re.search(rb"""["'`]wrong["'`]""", words):
        yield WRONG_RESULT.at(subject.at())


def _text(subject: Subject) -> bytes | None:
    """The scripts and pages, one after the other; None where they are too many to be looked through."""
    paths = [path for path in sorted(subject.box.sizes) if path.lower().endswith(SUFFIXES)]
    if sum(subject.box.sizes[path] for path in paths) > MOST:
        return None
    found: list[bytes] = []
    for path in paths:
        try:
            found.append(subject.box.read(path))
        except Damaged:
            continue
    return b"\n".join(found)
