"""Blocks as one run: for table cells, terms and titles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from builder.importers.html_runs import lines, tidy
from builder.model.text import (
    Blocks,
    Callout,
    Code,
    CodeBlock,
    DefinitionList,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    List,
    Paragraph,
    Picture,
    Quote,
    Table,
    Text,
)

Lost: TypeAlias = dict[str, None]
"""What was lost, each once, in order."""

LISTS = "lists inside a cell or a line (a line each now)"
TABLES = "tables inside a cell or a line (their rows are lines now)"


def as_run(blocks: Blocks, lost: Lost) -> Inlines:
    """Blocks as one run, a line each; structure that a line cannot hold is noted in ``lost``."""
    out: list[Inline] = []
    for run in _runs_of(blocks, lost):
        for part in lines(run):
            out += [*([LineBreak()] if out else []), *part]
    return tidy(out)


def _runs_of(blocks: Blocks, lost: Lost) -> Iterator[Inlines]:
    for block in blocks:
        reader = _READERS.get(type(block))
        if reader is not None:
            yield from reader(block, lost)


def _picture(block: Picture, _lost: Lost) -> Iterator[Inlines]:
    yield (block.image,)


def _text(block: Paragraph | Heading, _lost: Lost) -> Iterator[Inlines]:
    yield block.children


def _code(block: CodeBlock, _lost: Lost) -> Iterator[Inlines]:
    yield from ((Code(line),) for line in block.text.splitlines() if line.strip())


def _list(block: List, lost: Lost) -> Iterator[Inlines]:
    lost[LISTS] = None
    for number, item in enumerate(block.items, block.start):
        yield (Text(f"{number}. " if block.ordered else "\u2022 "), *as_run(item.blocks, lost))


def _table(block: Table, lost: Lost) -> Iterator[Inlines]:
    lost[TABLES] = None
    for row in (block.head, *block.rows):
        yield tuple(part for cell in row for part in (*cell.children, Text(" ")))


def _inside(block: Quote | Callout, lost: Lost) -> Iterator[Inlines]:
    yield from _runs_of(block.blocks, lost)


def _definitions(block: DefinitionList, lost: Lost) -> Iterator[Inlines]:
    for item in block.items:
        yield item.term
        yield from _runs_of(item.blocks, lost)


_READERS: Mapping[type, Callable[[Any, Lost], Iterator[Inlines]]] = {
    Paragraph: _text,
    Heading: _text,
    Picture: _picture,
    CodeBlock: _code,
    List: _list,
    Table: _table,
    Quote: _inside,
    Callout: _inside,
    DefinitionList: _definitions,
}
