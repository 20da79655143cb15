"""Where the files that are not code live: page templates, theme, player, interface words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKED = "_templates"
"""The folder's name inside the installed package; in a checkout it is ``templates`` beside the package."""


@cache
def templates() -> Path:
    """The folder of templates, of the installed package or of the checkout."""
    package = Path(__file__).resolve().parent
    packed = package / PACKED
    return packed if packed.is_dir() else package.parent / "templates"
