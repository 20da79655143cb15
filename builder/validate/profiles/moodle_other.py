"""Formats that Moodle 4.5 has no place for."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.validate.rule import note
from builder.validate.subject import Subject

NO_IMPORT = note(
    "MO1",
    "Moodle 4.5.6, read in its source",
    "Moodle itself has nothing that takes {format}.",
    "{remedy}",
    """Its activities take SCORM, AICC, IMS content packages and H5P, its question bank Moodle XML, GIFT, Aiken and
    Blackboard's export. Anything else needs a plug-in of others.""",
)

REMEDIES = {
    "cmi5": "Install a plug-in for cmi5 and a store for its statements, or bring the course as SCORM.",
    "qti": "Bring the questions as Moodle XML.",
}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Whatever is in it."""
    yield NO_IMPORT.at(subject.at(), format=subject.format.title, remedy=REMEDIES[subject.format.name])
