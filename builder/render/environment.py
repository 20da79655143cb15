"""The Jinja environments of the page templates: one a language, over templates compiled once a process."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from markupsafe import Markup

from builder.render.words import Words, words
from builder.resources import templates

MARK = "\x02"
"""Stands around words in a compiled template. No text of a course holds it: sources are read without controls."""
CALL = re.compile(r'\{\{ _\("([^"\\]+)"\) \}\}')
"""Words without values, as templates say them."""
MARKED = re.compile(f"{MARK}([^{MARK}]+){MARK}")


class Sources(FileSystemLoader):
    """Templates in which words without values are text, marked: most of a template's calls are such words, and
    compiling them was most of a template's time."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, file, current = super().get_source(environment, template)
        return CALL.sub(rf"{MARK}\1{MARK}", source), file, current


class Spoken(Template):
    """A template that puts in the words of its environment's language once it is set."""

    def render(self, *given: Any, **values: Any) -> str:
        speak: Callable[[str], str] = self.environment.globals["_"]  # type: ignore[assignment]
        return MARKED.sub(lambda found: speak(found[1]), super().render(*given, **values))


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
        loader=Sources([root / "pages", root]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        optimized=False,  # nothing in our templates is worth the search for constants
        bytecode_cache=_compiled(),
    )
    env.template_class = Spoken
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
