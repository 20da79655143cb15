"""The files all pages of a package share: the theme and the player, joined and made small."""

from __future__ import annotations

import json
import re
from functools import cache

import rcssmin
import rjsmin

from builder.archive import Entry
from builder.render.words import words
from builder.resources import templates

WORD = re.compile(r"""\bt\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
"""A literal in ``cw.t("…")``."""

QUIZ_THEME = "quiz.css"


@cache
def shared_files(language: str) -> tuple[Entry, ...]:
    """Everything under ``cw/`` in the words of ``language``."""
    return (
        Entry("cw/ping.txt", b"ok\n"),
        Entry("cw/player.js", script("core", language)),
        Entry("cw/quiz.css", style((QUIZ_THEME,))),
        Entry("cw/quiz.js", script("quiz", language)),
        Entry("cw/theme.css", style(tuple(sorted(set(_names("theme", "css")) - {QUIZ_THEME})))),
    )


def style(names: tuple[str, ...]) -> bytes:
    """Files of ``templates/theme`` as one, without comments and blanks."""
    text = "\n".join((templates() / "theme" / name).read_text("utf-8") for name in names if name in _names("theme", "css"))
    # An empty custom property needs its blank in older browsers, and the minifier takes it away.
    return str(rcssmin.cssmin(text)).replace(":;", ": ;").encode()


def script(part: str, language: str) -> bytes:
    """Files of ``templates/player/PART`` as one function over ``cw``, after the words they use."""
    folder = f"player/{part}"
    text = "\n".join((templates() / folder / name).read_text("utf-8") for name in _names(folder, "js"))
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


def _names(folder: str, suffix: str) -> list[str]:
    return sorted(file.name for file in (templates() / folder).glob(f"*.{suffix}"))
