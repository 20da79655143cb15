"""Single choice and multiple response."""

from __future__ import annotations

from builder.diagnostics import answer_codes as codes
from builder.model.question import Multiple, Single
from builder.model.text import List
from builder.source.quiz.asking import Asking
from builder.source.quiz.options import read_options, refuse_rights
from builder.source.quiz.shape import Answer, Shape, find_answer


def read_choice(asking: Asking) -> Single | Multiple | None:
    """A task list, its kind insisted on by ``.single`` or ``.multiple``."""
    answer = find_answer(asking, Shape.OPTIONS)
    return choice_of(asking, answer) if answer else None


def choice_of(asking: Asking, answer: Answer) -> Single | Multiple | None:
    """One right option makes a single choice, several a multiple response."""
    if not isinstance(answer.block, List) or not (options := read_options(asking, answer.block)):
        return None
    kind = asking.head.kind
    right = sum(option.correct for option in options)
    if kind == "single":
        hint = "Leave `[x]` before one of them, or write `.multiple` instead of `.single`."
        if refuse_rights(asking, options, answer.block, "a single choice", hint):
            return None
    if right == 0:
        asking.wrong(codes.NO_RIGHT_OPTION, answer.block.span, what="one, or before several")
        return None
    common = asking.head.common(answer.stem, answer.feedback)
    if right > 1 or kind == "multiple":
        return Multiple(**common, options=options)
    return Single(**common, options=options)
