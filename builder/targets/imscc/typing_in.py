"""Answers that are typed: the texts that a cartridge, which knows no numbers and no wildcards, can compare with."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from builder.model.question import Range, Short
from builder.model.text import Blocks
from builder.model.typed import plain_number
from builder.render.numbers import Numbers

MOST = 25
"""Numbers in all ranges of a question that are written out; a question with more becomes one of ranges to choose."""


def texts_of(pattern: str) -> tuple[str, ...]:
    """What a pattern accepts: itself, which a platform may read as one, and without its wildcards."""
    bare = pattern.replace("\\*", "\0").replace("*", "").replace("\0", "*").strip()
    return tuple(dict.fromkeys(text for text in (pattern, bare) if text))


def accepted_texts(question: Short) -> tuple[str, ...]:
    """All accepted texts of a short answer, each once."""
    return tuple(dict.fromkeys(text for each in question.answers for text in texts_of(each.pattern)))


def told_texts(question: Short) -> tuple[tuple[str, Blocks], ...]:
    """The texts with something said of them; what is accepted is not told as wrong."""
    accepted = accepted_texts(question)
    right = [(text, each.feedback) for each in question.answers for text in texts_of(each.pattern)]
    wrong = [(text, each.feedback) for each in question.wrong for text in texts_of(each.pattern)]
    told = {text: said for text, said in right if said}
    for text, said in wrong:
        if said and text not in accepted:
            told.setdefault(text, said)
    return tuple(told.items())


def values_in(ranges: Iterable[Range]) -> tuple[Decimal, ...] | None:
    """The numbers in ``ranges`` with as many decimals as their ends have; None for more than ``MOST``, and where zero
    is one of them, which some importers take for no answer."""
    found: list[Decimal] = []
    for each in ranges:
        step = Decimal(1).scaleb(min(_exponent(each.low), _exponent(each.high), 0))
        if (each.high - each.low) / step >= MOST:
            return None
        value = each.low
        while value <= each.high:
            found.append(value)
            value += step
    return tuple(dict.fromkeys(found)) if len(found) <= MOST and 0 not in found else None


def forms_of(value: Decimal, write: Numbers, unit: str) -> tuple[str, ...]:
    """How learners may type a number: plain, with the decimal sign and the groups of their language, with its unit."""
    plain = format(value.normalize(), "f")
    decimals = max(0, -_exponent(value.normalize()))
    forms = [plain, plain.replace(".", write.decimal), write.write(value, decimals).replace("\N{MINUS SIGN}", "-")]
    forms += [form.replace("\u00a0", " ").replace("\u202f", " ") for form in forms]
    if unit:
        forms += [form + gap + unit for form in forms for gap in ("", " ")]
    return tuple(dict.fromkeys(forms))


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def gap_texts(texts: Iterable[str], write: Numbers) -> tuple[str, ...]:
    """The accepted texts of a typed gap; a number also as the language writes it."""
    found: list[str] = []
    for text in texts:
        number = plain_number(text)
        found += [text, *(() if number is None else forms_of(number, write, ""))]
    return tuple(dict.fromkeys(found))
