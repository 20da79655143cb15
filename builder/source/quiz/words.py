"""Walking RichText: its nodes in reading order, and its plain words."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.text import (
    AnswerLines,
    Block,
    Blocks,
    Callout,
    Cell,
    Code,
    CodeBlock,
    DefinitionList,
    Element,
    Emphasis,
    Figure,
    Gap,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    Paragraph,
    Picture,
    Quote,
    Recording,
    Strong,
    Table,
    Text,
)
from builder.model.typed import normal


def walk(blocks: Blocks) -> Iterator[Block]:
    """Every block, those inside others after the one that holds them."""
    for block in blocks:
        yield block
        yield from walk(inside(block))


def inside(block: Block) -> Blocks:
    """The blocks directly inside a block."""
    match block:
        case Quote() | Callout():
            return block.blocks
        case List() | DefinitionList():
            return tuple(inner for item in block.items for inner in item.blocks)
        case Figure():
            return (block.body,)
        case Recording():
            return block.transcript
        case AnswerLines():
            return tuple(inner for line in block.lines for inner in line.feedback)
    return ()


def runs(block: Block) -> Iterator[Inlines]:
    """The runs of inline nodes that stand directly in a block."""
    match block:
        case Paragraph() | Heading():
            yield block.children
        case Table():
            yield from (cell.children for row in (block.head, *block.rows) for cell in row)
        case DefinitionList():
            yield from (item.term for item in block.items)
        case Figure():
            yield block.caption
        case Callout():
            yield block.title
        case Picture():
            yield (block.image,)


def flat(inlines: Inlines) -> Iterator[Inline]:
    """Every inline node, those inside others after the one that holds them."""
    for node in inlines:
        yield node
        if isinstance(node, Emphasis | Strong | Element | Link):
            yield from flat(node.children)


def gaps_of(blocks: Blocks) -> tuple[Gap, ...]:
    """The gaps in ``blocks``, in reading order."""
    return tuple(node for block in walk(blocks) for run in runs(block) for node in flat(run) if isinstance(node, Gap))


def plain(inlines: Inlines) -> str:
    """The words of a run; a picture counts by its alternative text and file."""
    return "".join(_word(node) for node in flat(inlines))


def plain_blocks(blocks: Blocks) -> str:
    """The words of ``blocks``, a line each."""
    return "\n".join(
        block.text if isinstance(block, CodeBlock) else "\n".join(plain(run) for run in runs(block))
        for block in walk(blocks)
    )


def key(words: str) -> str:
    """What two texts are compared by: blanks collapsed, capitals kept."""
    return normal(words, case=True)


def key_of(cell: Cell) -> str:
    """What two cells are compared by."""
    return key(plain(cell.children))


def _word(node: Inline) -> str:
    match node:
        case Text() | Code():
            return node.text
        case Image():
            return f"{node.alt} {node.source}"
        case LineBreak():
            return " "
    return ""
