"""A quiz as a few short lines, for fixtures and for failing tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from builder.model.question import Asked, Option
from builder.model.quiz import Quiz
from builder.model.span import Span
from builder.model.text import Gap
from builder.source.quiz.words import plain, plain_blocks

_PLAIN = ("title", "left", "unit")
_DEFAULTS = {"points": Decimal(1), "rev": 1, "max": {"short": 40, "gaps": 40, "numerical": 16}}


def dump_quiz(quiz: Quiz) -> Iterator[str]:
    """The introduction, then a line a question with its parts indented below."""
    if quiz.intro:
        yield f"intro {words(quiz.intro)}"
    for question in quiz.questions:
        yield from _question(question, 0)


def _question(question: Asked, depth: int) -> Iterator[str]:
    pad = "  " * depth
    yield f"{pad}{question.type} #{question.id} {plain(question.title)!r} @{question.span.line}"
    for field in fields(question):
        value = getattr(question, field.name)
        default = _DEFAULTS.get(field.name, field.default)
        default = default.get(question.type) if isinstance(default, dict) else default
        if field.name in ("id", "title", "span", "type") or value == default or value in ((), None, ""):
            continue
        if field.name == "questions":
            for inner in value:
                yield from _question(inner, depth + 1)
        elif isinstance(value, tuple) and value and is_dataclass(value[0]) and hasattr(value[0], "span"):
            yield from _parts(field.name, value, pad + "  ")
        else:
            yield f"{pad}  {field.name} {words(value)}"


def _parts(name: str, value: tuple[Any, ...], pad: str) -> Iterator[str]:
    if name in ("stem", "feedback", "body", "quoted", "model", "because"):
        yield f"{pad}{name} {words(value)}"
        return
    for part in value:
        if name == "steps":
            yield f"{pad}step #{part.id} {plain(part.title)!r} {words(part.body)} @{part.span.line}"
            yield from _parts("options", part.options, pad + "  ")
        else:
            yield f"{pad}{name} {words(part)} @{part.span.line}"


def words(value: Any) -> str:
    """Any value in short: texts by their words."""
    match value:
        case Option():
            goto = f" -> {value.goto}" if value.goto else ""
            feedback = f" ({words(value.feedback)})" if value.feedback else ""
            return f"{'[x]' if value.correct else '[ ]'} {words(value.body)}{goto}{feedback}"
        case Gap():
            choices = " / ".join(choice.text for choice in value.choices)
            return f"{'' if value.typed else '='}{choices}"
        case tuple() if value and hasattr(value[0], "span") and not isinstance(value, Span):
            return repr(plain_blocks(value) or plain(value))
        case tuple():
            return "[" + ", ".join(repr(plain(each)) if _is_inlines(each) else words(each) for each in value) + "]"
    if is_dataclass(value):
        shown = (getattr(value, field.name) for field in fields(value) if field.name != "span")
        return " ".join(repr(plain(each)) if _is_inlines(each) else words(each) for each in shown if each != ())
    return str(value)


def _is_inlines(value: object) -> bool:
    return (
        isinstance(value, tuple) and bool(value) and not isinstance(value[0], tuple) and not hasattr(value[0], "span")
    )
