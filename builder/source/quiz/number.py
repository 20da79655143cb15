"""Numbers and ranges as authors write them: ``33``, ``33 +- 2``, ``30..35``."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from builder.model.typed import plain_number

_TOLERANCE = re.compile(r"\+-|±")
_LIKE_NUMBER = re.compile(r"[-+\u2212]?\s*\.?\d[\d\s.,'\u2019\u00a0\u202f]*(?:\s*[%\u20ac$])?")
MAX_DIGITS = 30
"""More digits than any quantity has, fewer than would slow anybody down."""


class Bounds(NamedTuple):
    """A closed range."""

    low: Decimal
    high: Decimal


class Unread(NamedTuple):
    """A part that looks like a number and is none."""

    text: str


def read_bounds(text: str) -> Bounds | Unread | None:
    """The range ``text`` means; the part of it that cannot be read; None when it is not meant as a number."""
    if match := _TOLERANCE.search(text):
        return _pair(text[: match.start()].rstrip(), text[match.end() :].lstrip(), is_tolerance=True)
    low, dots, high = text.partition("..")
    if dots:
        return _pair(low.rstrip(), high.lstrip(), is_tolerance=False)
    number = _number(text)
    if number is not None:
        return Bounds(number, number)
    return Unread(text) if _is_like_number(text) else None


def _pair(first: str, second: str, *, is_tolerance: bool) -> Bounds | Unread | None:
    one, other = _number(first), _number(second)
    if one is None and other is None and not _is_like_number(first):
        return None
    if one is None or other is None or (is_tolerance and other < 0):
        return Unread(first if one is None else second)
    return Bounds(one - other, one + other) if is_tolerance else Bounds(one, other)


def suggest_number(text: str, language: str) -> str:
    """How to write what was meant by a text that is no number."""
    packed = re.sub(r"[\s'\u2019%\u20ac$]", "", text)
    if re.search(r"[%\u20ac$]", text):
        return f'Write the number alone, `= {packed}`, and the unit behind the heading: `{{unit="%"}}`.'
    if packed.count(",") == 1 and plain_number(packed.replace(",", ".")) is not None:
        pointed = packed.replace(",", ".")
        whose = f" (in `{language}` too)" if language != "en" else ""
        whole = f" If the comma parts thousands, leave it out: `{packed.replace(',', '')}`."
        return f"Write a decimal point{whose}: `{pointed}`.{whole if re.search(',[0-9]{3}$', packed) else ''}"
    if packed != text.replace(",", "") and plain_number(packed.replace(",", "")) is not None:
        return f"Write nothing between thousands: `{packed.replace(',', '')}`."
    return 'Write digits and a decimal point, as in `33`, `33 +- 2` or `30..35`; a text in double quotes: `= "33a"`.'


def _number(text: str) -> Decimal | None:
    return plain_number(text) if len(text) <= MAX_DIGITS else None


def _is_like_number(text: str) -> bool:
    return len(text) <= 2 * MAX_DIGITS and _LIKE_NUMBER.fullmatch(text) is not None
