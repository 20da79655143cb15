"""What numbers look like in words, by language: months, multipliers, labels, and the signs of invented cases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal, TypeVar

from babel.core import Locale, UnknownLocaleError

from builder.check.figures.lexicon import (
    ABOUT,
    AS_OF,
    DIFFERENCE,
    FICTIONAL,
    LABELS,
    MINUTES,
    MULTIPLIERS,
    ONE_IN,
    OWN,
    PAGE,
    PASSING,
    PERCENT,
    POINTS,
    QUOTIENT,
    READ_ON,
    SCALE,
    SHARES,
    SMALL,
    SUM,
    SUPPOSED,
    TENS,
)

T = TypeVar("T")
_WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; patterns are compiled and know no case unless they say so."""

    months: Mapping[str, int]
    """Names, full and short, without a point, as the language writes them."""
    month_names: str
    scales: Mapping[str, Decimal]
    """``million`` and its like, in small letters."""
    scale_names: str
    small: Mapping[str, Decimal]
    """Number words, in small letters."""
    small_names: str
    shares: Mapping[str, Decimal]
    """``half`` and its like, in per cent."""
    percent: str
    points: str
    one_in: str
    """What stands between the numbers of ``one in five``."""
    fictional: re.Pattern[str]
    page: re.Pattern[str]
    """``this page``."""
    labels: str
    """Nouns whose number is a name: ``step 2``."""
    own: str
    """Nouns that count what the course itself is made of or asks for, or the reader's time."""
    minutes: str
    about: str
    """What stands before a number that is rounded."""
    reckon: Mapping[str, re.Pattern[str]]
    """What says that a number follows from others, by the sign of the operation: ``-``, ``+`` or ``/``."""
    read_on: str
    """What stands before the day that a page was read."""
    as_of: str
    """What stands before the day that a text holds for."""
    scale: re.Pattern[str]
    """What a scale for answers is called."""
    supposed: re.Pattern[str]
    """What opens a thought that claims nothing."""
    passing: re.Pattern[str]
    """What says that a share is one of points."""
    """What stands before the day that a text was read or written."""


@cache
def words_of(language: str) -> Words:
    """The words of ``language`` (BCP 47); what is not known of it is taken from English."""
    base = language.partition("-")[0]
    tens, joint = _of(TENS, base)
    months, small = _months(base), _small(_of(SMALL, base).split(), tens.split(), joint)
    scales = {word: Decimal(10) ** int(power) for word, power in _pairs(_of(MULTIPLIERS, base))}
    return Words(
        months=months,
        month_names=_either(months),
        scales=scales,
        scale_names=_either(scales),
        small=small,
        small_names=_either(small),
        shares={word: Decimal(share) for word, share in _pairs(_of(SHARES, base))},
        percent=f"[%٪]|{_of(PERCENT, base)}",
        points=_of(POINTS, base),
        one_in=_of(ONE_IN, base),
        fictional=re.compile(rf"(?<!\w)(?:{_of(FICTIONAL, base)})(?!\w)", re.IGNORECASE),
        page=PAGE,
        labels=_of(LABELS, base),
        own=_of(OWN, base),
        minutes=_of(MINUTES, base),
        about=_of(ABOUT, base),
        reckon={
            sign: re.compile(_of(table, base), re.IGNORECASE)
            for sign, table in (("-", DIFFERENCE), ("+", SUM), ("/", QUOTIENT))
        },
        read_on=_of(READ_ON, base),
        as_of=_of(AS_OF, base),
        scale=SCALE,
        supposed=SUPPOSED,
        passing=PASSING,
    )


def _of(table: Mapping[str, T], base: str) -> T:
    return table.get(base, table["en"])


def _either(names: Iterable[str]) -> str:
    """A pattern for any of ``names``, the longest first."""
    return "|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name)))


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(word.replace("_", " "), value) for word, _, value in (pair.partition("=") for pair in text.split())]


def _small(units: list[str], tens: list[str], joint: str) -> dict[str, Decimal]:
    found = {word: Decimal(value) for value, word in enumerate(units)}
    for place, ten in enumerate(tens, 3):
        found[ten] = Decimal(10 * place)
        found |= {f"{ten}{joint}{units[unit]}": Decimal(10 * place + unit) for unit in range(1, 10)}
    found |= {word: Decimal(1) for word in ("une", "una") if units[1] in ("un", "uno")}
    if joint == "-":
        found |= {f"{units[20]}-{units[unit]}": Decimal(20 + unit) for unit in range(1, 10)}
    return found


def _months(base: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in ("en", base):
        for width in _WIDTHS:
            try:
                months = Locale.parse(locale).months["format"][width]
            except (UnknownLocaleError, ValueError):
                continue
            names |= {str(name).rstrip("."): number for number, name in months.items()}
    if base not in ("en",):
        names |= {f"{name[:1].upper()}{name[1:]}": number for name, number in names.items()}
    return {**names, "Sept": 9}
