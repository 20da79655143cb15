"""The chapters of a book."""

from __future__ import annotations

from builder.diagnostics import Diagnostic
from builder.diagnostics.activity_codes import CHAPTER_ORDER
from builder.model.activity import Chapter
from builder.model.text import Block, Blocks, Heading

_CHAPTER, _PART = 2, 3
"""Levels of the headings that open chapters and their parts; deeper ones belong to the text."""


def read_chapters(blocks: Blocks, found: list[Diagnostic]) -> tuple[Blocks, tuple[Chapter, ...]]:
    """What stands before the first chapter, and the chapters."""
    before: list[Block] = []
    opened: list[tuple[Heading, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level in (_CHAPTER, _PART):
            if not opened and block.level == _PART:
                found.append(CHAPTER_ORDER.at(block.span))
            opened.append((block, []))
        else:
            (opened[-1][1] if opened else before).append(block)
    chapters = (Chapter(head.children, tuple(under), head.level == _PART, head.id) for head, under in opened)
    return tuple(before), tuple(chapters)
