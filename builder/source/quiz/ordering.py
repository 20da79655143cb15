"""Ordering: an ordered list in its right order."""

from __future__ import annotations

from builder.diagnostics import answer_codes as codes
from builder.model.question import Ordering, Step
from builder.model.span import Span
from builder.model.text import List
from builder.source.quiz.asking import Asking
from builder.source.quiz.shape import Answer, Shape, find_answer, part_feedback
from builder.source.quiz.words import key, plain_blocks

MOST = 12
"""More items cannot be held in mind, nor moved about on a phone."""


def read_ordering(asking: Asking) -> Ordering | None:
    """An ordered list, insisted on by ``.ordering``."""
    answer = find_answer(asking, Shape.ORDER)
    return ordering_of(asking, answer) if answer else None


def ordering_of(asking: Asking, answer: Answer) -> Ordering | None:
    """Each item with the blockquotes at its end as feedback."""
    if not isinstance(answer.block, List):
        return None
    before = len(asking.report)
    count = len(answer.block.items)
    if not 2 <= count <= MOST:
        hint = "Add items." if count < 2 else "Join items that belong together, or make two questions of it."
        asking.wrong(codes.ORDER_LENGTH, answer.block.span, count=count, hint=hint)
    items: list[Step] = []
    seen: dict[str, Span] = {}
    for item in answer.block.items:
        body, feedback = part_feedback(item.blocks)
        words = key(plain_blocks(body))
        if not words:
            asking.wrong(codes.EMPTY_ITEM, item.span)
        elif (first := seen.setdefault(words, item.span)) is not item.span:
            asking.wrong(codes.DUPLICATE_ITEM, item.span, line=first.line)
        items.append(Step(body, feedback, item.span))
    if len(asking.report) > before:
        return None
    return Ordering(**asking.head.common(answer.stem, answer.feedback), items=tuple(items))
