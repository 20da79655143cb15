"""What the readers of a page share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from builder.model.span import Span
from builder.source.markdown.place import Lines


@dataclass(slots=True)
class Context:
    """The page being read, and what was met on the way."""

    lines: Lines
    page: str
    """Its path relative to the language folder."""
    language: str
    """The language folder's name."""
    environment: dict[str, Any]
    """The parser's memory of the page: the definitions of link targets."""
    quiz: bool = False
    """The page is a quiz, a test or a bank."""
    asking: bool = False
    """Questions can stand here: in such a page, or in ``::: quiz``."""
    form: bool = False
    """The page is a survey or a collection, so that its headings ask something."""
    heading: bool = False
    """A heading is being read."""
    depth: int = 0
    """Levels of quotations, lists and fences around."""
    level: int = 1
    """Of the last heading; the page's title is 1."""
    marks: dict[str, Span] = field(default_factory=dict)
    """The first mark of each footnote, in order."""
    numbers: dict[str, int] = field(default_factory=dict)
    images: dict[str, None] = field(default_factory=dict)
    """Paths of the pictures and other media used, relative to the course folder."""
