"""The shares of a mark that Moodle's importers accept, and the numbers they read."""

from __future__ import annotations

import re

FRACTIONS = (
    100.0,
    90.0,
    83.33333,
    80.0,
    75.0,
    70.0,
    66.66667,
    60.0,
    50.0,
    40.0,
    33.33333,
    30.0,
    25.0,
    20.0,
    16.66667,
    14.28571,
    12.5,
    11.11111,
    10.0,
    5.0,
    0.0,
)
"""Per cent, without their negatives: p/q for q up to 6, tenths, 1/q for q up to 10, and a twentieth."""

CLOSE = 0.001
"""Per cent that a share may differ from the list."""

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?", re.ASCII)
_TIMES_TEN = re.compile(r"(?:e|E|(?:x|\*|\u00d7)10(?:\^|\*\*))([+-]?\d+)")


def is_allowed(percent: float) -> bool:
    """Whether Moodle takes this share with its usual setting, which stops at one that is not in its list."""
    return any(abs(abs(percent) - one) < CLOSE for one in FRACTIONS)


def nearest(percent: float) -> str:
    """The share of the list that is nearest, as Moodle writes it."""
    best = min(FRACTIONS, key=lambda one: abs(abs(percent) - one))
    return f"{-best if percent < 0 and best else best:.5f}".rstrip("0").rstrip(".")


def is_number(given: str, *, units: frozenset[str] = frozenset()) -> bool:
    """Whether Moodle reads a number in ``given``, with one of ``units`` behind it or in front of it."""
    plain = _TIMES_TEN.sub(r"e\1", given.replace(" ", ""))
    plain = plain.replace(",", "") if "." in plain or plain.count(",") > 1 else plain.replace(",", ".")
    if _NUMBER.fullmatch(plain):
        return True
    for unit in (one.replace(" ", "") for one in units):
        if unit and (plain.endswith(unit) or plain.startswith(unit)):
            return bool(_NUMBER.fullmatch(plain.removesuffix(unit).removeprefix(unit)))
    return False
