"""Questions in GIFT, one function a type: each gives the answer between the braces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from builder.model import question as q
from builder.targets.banks import (
    SHARES,
    Unit,
    claims_of,
    is_plain_truefalse,
    listed,
    middle_of,
    pairs_of,
    percent,
    spellings,
    values_of,
)
from builder.targets.gift.text import escaped, rich, said, typed
from builder.targets.prompts import Prompts


class UnfitError(ValueError):
    """The format has no way to write this one question; the message says why."""


def answer_of(unit: Unit, prompts: Prompts) -> list[str] | None:
    """The lines between the braces; None for a type that has no form. Raises UnfitError."""
    if isinstance(unit.question, q.Numerical) and unit.question.estimate:
        return None
    writer = WRITERS.get(type(unit.question))
    return None if writer is None else list(writer(unit.question, prompts))


def _choices(options: tuple[q.Option, ...], prompts: Prompts) -> Iterator[str]:
    for option in options:
        sign = "=" if option.correct else "~"
        yield f"{sign}{rich(prompts.tight(option.body))}{said(prompts.blocks(option.feedback))}"


def _single(question: q.Single, prompts: Prompts) -> Iterator[str]:
    return _choices(question.options, prompts)


def _multiple(question: q.Multiple | q.Spot, prompts: Prompts) -> Iterator[str]:
    right = sum(option.correct for option in question.options)
    if right not in SHARES:
        raise UnfitError(f"Moodle knows no share of 1 in {right}")
    share = percent(1, right)
    for option in question.options:
        mark = f"~%{'' if option.correct else '-'}{share}%"
        yield f"{mark}{rich(prompts.tight(option.body))}{said(prompts.blocks(option.feedback))}"


def _truefalse(question: q.TrueFalse, prompts: Prompts) -> Iterator[str]:
    """What is said to the wrong answer comes first."""
    if question.reasons:
        for option, reason in claims_of(question):
            sign = "=" if option.correct and reason.correct else "~"
            feedback = said(prompts.pair(option.feedback, reason.feedback))
            yield f"{sign}{rich(prompts.pair(option.body, reason.body))}{feedback}"
        return
    if not is_plain_truefalse(question, prompts.language):
        yield from _choices(question.options, prompts)
        return
    right = next(option for option in question.options if option.correct)
    wrong = next(option for option in question.options if not option.correct)
    said_to = [rich(prompts.blocks(option.feedback)) for option in (wrong, right)]
    yield f"{'TRUE' if question.options[0].correct else 'FALSE'}{'#' + '#'.join(said_to) if any(said_to) else ''}"


def _short(question: q.Short, prompts: Prompts) -> Iterator[str]:
    for answers, share in ((question.answers, 100), (question.wrong, 0)):
        for answer in answers:
            if "->" in answer.pattern:
                raise UnfitError("an answer with `->` would be read as a matching question")
            for text in spellings(answer.pattern):
                yield f"={typed(text, share)}{said(prompts.blocks(answer.feedback))}"


def _numerical(question: q.Numerical, prompts: Prompts) -> Iterator[str]:
    yield "#"
    for ranges, share in ((question.answers, ""), (question.wrong, "%0%")):
        for span in ranges:
            middle, tolerance = middle_of(span)
            yield f"={share}{middle}:{tolerance}{said(prompts.blocks(span.feedback))}"


def _matching(question: q.Matching, prompts: Prompts) -> Iterator[str]:
    values = values_of(question)
    for row, place in pairs_of(question):
        left = rich(prompts.inline(row.left) or "…") if row else ""
        yield f"={left} -> {escaped(listed(values[place]))}"


def _reflection(_question: q.Reflection, _prompts: Prompts) -> Iterator[str]:
    return iter(())


WRITERS: Mapping[type, Callable[[Any, Prompts], Iterator[str]]] = {
    q.Single: _single,
    q.Multiple: _multiple,
    q.Spot: _multiple,
    q.TrueFalse: _truefalse,
    q.Short: _short,
    q.Numerical: _numerical,
    q.Matching: _matching,
    q.Reflection: _reflection,
}
"""A function for each type that has a form."""
