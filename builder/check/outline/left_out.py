"""What is there and stands nowhere in the outline."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.outline.units import Scene, parts_of
from builder.diagnostics import Diagnostic
from builder.diagnostics.outline_codes import ACTIVITY_UNUSED, COURSE_LEFT_OUT, PARTS_LEFT_OUT


def check_left_out(scene: Scene) -> Iterator[Diagnostic]:
    """Activities, courses, and parts of courses that are entered in parts."""
    outline, courses = scene.classroom.outline, scene.classroom.courses
    if not outline.sections:
        return  # which is reported, and leaves everything out
    used = {entry.activity for entry in outline.entries}
    for name, activity in scene.classroom.activities.items():
        if name not in used and activity.page.path.removesuffix(".md") not in used:
            yield ACTIVITY_UNUSED.at(activity.page.span, name=name)
    entered = {entry.course for entry in outline.entries}
    for name in scene.programme.courses:
        if name not in entered:
            yield COURSE_LEFT_OUT.at(outline.span, name=name)
        elif name in courses and courses[name].delivery != "scorm" and name in scene.named:
            missing = [part.id for part in parts_of(courses[name]) if f"{name}/{part.id}" not in scene.named]
            if missing:
                listed = ", ".join(f"`{part}`" for part in missing)
                yield PARTS_LEFT_OUT.at(outline.span, course=name, parts=listed)
