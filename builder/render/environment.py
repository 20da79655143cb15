"""The Jinja environments of the page templates, one a language, made once a process."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from builder.render.words import words
from builder.resources import templates


@cache
def environment(language: str) -> Environment:
    """Templates of ``pages/`` by name, of other folders by path (``questions/single.html``), in a language's words.

    Names that are not given are errors, all values are escaped, and templates do not change while the process lives.
    """
    root = templates()
    env = Environment(
        loader=FileSystemLoader([root / "pages", root]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    env.install_gettext_translations(words(language), newstyle=True)  # type: ignore[attr-defined]
    return env
