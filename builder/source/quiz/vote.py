"""Vote: an opinion or a prediction, asked once or again later."""

from __future__ import annotations

from builder.diagnostics import answer_codes as codes
from builder.model.question import Vote
from builder.model.text import List
from builder.source.quiz.asking import Asking
from builder.source.quiz.options import find_unmarked, read_options
from builder.source.quiz.shape import Shape, part_feedback, shape_of


def read_vote(asking: Asking) -> Vote | None:
    """A task list without a right option; with ``of`` it may be left out, and the earlier vote's is taken over."""
    of = asking.head.of
    if of and not any(shape_of(block) is Shape.OPTIONS for block in asking.blocks):
        stem, feedback = part_feedback(asking.blocks)
        return Vote(**asking.head.common(stem, feedback), options=(), of=of)
    answer = find_unmarked(asking)
    if answer is None or not isinstance(answer.block, List):
        return None
    options = read_options(asking, answer.block)
    right = [option for option in options if option.correct]
    for option in right:
        asking.wrong(codes.VOTE_RIGHT, option.span)
    if right or not options:
        return None
    return Vote(**asking.head.common(answer.stem, answer.feedback), options=options, of=of)
