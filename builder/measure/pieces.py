"""Text in pieces: what stands together in a paragraph, an item, a cell or a heading, as plain characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from builder.model.span import Span
from builder.model.text import (
    Block,
    Callout,
    Code,
    CodeBlock,
    DefinitionList,
    Element,
    Emphasis,
    Figure,
    Gap,
    Heading,
    Inlines,
    LineBreak,
    Link,
    List,
    Paragraph,
    Picture,
    Quote,
    Strong,
    Table,
    Text,
)

GLOSSARY = "glossary:"
"""What a link to a term begins with."""


class Kind(Enum):
    """How a piece is read."""

    PROSE = auto()
    """Sentences, whatever they end in."""
    ITEM = auto()
    """An item of a list, or a caption: a sentence where it ends like one."""
    LABEL = auto()
    """A heading, a cell: words and no sentence."""


class Piece(NamedTuple):
    """Characters that stand together; ``terms`` are the glossary entries they link to."""

    text: str
    kind: Kind
    span: Span
    terms: tuple[str, ...] = ()
    quoted: bool = False
    """Part of a block quotation."""


def pieces_of(blocks: Iterable[Block], kind: Kind = Kind.PROSE) -> Iterator[Piece]:
    """What a reader goes through from beginning to end, in order: no quizzes, transcripts or cards to choose from."""
    for block in blocks:
        yield from _pieces(block, kind)


def _pieces(block: Block, kind: Kind) -> Iterator[Piece]:  # noqa: C901, PLR0912 - one case a block
    match block:
        case Paragraph():
            yield piece_of(block.children, kind, block.span)
        case Heading():
            yield piece_of(block.children, Kind.LABEL, block.span)
        case List():
            for item in block.items:
                yield from pieces_of(item.blocks, Kind.ITEM)
        case Quote():
            yield from (one._replace(quoted=True) for one in pieces_of(block.blocks, kind))
        case Table():
            for row in (block.head, *block.rows):
                yield from (piece_of(cell.children, Kind.LABEL, cell.span) for cell in row)
        case Callout():
            yield piece_of(block.title, Kind.LABEL, block.span)
            yield from pieces_of(block.blocks)
        case Figure(kind="cards"):
            yield piece_of(block.caption, Kind.ITEM, block.span)
        case Figure():
            yield from _pieces(block.body, kind)
            yield piece_of(block.caption, Kind.ITEM, block.span)
        case DefinitionList():
            for entry in block.items:
                yield piece_of(entry.term, Kind.LABEL, block.span)
                yield from pieces_of(entry.blocks, Kind.ITEM)
        case Picture():
            yield Piece(block.image.title, Kind.ITEM, block.span)
        case CodeBlock():
            yield Piece(block.text, Kind.LABEL, block.span)


def piece_of(inlines: Inlines, kind: Kind, span: Span) -> Piece:
    """One run of text as a piece."""
    parts: list[str] = []
    terms: list[str] = []
    _write(inlines, parts, terms)
    return Piece("".join(parts), kind, span, tuple(terms))


def plain(inlines: Inlines) -> str:
    """The characters of ``inlines`` alone."""
    parts: list[str] = []
    _write(inlines, parts, [])
    return "".join(parts)


def _write(inlines: Inlines, parts: list[str], terms: list[str]) -> None:
    """Citations, notes and pictures leave nothing: they are looked at, not read."""
    for node in inlines:
        match node:
            case Text() | Code():
                parts.append(node.text)
            case Link():
                if node.target.startswith(GLOSSARY):
                    terms.append(node.target.removeprefix(GLOSSARY))
                _write(node.children, parts, terms)
            case Emphasis() | Strong() | Element():
                _write(node.children, parts, terms)
            case Gap(typed=False):
                parts.append(" / ".join(choice.text for choice in node.choices))
            case LineBreak():
                parts.append(" ")
