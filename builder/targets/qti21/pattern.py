"""Typed answers as regular expressions of XML Schema, the language of ``patternMatch``: they take what
``builder.model.typed`` takes, letters in either case, accents in one or two characters, any blanks and apostrophes.

A wildcard that would part one character from its accent, or one of the two letters it stands for from the other, is all
that is read otherwise. Only what XML Schema, PCRE and JavaScript read alike is used: no anchors, no classes but
``\\s``, no lazy matching.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import pairwise

from builder.model.typed import ZEROS, normal, pieces

BLANK = "[\\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]"
"""What counts as blank (``builder.model.typed.BLANKS``), without two characters that XML cannot hold."""

APOSTROPHE = "['\u2019\u02bc]"
ANYTHING = "[\\s\\S]*"
WORD = f"{ANYTHING}[^{BLANK[1:]}{ANYTHING}"
"""Anything but blanks alone."""

SPACED = f"({BLANK}+|['\u2019\u02bc\u066c])"
"""What may part thousands in any language."""

ARABIC = "\u066b"
"""The Arabic decimal sign, read in any language; before it both other signs part thousands."""

UNSEEN = "[\u200e\u200f\u061c]"
"""Marks of writing direction, which keyboards put around numbers."""

_RESERVED = frozenset("\\|.-^?*+{}()[]")
_LAST_CASED = 0x1E944
"""No character beyond it has another case."""


def text_pattern(pattern: str, *, case: bool, wildcards: bool = True) -> str:
    """The expression for one accepted answer; ``*`` in it stands for anything where there are ``wildcards``."""
    text = normal(pattern, case=case)
    first, *rest = pieces(text) if wildcards else [text]
    between = [part for part in rest[:-1] if part]
    found = [first, *between, *rest[-1:]]
    written = ["".join(_letters(first, case=case))]
    for at, (left, right) in enumerate(pairwise(found), 1):
        # A blank stands between two words, never at an end: so there must be a word beyond it.
        opens = left.endswith(" ") or (at == 1 and not left)
        closes = right.startswith(" ") or (at == len(found) - 1 and not right)
        written += [WORD if opens and closes else ANYTHING, *_letters(right, case=case)]
    return f"{BLANK}*{''.join(written)}{BLANK}*"


def number_pattern(value: Decimal, decimal_sign: str) -> str:
    """The expression for a number by its value, as ``parse_number`` reads it in a language with this decimal sign."""
    own, other = f"[{decimal_sign}{ARABIC}]", "[,]" if decimal_sign == "." else "[.]"
    whole, _, fraction = format(abs(value), "f").partition(".")
    fraction = fraction.rstrip("0")
    forms = [*_below_one(fraction, own), *_below_one(fraction, other)] if whole == "0" else []
    forms = forms or [*_from_one(whole, fraction, own, other)]
    sign = f"[-\u2212\u2013\uff0d]{BLANK}*" if value < 0 else f"([+\uff0b]{BLANK}*)?"
    if not value:
        sign = f"([-\u2212\u2013\uff0d+\uff0b]{BLANK}*)?"
    around = f"({BLANK}|{UNSEEN})*"
    return f"({around}{sign}{UNSEEN}*({'|'.join(forms)}){UNSEEN}*({BLANK}*[%\u066a\uff05])?{around})"


def _below_one(fraction: str, sign: str) -> Iterator[str]:
    """A number without a whole part, behind one of two signs: no thousands begin with 0."""
    if fraction:
        yield f"{_ZERO}*{sign}{_digits(fraction)}{_ZERO}*"
    else:
        yield f"{_ZERO}+({sign}{_ZERO}*)?"
        yield f"{sign}{_ZERO}+"


def _from_one(whole: str, fraction: str, own: str, other: str) -> Iterator[str]:
    """The whole part in one, or parted into thousands by blanks, apostrophes or the other sign."""
    behind = f"({own}{_digits(fraction)}{_ZERO}*)" + ("" if fraction else "?")
    turned = f"{other}{_digits(fraction)}{_ZERO}*"
    yield f"{_ZERO}*{_digits(whole)}{behind}"
    if len(whole) > 3:
        arabic = f"{ARABIC}{_digits(fraction)}{_ZERO}*"
        for between, after in ((SPACED, behind), (SPACED, turned), (other, behind), ("[.,]", arabic)):
            for size in (3, 2):
                yield between.join(map(_digits, _grouped(whole, size))) + after
    yield f"{_ZERO}+{_digits(whole)}{turned}"
    yield f"{_ZERO}*{_digits(whole)}{other}{_tail(fraction, free=len(whole) > 3)}"


def any_of(patterns: Iterable[str]) -> str:
    """One expression for all."""
    found = list(dict.fromkeys(patterns))
    return found[0] if len(found) == 1 else "|".join(f"({pattern})" for pattern in found)


def _letters(text: str, *, case: bool) -> Iterator[str]:
    """The expression for each character of a normalised text, or for a few where one character can stand for some of
    them, as sharp s for SS."""
    place = 0
    while place < len(text):
        end = place + 1 if case else _run_end(text, place)
        ways = list(_spellings(text[place:end], case=case))
        yield ways[0] if len(ways) == 1 else f"({'|'.join(ways)})"
        place = end


def _run_end(text: str, place: int) -> int:
    """The end of the letters from ``place`` on of which one character can stand for two or three, one after the other;
    six at most."""
    end, at = place + 1, place
    while at < end < place + 6:
        found = [size for size in (3, 2) if len(text[at : at + size]) == size and text[at : at + size] in _spelt()]
        end = max(end, at + max(found, default=1))
        at += 1
    return end


def _spellings(text: str, *, case: bool) -> Iterator[str]:
    """Every way to write a few letters, each in its own character or some in one."""
    if not text:
        yield ""
        return
    head = _letter(text[0], case=case)
    yield from (head + rest for rest in _spellings(text[1:], case=case))
    for size in (2, 3) if not case else ():
        for short in _spelt().get(text[:size], ()) if len(text) >= size else ():
            yield from (_escaped(short) + rest for rest in _spellings(text[size:], case=case))


def _letter(letter: str, *, case: bool) -> str:
    if letter == " ":
        return f"{BLANK}+"
    if letter == "'":
        return APOSTROPHE
    forms = list(dict.fromkeys(form for way in _ways(letter, case=case) for form in _composed(way, case=case)))
    if len(forms) == 1:
        return _escaped(forms[0])
    if all(len(form) == 1 for form in forms):
        return f"[{''.join(map(_escaped, forms))}]"
    return f"({'|'.join(map(_escaped, forms))})"


def _ways(letter: str, *, case: bool) -> list[str]:
    """A letter in either case."""
    return [letter] if case else [letter, *_spelt().get(letter, ())]


def _composed(letter: str, *, case: bool) -> Iterator[str]:
    """A letter in one character, and with its accents apart, from the last on."""
    yield letter
    parts = unicodedata.normalize("NFD", letter)
    for cut in range(1, len(parts)):
        for way in _ways(unicodedata.normalize("NFC", parts[:cut]), case=case):
            yield way + parts[cut:]


@cache
def _spelt() -> Mapping[str, tuple[str, ...]]:
    """The characters whose capitals are a text, by that text: ``A`` has ``a``, ``SS`` has sharp s."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code in range(_LAST_CASED):
        letter = chr(code)
        capital = letter.upper()
        if capital != letter:
            found[unicodedata.normalize("NFC", capital)].append(letter)
    return {capital: tuple(letters) for capital, letters in found.items()}


def _escaped(text: str) -> str:
    """``text`` literally; ``$`` is an anchor to some readers and must not be escaped for others."""
    return "".join(f"\\{one}" if one in _RESERVED else "[$]" if one == "$" else one for one in text)


def _digits(text: str) -> str:
    """Digits in any of the scripts that are read."""
    return "".join(f"[{digit}{''.join(chr(zero + int(digit)) for zero in ZEROS)}]" for digit in text)


_ZERO = _digits("0")


def _grouped(whole: str, size: int) -> list[str]:
    """Three digits at the end, before them groups of three, or of two (lakhs)."""
    front, last = whole[:-3], whole[-3:]
    first = len(front) % size or size
    return [front[:first], *(front[at : at + size] for at in range(first, len(front), size)), last]


def _tail(fraction: str, *, free: bool) -> str:
    """A fraction behind the other sign: not three digits, which would be thousands, unless it is ``free``."""
    digits, length = _digits(fraction), len(fraction)
    if free or length > 3:
        return f"{digits}{_ZERO}*"
    if length == 3:
        return f"{digits}{_ZERO}+"
    return f"{digits}({_ZERO}{{0,{2 - length}}}|{_ZERO}{{{4 - length},}})"
