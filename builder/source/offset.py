"""Times after the start of a course as authors write them: ``3 weeks``, ``5 days``, ``2 h``."""

from __future__ import annotations

from builder.diagnostics.activity_codes import BAD_OFFSET
from builder.source.quiz.duration import read_duration
from builder.source.values import Values

LONGEST = 10 * 366 * 86400
"""Seconds that no course lasts."""


def read_offset(values: Values, key: str) -> int | None:
    """Seconds from the start, as ``key`` says them; None where it is not written, or not readable (reported)."""
    field = values.fields.get(key)
    if field is None:
        return None
    seconds = read_duration(field.value) if isinstance(field.value, str) else None
    if seconds is None or seconds > LONGEST:
        shown = field.value if isinstance(field.value, str | int | float) else "…"
        values.found.append(BAD_OFFSET.at(field.span, key=key, value=str(shown)))
        return None
    return seconds
