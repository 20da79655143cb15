"""The items of a survey or a collection (docs/reference/authoring.md, "Questions of surveys and collections")."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from builder.diagnostics import form_codes as codes
from builder.diagnostics.activity_codes import PAGE_BREAK, SCALE_UNUSED
from builder.model.form import Choice, Item
from builder.model.span import Span
from builder.model.text import Block, Blocks, Heading, Rule, Text
from builder.source.activity.answer import read_answer
from builder.source.activity.head import check_attributes, read_head
from builder.source.activity.options import is_task_list, refuse_twice
from builder.source.values import Values

ITEM_LEVEL = 2
"""Of the headings that open items."""

_STRAY = "Write a heading above them: `## The question`; for a plain list take the boxes away."


@dataclass(frozen=True, slots=True)
class Form:
    """Where a form is read from."""

    kind: str
    """``survey`` or ``collection``."""
    values: Values
    lines: list[str]
    """Of the file."""


@dataclass(slots=True)
class _Draft:
    """An item as it stands in the source."""

    heading: Heading
    page: int
    blocks: list[Block] = field(default_factory=list)


def read_form(blocks: Blocks, form: Form) -> tuple[Blocks, tuple[Item, ...]]:
    """What stands before the first item, and the items; what is wrong goes to ``form.values.found``."""
    found = form.values.found
    intro, drafts = _drafts(blocks, form)
    for block in intro:
        if is_task_list(block):
            found.append(codes.OPTIONS_HERE.at(block.span, hint=_STRAY))
    scale = _scale(form.values)
    items = tuple(item for draft in drafts if (item := _item(draft, scale, form)))
    if not drafts:
        found.append(codes.NO_ITEMS.at(Span(form.values.span.path, 0), kind=form.kind))
    if scale and not any(item.options == scale for item in items):
        at = form.values.fields["scale"]
        found.append(SCALE_UNUSED.at(at.key or at.span))
    return intro, items


def _drafts(blocks: Blocks, form: Form) -> tuple[Blocks, list[_Draft]]:
    """The introduction, and the items with the pages they stand on."""
    found = form.values.found
    intro: list[Block] = []
    drafts: list[_Draft] = []
    page, break_at = 1, None
    for block in blocks:
        if isinstance(block, Rule):
            if form.kind != "survey":
                found.append(PAGE_BREAK.at(block.span))
            elif drafts and drafts[-1].page == page:
                page, break_at = page + 1, block.span
            else:
                found.append(codes.PAGE_EMPTY.at(block.span))
        elif isinstance(block, Heading) and block.level == ITEM_LEVEL:
            drafts.append(_Draft(block, page))
        else:
            if drafts and isinstance(block, Heading):
                found.append(codes.INNER_HEADING.at(block.span, level=block.level))
            (drafts[-1].blocks if drafts else intro).append(block)
    if break_at is not None and drafts[-1].page < page:
        found.append(codes.PAGE_EMPTY.at(break_at))
    return tuple(intro), drafts


def _item(draft: _Draft, scale: tuple[Choice, ...], form: Form) -> Item | None:
    """The item, or None where nobody can tell how it is answered."""
    found = form.values.found
    head = read_head(draft.heading, found)
    answer = read_answer(head, tuple(draft.blocks), form.lines, found)
    if answer is None:
        return None
    check_attributes(head, answer.kind, found)
    options = answer.options
    if answer.kind == "rating" and not options:
        options = scale
        if not scale and not any(is_task_list(block) for block in draft.blocks):
            found.append(codes.NO_SCALE.at(head.heading.span))
    if form.kind != "survey" and head.when is not None:
        found.append(codes.WHEN_COLLECTION.at(head.heading.span))
    if form.kind == "survey" and answer.kind == "file":
        found.append(codes.FILE_ASKED.at(head.heading.span))
    return Item(
        id=head.heading.id,
        kind=answer.kind,
        title=head.heading.children,
        help=answer.help,
        span=head.heading.span,
        options=options,
        required=head.required,
        least=head.least,
        most=head.most,
        max=head.max,
        lines=head.lines,
        top=head.top,
        when=head.when if form.kind == "survey" else None,
        page=draft.page,
    )


def _scale(values: Values) -> tuple[Choice, ...]:
    """The scale of the front matter, its values counted from 1."""
    texts = values.placed_texts("scale")
    steps = tuple(Choice((Text(text),), span, Decimal(value)) for value, (text, span) in enumerate(texts, 1))
    if len(steps) == 1:
        hint = "Write the other steps: `scale: [Not useful, Useful]`."
        values.found.append(codes.FEW_OPTIONS.at(steps[0].span, count="one step", hint=hint))
    refuse_twice(steps, values.found)
    return steps
