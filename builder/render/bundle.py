"""The files all pages of a package share: the theme, and the player in the words of a language."""

from __future__ import annotations

import json
import re
from functools import cache

import rcssmin  # type: ignore[import-untyped]

from builder.archive import Entry
from builder.render.words import words
from builder.resources import templates

WORD = re.compile(r"""\bt\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
"""A literal in ``cw.t("…")``."""

SCRIPTS = (("core", "player"), ("panel", "panel"), ("quiz", "quiz"))
"""The folders of ``templates/player`` and the files they become; the first is loaded by every page."""

STYLES = ("figures", "lists", "panel", "quiz")
"""The parts of the theme that only some pages need, or that are needed once something opens."""


def shared_files(language: str, colour: str, config: str) -> list[Entry]:
    """Everything under ``cw/``: the words of ``language``, the module's ``colour``, the course's ``config`` as JSON."""
    player, *others = SCRIPTS
    return [
        Entry("cw/ping.txt", b"ok\n"),
        Entry("cw/player.js", script(*player, language, config)),
        *(Entry(f"cw/{name}.js", script(part, name, language)) for part, name in others),
        *(Entry(f"cw/{name}.css", style("theme", f"{name}.css")) for name in STYLES),
        Entry("cw/theme.css", style("theme/core", "*.css") + style("theme/colours", f"{colour}.css")),
    ]


@cache
def style(folder: str, names: str) -> bytes:
    """The files of a folder of templates as one, without comments and blanks."""
    # An empty custom property needs its blank in older browsers, and the minifier takes it away.
    return str(rcssmin.cssmin(_joined(folder, names))).replace(":;", ": ;").encode()


@cache
def script(part: str, name: str, language: str, config: str = "") -> bytes:
    """``templates/player/NAME.min.js`` after the words that its sources in ``PART`` use; with ``config``, the player's
    first script, which makes the shared object.
    """
    used, small = _script(part, name, language)
    head = f"window.cw={{course:{config},words:{used}}};" if config else f"Object.assign(cw.words,{used});"
    return f"{head}\n{small}".encode()


@cache
def _script(part: str, name: str, language: str) -> tuple[str, str]:
    """The words a script uses, as JSON, and the script: the same in all packages."""
    used = _words(_joined(f"player/{part}", "*.js"), language)
    return used, (templates() / "player" / f"{name}.min.js").read_text("utf-8")


def spoken(text: str) -> list[str]:
    """The literals a script translates, sorted."""
    return sorted({_literal(found) for found in WORD.findall(text)})


def _words(text: str, language: str) -> str:
    known = {word: translated for word in spoken(text) if (translated := words(language).gettext(word)) != word}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def _literal(quoted: str) -> str:
    inner = quoted[1:-1]
    if quoted[0] == "'":
        inner = inner.replace("\\'", "'").replace('"', '\\"')
    return str(json.loads(f'"{inner}"'))


def _joined(folder: str, names: str) -> str:
    files = sorted((templates() / folder).glob(names), key=lambda file: file.name)
    return "\n".join(file.read_text("utf-8") for file in files)
