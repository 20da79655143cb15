"""Gap fill: gaps in the text."""

from __future__ import annotations

from builder.diagnostics import answer_codes as codes
from builder.model.question import GapFill
from builder.source.quiz.asking import Asking
from builder.source.quiz.shape import Answer
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
