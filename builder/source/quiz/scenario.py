"""The scenario: one text and the questions about it."""

from __future__ import annotations

from builder.diagnostics import quiz_codes as codes
from builder.model.question import Question, Scenario
from builder.source.quiz.asking import Asking
from builder.source.quiz.head import Inherited
from builder.source.quiz.shape import shape_of


def inherited(asking: Asking) -> Inherited:
    """What the questions of a scenario take over from its heading."""
    head = asking.head
    return Inherited(head.objective, head.level, head.confidence, head.shuffle)


def scenario_of(asking: Asking, questions: tuple[Question, ...]) -> Scenario | None:
    """A heading with sub-headings, whose questions were read already."""
    if "points" in asking.head.heading.attributes:
        asking.wrong(codes.ATTRIBUTE_ELSEWHERE, name="points", kind="a scenario", owners="each of its questions")
    answers = [block for block in asking.blocks if (shape := shape_of(block)) and shape.is_sure]
    for block in answers:
        asking.wrong(codes.SCENARIO_ANSWER, block.span)
    if answers or not questions:
        return None
    return Scenario(**asking.head.common(asking.blocks), questions=questions)
