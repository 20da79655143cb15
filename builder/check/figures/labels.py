"""Numbers that say nothing about the world: names, places in a list, the reader's minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from builder.check.figures.reading import Figure
from builder.check.figures.words import words_of

_GAP = "[ \u00a0\u2009\u202f]"
_AND = r"(?:,|;|/|&|-|\u2013|and|to|or|of|out of|et|à|ou|sur|y|a|o|e|de)"
_REACH = 60
"""Characters before a number in which its label can stand."""


_NUMBERING = re.compile(rf"\s*\d{{1,3}}(?:\.\d{{1,2}})?(?:[.):]|{_GAP}?[\u2013\u2014-])?{_GAP}+[^\W\d]")
"""The number a heading, a row or an item begins with."""
_PER = re.compile(
    r"(?:[\u00d7÷*/]|(?<!\w)(?:of|out of|sur|per|every|each|pour|cada|(?:multipl|divid|divis)\w+ (?:by|par|por)))"
    rf"{_GAP}(?:USD{_GAP}|[$€£])?\Z",
    re.IGNORECASE,
)
_HEADS = r"\#|n[o°º]\.?|when|time|duration|quand|durée|temps|cuándo|duración|tiempo|hora"
_HUNDREDS = (10, 100, 1000)


class _Patterns(NamedTuple):
    label: re.Pattern[str]
    name: re.Pattern[str]
    read_on: re.Pattern[str]
    as_of: re.Pattern[str]
    minutes: re.Pattern[str]
    own: re.Pattern[str]
    about: re.Pattern[str]
    head: re.Pattern[str]
    supposed: re.Pattern[str]
    passing: re.Pattern[str]
    scale: re.Pattern[str]


@cache
def _of(language: str) -> _Patterns:
    words = words_of(language)
    series = rf"{_GAP}(?:\d[\w.]*{_GAP}?{_AND}{_GAP}?)*\Z"
    day = rf"(?:\d{{1,2}}{_GAP})?(?:(?:{words.month_names}){_GAP})?(?:de{_GAP})?\Z"
    return _Patterns(
        label=re.compile(rf"(?<!\w)(?:{words.labels}){series}", re.IGNORECASE),
        name=re.compile(rf"(?<!\w)(?:GATT|Agenda|IWA|ISO|Incoterms){_GAP}\Z"),
        read_on=re.compile(rf"(?:{words.read_on}){_GAP}{day}", re.IGNORECASE),
        as_of=re.compile(rf"(?:{words.as_of}){_GAP}{day}", re.IGNORECASE),
        minutes=re.compile(rf"[ \u00a0-]?(?:{words.minutes})", re.IGNORECASE),
        own=re.compile(rf"[ \u00a0-](?:\w+{_GAP})?(?:{words.own})(?!\w)", re.IGNORECASE),
        about=re.compile(rf"(?<!\w)(?:{words.about}){_GAP}(?:[A-Z]{{2,4}}[ $]?|[$€£]{_GAP}?)?\Z", re.IGNORECASE),
        head=re.compile(rf"(?:{words.labels}|{words.minutes}|{words.own}|{_HEADS})(?!\w)", re.IGNORECASE),
        supposed=words.supposed,
        passing=words.passing,
        scale=words.scale,
    )


def is_label(figure: Figure, text: str, language: str) -> bool:
    """Whether a number is a name (step 2, Agenda 2030), a length of reading, or the day a page was read."""
    found = _of(language)
    before, behind = text[max(0, figure.start - _REACH) : figure.start], text[figure.end :]
    if figure.kind in ("day", "month", "year") and found.read_on.search(before):
        return True
    if figure.unit or figure.bare is not None or figure.kind in ("day", "month", "word", "ratio"):
        return False
    if figure.kind == "year":
        return bool(found.name.search(before) or re.match(rf"{_GAP}Agenda", behind))
    if re.match(rf"{_GAP}?…", behind):
        return True  # a place to be filled
    if figure.value in _HUNDREDS and _PER.search(before):
        return True
    is_number = _NUMBERING.match(text) and not text[: figure.start].strip()
    named = found.label.search(before) or found.minutes.match(_chained(behind))
    return bool(is_number or named or _on_scale(figure, text, language))


def is_own(figure: Figure, text: str, language: str) -> bool:
    """Whether a number counts what a course is made of or asks of its readers (40 questions, 60 days, 60% of the
    points), or stands in a thought that claims nothing.
    """
    before, behind = text[: figure.start], text[figure.end :]
    sentence = re.split(r"[.!?]\s|\n", before)[-1] + figure.written + re.split(r"[.!?](?:\s|$)|\n", behind)[0]
    if figure.kind in ("word", "ratio") or _of(language).supposed.search(sentence):
        return True
    if figure.kind in ("day", "month", "year") and _of(language).as_of.search(before[-_REACH:]):
        return True
    if figure.kind == "day":
        return not re.match(rf",?{_GAP}(?:de{_GAP})?\d{{4}}", behind)
    if figure.unit == "%" and (_of(language).passing.search(sentence) or figure.value == 100):
        return True
    if figure.kind != "number" or figure.unit or figure.bare is not None:
        return False
    return figure.value <= 1 or bool(_of(language).own.match(_chained(behind)))


def _chained(behind: str) -> str:
    """What follows a series of numbers: ``minutes`` behind ``60 to 90 minutes``."""
    return re.sub(rf"^(?:{_GAP}?{_AND}{_GAP}?\d+)+", "", behind)


def is_rounded(figure: Figure, text: str, language: str) -> bool:
    """Whether a text says that a number is not exact."""
    return bool(_of(language).about.search(text[max(0, figure.start - _REACH) : figure.start]))


def numbering_of(text: str, figures: Sequence[Figure]) -> Figure | None:
    """The number with a point that a text begins with, as in ``4.1 Does a law …``; None without one."""
    first = figures[0] if figures else None
    return first if first and first.decimals and _NUMBERING.match(text) and not text[: first.start].strip() else None


def is_label_head(head: str, language: str) -> bool:
    """Whether the head of a column says that it holds places, days or minutes."""
    return bool(_of(language).head.match(head.strip()))


def _on_scale(figure: Figure, text: str, language: str) -> bool:
    """Whether a number is an end of a scale such as 0-10."""
    ends = rf"(?<!\w)[01]{_GAP}?(?:-|\u2013|to|à|a|=)"
    spread = re.search(rf"(?<![\d.,])0{_GAP}?(?:-|\u2013|to|à|a){_GAP}?\d+", text)
    if spread and spread.start() <= figure.start < spread.end():
        return True
    return bool(figure.value <= 10 and _of(language).scale.search(text) and re.search(ends, text))
