"""What a cell or a line says is right: letters, numbers or texts of options, numbers, typed answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from builder.source.quiz.number import Bounds, read_bounds
from builder.source.quiz.words import key

_PARTS = re.compile(r"\s*(?:[,;|/&+\n]|\band\b)\s*", re.IGNORECASE)
_LABEL = re.compile(r"\(?(?:option|answer|choice)?\s*([A-Za-z]|\d{1,2})[.):]*", re.IGNORECASE)


def find_right(text: str, options: Sequence[str]) -> set[int]:
    """The places of the options that ``text`` names, all of it understood; none otherwise.

    Texts of options come before their letters and numbers: with the options 2, 3 and 4, ``2`` is the first.
    """
    known = {key(option).lower(): place for place, option in enumerate(options)}
    for parts in ([text], texts_of(text), _PARTS.split(text)):
        words = [key(part).lower() for part in parts if part.strip()]
        if words and all(word in known for word in words):
            return {known[word] for word in words}
    labels = [_LABEL.fullmatch(part) for part in _PARTS.split(text.strip()) if part]
    if not labels and len(text.strip()) > 1 and text.strip().isalpha() and text.strip().isupper():
        labels = [_LABEL.fullmatch(letter) for letter in text.strip()]
    places = {_place(label[1]) for label in labels if label}
    return places if labels and all(labels) and max(places, default=0) < len(options) and min(places) >= 0 else set()


def _place(label: str) -> int:
    return int(label) - 1 if label.isdigit() else ord(label.upper()) - ord("A")


def texts_of(text: str) -> list[str]:
    """Answers a line each, or parted by semicolons or bars."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        lines = [part.strip() for part in re.split(r"[;|]", lines[0]) if part.strip()]
    return lines


def read_value(text: str) -> tuple[Decimal, Decimal] | None:
    """A number or a range; a decimal comma will do, a per cent sign is left out."""
    packed = re.sub(r"\s*%$", "", text.strip()).replace("\u00a0", "").replace("+/-", "+-")
    if re.fullmatch(r"[-+]?\d+,\d+", packed):
        packed = packed.replace(",", ".")
    packed = re.sub(r"(?<=\d)\s*[-\u2013]\s*(?=\d)", "..", packed) if not packed.startswith("-") else packed
    value = read_bounds(packed)
    return (value.low, value.high) if isinstance(value, Bounds) and value.low <= value.high else None
