"""What is asked of content: ``content:`` in programme.yaml, and in course.yaml over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from builder.diagnostics.file_codes import WRONG_TYPE
from builder.model.content import Bounds, ContentRules, SentenceLength, StudyTime
from builder.model.question import LEVELS
from builder.source.values import Values, describe

_KEY = "content"
_KEYS = (
    *("words", "sentences", "reading", "interactions", "levels", "feedback", "options", "objectives", "study_time"),
    *("terms", "figures"),
)
_MOST_WORDS = 10_000
_WORDS_A_MINUTE = 130
_WITHIN = 20

Rule = TypeVar("Rule")


def read_content(values: Values, base: ContentRules) -> ContentRules:
    """The rules under ``content``: each key set there stands instead of that of ``base``, and ``no`` takes it away."""
    field = values.fields.get(_KEY)
    if field is None:
        return base
    if field.value is False:
        return ContentRules()
    given = _Given(values.mapping(_KEY))
    return ContentRules(
        words=given.rule("words", base.words, None, lambda one: _bounds(one, "words", _MOST_WORDS)),
        sentences=given.rule("sentences", base.sentences, None, _sentences),
        reading=given.rule("reading", base.reading, None, lambda one: one.integer("reading", 10, 100) or None),
        interactions=given.rule("interactions", base.interactions, None, lambda one: _bounds(one, "interactions", 100)),
        levels=given.rule("levels", base.levels, {}, _levels),
        feedback=given.rule("feedback", base.feedback, False, lambda one: _is(one, "feedback", "every")),
        options=given.rule("options", base.options, None, lambda one: one.number("options", 1, 10)),
        objectives=given.rule("objectives", base.objectives, False, lambda one: _is(one, "objectives", "complete")),
        study_time=given.rule("study_time", base.study_time, None, _study_time),
        terms=given.rule("terms", base.terms, False, lambda one: _is(one, "terms", "fixed")),
        figures=given.rule("figures", base.figures, False, lambda one: _is(one, "figures", "cited")),
    )


class _Given:
    """The keys of one ``content``."""

    __slots__ = ("values",)

    def __init__(self, values: Values) -> None:
        self.values = values
        values.expect(_KEYS)

    def rule(self, key: str, base: Rule, off: Rule, read: Callable[[Values], Rule]) -> Rule:
        """The rule under ``key``: read, or that of ``base``, or ``off``."""
        field = self.values.fields.get(key)
        if field is None:
            return base
        return off if field.value is False else read(self.values)


def _bounds(values: Values, key: str, most: int) -> Bounds:
    inner = values.mapping(key)
    inner.expect(("least", "most"))
    least = _optional(inner, "least", 0, most)
    return Bounds(least, _optional(inner, "most", least or 0, most))


def _sentences(values: Values) -> SentenceLength:
    inner = values.mapping("sentences")
    inner.expect(("average", "longest"))
    return SentenceLength(_optional(inner, "average", 1, 200), _optional(inner, "longest", 1, 200))


def _levels(values: Values) -> dict[str, int]:
    inner = values.mapping("levels")
    inner.expect(LEVELS)
    return {level: inner.integer(level, 0, 100) for level in LEVELS if level in inner.fields}


def _study_time(values: Values) -> StudyTime:
    inner = values.mapping("study_time")
    inner.expect(("words", "within"))
    return StudyTime(
        inner.integer("words", 10, 1000, _WORDS_A_MINUTE),
        inner.integer("within", 0, 100, _WITHIN),
    )


def _optional(values: Values, key: str, low: int, high: int) -> int | None:
    return values.integer(key, low, high) if key in values.fields else None


def _is(values: Values, key: str, word: str) -> bool:
    """Whether ``key`` says ``word``, the only one besides ``no``; anything else is reported."""
    field = values.fields[key]
    if not isinstance(field.value, str):
        wrong = WRONG_TYPE.at(
            field.span, key=key, expected=f"`{word}` or `no`", found=describe(field), example=f"{key}: {word}"
        )
        values.found.append(wrong)
        return False
    return bool(values.choice(key, (word,)))
