"""Lengths of options: the right one does not stand out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from builder.check.view import text_of
from builder.diagnostics import Diagnostic
from builder.diagnostics.content_codes import OPTION_LONGER, OPTION_SHORTER
from builder.measure.course import CourseMeasure
from builder.model.content import ContentRules
from builder.model.question import Branch, GapFill, Multiple, Option, Question, Single, TrueFalse
from builder.model.span import Span

_SEEN = 12
"""Characters by which lengths differ to be seen: about two words."""


class _Length(NamedTuple):
    """Characters of an option."""

    characters: int
    correct: bool
    span: Span


def check_options(measure: CourseMeasure, rules: ContentRules) -> Iterator[Diagnostic]:
    """Every list of options with right and wrong ones, lists in gaps too."""
    if rules.options is None:
        return
    for item in measure.items:
        for choice in _choices(item.question):
            yield from _compared(choice, rules.options)


def _compared(choice: list[_Length], times: float) -> Iterator[Diagnostic]:
    right = [one for one in choice if one.correct]
    wrong = [one.characters for one in choice if not one.correct]
    if not right or not wrong:
        return
    longest, shortest = max(right), min(right)
    if longest.characters > times * max(wrong) and longest.characters >= max(wrong) + _SEEN:
        yield OPTION_LONGER.at(longest.span, right=longest.characters, wrong=max(wrong))
    elif shortest.characters * times < min(wrong) and shortest.characters + _SEEN <= min(wrong):
        yield OPTION_SHORTER.at(shortest.span, right=shortest.characters, wrong=min(wrong))


def _choices(question: Question) -> Iterator[list[_Length]]:
    match question:
        case Single() | Multiple():
            yield _lengths(question.options)
        case TrueFalse():
            yield _lengths(question.reasons)
        case Branch():
            yield from (_lengths(step.options) for step in question.steps)
        case GapFill():
            for gap in question.gaps:
                if not gap.typed:
                    yield [_Length(len(choice.text), choice.correct, gap.span) for choice in gap.choices]


def _lengths(options: tuple[Option, ...]) -> list[_Length]:
    return [_Length(len(text_of(option.body)), option.correct, option.span) for option in options]
