"""Options to choose from: task lists without ticks, and the steps of scales."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from builder.diagnostics import Diagnostic
from builder.diagnostics import form_codes as codes
from builder.model.form import Choice
from builder.model.span import Span
from builder.model.text import Block, Inlines, List, ListItem, Paragraph
from builder.source.quiz.words import key, plain

_NUMBER = re.compile(r"\s*(?:>\s*)*([0-9]{1,9})[.)]")


def is_task_list(block: Block) -> bool:
    """Whether a block is a list with boxes."""
    return isinstance(block, List) and any(item.checked is not None for item in block.items)


def read_options(block: List, found: list[Diagnostic]) -> tuple[Choice, ...]:
    """The options of a task list."""
    options: list[Choice] = []
    for item in block.items:
        if item.checked is None:
            found.append(codes.NO_BOX.at(item.span))
        elif item.checked:
            found.append(codes.TICKED.at(item.span))
        options += _option(item, None, found)
    refuse_twice(options, found)
    return tuple(options)


def read_steps(block: List, lines: list[str], found: list[Diagnostic]) -> tuple[Choice, ...]:
    """The steps of a scale: an ordered list in a file of ``lines``, whose numbers, as written, are the values."""
    options: list[Choice] = []
    before = -1
    for place, item in enumerate(block.items):
        written = _NUMBER.match(lines[item.span.line - 1])
        value = int(written[1]) if written else block.start + place
        if value <= before:
            found.append(codes.NOT_RISING.at(item.span, value=value, before=before))
        before = max(before, value)
        options += _option(item, Decimal(value), found)
    refuse_twice(options, found)
    return tuple(options)


def refuse_twice(options: Iterable[Choice], found: list[Diagnostic]) -> None:
    """Report options that are equal as plain text, which is how they are kept."""
    seen: dict[str, Span] = {}
    for option in options:
        first = seen.setdefault(key(plain(option.text)), option.span)
        if first is not option.span:
            found.append(codes.OPTION_TWICE.at(option.span, line=first.line))


def _option(item: ListItem, value: Decimal | None, found: list[Diagnostic]) -> Iterator[Choice]:
    text: Inlines = ()
    if len(item.blocks) == 1 and isinstance(only := item.blocks[0], Paragraph):
        text = only.children
    if plain(text).strip():
        yield Choice(text, item.span, value)
    else:
        found.append(codes.OPTION_TEXT.at(item.span, found="; this one is empty" if not item.blocks else ""))
