"""Typed answers as regular expressions of XML Schema, the language of ``patternMatch``: they take what
``builder.model.typed`` takes, letters in either case, accents in one or two characters, any blanks and apostrophes.

Only what XML Schema, PCRE and JavaScript read alike is used: no anchors, no classes but ``\\s``, no lazy matching.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache

from builder.model.typed import ZEROS, normal, pieces

BLANK = "[\\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]"
"""What counts as blank (``builder.model.typed.BLANKS``), without two characters that XML cannot hold."""

APOSTROPHE = "['\u2019\u02bc]"
ANYTHING = "[\\s\\S]*"
UNSEEN = "[\u200e\u200f\u061c]*"
"""Marks of writing direction, which keyboards put around numbers."""

_RESERVED = frozenset("\\|.-^?*+{}()[]")
_LAST_CASED = 0x1E944
"""No character beyond it has another case."""


def text_pattern(pattern: str, *, case: bool, wildcards: bool = True) -> str:
    """The expression for one accepted answer; ``*`` in it stands for anything where there are ``wildcards``."""
    text = normal(pattern, case=case)
    parts = pieces(text) if wildcards else [text]
    if not any(part.strip() for part in parts):
        return f"{ANYTHING}[^{BLANK[1:]}{ANYTHING}"
    return f"{BLANK}*{ANYTHING.join(''.join(_letters(part, case=case)) for part in parts)}{BLANK}*"


def number_pattern(value: Decimal, decimal_sign: str) -> str:
    """The expression for a number by its value, as ``parse_number`` reads it in a language with this decimal sign."""
    other = "," if decimal_sign == "." else "."
    whole, _, fraction = format(abs(value), "f").partition(".")
    fraction = fraction.rstrip("0")
    own = f"([{decimal_sign}\u066b]{_digits(fraction)}{_ZERO}*)" + ("" if fraction else "?")
    forms = [f"{_ZERO}*{_digits(whole)}{own}"]
    if whole == "0":
        forms.append(own if fraction else f"[{decimal_sign}\u066b]{_ZERO}+")
    if len(whole) > 3:
        head, groups = _grouped(whole)
        forms += [
            f"{_digits(head)}{''.join(f'{sign}{_digits(group)}' for group in groups)}{own}"
            for sign in (f"({BLANK}|['\u2019\u02bc\u066c])", f"[{other}]")
        ]
    forms.append(f"{_ZERO}*{_digits(whole)}[{other}]{_tail(fraction, free=whole == '0' or len(whole) > 3)}")
    sign = f"[-\u2212\u2013\uff0d]{BLANK}*" if value < 0 else f"([+\uff0b]{BLANK}*)?"
    return f"({UNSEEN}{BLANK}*{UNSEEN}{sign}{UNSEEN}({'|'.join(forms)})({BLANK}?[%\u066a\uff05])?{UNSEEN}{BLANK}*)"


def any_of(patterns: Iterable[str]) -> str:
    """One expression for all."""
    found = list(dict.fromkeys(patterns))
    return found[0] if len(found) == 1 else "|".join(f"({pattern})" for pattern in found)


def _letters(text: str, *, case: bool) -> Iterator[str]:
    """The expression for each character of a normalised text, or for several where a single one stands for them."""
    spelt = _spelt()
    place = 0
    while place < len(text):
        for length in (3, 2):
            short = spelt.get(text[place : place + length], ()) if not case else ()
            if short and place + length <= len(text):
                long = "".join(_letter(one, case=case) for one in text[place : place + length])
                yield f"({long}|{'|'.join(map(_escaped, short))})"
                place += length
                break
        else:
            yield _letter(text[place], case=case)
            place += 1


def _letter(letter: str, *, case: bool) -> str:
    if letter == " ":
        return f"{BLANK}+"
    if letter == "'":
        return APOSTROPHE
    ways = [letter] if case else [letter, *(one for one in _spelt().get(letter, ()) if one != letter)]
    forms = list(dict.fromkeys(form for way in ways for form in _composed(way)))
    if len(forms) == 1:
        return _escaped(forms[0])
    if all(len(form) == 1 for form in forms):
        return f"[{''.join(map(_escaped, forms))}]"
    return f"({'|'.join(map(_escaped, forms))})"


def _composed(letter: str) -> tuple[str, ...]:
    """A letter in one character, in several, and with its last accent apart."""
    parts = unicodedata.normalize("NFD", letter)
    between = [unicodedata.normalize("NFC", parts[:cut]) + parts[cut:] for cut in range(1, len(parts))]
    return (letter, *between, parts)


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


def _grouped(whole: str) -> tuple[str, list[str]]:
    first = len(whole) % 3 or 3
    return whole[:first], re.findall("...", whole[first:])


def _tail(fraction: str, *, free: bool) -> str:
    """A fraction behind the other sign: not three digits, which would be thousands, unless it is ``free``."""
    digits, length = _digits(fraction), len(fraction)
    if free or length > 3:
        return f"{digits}{_ZERO}*"
    if length == 3:
        return f"{digits}{_ZERO}+"
    return f"{digits}({_ZERO}{{0,{2 - length}}}|{_ZERO}{{{4 - length},}})"
