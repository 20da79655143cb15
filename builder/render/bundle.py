"""The files all pages of a package share: the theme and the player, joined and made small."""

from __future__ import annotations

import json
import re
from functools import cache

import rcssmin  # type: ignore[import-untyped]
import rjsmin  # type: ignore[import-untyped]

from builder.archive import Entry
from builder.render.words import words
from builder.resources import templates

WORD = re.compile(r"""\bt\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
"""A literal in ``cw.t("…")``."""

SCRIPTS = (("core", "player"), ("panel", "panel"), ("quiz", "quiz"))
"""The folders of ``templates/player`` and the files they become."""


@cache
def shared_files(language: str, colour: str) -> tuple[Entry, ...]:
    """Everything under ``cw/`` in the words of ``language`` and the module's ``colour``."""
    return (
        Entry("cw/ping.txt", b"ok\n"),
        *(Entry(f"cw/{name}.js", script(part, language)) for part, name in SCRIPTS),
        Entry("cw/figures.css", style("theme", "figures.css")),
        Entry("cw/lists.css", style("theme", "lists.css")),
        Entry("cw/quiz.css", style("theme", "quiz.css")),
        Entry("cw/theme.css", style("theme/core", "*.css") + style("theme/colours", f"{colour}.css")),
    )


def style(folder: str, names: str) -> bytes:
    """The files of a folder of templates as one, without comments and blanks."""
    # An empty custom property needs its blank in older browsers, and the minifier takes it away.
    return str(rcssmin.cssmin(_joined(folder, names))).replace(":;", ": ;").encode()


def script(part: str, language: str) -> bytes:
    """Files of ``templates/player/PART`` as one function over ``cw``, after the words they use."""
    text = _joined(f"player/{part}", "*.js")
    body = rjsmin.jsmin(f"{_words(text, language)}\n{text}")
    return f'(function(cw){{"use strict";{body}\n}})(window.cw=window.cw||{{}});\n'.encode()


def spoken(text: str) -> list[str]:
    """The literals a script translates, sorted."""
    return sorted({_literal(found) for found in WORD.findall(text)})


def _words(text: str, language: str) -> str:
    known = {word: translated for word in spoken(text) if (translated := words(language).gettext(word)) != word}
    if not known:
        return "cw.words=cw.words||{};"
    return f"cw.words=Object.assign(cw.words||{{}},{json.dumps(known, ensure_ascii=False, separators=(',', ':'))});"


def _literal(quoted: str) -> str:
    inner = quoted[1:-1]
    if quoted[0] == "'":
        inner = inner.replace("\\'", "'").replace('"', '\\"')
    return str(json.loads(f'"{inner}"'))


def _joined(folder: str, names: str) -> str:
    files = sorted((templates() / folder).glob(names), key=lambda file: file.name)
    return "\n".join(file.read_text("utf-8") for file in files)
