"""The numbers, years and dates of a text, as values that can be compared however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from builder.check.figures.words import Words, words_of

_GAP = "[ \u00a0\u2009\u202f]"
_NARROW = "[\u00a0\u2009\u202f]"
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\u066b\u066c", "01234567890123456789.,")
_POINT = re.compile(rf"\d{{1,3}}(?:(?:,|{_NARROW})\d{{3}})+(?!\d)(?:\.\d+)*|\d+(?:\.\d+)*")
"""A number where a point begins the decimals; several points make a version or an indicator (5.5.1)."""
_COMMA = re.compile(
    rf"\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d)(?:,\d+)?|\d{{1,3}}(?:\.\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*"
)
"""The same where a comma does."""
_CLOCK = re.compile(rf"\d{{1,2}}(?::\d{{2}}(?!\d)|{_GAP}?(?:[ap]\.m\.|[ap]m\b)|{_GAP}?h{_GAP}?(?:\d{{2}})?(?!\w))")
_PAIR = re.compile(r"\d+:\d+")
"""``34:2021``: part of a name, or a time."""
_BEFORE = re.compile(r"([^\W\d_]+)[-./(+:]?\Z")
_PREFIXES = frozenset(
    ("mid", "post", "pre", "early", "late", "since", "non", "à", "de", "usd", "us", "eur", "gbp", "chf")
)
_SUFFIX = re.compile(r"[^\W\d]+")
_SUFFIXES = frozenset(("bn", "mn", "tn", "k", "m", "x", "s", "kg", "km", "cm", "mm", "t", "ha"))
_RANGE = re.compile(rf"{_GAP}?[-\u2013\u2014]{_GAP}?|{_GAP}(?:to|à|a|or|ou|o){_GAP}")
_LONGEST = 20
"""Signs of a number; longer ones are serial numbers."""
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL_GAP = "[-\u00a0\u2009\u202f ]?"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, a year, a day or a month in a text."""

    written: str
    kind: str
    """``number``, ``year``, ``day``, ``month``, ``ratio`` (one in five, as per cent) or ``word`` (thirty)."""
    value: Decimal
    """Without its sign; of a day ``month * 100 + day``, of a month ``year * 100 + month``."""
    start: int
    end: int
    unit: str = ""
    """``%``, ``pp`` (percentage points) or ''."""
    bare: Decimal | None = None
    """The number before ``million`` or ``billion``; None without one."""
    decimals: int = 0
    """How many are written."""


@lru_cache(4096)
def figures_in(text: str, language: str) -> tuple[Figure, ...]:
    """Every figure of ``text``, in order; codes such as TG-101, ordinals and times of day are none."""
    signs = _signs_of(language)
    text = text.translate(_DIGITS)
    spelled = list(_spelled(text, signs))
    if not spelled and not _DIGIT.search(text):
        return ()
    for pattern in (_CLOCK, _PAIR):
        text = pattern.sub(lambda match: "#" * len(match[0]), text)
    dates = list(_dates(text, signs))
    numbers = _apart(_numbers(text, signs), dates)
    counted = sorted((*numbers, *_apart(spelled, dates)), key=lambda figure: figure.start)
    ratios = list(_ratios(counted, text, signs))
    found = [*dates, *ratios, *_apart(counted, ratios)]
    return tuple(_joined(sorted(found, key=lambda figure: figure.start), text))


class _Signs(NamedTuple):
    """What a language writes numbers with."""

    words: Words
    by_point: bool
    month: re.Pattern[str]
    year_behind: re.Pattern[str]
    scale: re.Pattern[str]
    points: re.Pattern[str]
    percent: re.Pattern[str]
    one_in: re.Pattern[str]


@cache
def _signs_of(language: str) -> _Signs:
    words = words_of(language)
    months = rf"(?:{words.month_names})"
    return _Signs(
        words=words,
        by_point=language.partition("-")[0] in ("en", "ar"),
        month=re.compile(rf"(?<!\w){months}(?!\w)\.?"),
        year_behind=re.compile(rf"(?:{_GAP}?[-\u2013\u2014/]{_GAP}?{months}\.?)?{_GAP}(?:de{_GAP})?(\d{{4}})(?!\d)"),
        scale=re.compile(rf"{_SMALL_GAP}({words.scale_names})(?!\w)"),
        points=re.compile(rf"{_SMALL_GAP}(?:{words.points})", re.IGNORECASE),
        percent=re.compile(rf"{_GAP}?(?:{words.percent})", re.IGNORECASE),
        one_in=re.compile(rf"(?:{_GAP}\w+)?{_GAP}(?:{words.one_in}){_GAP}", re.IGNORECASE),
    )


_DAYS_BEFORE = re.compile(
    rf"(?:(?<![\d.,])(\d{{1,2}}){_GAP}?[-\u2013\u2014]{_GAP}?)?(?<![\d.,])(\d{{1,2}}){_GAP}(?:de{_GAP})?\Z"
)
_DAY_BEHIND = re.compile(rf"{_GAP}(\d{{1,2}})(?!\d|{_GAP}?%)")


def _apart(figures: Iterable[Figure], taken: Iterable[Figure]) -> list[Figure]:
    """Those of ``figures`` that lie outside of all that is ``taken``."""
    taken = tuple(taken)
    return [one for one in figures if not any(one.start < other.end and other.start < one.end for other in taken)]


def _dates(text: str, signs: _Signs) -> Iterator[Figure]:
    """Days and months. A year behind them is a figure of its own."""
    for match in signs.month.finditer(text):
        month = signs.words.months[match[0].rstrip(".")]
        days = _DAYS_BEFORE.search(text, max(0, match.start() - 16), match.start())
        year = signs.year_behind.match(text, match.end())
        day_behind = _DAY_BEHIND.match(text, match.end())
        if days:
            for place in (1, 2):
                if days[place]:
                    written, start = f"{days[place]} {match[0]}", days.start(place)
                    end = days.end(1) if place == 1 else match.end()
                    yield Figure(written, "day", Decimal(month * 100 + int(days[place])), start, end)
        elif year:
            value = Decimal(int(year[1]) * 100 + month)
            yield Figure(f"{match[0]} {year[1]}", "month", value, match.start(), match.end())
        elif day_behind:
            written, value = match[0] + day_behind[0], Decimal(month * 100 + int(day_behind[1]))
            yield Figure(written, "day", value, match.start(), day_behind.end())


def _ratios(counted: Sequence[Figure], text: str, signs: _Signs) -> Iterator[Figure]:
    """``one in five`` and ``1 in 5``."""
    for part, whole in pairwise(counted):
        plain = not (part.unit or whole.unit or part.bare or whole.bare or whole.kind == "year")
        if plain and 0 < part.value < whole.value <= 100 and signs.one_in.fullmatch(text, part.end, whole.start):
            share = part.value * 100 / whole.value
            yield Figure(text[part.start : whole.end], "ratio", share, part.start, whole.end, "%")


def _numbers(text: str, signs: _Signs) -> Iterator[Figure]:
    for match in (_POINT if signs.by_point else _COMMA).finditer(text):
        if _is_code(text, match.start(), match.end()):
            continue
        plain = re.sub(_GAP, "", match[0])
        plain = plain.replace(",", "") if signs.by_point else _with_point(plain)
        if plain.count(".") > 1 or len(plain) > _LONGEST:
            continue
        value, end, bare = Decimal(plain), match.end(), None
        unit = _unit(text, end, signs)
        if scale := signs.scale.match(text, end):
            bare, value, end = value, value * signs.words.scales[scale[1].lower()], scale.end()
        is_year = len(match[0]) == 4 and match[0].isdigit() and _FIRST_YEAR <= value <= _LAST_YEAR
        kind = "year" if is_year and not unit and bare is None else "number"
        written = text[match.start() : end] + ("%" if unit == "%" else "")
        yield Figure(written, kind, value, match.start(), end, unit, bare, len(plain.partition(".")[2]))


def _with_point(text: str) -> str:
    """A number of a language with decimal commas as Python reads it; a point before three digits parts thousands."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    return text.replace(",", ".")


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether digits are part of a name: TG-101, WT/L/1095, Rev.1, MC12, COVID-19, 21st, 5Cs."""
    if start and (text[start - 1].isalpha() or text[start - 1] in "-./(+:"):
        before = _BEFORE.search(text, max(0, start - 30), start)
        if before and before[1].lower() not in _PREFIXES:
            return True
    suffix = _SUFFIX.match(text, end)
    return suffix is not None and suffix[0] not in _SUFFIXES


def _unit(text: str, end: int, signs: _Signs) -> str:
    if signs.points.match(text, end):
        return "pp"
    return "%" if signs.percent.match(text, end) else ""


def _spelled(text: str, signs: _Signs) -> Iterator[Figure]:
    """Numbers in words."""
    small, after = signs.words.small, 0
    if small.keys().isdisjoint(_LETTERS.findall(text.lower())):
        return
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if word not in small or match.start() < after or text[max(0, match.start() - 1) : match.start()] == "-":
            continue
        value, end = small[word], match.end()
        if joined := re.match(r" y ([^\W\d_]+)", text[end : end + 12]):  # treinta y cinco
            value, end = (small[word + joined[0]], end + joined.end()) if word + joined[0] in small else (value, end)
        unit, bare = _unit(text, end, signs), None
        if scale := signs.scale.match(text, end):
            bare, value, end = value, value * signs.words.scales[scale[1].lower()], scale.end()
        after = end
        yield Figure(text[match.start() : end], "word", value, match.start(), end, unit, bare)


def _joined(figures: list[Figure], text: str) -> Iterator[Figure]:
    """Ranges: ``16-37 billion`` are billions both, ``2016-17`` are years both."""
    for first, second in pairwise(figures):
        if not _RANGE.fullmatch(text[first.end : second.start]) or first.bare is not None:
            continue
        if second.bare and first.kind == "number":
            scaled = first.value * (second.value / second.bare)
            figures[figures.index(first)] = replace(first, value=scaled, bare=first.value)
        elif first.kind == "year" and second.kind == "number" and re.fullmatch(r"\d\d", second.written):
            value = first.value // 100 * 100 + second.value
            figures[figures.index(second)] = replace(second, kind="year", value=value)
    yield from figures
