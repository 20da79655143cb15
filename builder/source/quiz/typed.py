"""Short answer, numerical and estimate: ``= answer`` and ``! wrong`` lines."""

from __future__ import annotations

from typing import TypeVar

from builder.diagnostics import answer_codes as codes
from builder.model.question import Accepted, Numerical, Range, Short
from builder.model.text import AnswerLine, AnswerLines
from builder.model.typed import matches, normal, pieces
from builder.source.quiz.asking import Asking
from builder.source.quiz.number import Bounds, Unread, read_bounds, suggest_number
from builder.source.quiz.shape import Answer, Shape, find_answer

_T = TypeVar("_T")

TEXT_MAX = 40
NUMBER_MAX = 16
"""Longest typed answers where the author does not say, in UTF-16 units."""

MOST_LINES = 100
"""More answers are a pattern, or a choice."""

_AN_ESTIMATE = "An estimate is a number: write it with digits, as in `= 33 +- 5`, or take `.estimate` out."


def read_estimate(asking: Asking) -> Numerical | None:
    """A numerical question that is not marked."""
    answer = find_answer(asking, Shape.LINES)
    if answer is None:
        return None
    question = typed_of(asking, answer)
    if isinstance(question, Short):
        asking.wrong(codes.BAD_NUMBER, question.answers[0].span, text=question.answers[0].pattern, hint=_AN_ESTIMATE)
        return None
    return question


def typed_of(asking: Asking, answer: Answer) -> Short | Numerical | None:
    """Lines that are all numbers make a numerical question, texts a short answer."""
    read = _read_lines(asking, answer.block) if isinstance(answer.block, AnswerLines) else []
    if not read:
        return None
    numbers = [Range(*value, line.feedback, line.span) for line, value in read if isinstance(value, Bounds)]
    texts = [Accepted(value, line.feedback, line.span) for line, value in read if isinstance(value, str)]
    if numbers and texts:
        number = next(line for line, value in read if isinstance(value, Bounds))
        asking.wrong(codes.NUMBER_AND_TEXT, number.span, text=number.text.strip())
        return None
    signs = [line.sign for line, _ in read]
    common = asking.head.common(answer.stem, answer.feedback)
    if numbers:
        right, wrong = _parted(numbers, signs)
        _check_numbers(asking, right, wrong)
        estimate = asking.head.kind == "estimate"
        unit, limit = asking.head.unit, asking.head.max or NUMBER_MAX
        return Numerical(**common, answers=right, wrong=wrong, unit=unit, estimate=estimate, max=limit)
    known, mistakes = _parted(texts, signs)
    limit = asking.head.max or TEXT_MAX
    _check_texts(asking, known, mistakes, limit)
    return Short(**common, answers=known, wrong=mistakes, case=asking.head.case, max=limit)


def _read_lines(asking: Asking, block: AnswerLines) -> list[tuple[AnswerLine, Bounds | str]]:
    """Every line with what it says; nothing if one of them cannot be read."""
    if len(block.lines) > MOST_LINES:
        asking.wrong(codes.MANY_LINES, block.span, count=len(block.lines), limit=MOST_LINES)
        return []
    read = [(line, value) for line in block.lines if (value := _read(asking, line)) is not None]
    if len(read) < len(block.lines):
        return []
    if not any(line.sign == "=" for line, _ in read):
        asking.wrong(codes.NO_RIGHT_LINE, block.span)
        return []
    return read


def _read(asking: Asking, line: AnswerLine) -> Bounds | str | None:
    text = line.text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].strip()
        value: Bounds | Unread | None = None
    else:
        value = read_bounds(text)
    if not line.text.strip():
        return None  # reported where the line was read
    if not text:
        asking.wrong(codes.EMPTY_LINE, line.span)
    elif isinstance(value, Unread):
        asking.wrong(codes.BAD_NUMBER, line.span, text=value.text, hint=suggest_number(value.text, asking.language))
    elif isinstance(value, Bounds):
        if value.low <= value.high:
            return value
        asking.wrong(codes.REVERSED_RANGE, line.span, text=text, right=f"{value.high}..{value.low}")
    else:
        return text
    return None


def _parted(values: list[_T], signs: list[str]) -> tuple[tuple[_T, ...], tuple[_T, ...]]:
    """The right ones and the wrong ones."""
    pairs = list(zip(values, signs, strict=True))
    right = tuple(value for value, sign in pairs if sign == "=")
    return right, tuple(value for value, sign in pairs if sign != "=")


def _check_numbers(asking: Asking, right: tuple[Range, ...], wrong: tuple[Range, ...]) -> None:
    for group in (right, wrong):
        for place, each in enumerate(group):
            same = next((other for other in group[:place] if (other.low, other.high) == (each.low, each.high)), None)
            if same:
                asking.wrong(codes.DUPLICATE_LINE, each.span, line=same.span.line)
    for each in wrong:
        rival = next((other for other in right if each.low <= other.high and other.low <= each.high), None)
        if rival:
            text = str(each.low) if each.low == each.high else f"{each.low}..{each.high}"
            asking.wrong(codes.OVERLAP, each.span, wrong=text, line=rival.span.line)


def _check_texts(asking: Asking, right: tuple[Accepted, ...], wrong: tuple[Accepted, ...], limit: int) -> None:
    case = asking.head.case
    for group in (right, wrong):
        for place, each in enumerate(group):
            same = next((other for other in group[:place] if _same(other, each, case=case)), None)
            if same:
                asking.wrong(codes.DUPLICATE_LINE, each.span, line=same.span.line)
    for each in wrong:
        literal = "*".join(pieces(each.pattern))
        is_literal = len(pieces(each.pattern)) == 1
        for other in right:
            if _same(other, each, case=case) or (is_literal and matches(other.pattern, literal, case=case)):
                asking.wrong(codes.OVERLAP, each.span, wrong=each.pattern, line=other.span.line)
                break
    for each in right + wrong:
        length = units("".join(pieces(normal(each.pattern, case=True))))
        if length > limit:
            asking.wrong(codes.LONG_ANSWER, each.span, length=length, max=limit)


def _same(one: Accepted, other: Accepted, *, case: bool) -> bool:
    return normal(one.pattern, case=case) == normal(other.pattern, case=case)


def units(text: str) -> int:
    """The length of ``text`` in UTF-16 units, as browsers count it."""
    return len(text.encode("utf-16-le")) // 2
