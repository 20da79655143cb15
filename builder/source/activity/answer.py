"""What is below the heading of an item: help, then the options where there are some."""

from __future__ import annotations

from typing import NamedTuple

from builder.diagnostics import Diagnostic
from builder.diagnostics import form_codes as codes
from builder.model.form import Choice
from builder.model.text import Blocks, Heading, List
from builder.source.activity.head import Head
from builder.source.activity.options import is_task_list, read_options, read_steps

CHOSEN = ("one", "several", "menu", "rank")
"""The kinds whose options are a task list."""

_TWO = "Make one list of the two, or two questions."
_SEVERAL = "Write a second option, or `.several` behind the heading if it is one box to tick."
_LISTED = "Write `.rating` behind the heading, if its numbers are a scale, or a task list (`- [ ] option`)."
_BARE = "Write a task list below it (`- [ ] option`), or a word in the braces: `.text`, `.line`, `.number`, `.rating`."


class Answer(NamedTuple):
    """The blocks of an item, understood."""

    kind: str
    help: Blocks
    options: tuple[Choice, ...] = ()


def read_answer(head: Head, blocks: Blocks, lines: list[str], found: list[Diagnostic]) -> Answer | None:
    """The answer of an item, in a file of ``lines``; None where it is not said how it is answered (reported).

    A rating without a list has no options here: those of the front matter are its scale.
    """
    tasks = [place for place, block in enumerate(blocks) if is_task_list(block)]
    kind = head.kind or ("one" if tasks else "")
    if not kind:
        has_list = any(isinstance(block, List) for block in blocks)
        found.append(codes.NO_KIND.at(head.heading.span, hint=_LISTED if has_list else _BARE))
        return None
    if kind in CHOSEN:
        return _chosen(head, kind, blocks, tasks, found)
    found.extend(codes.OPTIONS_HERE.at(blocks[place].span, hint=_hint(kind)) for place in tasks)
    steps = [place for place, block in enumerate(blocks) if isinstance(block, List) and block.ordered]
    if kind == "rating" and steps and not tasks:
        return _rated(blocks, steps[-1], lines, found)
    return Answer(kind, blocks)


def _chosen(head: Head, kind: str, blocks: Blocks, tasks: list[int], found: list[Diagnostic]) -> Answer:
    if not tasks:
        found.append(codes.NO_OPTIONS.at(head.heading.span, kind=kind))
        return Answer(kind, blocks)
    found.extend(codes.OPTIONS_HERE.at(blocks[place].span, hint=_TWO) for place in tasks[:-1])
    block = blocks[tasks[-1]]
    options = read_options(block, found) if isinstance(block, List) else ()
    least = {"several": 1, "rank": max(head.top, 2)}.get(kind, 2)
    if isinstance(block, List) and len(block.items) < least:
        count = "one option" if len(block.items) == 1 else f"{len(block.items)} options"
        hint = f"Write more options, or a smaller `top` than {head.top}." if kind == "rank" else _SEVERAL
        found.append(codes.FEW_OPTIONS.at(block.span, count=count, hint=hint))
    _refuse_after(blocks, tasks[-1], found)
    return Answer(kind, blocks[: tasks[-1]], options)


def _rated(blocks: Blocks, place: int, lines: list[str], found: list[Diagnostic]) -> Answer:
    block = blocks[place]
    steps = read_steps(block, lines, found) if isinstance(block, List) else ()
    if len(steps) == 1:
        found.append(codes.FEW_OPTIONS.at(block.span, count="one step", hint="Write the other steps of the scale."))
    _refuse_after(blocks, place, found)
    return Answer("rating", blocks[:place], steps)


def _refuse_after(blocks: Blocks, place: int, found: list[Diagnostic]) -> None:
    """Report text below the options; headings are reported for themselves."""
    after = [block for block in blocks[place + 1 :] if not isinstance(block, Heading)]
    if after:
        found.append(codes.TEXT_AFTER.at(after[0].span))


def _hint(kind: str) -> str:
    if kind == "rating":
        return "Write the steps of the scale with numbers: `1. Not useful`, `2. Useful`."
    what = "asks nothing" if kind == "note" else "is answered without options"
    return f"`.{kind}` {what}: take `.{kind}` out of the braces, or the boxes away."
