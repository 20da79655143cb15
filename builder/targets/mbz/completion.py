"""``completion.xml``: what completes the course (``backup_course_completion_structure_step``)."""

from __future__ import annotations

from builder.targets.mbz.plan import COURSE, Plan
from builder.targets.mbz.xml import Element, branch, record

ACTIVITY = 4
"""The kind of criterion that asks for an activity (``completion/criteria/completion_criteria.php``)."""

ALL = 1


def completion(plan: Plan) -> Element:
    """The root of ``completion.xml``: every module of ``plan.completes``."""
    criteria = [
        record(
            "course_completion_criteria",
            place,
            {
                "course": COURSE,
                "criteriatype": ACTIVITY,
                "module": plan.by_name[name].kind,
                "moduleinstance": plan.by_name[name].number,
                "courseinstanceshortname": None,
                "enrolperiod": None,
                "timeend": None,
                "gradepass": None,
                "role": None,
                "roleshortname": None,
            },
        )
        for place, name in enumerate(plan.completes, 1)
    ]
    methods = [
        record(
            "course_completion_aggr_methd",
            place,
            {"course": COURSE, "criteriatype": kind, "method": ALL, "value": None},
        )
        for place, kind in enumerate((ACTIVITY, None), 1)
    ]
    return branch("course_completion", [*criteria, *(methods if criteria else [])])
