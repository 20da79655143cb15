"""``groups.xml`` (``backup_groups_structure_step``)."""

from __future__ import annotations

from collections.abc import Mapping

from builder.model.outline import Outline
from builder.targets.mbz.naming import named
from builder.targets.mbz.xml import Element, branch, record
from builder.targets.safe import line

FIRST = 70


def numbers_of(outline: Outline) -> Mapping[str, int]:
    """The old id of each group, by its own id."""
    return {group.id: FIRST + place for place, group in enumerate(outline.groups, 1)}


def groups(outline: Outline, changed: int) -> Element:
    """The root of ``groups.xml``."""
    found = [
        record(
            "group",
            FIRST + place,
            {
                "name": named(group.title),
                "idnumber": group.id,
                "description": line(group.description),
                "descriptionformat": 0,
                "enrolmentkey": "",
                "picture": 0,
                "visibility": 0,
                "participation": 1,
                "timecreated": changed,
                "timemodified": changed,
            },
        )
        for place, group in enumerate(outline.groups, 1)
    ]
    return branch("groups", [*found, branch("groupings")])
