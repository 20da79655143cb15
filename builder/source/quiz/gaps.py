"""Gap fill: gaps in the text."""

from __future__ import annotations

from builder.diagnostics import answer_codes as codes
from builder.model.question import GapFill
from builder.model.text import Gap
from builder.model.typed import normal, pieces
from builder.source.quiz.asking import Asking
from builder.source.quiz.shape import Answer
from builder.source.quiz.typed import TEXT_MAX, units
from builder.source.quiz.words import gaps_of


def gaps_question_of(asking: Asking, answer: Answer) -> GapFill | None:
    """All blocks from the first gap on are the text to fill in."""
    before = len(asking.report)
    gaps = gaps_of(answer.body)
    limit = asking.head.max or TEXT_MAX
    for gap in gaps:
        _check(asking, gap, limit)
    if len(asking.report) > before:
        return None
    common = asking.head.common(answer.stem, answer.feedback)
    return GapFill(**common, body=answer.body, gaps=gaps, case=asking.head.case, max=limit)


def _check(asking: Asking, gap: Gap, limit: int) -> None:
    texts = [choice.text.strip() for choice in gap.choices]
    if not texts or not all(texts):
        asking.wrong(codes.EMPTY_GAP, gap.span)
        return
    if not gap.typed and len(texts) < 2:
        asking.wrong(codes.ONE_CHOICE, gap.span)
    case = asking.head.case or not gap.typed
    seen: set[str] = set()
    for text in texts:
        if normal(text, case=case) in seen:
            asking.wrong(codes.DUPLICATE_CHOICE, gap.span, text=text)
        seen.add(normal(text, case=case))
        length = units("".join(pieces(normal(text, case=True))))
        if gap.typed and length > limit:
            asking.wrong(codes.LONG_GAP, gap.span, text=text, length=length, max=limit)
