"""Blocks as Markdown, each as lines without their ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from builder.importers.write_inline import Kind, Sheet, write_run
from builder.model.text import (
    Block,
    Blocks,
    Callout,
    Cell,
    CodeBlock,
    DefinitionList,
    Figure,
    Footnote,
    Heading,
    List,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Recording,
    Rule,
    Table,
)

Lines: TypeAlias = list[str]

_FENCED = re.compile(r"(:{3,})")
_DASHES = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}
_BULLETS = "-*"
_MARKS = ".)"


def write_blocks(blocks: Sequence[Block], sheet: Sheet) -> Lines:
    """``blocks`` with an empty line between them."""
    return joined(_each(blocks, sheet))


def _each(blocks: Sequence[Block], sheet: Sheet) -> list[Lines]:
    """The lines of each block; a list gets a sign that parts it from the list above it."""
    out: list[Lines] = []
    turn = 0
    last: Block | None = None
    for block in blocks:
        if isinstance(block, List):
            turn = 1 - turn if isinstance(last, List) and last.ordered == block.ordered else 0
            out.append(write_list(block, sheet, turn))
        else:
            out.append(_WRITERS[type(block)](block, sheet))
        last = block
    return out


def joined(parts: Iterable[Lines]) -> Lines:
    """``parts`` with an empty line between them; empty ones are left out."""
    out: Lines = []
    for lines in parts:
        if lines:
            out += [*([""] if out else []), *lines]
    return out


def indented(lines: Lines, indent: str) -> Lines:
    """``lines`` further in, empty ones as they are."""
    return [f"{indent}{line}" if line else line for line in lines]


def quoted(lines: Lines) -> Lines:
    """``lines`` as a quotation."""
    return [f"> {line}" if line else ">" for line in lines]


def write_attributes(id: str, classes: Sequence[str], pairs: Mapping[str, str]) -> str:
    """``{#id .class key=value}``; '' for none."""
    words = [*([f"#{id}"] if id else []), *(f".{name}" for name in classes)]
    for key, value in pairs.items():
        plain = re.fullmatch(r"[\w.-]+", value)
        words.append(
            key if not value else f"{key}={value}" if plain else '{}="{}"'.format(key, value.replace('"', "'"))
        )
    return f"{{{' '.join(words)}}}" if words else ""


def write_heading(block: Heading, sheet: Sheet) -> Lines:
    """A heading with its attributes."""
    attributes = write_attributes(block.id, block.classes, block.attributes)
    return [" ".join(filter(None, ("#" * block.level, write_run(block.children, sheet, Kind.TITLE), attributes)))]


def write_fence(opening: str, inside: Lines) -> Lines:
    """A fence around ``inside``, longer than all fences in it."""
    longest = max((len(run) for line in inside for run in _FENCED.findall(line)), default=2)
    colons = ":" * (longest + 1)
    return [f"{colons} {opening}".rstrip(), "", *inside, "", colons]


def write_list(block: List, sheet: Sheet, turn: int = 0) -> Lines:
    """A list; ``turn`` chooses between the two signs of its kind."""
    items = [write_item(_sign(block, number, turn), item, sheet, tight=block.tight)
             for number, item in enumerate(block.items, block.start)]  # fmt: skip
    return [line for item in items for line in item] if _is_close(block) else joined(items)


def _sign(block: List, number: int, turn: int) -> str:
    return f"{number}{_MARKS[turn]} " if block.ordered else f"{_BULLETS[turn]} "


def _is_close(block: List) -> bool:
    """Whether the list is written without empty lines: it says so, and an item begins with a text to show it by."""
    return block.tight and any(_begins_with_text(item) for item in block.items)


def _begins_with_text(item: ListItem) -> bool:
    return bool(item.blocks) and isinstance(item.blocks[0], Paragraph | Picture)


def write_item(sign: str, item: ListItem, sheet: Sheet, *, tight: bool) -> Lines:
    """An item behind its sign, with its box if it has one."""
    parts = _each(item.blocks, sheet)
    if item.checked is not None:
        box = "[x]" if item.checked else "[ ]"
        if _begins_with_text(item):
            parts[0] = [f"{box} {parts[0][0]}", *parts[0][1:]]
        else:
            parts.insert(0, [box])
    elif item.blocks and isinstance(item.blocks[0], CodeBlock):
        # Behind a sign, the reader of fences would take the end of the code for its beginning.
        parts[0].insert(0, "")
    lines = [line for part in parts for line in part] if tight and _begins_with_text(item) else joined(parts)
    first, *rest = lines or [""]
    return [f"{sign}{first}" if first else sign.rstrip(), *indented(rest, " " * len(sign))]


def write_table(head: Sequence[str], rows: Iterable[Sequence[str]], align: Sequence[str] = ()) -> Lines:
    """A table of cells that are Markdown."""
    dashes = [_DASHES[side] for side in align] or ["---"] * len(head)
    written = [f"|{'|'.join(f' {cell} ' if cell else ' ' for cell in line)}|" for line in (head, *rows)]
    return [written[0], f"|{'|'.join(dashes)}|", *written[1:]]


def write_footnote(note: Footnote, sheet: Sheet) -> Lines:
    """A footnote at the foot of a page."""
    first, *rest = write_blocks(note.blocks, sheet) or [""]
    return [f"[^{note.label}]: {first}", *indented(rest, "    ")]


def _paragraph(block: Paragraph, sheet: Sheet) -> Lines:
    return write_run(block.children, sheet).split("\n")


def _quote(block: Quote, sheet: Sheet) -> Lines:
    return quoted(write_blocks(block.blocks, sheet))


def _code(block: CodeBlock, _sheet: Sheet) -> Lines:
    longest = max((len(run) for run in re.findall(r"^[ \t]*(`{3,})", block.text, re.MULTILINE)), default=2)
    ticks = "`" * (longest + 1)
    text = block.text.removesuffix("\n")
    return [f"{ticks}{block.language}", *(text.split("\n") if block.text else []), ticks]


def _table(block: Table, sheet: Sheet) -> Lines:
    return write_table(_cells(block.head, sheet), (_cells(row, sheet) for row in block.rows), block.align)


def _cells(row: Sequence[Cell], sheet: Sheet) -> list[str]:
    return [write_run(cell.children, sheet, Kind.CELL) for cell in row]


def _definitions(block: DefinitionList, sheet: Sheet) -> Lines:
    return joined(_definition(write_run(item.term, sheet, Kind.TERM), item.blocks, sheet) for item in block.items)


def _definition(term: str, blocks: Blocks, sheet: Sheet) -> Lines:
    first, *rest = write_blocks(blocks, sheet) or [""]
    return [term, f": {first}", *indented(rest, "  ")]


def _rule(_block: Rule, _sheet: Sheet) -> Lines:
    return ["___"]


def _picture(block: Picture, sheet: Sheet) -> Lines:
    return [write_run((block.image,), sheet, Kind.TERM)]


def _callout(block: Callout, sheet: Sheet) -> Lines:
    title = write_run(block.title, sheet, Kind.TITLE)
    return write_fence(f"{block.kind} {title}".rstrip(), write_blocks(block.blocks, sheet))


def _figure(block: Figure, sheet: Sheet) -> Lines:
    body = _each((block.body,), sheet)
    caption = [write_run(block.caption, sheet).split("\n")] if block.caption else []
    attributes = write_attributes("", (), block.attributes)
    return write_fence(f"{block.kind} {attributes}".rstrip(), joined([*body, *caption]))


def _recording(block: Recording, sheet: Sheet) -> Lines:
    pairs = {"title": block.title} if block.title else {}
    for track in block.tracks:
        own = track.language == sheet.language
        pairs["captions" if own else f"captions-{track.language}"] = track.source
    pairs |= {"poster": block.poster} if block.poster else {}
    pairs |= {"minutes": str(block.minutes)} if block.minutes else {}
    attributes = write_attributes("", (), pairs)
    return write_fence(f"{block.kind} {block.source} {attributes}".rstrip(), write_blocks(block.transcript, sheet))


_WRITERS: Mapping[type, Callable[[Any, Sheet], Lines]] = {
    Paragraph: _paragraph,
    Heading: write_heading,
    Quote: _quote,
    CodeBlock: _code,
    Table: _table,
    DefinitionList: _definitions,
    Rule: _rule,
    Picture: _picture,
    Callout: _callout,
    Figure: _figure,
    Recording: _recording,
}
