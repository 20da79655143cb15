"""The files all pages of a package share: the theme, and the player in the words of a language."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache

import rcssmin  # type: ignore[import-untyped]

from builder.archive import Entry
from builder.model.course import Course
from builder.render.config import compact
from builder.render.words import words
from builder.resources import templates

WORD = re.compile(r"""\bt\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
"""A literal in ``cw.t("…")``."""

PARTS = ("opinion", "budget", "quiz", "compare", "cards")
"""The parts of the player that pages ask for in ``data-parts``, in the order in which they are mounted."""

ALWAYS = ("mend", "panel")
"""The parts that any page may come to need."""

STYLES = ("lists", "panel", "text")
"""The parts of the theme that any package needs, on some pages or once something opens."""


def shared_files(
    course: Course, config: str, lms: str, parts: Collection[str] = (), styles: Collection[str] = ()
) -> list[Entry]:
    """Everything under ``cw/``: the theme in the course's colour and the player in its language, with the ``config`` of
    the course as JSON and the adapter for ``lms``; of their parts those that are asked for, and the one that has the
    name of the ``lms``, if there is one.
    """
    player = "player" if lms == "none" else f"player.{lms}"
    own = [lms] if (templates() / "player" / f"{lms}.min.js").is_file() else []
    return [
        Entry("cw/ping.txt", b"ok\n"),
        Entry("cw/player.js", script(player, course.language, config)),
        *(Entry(f"cw/{name}.js", script(name, course.language)) for name in sorted({*ALWAYS, *own, *parts})),
        *(Entry(f"cw/{name}.css", style("theme", f"{name}.css")) for name in sorted({*STYLES, *styles})),
        Entry("cw/theme.css", style("theme/core", "*.css") + style("theme/colours", f"{course.colour}.css")),
    ]


def telling(entries: Iterable[Entry], lms: str, more: Mapping[str, object]) -> list[Entry]:
    """``entries``, in which the part of the player that has the name of the ``lms`` begins with ``more`` about the
    course, which nothing needs before it.
    """
    told = f"Object.assign(cw.course,{compact(more)});".encode()
    return [Entry(path, told + data) if path == f"cw/{lms}.js" else Entry(path, data) for path, data in entries]


@cache
def style(folder: str, names: str) -> bytes:
    """The files of a folder of templates as one, without comments and blanks."""
    # An empty custom property needs its blank in older browsers, and the minifier takes it away.
    return str(rcssmin.cssmin(_joined(folder, names))).replace(":;", ": ;").encode()


@cache
def script(name: str, language: str, config: str = "") -> bytes:
    """``templates/player/NAME.min.js`` after the words its sources use; with ``config``, the player's first script,
    which makes the shared object.
    """
    used, small = _script(name, language)
    head = f"window.cw={{course:{config},words:{used}}};" if config else f"Object.assign(cw.words,{used});"
    return f"{head}\n{small}".encode()


@cache
def _script(name: str, language: str) -> tuple[str, str]:
    """The words a script uses, as JSON, and the script: the same in all packages."""
    part, _, lms = name.partition(".")
    text = (
        _joined("player/core", "*.js") + _joined("player/lms", f"*-{lms}.js")
        if part == "player"
        else _joined(f"player/{part}", "*.js")
    )
    return _words(text, language), (templates() / "player" / f"{name}.min.js").read_text("utf-8")


def spoken(text: str) -> list[str]:
    """The literals a script translates, sorted."""
    return sorted({_literal(found) for found in WORD.findall(text)})


def _words(text: str, language: str) -> str:
    known = {word: translated for word in spoken(text) if (translated := words(language).gettext(word)) != word}
    return compact(known)


def _literal(quoted: str) -> str:
    inner = quoted[1:-1]
    if quoted[0] == "'":
        inner = inner.replace("\\'", "'").replace('"', '\\"')
    return str(json.loads(f'"{inner}"'))


def _joined(folder: str, names: str) -> str:
    files = sorted((templates() / folder).glob(names), key=lambda file: file.name)
    return "\n".join(file.read_text("utf-8") for file in files)
