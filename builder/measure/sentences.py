"""Where sentences end: not behind an abbreviation, and not within a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARKS = ".!?\u2026\u061f\u06d4"
"""Full stop, exclamation and question mark, ellipsis; question mark and full stop of Arabic and Urdu."""
_CLOSING = "\"'\u201d\u2019\u00bb)\\]"
_OPENING = " \t\n\"'\u201c\u2018\u00ab(["
_WIDE = "\u3002"
"""The full stop of Chinese and Japanese, behind which no blank stands."""
_END = re.compile(rf"[{_MARKS}]+[{_CLOSING}]*(?=\s|$)|{_WIDE}")
_LAST = re.compile(rf"[{_MARKS}{_WIDE}][{_CLOSING}]*\s*$")

_ABBREVIATIONS = frozenset(
    (
        *("e.g", "i.e", "eg", "ie", "viz", "vs", "cf", "approx", "ca", "incl", "excl", "p.ex", "p.ej", "u.n", "ee"),
        *("mr", "mrs", "ms", "messrs", "dr", "prof", "st", "m", "mm", "mme", "mlle", "sr", "sra", "srta", "dra"),
    )
)
"""In front of more of their sentence, whatever follows; in small letters, without the last full stop."""
_BEFORE_NUMBERS = frozenset(
    (
        *("no", "nos", "n\u00ba", "n.\u00ba", "n\u00fam", "art", "arts", "fig", "figs", "p", "pp", "par", "para"),
        *("paras", "sec", "vol", "al", "chap", "cap"),
    )
)
"""Abbreviations in front of a number only: "no" and "art" also end sentences."""


def sentences_in(text: str) -> Iterator[str]:
    """The sentences of a paragraph, in order; the last one may end without a mark."""
    begin = 0
    for match in _END.finditer(text):
        if _ends(text, match):
            yield text[begin : match.end()].strip()
            begin = match.end()
    if rest := text[begin:].strip():
        yield rest


def is_ended(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return _LAST.search(text) is not None


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence ends at a mark: what goes on in small letters is the same sentence."""
    following = text[match.end() : match.end() + 12].lstrip(_OPENING)[:1]
    if not following:
        return True
    if following.islower():
        return False
    if match[0][0] != ".":
        return True
    word = text[: match.start()].rsplit(None, 1)[-1:]
    before = word[0].lstrip(_OPENING).lower() if word else ""
    return before not in _ABBREVIATIONS and not (following.isdigit() and before in _BEFORE_NUMBERS)
