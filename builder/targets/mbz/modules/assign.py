"""``mod_assign``: work to hand in (``backup_assign_activity_structure_step``)."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.activity import Assignment
from builder.targets.mbz.desk import Desk, Grade, Written
from builder.targets.mbz.modules.intro import intro
from builder.targets.mbz.xml import Element, Value, branch, record


def write_assignment(desk: Desk) -> Written:
    """Files, a text or both. What comes after the due date is taken and marked as late: nothing is cut off."""
    work: Assignment = desk.module.content  # type: ignore[assignment]
    fields: dict[str, Value] = {
        **intro(desk, work.page),
        "alwaysshowdescription": 1,
        "submissiondrafts": 0,
        "sendnotifications": 0,
        "sendlatenotifications": 0,
        "sendstudentnotifications": 1,
        "duedate": desk.due(work.due),
        "cutoffdate": 0,
        "gradingduedate": 0,
        "allowsubmissionsfromdate": 0,
        "grade": work.points,
        "timemodified": desk.ledger.start,
        "completionsubmit": int(desk.module.completion.send),
        "requiresubmissionstatement": 0,
        "teamsubmission": 0,
        "requireallteammemberssubmit": 0,
        "teamsubmissiongroupingid": 0,
        "blindmarking": 0,
        "hidegrader": 0,
        "revealidentities": 0,
        "attemptreopenmethod": "none",
        "maxattempts": -1,
        "markingworkflow": 0,
        "markingallocation": 0,
        "markinganonymous": 0,
        "preventsubmissionnotingroup": 0,
        "activity": "",
        "activityformat": 1,
        "timelimit": 0,
        "submissionattachments": 0,
        "nosubmissions": int(not (work.files or work.text)),
    }
    settings = [_setting(desk, *setting) for setting in _settings(work)]
    grade = Grade(work.points) if work.points else None
    return Written(fields=fields, children=(branch("plugin_configs", settings),), grade=grade)


def _settings(work: Assignment) -> Iterator[tuple[str, str, str, Value]]:
    """Plug-in, kind of plug-in, name, value: without them nothing can be handed in."""
    yield "onlinetext", "assignsubmission", "enabled", int(work.text)
    yield "file", "assignsubmission", "enabled", int(work.files > 0)
    if work.files:
        yield "file", "assignsubmission", "maxfilesubmissions", work.files
        yield "file", "assignsubmission", "maxsubmissionsizebytes", 0
        yield "file", "assignsubmission", "filetypeslist", ",".join(work.types)
    yield "comments", "assignfeedback", "enabled", 1
    yield "file", "assignfeedback", "enabled", 1


def _setting(desk: Desk, plugin: str, subtype: str, name: str, value: Value) -> Element:
    return record("plugin_config", desk.number(), {"plugin": plugin, "subtype": subtype, "name": name, "value": value})
