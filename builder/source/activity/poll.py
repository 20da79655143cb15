"""The options of a poll."""

from __future__ import annotations

from builder.diagnostics import Diagnostic
from builder.diagnostics import form_codes as codes
from builder.diagnostics.activity_codes import POLL_EMPTY
from builder.model.span import Span
from builder.model.text import Blocks, Inlines, List
from builder.source.activity.options import is_task_list, read_options

_LISTS = "Make one list of the two."
_TWO = "Write a second option: `- [ ] `."


def read_poll(blocks: Blocks, span: Span, found: list[Diagnostic]) -> tuple[Blocks, tuple[Inlines, ...]]:
    """What stands above the task list, and its options; ``span`` is the place of the file."""
    places = [place for place, block in enumerate(blocks) if is_task_list(block)]
    if not places:
        found.append(POLL_EMPTY.at(span))
        return blocks, ()
    found.extend(codes.OPTIONS_HERE.at(blocks[place].span, hint=_LISTS) for place in places[:-1])
    place = places[-1]
    if place + 1 < len(blocks):
        found.append(codes.TEXT_AFTER.at(blocks[place + 1].span))
    block = blocks[place]
    options = read_options(block, found) if isinstance(block, List) else ()
    if len(options) == 1:
        found.append(codes.FEW_OPTIONS.at(block.span, count="one option", hint=_TWO))
    return blocks[:place], tuple(option.text for option in options)
