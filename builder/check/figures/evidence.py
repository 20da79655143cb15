"""What the sources that are cited for a text say in numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from builder.check.figures.reading import Figure, figures_in
from builder.check.figures.words import words_of
from builder.model.course import Source

NEAREST = 3
"""Numbers that a hint names."""


class Known(NamedTuple):
    """A figure of a source."""

    source: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Evidence:
    """The figures of some sources together."""

    known: tuple[Known, ...]

    def __contains__(self, figure: Figure) -> bool:
        return any(_agree(figure, known.figure) for known in self.known) or self._holds_month(figure)

    def _holds_month(self, figure: Figure) -> bool:
        """Whether a month is that of a day the sources name with its year."""
        if figure.kind != "month":
            return False
        months = {one.figure.value // 100 for one in self.known if one.figure.kind == "day"}
        years = {one.figure.value for one in self.known if one.figure.kind == "year"}
        return figure.value % 100 in months and figure.value // 100 in years

    def about(self, figure: Figure) -> bool:
        """Whether a figure of the sources, rounded, is ``figure``."""
        return any(
            _kin(figure, one.figure) and abs(one.figure.value - figure.value) <= half_step(figure) for one in self.known
        )

    def in_other_unit(self, figure: Figure) -> str:
        """How the sources write a figure that they have in points where the text has per cent, or the reverse; ''."""
        alike = [one.figure for one in self.known if _agree(figure, one.figure)]
        if figure.unit and alike and all(one.unit and one.unit != figure.unit for one in alike):
            return alike[0].written + (" percentage points" if alike[0].unit == "pp" else "")
        return ""

    def between(self, low: Decimal, high: Decimal) -> bool:
        """Whether the sources have a number within bounds."""
        return any(low <= number <= high for one in self.known for number in _readings(one.figure))

    def nearest(self, figure: Figure) -> list[Known]:
        """The figures of the same kind next to ``figure``, the nearest first, each once."""
        kin = sorted(
            (one for one in self.known if _kin(figure, one.figure) and one.figure.kind != "word"),
            key=lambda one: (abs(one.figure.value - figure.value), one.source, one.figure.start),
        )
        return list({one.figure.written: one for one in kin}.values())[:NEAREST]


class Library:
    """The sources of a programme, in the language they are summed up in."""

    def __init__(self, sources: Mapping[str, Source], language: str) -> None:
        self.sources = sources
        self._words = words_of(language)
        self._language = language
        names = "|".join(map(re.escape, self._words.shares))
        self._shares = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
        self._evidence: dict[tuple[str, ...], Evidence] = {}
        self._said: dict[str, tuple[Known, ...]] = {}

    def evidence(self, names: tuple[str, ...]) -> Evidence:
        """What the sources called ``names`` say together; unknown ones say nothing."""
        if names not in self._evidence:
            known = (one for name in dict.fromkeys(names) if name in self.sources for one in self._known(name))
            self._evidence[names] = Evidence(tuple(known))
        return self._evidence[names]

    def _known(self, name: str) -> tuple[Known, ...]:
        if name not in self._said:
            source = self.sources[name]
            text = f"{source.statement} ({source.year}) {source.source}"
            shares = (
                Figure(match[0], "word", self._words.shares[match[0].lower()], match.start(), match.end(), "%")
                for match in self._shares.finditer(source.statement)
            )
            self._said[name] = tuple(Known(name, figure) for figure in (*figures_in(text, self._language), *shares))
        return self._said[name]


def half_step(figure: Figure) -> Decimal:
    """Half of what the last written digit of a number counts; zeros at its end count as rounding."""
    number = figure.value if figure.bare is None else figure.bare
    step = Decimal(1).scaleb(-figure.decimals)
    if not figure.decimals:
        while number and number % (step * 10) == 0:
            step *= 10
    return step / 2 * (figure.value / number if number else 1)


def _kin(figure: Figure, other: Figure) -> bool:
    """Whether two figures can be set beside each other."""
    dates = ("day", "month")
    return figure.kind == other.kind if figure.kind in dates or other.kind in dates else True


def _agree(figure: Figure, other: Figure) -> bool:
    if not _kin(figure, other):
        return False
    if figure.kind == "ratio":
        return any(abs(number - figure.value) <= 1 for number in _readings(other))
    if other.kind == "ratio":
        return abs(other.value - figure.value) <= half_step(figure)
    return figure.value == other.value or (figure.bare is None and figure.value == other.bare)


def _readings(figure: Figure) -> tuple[Decimal, ...]:
    return (figure.value,) if figure.bare is None else (figure.value, figure.bare)
