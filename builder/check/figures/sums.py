"""Calculations that a text shows: whether they are right, and what follows from what."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation
from itertools import combinations, permutations

from builder.check.figures.evidence import half_step
from builder.check.figures.reading import Figure

_SIGNS = {
    **dict.fromkeys(("+", "plus", "más"), "+"),
    **dict.fromkeys(("\u2212", "-", "\u2013", "minus", "moins", "menos"), "-"),
    **dict.fromkeys(("\u00d7", "x", "*", "·", "times", "fois", "por", "multiplied by", "multiplié par"), "*"),
    **dict.fromkeys(("÷", "/", "divided by", "divisé par", "dividido por", "dividido entre"), "/"),
}
_TOKEN = re.compile(
    rf"\s*(?:(?P<equal>=|≈|equals)|(?P<open>\()|(?P<close>\))"
    rf"|(?P<sign>{'|'.join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))})(?=\s|[\d($€£]|$)"
    r"|(?P<word>[^\W\d_][\w'\u2019-]*\.?|%|[$€£])|(?P<stop>\S))",
)
_WORDS = 3
"""Of a unit behind a number."""
CONSTANTS = frozenset(map(Decimal, (2, 4, 7, 12, 24, 52, 60, 100, 365, 1000)))
"""Numbers of a calculation that need no source: months, weeks, hours, per cent."""


@dataclass(frozen=True, slots=True)
class Equation:
    """A calculation as written: its numbers, what they make, and what the text says they make."""

    operands: tuple[Figure, ...]
    value: Decimal
    result: Figure
    about: bool

    @property
    def is_right(self) -> bool:
        """Within the rounding of the result; per cent may be shares of 1."""
        slack = half_step(self.result) * (2 if self.about else 1) * Decimal("1.02")
        shares = any(one.unit == "%" for one in (*self.operands, self.result))
        values = (self.value, self.value * 100, self.value / 100) if shares else (self.value,)
        return any(abs(value - self.result.value) <= slack for value in values)


def equations_in(text: str, figures: Sequence[Figure]) -> Iterator[Equation]:
    """The calculations with a sign of equality, in order."""
    if not any(sign in text for sign in ("=", "≈", "equals")):
        return
    tokens = _tokens(text, figures)
    for place, sign in enumerate(tokens):
        if sign not in ("=", "≈", "equals"):
            continue
        result = next((one for one in tokens[place + 1 : place + 4] if not isinstance(one, str)), None)
        if result is None or "." in tokens[place + 1 : place + 2]:
            continue
        for start in range(max(0, place - 40), place):
            parsed = _parse(tokens[start:place])
            if parsed is not None and not (start and tokens[start - 1] in ("+", "-", "*", "/", "(")):
                operands = tuple(one for one in tokens[start:place] if isinstance(one, Figure))
                yield Equation(operands, parsed, result, sign == "≈")
                break


def follows(figure: Figure, given: Iterable[Figure], signs: Collection[str] = "-+/") -> bool:
    """Whether two of the ``given`` figures make ``figure``: exactly by a difference or a sum, rounded by a share.

    ``signs`` are the operations that are looked at: ``-``, ``+`` and, for products and quotients, ``/``.
    """
    counted = [one for one in given if one.kind in ("number", "ratio", "word")]
    values = tuple(dict.fromkeys(number for one in counted for number in (one.value, one.bare) if number is not None))
    years = tuple(dict.fromkeys(one.value for one in given if one.kind == "year"))
    wanted = {figure.value, figure.value if figure.bare is None else figure.bare}
    half = half_step(figure)
    return (
        ("-" in signs and any(made in wanted for made in (*_differences(values), *_differences(years))))
        or ("+" in signs and any(made in wanted for made in _sums(values)))
        or ("/" in signs and any(abs(made - figure.value) <= half for made in _quotients(values)))
    )


def makes(values: Iterable[Decimal], low: Decimal, high: Decimal) -> bool:
    """Whether two of ``values`` make a number within bounds."""
    values = tuple(dict.fromkeys(values))
    return any(low <= made <= high for made in (*_differences(values), *_sums(values), *_quotients(values)))


def _differences(values: Sequence[Decimal]) -> Iterator[Decimal]:
    yield from (100 - value for value in values)
    yield from (abs(first - second) for first, second in combinations(values, 2))


def _sums(values: Sequence[Decimal]) -> Iterator[Decimal]:
    yield sum(values, Decimal(0))
    yield from (first + second for first, second in combinations(values, 2))


def _quotients(values: Sequence[Decimal]) -> Iterator[Decimal]:
    """Products, quotients, and shares in per cent: of the other, of both, of the change."""
    for first, second in permutations(values, 2):
        yield first * second
        yield first * second / 100
        if second:
            yield from (first / second, first / second * 100, abs(first - second) / second * 100)
        if first + second:
            yield first / (first + second) * 100


def _tokens(text: str, figures: Sequence[Figure]) -> list[str | Figure]:
    """Numbers, signs and brackets; a unit of a few words is left out, other text is a full stop."""
    found: list[str | Figure] = []
    at, words = 0, 0
    starts = {figure.start: figure for figure in figures if figure.kind in ("number", "year", "ratio")}
    while at < len(text):
        blank = len(text[at:]) - len(text[at:].lstrip())
        figure = starts.get(at + blank)
        if figure is not None:
            found.append(figure)
            at, words = figure.end, 0
            continue
        match = _TOKEN.match(text, at)
        if match is None:
            break
        at = match.end()
        if match["word"] and (words := words + 1) <= _WORDS:
            continue
        words = 0
        sign = match["sign"]
        found.append(_SIGNS[sign] if sign else match["equal"] or match["open"] or match["close"] or ".")
    return found


def _parse(tokens: Sequence[str | Figure]) -> Decimal | None:
    """The value of an expression with at least one sign; None for what is none."""
    if not any(token in ("+", "-", "*", "/") for token in tokens if isinstance(token, str)):
        return None
    try:
        value, rest = _sum(tokens)
    except (ValueError, DivisionByZero, InvalidOperation):
        return None
    return None if rest else value


def _sum(tokens: Sequence[str | Figure]) -> tuple[Decimal, Sequence[str | Figure]]:
    value, tokens = _product(tokens)
    while tokens and tokens[0] in ("+", "-"):
        sign = tokens[0]
        part, tokens = _product(tokens[1:])
        value = value + part if sign == "+" else value - part
    return value, tokens


def _product(tokens: Sequence[str | Figure]) -> tuple[Decimal, Sequence[str | Figure]]:
    value, tokens = _single(tokens)
    while tokens and tokens[0] in ("*", "/"):
        sign = tokens[0]
        part, tokens = _single(tokens[1:])
        value = value * part if sign == "*" else value / part
    return value, tokens


def _single(tokens: Sequence[str | Figure]) -> tuple[Decimal, Sequence[str | Figure]]:
    if not tokens:
        raise ValueError
    if tokens[0] == "(":
        value, tokens = _sum(tokens[1:])
        if not tokens or tokens[0] != ")":
            raise ValueError
        return value, tokens[1:]
    if isinstance(tokens[0], str):
        raise ValueError
    return tokens[0].value, tokens[1:]
