"""Reflection: a question that nobody marks, with a model answer."""

from __future__ import annotations

from builder.diagnostics import quiz_codes as codes
from builder.model.question import Reflection
from builder.model.text import AnswerLines, Callout, List
from builder.source.quiz.asking import Asking
from builder.source.quiz.shape import Shape, part_feedback, shape_of


def read_reflection(asking: Asking) -> Reflection | None:
    """All that stands above ``::: model`` is the question; blockquotes below it are feedback."""
    models = [
        place for place, block in enumerate(asking.blocks) if isinstance(block, Callout) and block.kind == "model"
    ]
    for block in asking.blocks:
        if isinstance(block, List | AnswerLines) and shape_of(block) in (Shape.OPTIONS, Shape.LINES):
            _refuse_answer(asking, block)
            return None
    if not models:
        return Reflection(**asking.head.common(asking.blocks))
    place = models[0]
    model = asking.blocks[place]
    rest, feedback = part_feedback(asking.blocks[place + 1 :])
    if rest:
        asking.wrong(codes.TEXT_AFTER_ANSWER, rest[0].span)
    common = asking.head.common(asking.blocks[:place], feedback)
    return Reflection(**common, model=model.blocks if isinstance(model, Callout) else ())


def _refuse_answer(asking: Asking, block: List | AnswerLines) -> None:
    shape = Shape.OPTIONS if isinstance(block, List) else Shape.LINES
    asking.wrong(
        codes.TWO_ANSWERS,
        block.span,
        first="the learner's own words (`{.reflection}`)",
        line=asking.head.span.line,
        second=shape.value.removeprefix("a "),
        hint="Take `.reflection` out of the braces to have the answer marked, or take the answer out.",
    )
