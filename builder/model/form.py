"""A form: what a survey asks, and what an entry of a collection holds."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from builder.model.span import Span
from builder.model.text import Blocks, Inlines

KINDS = ("one", "several", "menu", "rating", "rank", "number", "line", "text", "date", "link", "file", "note")
"""What an item asks for: one of its options, several, one from a list that opens, one on a scale of values, the first
few in an order of one's own, a number, a line, a longer text, a day, an address, a file; a ``note`` asks nothing."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One option. ``value`` is what a scale counts it as; None where options do not count."""

    text: Inlines
    span: Span
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class When:
    """Ask only who chose an option of an earlier item; ``option`` counts from 1."""

    item: str
    option: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question of a form, or one field of an entry."""

    id: str
    """Unique in its form, for ever: answers are exported under it; '' only before ``fmt``."""
    kind: str
    title: Inlines
    """The heading."""
    help: Blocks
    """What stands between the heading and the answer."""
    span: Span
    options: tuple[Choice, ...] = ()
    required: bool = False
    least: Decimal | None = None
    most: Decimal | None = None
    """Bounds of a number; None does not bind."""
    max: int = 255
    """Longest line, in characters."""
    lines: int = 5
    """Height of a longer text."""
    top: int = 3
    """How many places a ranking has."""
    when: When | None = None
    page: int = 1
    """The page of the form it stands on; a thematic break begins the next."""
