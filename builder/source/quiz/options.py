"""The options of a task list."""

from __future__ import annotations

from collections.abc import Iterable

from builder.diagnostics import answer_codes, quiz_codes
from builder.model.question import Option
from builder.model.span import Span
from builder.model.text import List
from builder.source.quiz.asking import Asking
from builder.source.quiz.shape import Answer, Shape, find_answer, part_feedback, shape_of
from builder.source.quiz.words import key, plain_blocks

LIMIT = 26
"""Options are named by letters where a format asks for it."""

_WITHIN = "Write `- [x]` before each right option and `- [ ]` before each wrong one."
_ABOVE = (
    "If this is a list above the options, write a line of text between the two (blank lines do not part lists); "
    "else write `- [x]` or `- [ ]` before each option."
)


def read_options(asking: Asking, block: List, *, least: int = 2) -> tuple[Option, ...]:
    """The options of a task list, each with the blockquotes at its end as feedback; () when something is wrong."""
    before = len(asking.report)
    options: list[Option] = []
    for item in block.items:
        body, feedback = part_feedback(item.blocks)
        if item.checked is None:
            is_above = block.items[0].checked is None
            if item is block.items[0] or not is_above:
                asking.wrong(quiz_codes.MIXED_LIST, item.span, hint=_ABOVE if is_above else _WITHIN)
            continue
        for inner in body:
            if shape_of(inner) is Shape.OPTIONS:
                asking.wrong(answer_codes.NESTED_OPTIONS, inner.span)
        if not plain_blocks(body).strip():
            asking.wrong(answer_codes.EMPTY_OPTION, item.span)
        options.append(Option(body, item.checked, feedback, item.span))
    if len(asking.report) == before:
        _check_count(asking, block, least)
        refuse_twice(asking, ((plain_blocks(each.body), each.span) for each in options))
    return tuple(options) if len(asking.report) == before else ()


def find_unmarked(asking: Asking) -> Answer | None:
    """The task list of a question without a right option."""
    if any(shape_of(block) is Shape.OPTIONS for block in asking.blocks):
        return find_answer(asking, Shape.OPTIONS)
    asking.wrong(quiz_codes.WRONG_SHAPE, kind=asking.head.kind, wanted="a task list without any `[x]` (`- [ ]`)")
    return None


def _check_count(asking: Asking, block: List, least: int) -> None:
    if len(block.items) < least:
        asking.wrong(answer_codes.ONE_OPTION, block.span, count="one")
    if len(block.items) > LIMIT:
        asking.wrong(answer_codes.MANY_OPTIONS, block.span, count=len(block.items), limit=LIMIT)


def refuse_twice(asking: Asking, texts: Iterable[tuple[str, Span]]) -> None:
    """Report each option that stands twice."""
    seen: dict[str, Span] = {}
    for text, span in texts:
        first = seen.setdefault(key(text), span)
        if first is not span:
            asking.wrong(answer_codes.DUPLICATE_OPTION, span, line=first.line)


def refuse_rights(asking: Asking, options: tuple[Option, ...], block: List, kind: str, hint: str) -> bool:
    """Report options of which not exactly one is right; whether they were reported."""
    count = sum(option.correct for option in options)
    if count == 0:
        asking.wrong(answer_codes.NO_RIGHT_OPTION, block.span, what="one")
    elif count > 1:
        asking.wrong(answer_codes.SEVERAL_RIGHT, block.span, count=count, kind=kind, hint=hint)
    return count != 1
