"""Ranking: the first few of a bulleted list."""

from __future__ import annotations

from builder.diagnostics import answer_codes, quiz_codes
from builder.model.question import Rank, Step
from builder.model.text import Block, Blocks, List, Quote
from builder.source.quiz.asking import Asking
from builder.source.quiz.options import LIMIT, refuse_twice
from builder.source.quiz.shape import part_feedback, shape_of
from builder.source.quiz.words import plain_blocks

TOP = 3
"""As many places as there are when nothing is said."""


def read_rank(asking: Asking) -> Rank | None:
    """A bulleted list without boxes, each item with the blockquotes at its end as feedback."""
    body, feedback = part_feedback(asking.blocks)
    places = [place for place, block in enumerate(body) if _is_bullets(block)]
    if not places:
        asking.wrong(quiz_codes.WRONG_SHAPE, kind="rank", wanted="a bulleted list without boxes (`- …`)")
        return None
    before = len(asking.report)
    place = places[-1]
    block = body[place]
    if not isinstance(block, List):
        return None
    _check_rest(asking, body, place)
    top = asking.head.top or TOP
    count = len(block.items)
    if count < max(top, 2):
        asking.wrong(answer_codes.RANK_SHORT, block.span, count=count, top=top)
    if count > LIMIT:
        asking.wrong(answer_codes.MANY_OPTIONS, block.span, count=count, limit=LIMIT)
    items = []
    for item in block.items:
        words, said = part_feedback(item.blocks)
        if not plain_blocks(words).strip():
            asking.wrong(answer_codes.EMPTY_ITEM, item.span)
        items.append(Step(words, said, item.span))
    refuse_twice(asking, ((plain_blocks(item.body), item.span) for item in items))
    if len(asking.report) > before:
        return None
    return Rank(**asking.head.common(body[:place], feedback), items=tuple(items), top=top)


def _is_bullets(block: Block) -> bool:
    return isinstance(block, List) and not block.ordered and shape_of(block) is None


def _check_rest(asking: Asking, body: Blocks, place: int) -> None:
    """What stands beside the list: another kind of answer, a list that feedback cut off, text below."""
    for block in body:
        shape = shape_of(block)
        if shape is not None and shape.is_sure:
            asking.wrong(
                quiz_codes.TWO_ANSWERS,
                block.span,
                first="a bulleted list (`{.rank}`)",
                line=body[place].span.line,
                second=shape.value.removeprefix("a "),
                hint="Take the boxes away if these are the items to rank, or make two questions of it.",
            )
            return
    if place > 1 and isinstance(body[place - 1], Quote) and _is_bullets(body[place - 2]):
        asking.wrong(quiz_codes.SPLIT_LIST, body[place - 1].span, indent=2)
    elif place + 1 < len(body):
        asking.wrong(quiz_codes.TEXT_AFTER_ANSWER, body[place + 1].span)
