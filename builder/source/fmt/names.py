"""Readable ids made from titles, unique in a course."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256

LENGTH = 40
"""Characters of an id at most, its number not counted."""

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"}
)
_ELISION = re.compile(r"(?<=\w)['\u2019](?=s\b|t\b)")
_WRITTEN = re.compile(r"\{[^{}\n]*?#([\w-]+)|^id:[ \t]*[\"']?([\w.-]+)", re.MULTILINE)


def slug(text: str) -> str:
    """``text`` in lower-case ASCII letters, digits and hyphens; '' when most of its letters have no such form."""
    folded = unicodedata.normalize("NFKD", _ELISION.sub("", text.lower()).translate(_LETTERS))
    folded = "".join(sign for sign in folded if not unicodedata.combining(sign))
    letters = [sign for sign in folded if sign.isalpha()]
    if sum(sign.isascii() for sign in letters) * 2 < len(letters):
        return ""
    words = re.findall(r"[a-z0-9]+", folded)
    made = ""
    for word in words:
        if len(made) + len(word) >= LENGTH:
            break
        made = f"{made}-{word}" if made else word
    return made or "".join(words)[:LENGTH]


class Names:
    """The ids of a course, in all languages. Two ids whose saved keys would be equal count as the same."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._last: dict[str, int] = {}
        self._keys = {_key(name) for text in texts for name in written_ids(text)}

    def make(self, sign: str, *stems: str) -> str:
        """A new id that begins with ``sign`` and goes on with the first stem that is not ''."""
        stem = next((each for each in stems if each), "1")
        base = stem if stem.startswith(sign) else sign + stem
        number = self._last.get(base, 1)
        name = base if number == 1 else f"{base}-{number}"
        while _key(name) in self._keys:
            number += 1
            name = f"{base}-{number}"
        self._last[base] = number
        self._keys.add(_key(name))
        return name


def written_ids(text: str) -> list[str]:
    """All that looks like a written id in a page or YAML file."""
    return [first or second for first, second in _WRITTEN.findall(text)]


def _key(name: str) -> bytes:
    """The key that saved states use (docs/reference/state.md)."""
    return sha256(name.encode()).digest()[:3]
