"""Finding the answer of a question: the last block of an answer's shape before trailing blockquotes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from builder.diagnostics import quiz_codes as codes
from builder.model.text import AnswerLines, Block, Blocks, List, Quote, Table
from builder.source.quiz.asking import Asking
from builder.source.quiz.words import gaps_of


class Shape(Enum):
    """The shapes an answer can have; the value says it in an author's words."""

    OPTIONS = "a task list (`- [x]`)"
    LINES = "answer lines (`= …`)"
    GAPS = "gaps (`[[…]]`)"
    TABLE = "a table of two columns"
    ORDER = "an ordered list"

    @property
    def is_sure(self) -> bool:
        """Options, answer lines and gaps are never part of a question's text; tables and ordered lists may be."""
        return self not in (Shape.TABLE, Shape.ORDER)


@dataclass(frozen=True, slots=True)
class Answer:
    """A question's blocks, parted. For gaps, ``block`` is the first that holds one and ``body`` all from there on."""

    shape: Shape
    stem: Blocks
    block: Block
    feedback: Blocks
    body: Blocks = ()


def shape_of(block: Block) -> Shape | None:
    """The shape of a block that could be an answer."""
    match block:
        case List() if any(item.checked is not None for item in block.items):
            return Shape.OPTIONS
        case AnswerLines():
            return Shape.LINES
    if gaps_of((block,)):
        return Shape.GAPS
    match block:
        case List(ordered=True):
            return Shape.ORDER
        case Table() if len(block.head) == 2:
            return Shape.TABLE
    return None


def part_feedback(blocks: Blocks) -> tuple[Blocks, Blocks]:
    """``blocks`` without trailing blockquotes, and what stands in those: general feedback."""
    end = len(blocks)
    while end and isinstance(blocks[end - 1], Quote) and not gaps_of(blocks[end - 1 : end]):
        end -= 1
    feedback = tuple(inner for quote in blocks[end:] if isinstance(quote, Quote) for inner in quote.blocks)
    return blocks[:end], feedback


def join_lines(blocks: Blocks) -> Blocks:
    """``blocks`` with neighbouring runs of answer lines made one."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, AnswerLines) and isinstance(last, AnswerLines):
            joined[-1] = replace(last, lines=last.lines + block.lines)
        else:
            joined.append(block)
    return tuple(joined)


def find_answer(asking: Asking, wanted: Shape | None = None) -> Answer | None:
    """The answer of a question, of the shape ``wanted`` if its heading names a kind; None when that was reported."""
    body, feedback = part_feedback(join_lines(asking.blocks))
    if is_split(asking, body):
        return None
    shapes = {place: shape for place, block in enumerate(body) if (shape := shape_of(block))}
    if Shape.GAPS in shapes.values() and wanted is None:
        return _gaps(asking, body, shapes, feedback)
    places = [place for place, shape in shapes.items() if wanted in (None, shape)]
    if not places:
        _report_none(asking, body, wanted)
        return None
    place = places[-1]
    rivals = [
        other
        for other, shape in shapes.items()
        if other != place and (shape.is_sure or (wanted is None and not shapes[place].is_sure))
    ]
    if rivals:
        _report_two(asking, body, shapes, min(place, rivals[-1]), max(place, rivals[-1]))
        return None
    if place + 1 < len(body):
        asking.wrong(codes.TEXT_AFTER_ANSWER, body[place + 1].span)
    return Answer(shapes[place], body[:place], body[place], feedback)


def _gaps(asking: Asking, body: Blocks, shapes: dict[int, Shape], feedback: Blocks) -> Answer | None:
    first = next(place for place, shape in shapes.items() if shape is Shape.GAPS)
    for place, shape in shapes.items():
        if shape.is_sure and shape is not Shape.GAPS:
            asking.wrong(codes.GAPS_AND_ANSWER, body[place].span, line=body[first].span.line)
            return None
    return Answer(Shape.GAPS, body[:first], body[first], feedback, body[first:])


def is_split(asking: Asking, body: Blocks) -> bool:
    """Whether feedback at the margin cuts a list or a run of answer lines in two; reported once a question."""
    for before, quote, after in zip(body, body[1:], body[2:], strict=False):
        shape = shape_of(before)
        if not isinstance(quote, Quote) or shape is None or shape is not shape_of(after) or shape is Shape.GAPS:
            continue
        if isinstance(before, List) and isinstance(after, List):
            restarts = after.ordered and after.start == 1
            reasons = asking.head.kind == "truefalse" and min(len(before.items), len(after.items)) > 1
            if before.ordered is not after.ordered or restarts or reasons:
                continue
            asking.wrong(codes.SPLIT_LIST, quote.span, indent=3 if before.ordered else 2)
            return True
        if isinstance(before, AnswerLines):
            asking.wrong(codes.SPLIT_LIST, quote.span, indent=2)
            return True
    return False


def _report_none(asking: Asking, body: Blocks, wanted: Shape | None) -> None:
    if wanted is not None:
        asking.wrong(codes.WRONG_SHAPE, kind=asking.head.kind, wanted=wanted.value)
        return
    hint = "Write the answer below the question, for example `- [x] right` and `- [ ] wrong`, or `{.reflection}`."
    if any(isinstance(block, List) for block in body):
        hint = "Make options of the list: `- [x]` before what is right, `- [ ]` before the others."
    elif any(isinstance(block, Table) for block in body):
        hint = "A table is a matching question when it has two columns; or write options below it: `- [x]`, `- [ ]`."
    asking.wrong(codes.NO_ANSWER, hint=hint)


def _report_two(asking: Asking, body: Blocks, shapes: dict[int, Shape], first: int, second: int) -> None:
    hint = "Make two questions of it, each with a heading."
    if shapes[first] is shapes[second] is Shape.OPTIONS:
        hint = "Make one list of the two (same sign before each option), or two questions, or write `{.truefalse}`."
    elif not shapes[first].is_sure and not shapes[second].is_sure:
        hint = "Write `{.matching}` or `{.ordering}` behind the heading to say which is the answer."
    asking.wrong(
        codes.TWO_ANSWERS,
        body[second].span,
        first=shapes[first].value,
        line=body[first].span.line,
        second=shapes[second].value.removeprefix("a ").removeprefix("an "),
        hint=hint,
    )
