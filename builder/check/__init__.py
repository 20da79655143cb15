"""The rules a course must keep, over the model: one module an area, each rule a function that yields diagnostics."""

from builder.check.outline import check_classroom
from builder.check.run import (
    check_activities,
    check_course,
    check_programme,
    check_translated_activities,
    check_translation,
)
from builder.check.state import check_state

__all__ = [
    "check_activities",
    "check_classroom",
    "check_course",
    "check_programme",
    "check_state",
    "check_translated_activities",
    "check_translation",
]
