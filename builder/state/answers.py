"""The bits of one answer, by question type; the table in docs/reference/state.md.

An answer's value is, by type: single and vote an index; truefalse the pair of indices of option and reason (reason
None where there are none); multiple, spot and budget a tuple of bools; matching, checklist and rank a tuple of indices,
None where nothing is chosen; ordering the tuple of item indices in the learner's order; gaps a tuple of a str a typed
gap and an index or None a chosen one; short and numerical a str; branch the tuple of indices chosen on the way;
reflection ().
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from builder.model.question import (
    Branch,
    Budget,
    Checklist,
    GapFill,
    Matching,
    Multiple,
    Numerical,
    Ordering,
    Question,
    Rank,
    Short,
    Single,
    Spot,
    TrueFalse,
    Vote,
)
from builder.model.text import Gap
from builder.state.bits import Malformed, Reader, number, width_of
from builder.state.codec import ANSWER_BITS
from builder.state.keys import scale_of

Part: TypeAlias = "int | str | bool | None"
Value: TypeAlias = "int | str | tuple[Part, ...]"

CONFIDENCE_BITS = 2
TEXT_BITS = 8
"""Of an empty text: its length and the width of its units."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a learner answered, and how sure they were: 0 not asked, 1 guess, 2 fairly sure, 3 sure."""

    value: Value
    confidence: int = 0


def encode_answer(question: Question, answer: Answer) -> str:
    """The bits of ``answer``; '' when it is too long to keep, gaps cut to their longest whole beginning."""
    bits = number(answer.confidence, CONFIDENCE_BITS) if question.confidence else ""
    if isinstance(question, GapFill):
        for gap, part in zip(question.gaps, _parts(answer.value), strict=True):
            more = _text(part) if gap.typed else _choice(part, len(gap.choices))
            if len(bits + more) > ANSWER_BITS:
                break
            bits += more
        return bits
    bits += _encode(question, answer.value)
    return bits if len(bits) <= ANSWER_BITS else ""


def decode_answer(question: Question, bits: str) -> Answer | None:
    """The answer in ``bits``, or None where they are not an answer to ``question``; never raises."""
    reader = Reader(bits)
    try:
        confidence = reader.number(CONFIDENCE_BITS) if question.confidence else 0
        value = _decode(question, reader)
    except Malformed:
        return None
    return None if reader.left else Answer(value, confidence)


def step_width(question: Branch) -> int:
    """Bits of one choice in a branching case."""
    return width_of(max((len(step.options) for step in question.steps), default=0))


def statements_of(question: Checklist) -> int:
    """How many statements a checklist has."""
    return sum(len(part.statements) for part in question.parts)


def _encode(question: Question, value: Value) -> str:  # noqa: PLR0911 - one case a type
    match question:
        case Single(options=options) | Vote(options=options):
            return _index(value, len(options))
        case TrueFalse(options=options, reasons=reasons):
            option, reason = _parts(value)
            return _index(option, len(options)) + (_index(reason, len(reasons)) if reasons else "")
        case Multiple() | Spot() | Budget():
            return "".join("1" if chosen else "0" for chosen in _parts(value))
        case Matching(values=values):
            return "".join(_choice(chosen, len(values)) for chosen in _parts(value))
        case Ordering(items=items):
            return "".join(_index(item, len(items)) for item in _parts(value))
        case Rank(items=items):
            return "".join(_choice(chosen, len(items)) for chosen in _parts(value))
        case Checklist():
            return "".join(_choice(chosen, scale_of(question)) for chosen in _parts(value))
        case Branch():
            return "".join(number(_int(choice), step_width(question)) for choice in _parts(value))
        case Short() | Numerical():
            return _text(value)
        case _:
            return ""


def _decode(question: Question, reader: Reader) -> Value:  # noqa: C901, PLR0911, PLR0912 - one case a type
    match question:
        case Single(options=options) | Vote(options=options):
            return _read_index(reader, len(options))
        case TrueFalse(options=options, reasons=reasons):
            option = _read_index(reader, len(options))
            return (option, _read_index(reader, len(reasons)) if reasons else None)
        case Multiple(options=options) | Spot(options=options) | Budget(options=options):
            return tuple(reader.take(1) == "1" for _ in options)
        case Matching(rows=rows, values=values):
            return tuple(_read_choice(reader, len(values)) for _ in rows)
        case Ordering(items=items):
            order = tuple(_read_index(reader, len(items)) for _ in items)
            if len(set(order)) < len(items):
                raise Malformed
            return order
        case Rank(items=items, top=top):
            places = tuple(_read_choice(reader, len(items)) for _ in range(top))
            ranked = [item for item in places if item is not None]
            if len(set(ranked)) < len(ranked):
                raise Malformed
            return places
        case GapFill(gaps=gaps):
            return tuple(_read_gap(reader, gap) for gap in gaps)
        case Checklist():
            return tuple(_read_choice(reader, scale_of(question)) for _ in range(statements_of(question)))
        case Branch():
            return _read_way(reader, question)
        case Short() | Numerical():
            return _read_text(reader)
        case _:
            return ()


def _parts(value: Value) -> tuple[Part, ...]:
    if not isinstance(value, tuple):
        raise TypeError(f"not an answer of several parts: {value!r}")
    return value


def _int(value: Value | Part) -> int:
    if not isinstance(value, int):
        raise TypeError(f"not an index: {value!r}")
    return value


def _index(value: Value | Part, count: int) -> str:
    return number(_int(value), width_of(count))


def _choice(value: Part, count: int) -> str:
    return number(0 if value is None else _int(value) + 1, width_of(count + 1))


def _text(value: Value | Part) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a text: {value!r}")
    data = value.encode("utf-16-be", "surrogatepass")
    units = [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)]
    if len(units) > 127:
        raise ValueError(f"a text of {len(units)} UTF-16 units")
    width = 7 if all(unit < 128 for unit in units) else 16
    return number(len(units), 7) + ("0" if width == 7 else "1") + "".join(number(unit, width) for unit in units)


def _read_index(reader: Reader, count: int) -> int:
    index = reader.number(width_of(count))
    if index >= count:
        raise Malformed
    return index


def _read_choice(reader: Reader, count: int) -> int | None:
    index = reader.number(width_of(count + 1))
    if index > count:
        raise Malformed
    return index - 1 if index else None


def _read_text(reader: Reader) -> str:
    length = reader.number(7)
    width = 16 if reader.number(1) else 7
    data = b"".join(reader.number(width).to_bytes(2, "big") for _ in range(length))
    return data.decode("utf-16-be", "surrogatepass")


def _read_gap(reader: Reader, gap: Gap) -> str | int | None:
    if not reader.left:  # the end was cut off
        return "" if gap.typed else None
    return _read_text(reader) if gap.typed else _read_choice(reader, len(gap.choices))


def _read_way(reader: Reader, question: Branch) -> tuple[int, ...]:
    steps = {step.id: step for step in question.steps}
    step = question.steps[0] if question.steps else None
    way: list[int] = []
    while reader.left and step is not None:
        choice = reader.number(step_width(question))
        if choice >= len(step.options):
            raise Malformed
        way.append(choice)
        step = steps.get(step.options[choice].goto)
    return tuple(way)
