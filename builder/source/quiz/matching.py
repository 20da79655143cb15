"""Matching and classifying: a table of two columns."""

from __future__ import annotations

from builder.diagnostics import answer_codes as codes
from builder.model.question import Matching, Row
from builder.model.span import Span
from builder.model.text import Cell, Inlines, Table
from builder.source.quiz.asking import Asking
from builder.source.quiz.shape import Answer, Shape, find_answer
from builder.source.quiz.words import key_of

MOST_ROWS = 100
"""More choices than one answer can save."""


def read_matching(asking: Asking) -> Matching | None:
    """A table of two columns, insisted on by ``.matching`` or ``.classify``."""
    tables = [block for block in asking.blocks if isinstance(block, Table)]
    if tables and all(len(table.head) != 2 for table in tables):
        asking.wrong(codes.MATCHING_COLUMNS, tables[-1].span, count=len(tables[-1].head))
        return None
    answer = find_answer(asking, Shape.TABLE)
    return matching_of(asking, answer) if answer else None


def matching_of(asking: Asking, answer: Answer) -> Matching | None:
    """Left-hand cells are matched with right-hand ones; a row without a left-hand cell is a distractor."""
    table = answer.block
    if not isinstance(table, Table):
        return None
    before = len(asking.report)
    if len(table.rows) > MOST_ROWS:
        asking.wrong(codes.MANY_ROWS, table.span, count=len(table.rows), limit=MOST_ROWS)
        return None
    values: dict[str, Inlines] = {}
    rows: list[Row] = []
    lefts: dict[str, Span] = {}
    extra: list[Cell] = []
    for left, right in table.rows:
        if not key_of(right):
            asking.wrong(codes.EMPTY_CELL, right.span)
            continue
        if not key_of(left):
            extra.append(right)
        elif (first := lefts.setdefault(key_of(left), left.span)) is not left.span:
            asking.wrong(codes.DUPLICATE_ROW, left.span, line=first.line)
        values.setdefault(key_of(right), right.children)
        if key_of(left):
            rows.append(Row(left.children, list(values).index(key_of(right)), left.span))
    _check_distractors(asking, extra, {row.value for row in rows}, list(values))
    if len(asking.report) == before and (len(rows) < 2 or len(values) < 2):
        asking.wrong(codes.FEW_ROWS, table.span)
    if len(asking.report) > before:
        return None
    heads = (table.head[0].children, table.head[1].children)
    repeats = len({row.value for row in rows}) < len(rows)
    common = asking.head.common(answer.stem, answer.feedback)
    classify = repeats or asking.head.kind == "classify"
    return Matching(**common, rows=tuple(rows), values=tuple(values.values()), heads=heads, classify=classify)


def _check_distractors(asking: Asking, extra: list[Cell], used: set[int], values: list[str]) -> None:
    seen: set[str] = set()
    for cell in extra:
        if values.index(key_of(cell)) in used or key_of(cell) in seen:
            asking.wrong(codes.USELESS_DISTRACTOR, cell.span)
        seen.add(key_of(cell))
