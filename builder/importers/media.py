"""The pictures of an import: safe, unique names, types judged by their octets."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from urllib.parse import unquote, unquote_to_bytes

from lxml import etree

from builder.source.fmt.names import slug

LARGEST = 20_000_000
"""Octets of one picture."""

MOST = 2_000
"""Pictures of one import."""

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF87a", ".gif"),
    (b"GIF89a", ".gif"),
)
_DATA = re.compile(r"data:image/[a-z0-9.+-]+(?:;[a-z0-9=.-]+)*?(;base64)?,", re.IGNORECASE)


class Pictures:
    """Gathers the pictures of one import. What no browser shows is refused and noted in ``refused``."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}
        self._paths: dict[bytes, str] = {}
        self.refused: list[str] = []
        """The names of the files that were not taken."""

    @property
    def files(self) -> Mapping[str, bytes]:
        """The pictures by their path in the course, ``media/map.png``."""
        return MappingProxyType(self._files)

    def add(self, name: str, data: bytes) -> str | None:
        """The path under which ``data`` is kept, or None. ``name`` is what the other tool called the file, '' for
        nothing; the same octets are kept once."""
        if data in self._paths:
            return self._paths[data]
        suffix = suffix_of(data)
        if not suffix or len(data) > LARGEST or len(self._files) >= MOST:
            self.refused.append(name or "a picture without a name")
            return None
        stem = slug(PurePosixPath(unquote(name).replace("\\", "/")).stem) or "picture"
        path, number = f"media/{stem}{suffix}", 1
        while path in self._files:
            number += 1
            path = f"media/{stem}-{number}{suffix}"
        self._files[path] = data
        self._paths[data] = path
        return path

    def add_uri(self, source: str, name: str = "") -> str | None:
        """The same for a ``data:`` address; None for any other."""
        data = read_uri(source)
        return None if data is None else self.add(name, data)


def read_uri(source: str) -> bytes | None:
    """The octets in a ``data:`` address of a picture (RFC 2397), or None."""
    head = _DATA.match(source)
    if head is None or len(source) > 2 * LARGEST:
        return None
    body = source[head.end() :]
    if not head[1]:
        return unquote_to_bytes(body)
    try:
        return base64.b64decode(re.sub(r"\s+", "", unquote(body)), validate=True)
    except (binascii.Error, ValueError):
        return None


def suffix_of(data: bytes) -> str:
    """The suffix for a picture's octets; '' for what browsers do not show."""
    for beginning, suffix in _BEGINNINGS:
        if data.startswith(beginning):
            return suffix
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return ".webp"
    return ".svg" if b"<svg" in data[:4096] and _is_drawing(data) else ""


def _is_drawing(data: bytes) -> bool:
    """Whether ``data`` is an SVG file: well-formed, and without entities of its own."""
    if b"<!ENTITY" in data:
        return False
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return bool(etree.fromstring(data, parser).tag == "{http://www.w3.org/2000/svg}svg")
    except (etree.XMLSyntaxError, ValueError):
        return False
