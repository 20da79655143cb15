"""``moodle_backup.xml``: what the backup holds and was made with (``backup_main_structure_step``)."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from builder.targets.mbz.course import shortname
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.module import VERSION
from builder.targets.mbz.naming import named
from builder.targets.mbz.plan import COURSE, COURSE_CONTEXT, SYSTEM_CONTEXT
from builder.targets.mbz.xml import Element, Value, branch, leaf, leaves

RELEASE = "4.5"
"""Below 4.0 no questions would be restored; a newer Moodle takes older backups."""

NONE = (
    *("anonymize", "role_assignments", "blocks", "filters", "comments", "badges", "calendarevents", "userscompletion"),
    *("logs", "grade_histories", "competencies", "customfield", "contentbankcontent", "xapistate", "legacyfiles"),
)
"""Settings of what the backup does not hold."""


def summary(ledger: Ledger, file: str, personal: frozenset[str]) -> Element:
    """The root of ``moodle_backup.xml``; ``personal`` names the modules that hold what Moodle counts as users' own,
    such as entries of a glossary."""
    plan = ledger.plan
    classroom = plan.classroom
    length = classroom.outline.length
    # Nothing of another site: it would be taken for this one's own course.
    stranger = sha256(f"{classroom.id}-{classroom.language}".encode()).hexdigest()[:32]
    fields: dict[str, Value] = {
        "name": file,
        "moodle_version": VERSION,
        "moodle_release": RELEASE,
        "backup_version": VERSION,
        "backup_release": RELEASE,
        "backup_date": ledger.start,
        "mnet_remoteusers": 0,
        "include_files": 1,
        "include_file_references_to_external_content": 0,
        "original_wwwroot": "https://coursewright.invalid",
        "original_site_identifier_hash": stranger,
        "original_course_id": COURSE,
        "original_course_format": "topics",
        "original_course_fullname": named(classroom.title),
        "original_course_shortname": shortname(ledger),
        "original_course_startdate": ledger.start,
        "original_course_enddate": ledger.start + length if length else 0,
        "original_course_contextid": COURSE_CONTEXT,
        "original_system_contextid": SYSTEM_CONTEXT,
    }
    detail = leaves(
        {"type": "course", "format": "moodle2", "interactive": 1, "mode": 10, "execution": 1, "executiontime": 0}
    )
    inner = [
        branch("details", [branch("detail", detail, backup_id=stranger)]),
        branch("contents", _contents(ledger)),
        branch("settings", _settings(ledger, file, personal)),
    ]
    return branch("moodle_backup", [branch("information", [*leaves(fields), *inner])])


def _contents(ledger: Ledger) -> Iterator[Element]:
    plan = ledger.plan
    yield branch(
        "activities",
        [
            branch(
                "activity",
                leaves(
                    {
                        "moduleid": module.number,
                        "sectionid": room.id,
                        "modulename": module.kind,
                        "title": named(module.title),
                        "directory": f"activities/{module.kind}_{module.number}",
                        "insubsection": None,
                    }
                ),
            )
            for room in plan.rooms
            for module in room.modules
        ],
    )
    yield branch(
        "sections",
        [
            branch(
                "section",
                leaves(
                    {
                        "sectionid": room.id,
                        "title": named(room.section.title) if room.number else "0",
                        "directory": f"sections/section_{room.id}",
                    }
                ),
            )
            for room in plan.rooms
        ],
    )
    yield branch("course", leaves({"courseid": COURSE, "title": shortname(ledger), "directory": "course"}))


def _settings(ledger: Ledger, file: str, personal: frozenset[str]) -> Iterator[Element]:
    root: dict[str, Value] = {
        "filename": file,
        "users": int(bool(personal)),
        "activities": 1,
        "questionbank": 1,
        "groups": int(bool(ledger.plan.classroom.outline.groups)),
        **dict.fromkeys(NONE, 0),
    }
    for name, value in root.items():
        yield _setting("root", "", name, value)
    for room in ledger.plan.rooms:
        owner = f"section_{room.id}"
        yield _setting("section", owner, f"{owner}_included", 1)
        users = any(module.name in personal for module in room.modules)
        yield _setting("section", owner, f"{owner}_userinfo", int(users))
    for module in ledger.plan.modules:
        owner = f"{module.kind}_{module.number}"
        yield _setting("activity", owner, f"{owner}_included", 1)
        yield _setting("activity", owner, f"{owner}_userinfo", int(module.name in personal))


def _setting(level: str, owner: str, name: str, value: Value) -> Element:
    return branch(
        "setting",
        [leaf("level", level), *([leaf(level, owner)] if owner else []), *leaves({"name": name, "value": value})],
    )
