"""The files of the course itself (``backup_course_structure_step``)."""

from __future__ import annotations

from builder.archive import Entry
from builder.targets.mbz.desk import HTML
from builder.targets.mbz.enrolment import enrolments, references
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.naming import named
from builder.targets.mbz.plan import COURSE, COURSE_CONTEXT
from builder.targets.mbz.room import told
from builder.targets.mbz.xml import Element, Value, branch, document, leaves, record

OPTIONS = {"hiddensections": 0, "coursedisplay": 1}
"""Sections that are closed are shown collapsed; each section has a page of its own, with its progress on the front."""


def shortname(ledger: Ledger) -> str:
    """What Moodle calls the course in lists; it adds a number where the name is taken."""
    classroom = ledger.plan.classroom
    return named(f"{classroom.id}-{classroom.language}")


def write_course(ledger: Ledger, *, users: bool) -> list[Entry]:
    """``course/*.xml``; ``users`` where something of users is in the backup."""
    classroom = ledger.plan.classroom
    length = classroom.outline.length
    fields: dict[str, Value] = {
        "shortname": shortname(ledger),
        "fullname": named(classroom.title),
        "idnumber": "",
        "summary": told(classroom.summary, classroom.language),
        "summaryformat": HTML,
        "format": "topics",
        "showgrades": 1,
        "newsitems": 0,
        "startdate": ledger.start,
        "enddate": ledger.start + length if length else 0,
        "marker": 0,
        "maxbytes": 0,
        "legacyfiles": 0,
        "showreports": 0,
        "visible": 1,
        "groupmode": 0,
        "groupmodeforce": 0,
        "defaultgroupingid": 0,
        "lang": classroom.language.replace("-", "_").lower(),
        "theme": "",
        "timecreated": ledger.start,
        "timemodified": ledger.start,
        "requested": 0,
        "showactivitydates": 1,
        "showcompletionconditions": 1,
        "pdfexportfont": None,
        "enablecompletion": 1,
        "completionnotify": 0,
    }
    options = [
        branch(
            "courseformatoption",
            leaves({"format": "topics", "sectionid": 0, "name": name, "value": value}),
        )
        for name, value in OPTIONS.items()
    ]
    root = record("course", COURSE, fields, [branch("courseformatoptions", options)])
    root.set("contextid", str(COURSE_CONTEXT))
    roots: dict[str, Element] = {
        "course": root,
        "inforef": references(users=users),
        "roles": branch("roles", [branch("role_overrides"), branch("role_assignments")]),
        "enrolments": enrolments(users=users),
    }
    return [Entry(f"course/{name}.xml", document(element)) for name, element in roots.items()]
