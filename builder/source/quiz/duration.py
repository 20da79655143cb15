"""Lengths of time as authors write them: ``7 days``, ``24 h``, ``40 min``, ``90 s``."""

from __future__ import annotations

import re

SECONDS = {"s": 1, "min": 60, "h": 3600, "day": 86400, "days": 86400}
"""Seconds in each unit."""

_FORM = re.compile(r"(\d{1,6})\s*(s|min|h|days?)")


def read_duration(text: str) -> int | None:
    """The seconds ``text`` means, or None."""
    match = _FORM.fullmatch(text.strip())
    return int(match[1]) * SECONDS[match[2]] if match and match[1].isascii() else None
