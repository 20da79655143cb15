"""Choose in a table or a text: options that name rows or words of a blockquote."""

from __future__ import annotations

from difflib import get_close_matches

from builder.diagnostics import answer_codes as codes
from builder.model.question import Option, Spot
from builder.model.text import Blocks, List, Quote, Table
from builder.source.quiz.asking import Asking
from builder.source.quiz.options import read_options
from builder.source.quiz.shape import Shape, find_answer
from builder.source.quiz.words import key, key_of, plain_blocks, walk

SHOWN = 60
"""Rows, and characters of each, that are looked through for what may have been meant."""


def read_spot(asking: Asking) -> Spot | None:
    """A blockquote, and directly below it a task list that names its rows or words."""
    answer = find_answer(asking, Shape.OPTIONS)
    if answer is None or not isinstance(answer.block, List):
        return None
    quote = answer.stem[-1] if answer.stem else None
    if not isinstance(quote, Quote):
        asking.wrong(codes.SPOT_QUOTE, answer.block.span)
        return None
    options = read_options(asking, answer.block)
    if not options:
        return None
    before = len(asking.report)
    if not any(option.correct for option in options):
        asking.wrong(codes.NO_RIGHT_OPTION, answer.block.span, what="rows or words")
    _check_places(asking, options, quote.blocks)
    if len(asking.report) > before:
        return None
    common = asking.head.common(answer.stem[:-1], answer.feedback)
    return Spot(**common, quoted=quote.blocks, options=options)


def _check_places(asking: Asking, options: tuple[Option, ...], quoted: Blocks) -> None:
    rows = [key_of(row[0]) for block in walk(quoted) if isinstance(block, Table) for row in block.rows]
    text = key(plain_blocks(quoted))
    for option in options:
        name = key(plain_blocks(option.body))
        count = rows.count(name) if rows else text.count(name)
        if count > 1:
            asking.wrong(codes.SPOT_TWICE, option.span, text=name, count=count)
        elif not count and rows:
            near = get_close_matches(name[:SHOWN], [row[:SHOWN] for row in rows[:SHOWN]], 1) or [rows[0][:SHOWN]]
            asking.wrong(
                codes.SPOT_NOT_FOUND,
                option.span,
                text=name,
                place="the first cell of a row",
                hint=f"the rows begin with {', '.join(f'`{row}`' for row in near)} and so on",
            )
        elif not count:
            hint = "copy the words out of the quoted text"
            asking.wrong(codes.SPOT_NOT_FOUND, option.span, text=name, place="in the quoted text", hint=hint)
