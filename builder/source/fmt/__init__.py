"""``fmt``: writes missing ids into the sources and tidies blanks, textually, so that nothing else moves."""

from builder.source.fmt.course import format_course
from builder.source.fmt.page import Formatted, format_lesson, format_page

__all__ = ["Formatted", "format_course", "format_lesson", "format_page"]
