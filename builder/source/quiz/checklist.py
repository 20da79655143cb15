"""Self-assessment: a table of statements by part."""

from __future__ import annotations

from builder.diagnostics import answer_codes as codes
from builder.model.question import Checklist, ChecklistPart
from builder.model.text import Inlines, Table
from builder.source.quiz.asking import Asking
from builder.source.quiz.matching import MOST_ROWS
from builder.source.quiz.shape import Shape, find_answer
from builder.source.quiz.words import key, key_of

MOST_ANSWERS = 7
"""A finer scale is not answered more finely."""


def read_checklist(asking: Asking) -> Checklist | None:
    """A table of two columns, part and statement; an empty part repeats the one above."""
    before = len(asking.report)
    tables = [block for block in asking.blocks if isinstance(block, Table)]
    if not tables or len(tables[-1].head) != 2:
        asking.wrong(codes.CHECKLIST_TABLE, tables[-1].span if tables else None)
        return None
    answer = find_answer(asking, Shape.TABLE)
    if answer is None or not isinstance(answer.block, Table):
        return None
    scale = _scale(asking)
    if len(answer.block.rows) > MOST_ROWS:
        asking.wrong(codes.MANY_ROWS, answer.block.span, count=len(answer.block.rows), limit=MOST_ROWS)
    if not answer.block.rows:
        asking.wrong(codes.CHECKLIST_TABLE, answer.block.span)
    parts: list[tuple[Inlines, list[Inlines]]] = []
    for part, statement in answer.block.rows:
        if not key_of(statement):
            asking.wrong(codes.EMPTY_STATEMENT, statement.span)
        if key_of(part) or not parts:
            parts.append((part.children, []))
        parts[-1][1].append(statement.children)
    if len(asking.report) > before:
        return None
    read = tuple(ChecklistPart(title, tuple(statements)) for title, statements in parts)
    return Checklist(**asking.head.common(answer.stem, answer.feedback), parts=read, scale=scale)


def _scale(asking: Asking) -> tuple[str, ...]:
    scale = asking.head.scale
    if scale == ("",) and "scale" not in asking.head.heading.attributes:
        return ()
    if not 2 <= len({key(each) for each in scale}) == len(scale) <= MOST_ANSWERS or "" in scale:
        asking.wrong(codes.BAD_SCALE, count=len({key(each) for each in scale if each}))
    return scale
