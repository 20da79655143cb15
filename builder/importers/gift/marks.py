"""The signs of GIFT: what a backslash makes part of a text, and in which format a text is."""

from __future__ import annotations

import html as html_module
import re

from builder.importers.bank.forms import as_html
from builder.importers.bank.item import Rich

_PLACES = {sign: chr(0xF700 + place) for place, sign in enumerate("\\~=#{}:\n")}
"""Private signs that stand for escaped ones while a question is taken apart."""

_BACK = str.maketrans({place: sign for sign, place in _PLACES.items()})
_ESCAPE = re.compile(r"\\([\\~=#{}:n])")
_OWN = re.compile("[\uf700-\uf707\uf8f0\uf8f1]")
_FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]")
_NAMES = {"html": "html", "moodle": "moodle_auto_format", "plain": "plain_text", "markdown": "markdown"}


def sealed(text: str) -> str:
    """``text`` with private signs for those behind a backslash."""
    return _ESCAPE.sub(lambda match: _PLACES["\n" if match[1] == "n" else match[1]], _OWN.sub("", text))


def plain_of(text: str) -> str:
    """Plain text, as it was meant."""
    return text.translate(_BACK).strip()


def named_of(text: str) -> str:
    """A name or a value of a list, whose references Moodle shows as signs."""
    return html_module.unescape(plain_of(text))


def rich_of(text: str, form: str = "") -> tuple[Rich, str]:
    """A text in HTML, and its format for the texts that name none: its own, or the one given."""
    text = text.strip()
    if match := _FORMAT.match(text):
        form, text = _NAMES[match[1]], text[match.end() :]
    return Rich(as_html(text.translate(_BACK).strip(), form or "moodle_auto_format")), form


def parted(text: str, form: str) -> tuple[Rich, Rich]:
    """An answer and what is said to it, which follows the first ``#``."""
    body, _, said = text.partition("#")
    return rich_of(body, form)[0], rich_of(said, form)[0]
