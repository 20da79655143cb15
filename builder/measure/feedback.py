"""What of a question is left without an explanation."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.question import (
    Branch,
    Budget,
    GapFill,
    Matching,
    Multiple,
    Numerical,
    Option,
    Ordering,
    Question,
    Short,
    Single,
    Spot,
    TrueFalse,
    Vote,
)
from builder.model.span import Span
from builder.model.text import Gap, List
from builder.model.walk import nodes_in


def unexplained(question: Question) -> tuple[Span, ...]:  # noqa: PLR0911 - one case a type
    """The options nobody explains, or the place of a question that is answered without options and explains nothing.

    True and false are explained by one text, which may stand below them, or by their reasons; opinions and measures to
    choose by one text, too. A scenario is asked by its questions.
    """
    match question:
        case Single() | Multiple() | Spot():
            return _silent(question.options)
        case TrueFalse():
            told = question.feedback or question.reasons or any(option.feedback for option in question.options)
            return (() if told else _silent(question.options)) + _silent(question.reasons)
        case Vote():
            return () if question.feedback or question.of else _silent(question.options)
        case Budget():
            return () if question.feedback or question.model else _silent(question.options)
        case Branch():
            return _silent(option for step in question.steps for option in step.options)
        case Ordering():
            explained = bool(question.feedback) or all(item.feedback for item in question.items)
        case GapFill():
            explained = bool(question.feedback) or _steps_explained(question)
        case Matching() | Short() | Numerical():
            explained = bool(question.feedback)
        case _:
            return ()
    return () if explained else (question.span,)


def _steps_explained(question: GapFill) -> bool:
    """Whether every step that is left to the learner says why."""
    steps = question.body[0] if question.explained else None
    return isinstance(steps, List) and all(
        told or not nodes_in(step, (Gap,)) for step, told in zip(steps.items, question.explained, strict=True)
    )


def _silent(options: Iterable[Option]) -> tuple[Span, ...]:
    return tuple(option.span for option in options if not option.feedback)
