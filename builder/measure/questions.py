"""What a question takes: the words to read before answering, and the minutes to think."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from builder.measure.pieces import Kind, Piece, piece_of, pieces_of, plain
from builder.measure.words import words_in
from builder.model.question import (
    Branch,
    Budget,
    Checklist,
    GapFill,
    Matching,
    Multiple,
    Numerical,
    Option,
    Ordering,
    Question,
    Rank,
    Reflection,
    Scenario,
    Single,
    Spot,
    TrueFalse,
    Vote,
)
from builder.model.text import Block, Gap, List, Paragraph, Text
from builder.model.walk import nodes_in

_SPEAKING = frozenset((Paragraph, *get_args(Question)))
"""What holds the text of a question: paragraphs, and the headings of questions."""
_ROW = 0.3
"""Minutes for a statement of a checklist."""


def is_completion(question: Question) -> bool:
    """Whether a gap fill is a worked example to complete."""
    return isinstance(question, GapFill) and bool(question.explained) and isinstance(question.body[0], List)


def thinking(question: Question) -> float:  # noqa: PLR0911 - one line a type
    """Minutes between reading and answering."""
    match question:
        case Scenario():
            return sum(thinking(one) for one in question.questions)
        case Checklist():
            return _ROW * sum(len(part.statements) for part in question.parts)
        case Vote():
            return 0.5
        case Single() | TrueFalse(reasons=()) | Numerical(estimate=True):
            return 0.75
        case GapFill() if is_completion(question):
            return 2
        case Reflection() | Branch() | Budget():
            return 3
    return 1


def question_words(question: Question) -> int:
    """Words of the question and of what is to choose from; feedback and model answers are read later."""
    if isinstance(question, Scenario):
        return _own(question) + sum(question_words(one) for one in question.questions)
    return _own(question) + sum(words_in(text) for text in _answers(question))


def pieces_in(question: Question) -> Iterator[Piece]:
    """All that a question says, sooner or later: headings, stems, options, feedback, models; those of its parts, too.

    Of a list in a gap only what is right is part of its sentence.
    """
    for node in nodes_in(question, _SPEAKING):
        inlines = node.children if isinstance(node, Paragraph) else node.title
        shown = tuple(_filled(one) if isinstance(one, Gap) else one for one in inlines)
        yield piece_of(shown, Kind.PROSE, node.span)


def _filled(gap: Gap) -> Text:
    return Text(next((choice.text for choice in gap.choices if choice.correct), ""))


def _own(question: Question) -> int:
    return words_in(plain(question.title)) + _words(question.stem)


def _words(blocks: Iterable[Block]) -> int:
    return sum(words_in(piece.text) for piece in pieces_of(blocks))


def _answers(question: Question) -> Iterator[str]:  # noqa: C901 - one case a type
    """The texts of the answer block."""
    match question:
        case Single() | Multiple() | Vote() | Budget():
            yield from _options(question.options)
        case TrueFalse():
            yield from _options((*question.options, *question.reasons))
            yield from _texts(question.because)
        case Spot():
            yield from _texts(question.quoted)
            yield from _options(question.options)
        case Matching():
            yield from (plain(row.left) for row in question.rows)
            yield from map(plain, question.values)
        case Ordering() | Rank():
            for item in question.items:
                yield from _texts(item.body)
        case GapFill():
            yield from _texts(question.body)
        case Branch():
            for step in question.steps:
                yield plain(step.title)
                yield from _texts(step.body)
                yield from _options(step.options)
        case Checklist():
            for part in question.parts:
                yield plain(part.title)
                yield from map(plain, part.statements)


def _options(options: Iterable[Option]) -> Iterator[str]:
    for option in options:
        yield from _texts(option.body)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    return (piece.text for piece in pieces_of(blocks))
