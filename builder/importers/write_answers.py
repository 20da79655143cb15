"""The answers of questions as Markdown: options, answer lines, tables, lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from builder.importers.write_blocks import Lines, indented, quoted, write_blocks, write_list, write_table
from builder.importers.write_inline import Kind, Sheet, write_run
from builder.model.question import Accepted, ChecklistPart, Matching, Option, Range, Step
from builder.model.text import Blocks, Inlines, Link, List, ListItem, Paragraph, Picture, Quote, Text
from builder.source.quiz.number import read_bounds


def write_options(options: Sequence[Option], sheet: Sheet, turn: int = 0, ends: Sequence[str] = ()) -> Lines:
    """A task list; ``ends`` is what stands at the end of each option, and an option that leads on ends in a link."""
    items = []
    for place, option in enumerate(options):
        end: Inlines = (Text(ends[place]),) if ends and ends[place] else ()
        if option.goto:
            end += (Text(" "), Link(f"#{option.goto}", (Text("\u2192"),), "", option.span))
        items.append(_item(_with_end(option.body, end, option), option.feedback, option, option.correct))
    return _write_items(items, sheet, turn, ordered=False)


def write_steps(steps: Sequence[Step], sheet: Sheet, turn: int = 0, *, ordered: bool) -> Lines:
    """The items of an ordering or a ranking."""
    return _write_items([_item(step.body, step.feedback, step) for step in steps], sheet, turn, ordered=ordered)


def _item(body: Blocks, feedback: Blocks, at: Option | Step, checked: bool | None = None) -> ListItem:  # noqa: FBT001
    """An item with its feedback in a quotation at its end; one that ends the body would be taken for feedback."""
    while body and isinstance(last := body[-1], Quote):
        body = (*body[:-1], *last.blocks)
    said = (Quote(feedback, at.span),) if feedback else ()
    return ListItem((*body, *said), checked, at.span)


def _write_items(items: list[ListItem], sheet: Sheet, turn: int, *, ordered: bool) -> Lines:
    tight = all(_is_simple(item.blocks) for item in items)
    return write_list(List(ordered, 1, tight, tuple(items), items[0].span), sheet, turn)


def _is_simple(blocks: Blocks) -> bool:
    """Whether an item is one text, at most with feedback."""
    first, *rest = blocks or (None,)
    return isinstance(first, Paragraph | Picture) and all(isinstance(block, Quote) for block in rest)


def _with_end(body: Blocks, end: Inlines, option: Option) -> Blocks:
    if not end:
        return body
    place = 0 if isinstance(end[0], Text) and end[0].text.strip() else len(body) - 1
    block = body[place] if body else None
    if isinstance(block, Paragraph):
        return (*body[:place], replace(block, children=(*block.children, *end)), *body[place + 1 :])
    return (*body, Paragraph(end[1:] if end[0] == Text(" ") else end, option.span))


def write_texts(right: Iterable[Accepted], wrong: Iterable[Accepted], sheet: Sheet) -> Lines:
    """The answer lines of a short answer."""
    lines: Lines = []
    for sign, answers in (("=", right), ("!", wrong)):
        for answer in answers:
            lines += _answer(sign, _literal(answer.pattern), answer.feedback, sheet)
    return lines


def _literal(pattern: str) -> str:
    """A pattern, in quotes where it would be read as a number, or its own quotes would be left out."""
    text = " ".join(pattern.split())
    is_quoted = len(text) > 1 and text[0] == text[-1] == '"'
    return f'"{text}"' if is_quoted or read_bounds(text) is not None else text


def write_values(right: Iterable[Range], wrong: Iterable[Range], sheet: Sheet) -> Lines:
    """The answer lines of a numerical question."""
    lines: Lines = []
    for sign, ranges in (("=", right), ("!", wrong)):
        for each in ranges:
            low, high = _number(each.low), _number(each.high)
            lines += _answer(sign, low if each.low == each.high else f"{low}..{high}", each.feedback, sheet)
    return lines


def _number(value: Decimal) -> str:
    return format(value, "f")


def _answer(sign: str, text: str, feedback: Blocks, sheet: Sheet) -> Lines:
    return [f"{sign} {text}", *indented(quoted(write_blocks(feedback, sheet)), "  ")]


def write_rows(question: Matching, sheet: Sheet) -> Lines:
    """The table of a matching question: rows in their order, distractors where their values stand among the others."""
    head = [write_run(cell, sheet, Kind.CELL) for cell in question.heads]
    values = [write_run(value, sheet, Kind.CELL) for value in question.values]
    rows: list[tuple[str, str]] = []
    met = 0
    used = {row.value for row in question.rows}
    for row in question.rows:
        while met < row.value:
            rows += [("", values[met])] if met not in used else []
            met += 1
        met = max(met, row.value + 1)
        rows.append((write_run(row.left, sheet, Kind.CELL), values[row.value]))
    rows += [("", values[place]) for place in range(met, len(values)) if place not in used]
    return write_table(head, rows)


def write_checklist(parts: Iterable[ChecklistPart], sheet: Sheet) -> Lines:
    """The table of a self-assessment; its heads are not shown."""
    rows: list[tuple[str, str]] = []
    for part in parts:
        for place, statement in enumerate(part.statements):
            title = write_run(part.title, sheet, Kind.CELL) if place == 0 else ""
            rows.append((title, write_run(statement, sheet, Kind.CELL)))
    return write_table(("Part", "Statement"), rows)
