"""The Jinja environments of the page templates: one a language, over templates compiled once a process."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import CodeType

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from builder.render.words import Words, words
from builder.resources import templates


class Compiled(BytecodeCache):
    """The code of templates, which is the same in every language."""

    def __init__(self) -> None:
        self._codes: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key] = bucket.code


@cache
def _compiled() -> Compiled:
    return Compiled()


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
        optimized=False,  # nothing in our templates is worth the search for constants
        bytecode_cache=_compiled(),
    )
    env.globals["_"] = _speaker(words(language))
    return env


def _speaker(words: Words) -> Callable[..., Markup]:
    """What ``_("…")`` and ``_("… %(name)s", name=value)`` are in templates: words of the interface, values escaped."""

    @cache
    def spoken(message: str) -> Markup:
        return Markup(words.gettext(message))  # noqa: S704 - our own words

    def speak(message: str, **values: object) -> Markup:
        return spoken(message) % values if values else spoken(message)

    return speak
