"""A programme as one course of a platform: the outline, the activities, and the courses it puts in order."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from builder.diagnostics import Diagnostic
from builder.model.course import Course, Programme
from builder.model.outline import Classroom
from builder.source.activity import read_activities
from builder.source.files import is_missing
from builder.source.outline import NAME, read_outline


def load_classroom(
    programme: Programme, language: str, courses: Mapping[str, Course]
) -> tuple[Classroom | None, list[Diagnostic]]:
    """The classroom of a programme in one language, and what is wrong in ``outline.yaml`` and in ``activities``.

    ``courses`` are those that could be read in this language, by folder. None, and no diagnostics, for a programme
    without outline; None as well for one whose outline cannot be read. Bad content never raises.
    """
    if is_missing(Path(programme.root) / NAME):
        return None, []
    found: list[Diagnostic] = []
    outlined = read_outline(programme, language, found)
    commons, activities = read_activities(programme, language, found)
    if outlined is None:
        return None, found
    heading, outline = outlined
    classroom = Classroom(
        id=heading.id,
        title=heading.title,
        summary=heading.summary,
        language=language,
        outline=outline,
        activities=activities,
        commons=commons,
        courses=courses,
    )
    return classroom, found
