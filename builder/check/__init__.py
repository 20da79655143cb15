"""The rules a course must keep, over the model: one module an area, each rule a function that yields diagnostics."""

from builder.check.run import check_course, check_programme, check_translation
from builder.check.state import check_state

__all__ = ["check_course", "check_programme", "check_state", "check_translation"]
