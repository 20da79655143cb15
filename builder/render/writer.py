"""The writer of one page: RichText in, HTML out, and a memory of what the text referred to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jinja2 import Environment
from markupsafe import Markup

from builder.diagnostics import Diagnostic
from builder.model.course import Course
from builder.model.text import Blocks, Footnote, Gap, Inlines
from builder.render.block import tight_blocks, write_blocks
from builder.render.endmatter import write_notes, write_sources
from builder.render.environment import environment
from builder.render.inline import write_inlines
from builder.render.profile import Profile
from builder.render.words import Words, words

if TYPE_CHECKING:
    from builder.model.quiz import Quiz

GAP = "_____"
"""A gap as it is printed."""


class Writer:
    """Writes one page (or one fragment) under a profile.

    What is written is well-formed as XML too. The source list and the notes are asked for last:
    they hold what the text before them cited.
    """

    __slots__ = (
        "assets",
        "before",
        "borrowed",
        "cited",
        "course",
        "diagnostics",
        "footnotes",
        "gap",
        "level",
        "noted",
        "parts",
        "profile",
        "styles",
        "t",
        "terms",
        "words",
    )

    def __init__(self, course: Course, profile: Profile, footnotes: tuple[Footnote, ...] = ()) -> None:
        self.course = course
        self.profile = profile
        self.footnotes = footnotes
        """Those of the page, then those of the pages it borrows from."""
        self.before = 0
        """How many of them come before those of the page whose text is being written."""
        self.borrowed: dict[str, int] = {}
        """The same by the name of the page."""
        self.words: Words = words(profile.language)
        self.t: Callable[[str], str] = self.words.gettext
        """The interface word in the page's language."""
        self.gap: Callable[[Gap], str] = lambda _gap: GAP
        """How a gap is written; a question sets it while it writes its text."""
        self.level = 1
        """Of the last heading written; the page's title is 1."""
        self.cited: dict[str, int] = {}
        """Source id -> how often it was cited; its place in the order of insertion is its number."""
        self.noted: set[int] = set()
        self.assets: set[str] = set()
        self.terms: set[str] = set()
        self.styles: set[str] = set()
        """Parts of the theme that what was written needs: ``figures``, ``quiz``."""
        self.parts: set[str] = set()
        """Parts of the player that what was written needs: ``quiz``."""
        self.diagnostics: list[Diagnostic] = []

    @property
    def environment(self) -> Environment:
        """The templates, with the words of the page's language."""
        return environment(self.profile.language)

    def blocks(self, blocks: Blocks) -> Markup:
        """Blocks as HTML."""
        return Markup(write_blocks(self, blocks))  # noqa: S704 - write_blocks escapes

    def inlines(self, nodes: Inlines) -> Markup:
        """Inline nodes as HTML."""
        return Markup(write_inlines(self, nodes))  # noqa: S704 - write_inlines escapes

    def tight(self, blocks: Blocks) -> Markup:
        """Blocks as HTML, their paragraphs without ``p``."""
        return Markup(tight_blocks(self, blocks))  # noqa: S704 - tight_blocks escapes

    @contextmanager
    def borrowing(self, page: str, footnotes: tuple[Footnote, ...]) -> Iterator[None]:
        """Within, marks of footnotes mean ``footnotes``, those of another page; they are numbered after all others."""
        if page not in self.borrowed:
            self.borrowed[page] = len(self.footnotes)
            self.footnotes += footnotes
        own, self.before = self.before, self.borrowed[page]
        yield
        self.before = own

    def end(self) -> Markup:
        """The page's notes and sources; asked for when all else is written."""
        return Markup(write_notes(self) + write_sources(self))  # noqa: S704 - both escape

    def quiz(self, quiz: Quiz) -> Markup:
        """A quiz as HTML, whatever its role."""
        from builder.render.questions import quiz_html  # noqa: PLC0415 - most pages have no questions

        self.styles.add("quiz")
        self.parts.add("quiz")
        return quiz_html(quiz, self.course, self)
