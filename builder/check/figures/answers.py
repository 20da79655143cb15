"""The answers of a question: what is right in them, what they show, and what is explained of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from builder.check.figures.passages import Passage, Setting, passages_of
from builder.check.figures.texts import said_in
from builder.model.course import Page
from builder.model.question import (
    Accepted,
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
    Range,
    Rank,
    Reflection,
    Short,
    Single,
    Spot,
    TrueFalse,
)
from builder.model.text import Blocks

_DIGIT = re.compile(r"\d")


class Explanation(NamedTuple):
    """What is said of an answer, or of the question when all is done."""

    blocks: Blocks
    answer: Any = ()
    """What it explains: an option's text, or what is typed."""
    reckons: bool = False


def options_text(question: Question, page: Page) -> str:
    """What explanations may repeat, for it is asked about: every option, the text to find faults in."""
    shown: Any
    match question:
        case Spot():
            shown = (question.quoted, _bodies(question.options))
        case Branch():
            shown = tuple((step.body, _bodies(step.options)) for step in question.steps)
        case GapFill():
            shown = question.body
        case Matching():
            shown = (question.values, tuple(row.left for row in question.rows))
        case Ordering() | Rank():
            shown = tuple(item.body for item in question.items)
        case Budget():
            shown = _bodies(question.options)
        case _:
            shown = _bodies(_options(question))
    return said_in(shown, page).text


def right_passages(question: Question, setting: Setting) -> Iterator[Passage]:  # noqa: C901, PLR0912 - one case a type
    """What is right, as learners read or type it."""
    match question:
        case Numerical():
            for answer in question.answers:
                yield replace(setting.passage((), answer.span), within=(answer.low, answer.high))
        case Short():
            for one in question.answers:
                yield replace(setting.passage((), one.span), text=one.pattern)
        case Matching():
            for row in question.rows:
                yield setting.passage((row.left, question.values[row.value]), row.span)
        case Ordering():
            for item in question.items:
                yield from passages_of(item.body, setting)
        case GapFill():
            given = (*setting.given, said_in(question.body, setting.page).text)
            # An item of a worked example goes on from those above it; in a text, the gaps themselves are judged.
            whole = replace(setting, given=given) if question.explained else setting
            yield from passages_of(question.body, whole)
        case Branch():
            for step in question.steps:
                yield setting.passage(step.title, step.span)
                yield from passages_of(step.body, setting)
        case Checklist():
            for part in question.parts:
                yield from (setting.passage(statement, question.span) for statement in part.statements)
        case Budget() | Reflection():
            yield from passages_of(question.model, setting)
        case TrueFalse():
            yield from _right(question.reasons, setting)
        case Single() | Multiple():
            yield from _right(question.options, setting)


def explanations(question: Question) -> Iterator[Explanation]:
    """Everything that is said after an answer."""
    yield Explanation(question.feedback, reckons=isinstance(question, Numerical))
    for option in _options(question):
        yield Explanation(option.feedback, option.body)
    match question:
        case Numerical():
            ranges = (*question.answers, *question.wrong)
            yield from (Explanation(one.feedback, typed_text(one), reckons=True) for one in ranges)
        case Short():
            words = (*question.answers, *question.wrong)
            yield from (Explanation(one.feedback, typed_text(one)) for one in words)
        case GapFill():
            yield from (Explanation(blocks) for blocks in question.explained)
        case Ordering() | Rank():
            yield from (Explanation(item.feedback) for item in question.items)


def explained(explanation: Explanation, setting: Setting) -> Iterator[Passage]:
    """An explanation is a whole: its paragraphs share their sources."""
    said = said_in(explanation.blocks, setting.page)
    if not said.cited and not _DIGIT.search(said.text):
        return  # it claims nothing
    answer = explanation.answer
    shown = answer if isinstance(answer, str) else said_in(answer, setting.page).text
    around = replace(setting, fence=said.cited, given=(*setting.given, shown))
    for passage in passages_of(explanation.blocks, around):
        yield replace(passage, reckons=explanation.reckons)


def typed_text(answer: Accepted | Range) -> str:
    """A typed answer in characters."""
    if isinstance(answer, Accepted):
        return answer.pattern
    return " ".join(map(_plain, (answer.low, answer.high, (answer.low + answer.high) / 2)))


def _options(question: Question) -> tuple[Option, ...]:
    match question:
        case Single() | Multiple() | Spot():
            return question.options
        case TrueFalse():
            return (*question.options, *question.reasons)
        case Branch():
            return tuple(option for step in question.steps for option in step.options)
    return ()


def _bodies(options: tuple[Option, ...]) -> tuple[Blocks, ...]:
    return tuple(option.body for option in options)


def _right(options: tuple[Option, ...], setting: Setting) -> Iterator[Passage]:
    yield from (setting.passage(one.body, one.span) for one in options if one.correct)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
