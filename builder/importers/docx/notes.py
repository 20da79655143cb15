"""Footnotes of a document, which number through, as footnotes of pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from builder.importers.docx.convert import CLOSE, OPEN
from builder.model.text import (
    Block,
    Blocks,
    Callout,
    Cell,
    DefinitionList,
    Element,
    Emphasis,
    Footnote,
    FootnoteRef,
    Heading,
    Inline,
    Inlines,
    Link,
    List,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)

_MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
_Run = Callable[[Inlines], Inlines]


def marks_to_notes(blocks: Blocks) -> Blocks:
    """``blocks`` with the marks in their texts as nodes."""
    return mapped(blocks, lambda run: tuple(_parts(run)))


def without_marks(text: str) -> str:
    """A title without marks, which have no place there."""
    return _MARK.sub("", text).strip()


def _parts(run: Inlines) -> Iterator[Inline]:
    for node in run:
        if isinstance(node, Text):
            for place, part in enumerate(_MARK.split(node.text)):
                if place % 2:
                    yield FootnoteRef(int(part))
                elif part:
                    yield Text(part)
        elif isinstance(node, Emphasis | Strong | Element | Link):
            yield replace(node, children=tuple(_parts(node.children)))
        else:
            yield node


def mapped(blocks: Blocks, change: _Run) -> Blocks:
    """``blocks`` with every run of words changed."""
    return tuple(_mapped(block, change) for block in blocks)


def _mapped(block: Block, change: _Run) -> Block:
    match block:
        case Paragraph() | Heading():
            return replace(block, children=change(block.children))
        case Quote() | Callout():
            return replace(block, blocks=mapped(block.blocks, change))
        case List():
            return replace(block, items=tuple(replace(i, blocks=mapped(i.blocks, change)) for i in block.items))
        case DefinitionList():
            items = (replace(i, term=change(i.term), blocks=mapped(i.blocks, change)) for i in block.items)
            return replace(block, items=tuple(items))
        case Table():
            return replace(block, head=_row(block.head, change), rows=tuple(_row(row, change) for row in block.rows))
    return block


def _row(row: tuple[Cell, ...], change: _Run) -> tuple[Cell, ...]:
    return tuple(replace(cell, children=change(cell.children)) for cell in row)


class PageNotes:
    """Gives the notes of one page their numbers, in the order of their marks."""

    def __init__(self, notes: Mapping[int, Blocks]) -> None:
        self.notes = notes
        self.numbers: dict[int, int] = {}

    def run(self, run: Inlines) -> Inlines:
        """A run with marks that count from the page's first; one without a note is left out."""
        out: list[Inline] = []
        for node in run:
            if isinstance(node, FootnoteRef):
                if node.number in self.notes:
                    out.append(FootnoteRef(self.numbers.setdefault(node.number, len(self.numbers) + 1)))
            elif isinstance(node, Emphasis | Strong | Element | Link):
                out.append(replace(node, children=self.run(node.children)))
            else:
                out.append(node)
        return tuple(out)

    def blocks(self, blocks: Iterable[Block]) -> Blocks:
        """The blocks of the page with marks that count from its first."""
        return mapped(tuple(blocks), self.run)

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        return tuple(Footnote(str(own), self.notes[number]) for number, own in self.numbers.items())
