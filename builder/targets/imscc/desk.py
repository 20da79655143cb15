"""The desk at which questions are rewritten: their texts as HTML for an item, and the words of the language."""

from __future__ import annotations

from builder.model.course import Course
from builder.model.text import Blocks, Inlines
from builder.render.words import Words, words
from builder.targets.fragments import Fragments
from builder.targets.imscc.plain import Plain

BASE = "$IMS-CC-FILEBASE$"
"""Stands for the folder of the file that names a picture. All our questions stand at the root, so that platforms which
take it for the root agree."""


class Desk(Fragments):
    """Writes what belongs to questions. Notes and sources stand in the text: an item has no end to put a list at."""

    __slots__ = ("plain", "words")

    def __init__(self, course: Course) -> None:
        super().__init__(course, lambda path: BASE + path)
        self.plain = Plain(course)
        self.words: Words = words(course.language)

    def t(self, word: str) -> str:
        """The interface word in the course's language."""
        return self.words.gettext(word)

    def html(self, blocks: Blocks) -> str:
        """Blocks as HTML; '' for none."""
        return super().html(self.plain.blocks(blocks))

    def inline(self, nodes: Inlines) -> str:
        """Inline nodes as HTML."""
        return super().inline(self.plain.inlines(nodes))

    def joined(self, *parts: str) -> str:
        """Pieces of HTML, each on its line, without the empty ones."""
        return "\n".join(part for part in parts if part)

    def strong(self, text: str) -> str:
        """A paragraph of HTML that is to be noticed; '' for ''."""
        return f"<p><strong>{text}</strong></p>" if text else ""
