"""What questions ask of the writer of RichText."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from jinja2 import Environment
from markupsafe import Markup

from builder.model.text import Blocks, Footnote, Inlines
from builder.render.profile import Profile


class Writer(Protocol):
    """Turns RichText into HTML under a profile, and holds the templates with their catalogue."""

    profile: Profile
    parts: set[str]
    """Parts of the player that what was written needs."""

    styles: set[str]
    """Parts of the theme that what was written needs."""

    t: Callable[[str], str]
    """The interface word in the page's language."""

    @property
    def environment(self) -> Environment:
        """The templates, with autoescape and gettext."""

    def blocks(self, blocks: Blocks) -> Markup: ...

    def borrowing(self, page: str, footnotes: tuple[Footnote, ...]) -> AbstractContextManager[None]: ...

    def tight(self, blocks: Blocks) -> Markup: ...

    def inlines(self, inlines: Inlines) -> Markup: ...
