"""True-false, with or without a reason."""

from __future__ import annotations

from builder.diagnostics import answer_codes, quiz_codes
from builder.model.question import Option, TrueFalse
from builder.model.text import Blocks, List
from builder.source.quiz.asking import Asking
from builder.source.quiz.options import read_options, refuse_rights
from builder.source.quiz.shape import Shape, is_split, part_feedback, shape_of

_ONE_ANSWER = "Leave `[x]` before one of the two."
_ONE_REASON = "Leave `[x]` before the reason that is right, or put the right ones into one option."


def read_truefalse(asking: Asking) -> TrueFalse | None:
    """A task list of two; a second one below holds the reasons, and what stands between asks for them."""
    body, feedback = part_feedback(asking.blocks)
    places = [place for place, block in enumerate(body) if shape_of(block) is Shape.OPTIONS]
    if places and is_split(asking, body):
        return None
    if not places:
        asking.wrong(quiz_codes.WRONG_SHAPE, kind="truefalse", wanted="a task list of two")
        return None
    first, last = places[0], places[-1]
    if _is_refused(asking, body, places):
        return None
    options = _options(asking, body[first], "a true-false question", _ONE_ANSWER)
    reasons: tuple[Option, ...] = ()
    if last > first:
        reasons = _options(asking, body[last], "the list of reasons", _ONE_REASON)
    if not options or (last > first and not reasons):
        return None
    common = asking.head.common(body[:first], feedback)
    return TrueFalse(**common, options=options, reasons=reasons, because=body[first + 1 : last])


def _is_refused(asking: Asking, body: Blocks, places: list[int]) -> bool:
    before = len(asking.report)
    first = body[places[0]]
    if len(places) > 2:
        asking.wrong(answer_codes.TRUEFALSE_LISTS, body[places[2]].span)
    elif isinstance(first, List) and len(first.items) != 2:
        asking.wrong(answer_codes.TRUEFALSE_TWO, first.span, count=len(first.items))
    for block in body:
        if shape_of(block) in (Shape.LINES, Shape.GAPS):
            shape = Shape.LINES if shape_of(block) is Shape.LINES else Shape.GAPS
            asking.wrong(
                quiz_codes.TWO_ANSWERS,
                block.span,
                first=Shape.OPTIONS.value,
                line=first.span.line,
                second=shape.value,
                hint="Make two questions of it, each with a heading.",
            )
            break
    if places[-1] + 1 < len(body):
        asking.wrong(quiz_codes.TEXT_AFTER_ANSWER, body[places[-1] + 1].span)
    return len(asking.report) > before


def _options(asking: Asking, block: object, kind: str, hint: str) -> tuple[Option, ...]:
    if not isinstance(block, List):
        return ()
    options = read_options(asking, block)
    return () if options and refuse_rights(asking, options, block, kind, hint) else options
