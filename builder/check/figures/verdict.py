"""One passage before its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from builder.check.figures.evidence import Evidence, Library
from builder.check.figures.labels import is_label, is_own, is_rounded, numbering_of
from builder.check.figures.passages import HERE, Passage
from builder.check.figures.reading import Figure, figures_in
from builder.check.figures.sums import CONSTANTS, Equation, equations_in, follows, makes
from builder.check.figures.words import words_of
from builder.diagnostics import Diagnostic
from builder.diagnostics import figure_codes as codes

SHOWN = 4
"""Sources and figures that a message names."""
LEAST_WORD = 13
"""Smaller numbers in words count things more often than they claim any."""
_DIGIT = re.compile(r"\d")


def judge(passage: Passage, library: Library, language: str, shown: Sequence[Figure] = ()) -> Iterator[Diagnostic]:
    """What is wrong with the figures of a passage in ``language``; ``shown`` is what calculations on its page make."""
    if passage.within or (passage.cited and passage.where == HERE) or _DIGIT.search(passage.text):
        found = figures_in(passage.text, language)
        if not found and not passage.within:
            return
        given = (*(one for text in passage.given for one in figures_in(text, language)), *shown)
        equations = tuple(equations_in(passage.text, found))
        evidence = library.evidence(passage.cited)
        yield from _Case(passage, library, language, found, equations, given, evidence).heard()


def shown_in(passage: Passage, language: str) -> Iterator[Figure]:
    """What a passage establishes for its page: the results of calculations that are right, the number of an entry."""
    found = figures_in(passage.text, language) if _DIGIT.search(passage.text) else ()
    if numbering := numbering_of(passage.text, found):
        yield numbering
    yield from (one.result for one in equations_in(passage.text, found) if one.is_right)


@dataclass(frozen=True, slots=True)
class _Case:
    """A passage, its figures and calculations, and what they are held against."""

    passage: Passage
    library: Library
    language: str
    found: tuple[Figure, ...]
    equations: tuple[Equation, ...]
    given: Sequence[Figure]
    evidence: Evidence

    def heard(self) -> Iterator[Diagnostic]:
        span = self.passage.span
        for equation in self.equations:
            if not equation.is_right:
                right = f"{float(equation.value):.6g}"
                yield codes.SUM_WRONG.at(span, figure=equation.result.written, right=right)
        if self.passage.fictional:
            return
        if self.passage.within is not None:
            yield from self._answer(*self.passage.within)
        elif not self.passage.cited:
            yield from self._uncited()
        else:
            yield from self._cited()

    def _claims(self) -> list[Figure]:
        """The figures that say something about the world."""
        text, language = self.passage.text, self.language
        results = [equation.result for equation in self.equations]
        claims = [
            one
            for one in self.found
            if one not in results
            and not is_label(one, text, language)
            and not (one.kind == "word" and one.value < LEAST_WORD)
        ]
        if self.passage.cited and self.passage.where == HERE:
            return claims
        return [one for one in claims if not is_own(one, text, language)]

    def _cited(self) -> Iterator[Diagnostic]:
        claims = self._claims()
        sound = [one for one in claims if _among(one, self.given) or self._stands(one)]
        known = (*sound, *self.given, *(one for one in self.found if one not in claims))
        operands = [one for equation in self.equations for one in equation.operands]
        results = [equation.result for equation in self.equations]
        cues = words_of(self.language).reckon
        signs = [sign for sign, cue in cues.items() if self.passage.reckons or cue.search(self.passage.text)]
        for figure in claims:
            if figure in sound or (figure in operands and (figure.value in CONSTANTS or _among(figure, results))):
                continue
            if figure.kind != "number" or not follows(figure, known, signs):
                yield self._unfounded(figure)
        for figure in sound:
            if not _among(figure, self.given) and (other := self.evidence.in_other_unit(figure)):
                written = figure.written + (" percentage points" if figure.unit == "pp" else "")
                yield codes.FIGURE_UNIT.at(self.passage.span, figure=written, other=other)

    def _stands(self, figure: Figure) -> bool:
        rounded = is_rounded(figure, self.passage.text, self.language)
        return figure in self.evidence or (rounded and self.evidence.about(figure))

    def _answer(self, low: Decimal, high: Decimal) -> Iterator[Diagnostic]:
        """A number that learners type: known, or made of what the question gives."""
        values = [one.value for one in self.given]
        known = self.evidence.between(low, high) or any(low <= value <= high for value in values)
        if self.passage.cited and not known and not makes(values, low, high):
            middle = (low + high) / 2
            yield self._unfounded(Figure(f"{float(middle):.6g}", "number", middle, 0, 0))

    def _unfounded(self, figure: Figure) -> Diagnostic:
        cited = self.passage.cited
        near = [f"{one.figure.written} ({one.source})" for one in self.evidence.nearest(figure)]
        return codes.FIGURE_UNFOUNDED.at(
            self.passage.span,
            what={"year": "year", "day": "date", "month": "date"}.get(figure.kind, "figure"),
            figure=figure.written,
            where=self.passage.where,
            sources=f" ({', '.join(cited)})" if self.passage.where == HERE or len(cited) <= SHOWN else "",
            near=f" Nearest there: {', '.join(near)}." if near else "",
        )

    def _uncited(self) -> Iterator[Diagnostic]:
        claims = [one for one in self._claims() if not _among(one, self.given)]
        if not claims:
            return
        written = list(dict.fromkeys(one.written for one in claims))
        holding = [name for name in self.passage.near if all(one in self.library.evidence((name,)) for one in claims)]
        yield codes.FIGURE_UNCITED.at(
            self.passage.span,
            figures=", ".join(written[:SHOWN]) + (", …" if len(written) > SHOWN else ""),
            example=holding[0] if holding else min(self.library.sources, default="EV-01"),
            hint=f" ({holding[0]}, cited on this page, has what you write)" if holding else "",
        )


def _among(figure: Figure, others: Iterable[Figure]) -> bool:
    return any(figure.value in (other.value, other.bare) for other in others)
