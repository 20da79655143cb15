"""Typed answers: what a learner wrote, compared with a pattern or read as a number in the learner's locale."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

BLANKS = "\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff"
"""What counts as blank, as a class for regular expressions: JavaScript's ``\\s``, so that the player agrees."""

ZEROS = (0x0660, 0x06F0, 0x0966, 0x09E6, 0xFF10)
"""Zeros of the scripts whose digits are read: Arabic, Persian, Devanagari, Bengali, full width."""

_DIGITS = {zero + value: str(value) for zero in ZEROS for value in range(10)}
_SIGNS = {0x2212: "-", 0x2013: "-", 0xFF0B: "+", 0xFF0D: "-"}
_UNSEEN = dict.fromkeys((0x200E, 0x200F, 0x061C, 0x202A, 0x202B, 0x202C, 0x2066, 0x2067, 0x2068, 0x2069))
"""Marks of writing direction, which keyboards put around numbers."""
_GROUPS = dict.fromkeys((0x2019, 0x02BC, 0x066C), "'")
_OTHERS = {0x066B: "_", 0x066A: "%", 0xFF05: "%"}
"""The Arabic decimal sign, written ``_`` here as nobody types that, and two more per cent signs."""
_NUMBER_TABLE = {ord("_"): "x", **_OTHERS, **_DIGITS, **_SIGNS, **_UNSEEN, **_GROUPS}

_BLANK_RUN = re.compile(f"[{BLANKS}]+")
_WHOLE = re.compile(r"[0-9]*|[1-9][0-9]{0,2}(?P<sign>['.,])(?:[0-9]{2,3}(?P=sign))*[0-9]{3}")
_PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?")


def normal(text: str, *, case: bool = False) -> str:
    """``text`` as answers are compared: NFC, blanks collapsed, straight apostrophes, all capitals unless ``case``."""
    text = _BLANK_RUN.sub(" ", unicodedata.normalize("NFC", text)).strip(" ").translate({0x2019: "'", 0x02BC: "'"})
    return text if case else unicodedata.normalize("NFC", text.upper())


def matches(pattern: str, answer: str, *, case: bool = False) -> bool:
    """Whether a typed answer fits: ``*`` stands for any characters, ``\\*`` for a star. Nothing typed fits nothing."""
    text = normal(answer, case=case)
    if not text:
        return False
    first, *rest = pieces(normal(pattern, case=case))
    if not rest:
        return text == first
    *between, last = rest
    if not text.startswith(first) or len(text) < len(first) + len(last) or not text.endswith(last):
        return False
    place, end = len(first), len(text) - len(last)
    for piece in between:
        found = text.find(piece, place, end)
        if found < 0:
            return False
        place = found + len(piece)
    return True


def pieces(pattern: str) -> list[str]:
    """The texts between the wildcards of a pattern."""
    return [piece.replace("\\*", "*") for piece in re.split(r"(?<!\\)\*", pattern)]


def parse_number(text: str, decimal_sign: str = ".") -> Decimal | None:
    """The number a learner typed, or None.

    ``decimal_sign`` is the locale's, ``.`` or ``,`` (the Arabic one is read always). Digits of scripts in ``ZEROS`` are
    read as well; thousands may be parted by blanks, apostrophes or the other sign; a single other sign that parts no
    thousands is taken for the decimal sign (``15.1`` in French); one per cent sign may follow.
    """
    text = _BLANK_RUN.sub(" ", text.translate(_NUMBER_TABLE)).strip(" ")
    text = re.sub(r" ?%$", "", text)
    sign = -1 if text.startswith("-") else 1
    text = text.removeprefix("-") if sign < 0 else text.removeprefix("+")
    text = text.strip(" ").replace(" ", "'")
    if "_" in text:
        decimal_sign = "_"
    whole, found, fraction = text.partition(decimal_sign)
    other = {".": ",", ",": "."}.get(decimal_sign, "")
    if not found and other and text.count(other) == 1 and not _WHOLE.fullmatch(text):
        whole, found, fraction = text.partition(other)
    if not _WHOLE.fullmatch(whole) or not re.fullmatch(r"[0-9]*", fraction) or not whole + fraction:
        return None
    digits = re.sub(r"\D", "", whole)
    return sign * Decimal(f"{digits or 0}.{fraction or 0}")


def plain_number(text: str) -> Decimal | None:
    """A number as sources write it: ASCII digits, a point, a sign; else None."""
    text = text.replace("\u2212", "-")
    return Decimal(text) if text.isascii() and _PLAIN.fullmatch(text) else None
