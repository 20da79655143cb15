"""Activities of a programme that are no courses: what stands around them on a platform.

Each is a Markdown file of the folder ``activities``; ``Activity.page`` is that file read as a page, so that links,
pictures, citations and translations are checked as those of courses are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from builder.model.course import Page
from builder.model.form import Item
from builder.model.text import Blocks, Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What all activities have in common."""

    kind: ClassVar[str] = ""

    page: Page
    """Its id, title, place and text; of kinds that ask, what stands before the first question."""

    @property
    def id(self) -> str:
        return self.page.id

    @property
    def title(self) -> str:
        return self.page.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Placed):
    """A page to read (``kind: page``)."""

    kind: ClassVar[str] = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label(Placed):
    """A text that stands among the activities themselves."""

    kind: ClassVar[str] = "label"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a book: opened by a heading of level 2, or of level 3 where it is a part of the one before."""

    title: Inlines
    blocks: Blocks
    sub: bool
    id: str = ""
    """What a link names after ``#``; '' when the author wrote none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book(Placed):
    """Pages to read in order, with contents of their own. ``page.blocks`` stand before the first chapter."""

    kind: ClassVar[str] = "book"
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey(Placed):
    """Questions without right answers (``kind: survey``)."""

    kind: ClassVar[str] = "survey"
    items: tuple[Item, ...]
    anonymous: bool = False
    """Answers carry no names."""
    again: bool = False
    """May be answered again and again; the latest counts."""
    thanks: str = ""
    """What is said after sending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection(Placed):
    """A table that learners fill, an entry at a time (``kind: collection``)."""

    kind: ClassVar[str] = "collection"
    items: tuple[Item, ...]
    shared: bool = False
    """Learners see each other's entries; else their own, until a teacher approves them."""
    entries: int = 0
    """The most entries a learner may make; 0 for any number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum(Placed):
    """A place to talk; the text opens it. ``single`` has one thread, else learners open their own."""

    kind: ClassVar[str] = "forum"
    single: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll(Placed):
    """One question with options, whose results learners see (``kind: poll``)."""

    kind: ClassVar[str] = "poll"
    options: tuple[Inlines, ...]
    limit: int = 0
    """The most learners that may choose an option; 0 for any number."""
    several: bool = False
    results: str = "after"
    """When learners see the results: ``never``, ``after`` their own answer, or ``always``. Names are never shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address(Placed):
    """A link to elsewhere (``kind: url``)."""

    kind: ClassVar[str] = "url"
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Download(Placed):
    """Files to take away (``kind: file`` for one, ``kind: folder`` for several), paths in ``activities/media``."""

    kind: ClassVar[str] = "files"
    files: tuple[str, ...]
    """As in ``Course.assets``: ``media/note.pdf``."""
    folder: bool = False
    print: tuple[str, ...] = ()
    """Folders of courses whose hand-outs are put in, made by the ``pdf`` target where it can be built."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Placed):
    """Work to hand in (``kind: assignment``)."""

    kind: ClassVar[str] = "assignment"
    files: int = 1
    """The most files; 0 for none."""
    types: tuple[str, ...] = ()
    """Suffixes with a dot; () for any."""
    text: bool = True
    """A text can be handed in, too."""
    due: int | None = None
    """Seconds from the start of the course; None for no date."""
    points: int = 100
    """0 is not graded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Placed):
    """The programme's glossary, or a course's (``kind: glossary``)."""

    kind: ClassVar[str] = "glossary"


Activity: TypeAlias = Text | Label | Book | Survey | Collection | Forum | Poll | Address | Download | Assignment | Words
