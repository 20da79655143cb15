"""What one use of the HTML allows: a page of our own, a question in an LMS, a print edition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

EVERYTHING = frozenset({"abbr", "details", "figure", "section", "svg", "video"})
"""The elements that not every reader of HTML takes; all others are always written. ``video`` means audio, too."""


def no_page(target: str) -> str | None:
    """The resolver of a use that has no other pages: every link of ours becomes its text."""
    del target
    return None


@dataclass(frozen=True, slots=True)
class Profile:
    """How RichText is written. Two equal profiles give the same HTML for the same node."""

    language: str = "en"
    """Of the interface words and numbers (BCP 47)."""
    link: Callable[[str], str | None] = no_page
    """From a link's target inside the course (``builder.model.text.Link``) to an href; None where it leads nowhere."""
    file: Callable[[str], str] = str
    """From a picture's path (``media/map.svg``) to its address."""
    elements: frozenset[str] = EVERYTHING
    """Which of EVERYTHING may be used; what is missing is written with ``div``, ``span`` or left to its text."""
    themed: bool = True
    """The theme is at hand: figures are drawn, wide tables scroll, hints for screen readers stay unseen.
    False writes plain tables and lists."""
    numbered: bool = True
    """Citations are numbers that lead to the list at the page's end; False writes source and year in the text."""

    def element(self, name: str, instead: str = "div") -> str:
        """``name`` if it may be used, else ``instead``."""
        return name if name in self.elements else instead
