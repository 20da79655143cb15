"""Lengths of time as authors write them: ``3 weeks``, ``7 days``, ``24 h``, ``40 min``, ``90 s``."""

from __future__ import annotations

import re

SECONDS = {"s": 1, "min": 60, "h": 3600, "day": 86_400, "days": 86_400, "week": 604_800, "weeks": 604_800}
"""Seconds in each unit."""

_FORM = re.compile(r"(\d{1,6})\s*(s|min|h|days?|weeks?)")


def read_duration(text: str) -> int | None:
    """The seconds ``text`` means, or None."""
    match = _FORM.fullmatch(text.strip())
    return int(match[1]) * SECONDS[match[2]] if match and match[1].isascii() else None
