"""Gap fill: gaps in a text, or in the steps of a worked example that the learner completes."""

from __future__ import annotations

from dataclasses import replace

from builder.diagnostics import answer_codes as codes
from builder.diagnostics.completion_codes import COMPLETION_GIVEN, COMPLETION_LIST
from builder.model.question import GapFill
from builder.model.text import List
from builder.source.quiz.asking import Asking
from builder.source.quiz.shape import Answer, Shape, find_answer, part_feedback
from builder.source.quiz.typed import TEXT_MAX, units
from builder.source.quiz.words import gaps_of


def gaps_question_of(asking: Asking, answer: Answer) -> GapFill:
    """All blocks from the first gap on are the text to fill in. What is wrong inside a gap was reported already."""
    gaps = gaps_of(answer.body)
    limit = asking.head.max or TEXT_MAX
    for gap in gaps:
        for choice in gap.choices if gap.typed else ():
            if units(choice.text) > limit:
                asking.wrong(codes.LONG_GAP, gap.span, text=choice.text, length=units(choice.text), max=limit)
    common = asking.head.common(answer.stem, answer.feedback)
    return GapFill(**common, body=answer.body, gaps=gaps, case=asking.head.case, max=limit)


def read_completion(asking: Asking) -> GapFill | None:
    """An ordered list with gaps in some of its items; blockquotes that end an item explain it."""
    answer = find_answer(asking, Shape.GAPS)
    if answer is None:
        return None
    steps = answer.block
    if not isinstance(steps, List) or not steps.ordered:
        asking.wrong(COMPLETION_LIST, steps.span)
        return None
    parted = [part_feedback(item.blocks) for item in steps.items]
    if all(gaps_of(body) for body, _ in parted):
        asking.wrong(COMPLETION_GIVEN, steps.span)
    items = tuple(replace(item, blocks=body) for item, (body, _) in zip(steps.items, parted, strict=True))
    question = gaps_question_of(asking, replace(answer, body=(replace(steps, items=items),)))
    return replace(question, explained=tuple(feedback for _, feedback in parted))
