"""The longest answer that can be stored for a question."""

from __future__ import annotations

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
from builder.state.answers import CONFIDENCE_BITS, TEXT_BITS, Answer, Part, Value, statements_of, step_width
from builder.state.bits import width_of
from builder.state.codec import ANSWER_BITS
from builder.state.keys import scale_of

_WIDE = 16
_NARROW = 7
_FILLER = "\u00e9"
"""A letter that takes 16 bits."""


def longest_answer(question: Question) -> Answer:
    """An answer whose bits are as many as any stored answer to ``question`` can have."""
    return Answer(_longest(question, _room(question)), 3 if question.confidence else 0)


def longest_bits(question: Question) -> int:
    """How many bits a stored answer to ``question`` can have."""
    room = _room(question)
    match question:
        case Short(max=most) | Numerical(max=most):
            bits = TEXT_BITS + _WIDE * _units(most, room)
        case GapFill(gaps=gaps):
            bits = max(sums.bit_length() - 1 for sums in _sums(gaps, question.max, room))
        case Branch():
            bits = step_width(question) * len(_way(question, room))
        case _:
            bits = _fixed(question)
    bits += ANSWER_BITS - room
    return bits if bits <= ANSWER_BITS else 0


def _room(question: Question) -> int:
    return ANSWER_BITS - (CONFIDENCE_BITS if question.confidence else 0)


def _units(most: int, room: int) -> int:
    return min(most, (room - TEXT_BITS) // _WIDE)


def _fixed(question: Question) -> int:  # noqa: PLR0911 - one case a type
    match question:
        case Single(options=options) | Vote(options=options):
            return width_of(len(options))
        case TrueFalse(options=options, reasons=reasons):
            return width_of(len(options)) + (width_of(len(reasons)) if reasons else 0)
        case Multiple(options=options) | Spot(options=options) | Budget(options=options):
            return len(options)
        case Matching(rows=rows, values=values):
            return len(rows) * width_of(len(values) + 1)
        case Ordering(items=items):
            return len(items) * width_of(len(items))
        case Rank(items=items, top=top):
            return top * width_of(len(items) + 1)
        case Checklist():
            return statements_of(question) * width_of(scale_of(question) + 1)
        case _:
            return 0


def _longest(question: Question, room: int) -> Value:  # noqa: C901, PLR0911 - one case a type
    match question:
        case Single(options=options) | Vote(options=options):
            return len(options) - 1
        case TrueFalse(options=options, reasons=reasons):
            return (len(options) - 1, len(reasons) - 1 if reasons else None)
        case Multiple(options=options) | Spot(options=options) | Budget(options=options):
            return (True,) * len(options)
        case Matching(rows=rows, values=values):
            return (len(values) - 1,) * len(rows)
        case Ordering(items=items):
            return tuple(reversed(range(len(items))))
        case Rank(top=top):
            return tuple(range(top))
        case Checklist():
            return (scale_of(question) - 1,) * statements_of(question)
        case Short(max=most) | Numerical(max=most):
            return _FILLER * _units(most, room)
        case GapFill(gaps=gaps, max=most):
            return _longest_gaps(gaps, most, room)
        case Branch():
            return _way(question, room)
        case _:
            return ()


def _sizes(gap: Gap, most: int) -> dict[int, Part]:
    """What an answer to one gap can take, in bits, each with an answer that takes it."""
    if not gap.typed:
        return {width_of(len(gap.choices) + 1): len(gap.choices) - 1}
    narrow: dict[int, Part] = {TEXT_BITS + _NARROW * units: "a" * units for units in range(most + 1)}
    return narrow | {TEXT_BITS + _WIDE * units: _FILLER * units for units in range(1, most + 1)}


def _sums(gaps: tuple[Gap, ...], most: int, room: int) -> list[int]:
    """For each beginning of ``gaps`` the sums of bits it can take, bit n set for n, none above ``room``."""
    sums = [1]
    for gap in gaps:
        reached = 0
        for size in _sizes(gap, most):
            reached |= sums[-1] << size
        sums.append(reached & (2 << room) - 1)
    return sums


def _longest_gaps(gaps: tuple[Gap, ...], most: int, room: int) -> tuple[Part, ...]:
    sums = _sums(gaps, most, room)
    total = max(reached.bit_length() - 1 for reached in sums)
    whole = next(count for count, reached in enumerate(sums) if reached >> total & 1)
    parts: list[Part] = [part for gap in gaps[whole:] for part in [_sizes(gap, most)[max(_sizes(gap, most))]]]
    for count in reversed(range(whole)):
        size, part = next(
            (size, part)
            for size, part in _sizes(gaps[count], most).items()
            if size <= total and sums[count] >> (total - size) & 1
        )
        total -= size
        parts.insert(0, part)
    return tuple(parts)


def _way(question: Branch, room: int) -> tuple[int, ...]:
    """The longest way through a branching case, as the choices on it; a way in circles ends where the room does."""
    steps = {step.id: step for step in question.steps if step.options}
    ways: dict[str, tuple[int, ...]] = {question.steps[0].id: ()} if question.steps else {}
    longest: tuple[int, ...] = ()
    while ways := {
        name: way for name, way in ways.items() if name in steps and len(way) < room // step_width(question)
    }:
        longest = (*next(iter(ways.values())), 0)
        ways = {
            option.goto: (*way, choice)
            for name, way in ways.items()
            for choice, option in enumerate(steps[name].options)
        }
    return longest
