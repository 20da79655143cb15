"""How people come into the course: only where something of users is restored. Else Moodle adds the site's usual ways.

With users, Moodle takes the ways of enrolment from the backup alone (``restore_enrolments_structure_step``): one
without any would leave nobody able to enter.
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.targets.mbz.xml import Element, Value, branch, leaf, leaves, record

STUDENT = 5
"""Old id of the role; restoring finds the site's own by its short name."""

MANUAL = 1
"""Old id of the one way there is."""

DAY = 86400

PREVENT = -1
"""``CAP_PREVENT``: another role of a person may still allow it."""


def enrolments(*, users: bool) -> Element:
    """The root of ``course/enrolments.xml``: by hand and by upload, as learners."""
    fields: dict[str, Value] = {
        "enrol": "manual",
        "status": 0,
        "name": None,
        "enrolperiod": 0,
        "enrolstartdate": 0,
        "enrolenddate": 0,
        "expirynotify": 0,
        "expirythreshold": DAY,
        "notifyall": 0,
        "password": None,
        "cost": None,
        "currency": None,
        "roleid": STUDENT,
        "timecreated": 0,
        "timemodified": 0,
    }
    return branch("enrolments", [branch("enrols", [record("enrol", MANUAL, fields)] if users else [])])


def roles(*, users: bool) -> Element:
    """The root of ``roles.xml``: the role of those who are enrolled."""
    fields: dict[str, Value] = {
        "name": "",
        "shortname": "student",
        "nameincourse": None,
        "description": "",
        "sortorder": STUDENT,
        "archetype": "student",
    }
    return branch("roles_definition", [record("role", STUDENT, fields)] if users else [])


def rights(withheld: Iterable[str]) -> Element:
    """The root of a module's ``roles.xml``: learners are without the capabilities ``withheld``."""
    overrides = [
        branch(
            "override",
            leaves(
                {
                    "roleid": STUDENT,
                    "capability": name,
                    "permission": PREVENT,
                    "timemodified": 0,
                    "modifierid": None,
                }
            ),
        )
        for name in withheld
    ]
    return branch("roles", [branch("role_overrides", overrides), branch("role_assignments")])


def references(*, users: bool) -> Element:
    """The root of ``course/inforef.xml``."""
    role = branch("role", [leaf("id", STUDENT)])
    return branch("inforef", [branch("roleref", [role])] if users else [])
