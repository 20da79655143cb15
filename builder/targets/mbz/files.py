"""The files of a backup: each once by the sum of its bytes, and a record for each place where it is used."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from hashlib import sha1
from typing import NamedTuple

from builder.archive import Entry
from builder.targets.mbz.xml import Element, Value, branch, record


class Area(NamedTuple):
    """Where Moodle keeps files: the old id of a context, a component, a file area, an item in it."""

    context: int
    component: str
    name: str
    item: int = 0


_TYPES = {
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".js": "text/javascript",
    ".json": "application/json",
    ".vtt": "text/vtt",
    ".md": "text/markdown",
    ".csv": "text/csv",
}
"""Types that machines do not agree about."""


class Files:
    """Collects files; ``records`` is ``files.xml`` (``backup_final_files_structure_step``)."""

    __slots__ = ("_blobs", "_records")

    def __init__(self) -> None:
        self._blobs: dict[str, bytes] = {}
        self._records: dict[tuple[Area, str, str], tuple[int, Element]] = {}

    def add(self, area: Area, path: str, data: bytes) -> int:
        """Put a file in its place; ``path`` is relative to the area (``sub/map.svg``). Its number in the backup."""
        folder, _, name = path.rpartition("/")
        where = f"/{folder}/" if folder else "/"
        key = (area, where, name)
        if key in self._records:
            return self._records[key][0]
        digest = sha1(data, usedforsecurity=False).hexdigest()
        self._blobs[digest] = data
        number = len(self._records) + 1
        fields: dict[str, Value] = {
            "contenthash": digest,
            "contextid": area.context,
            "component": area.component,
            "filearea": area.name,
            "itemid": area.item,
            "filepath": where,
            "filename": name,
            "userid": None,
            "filesize": len(data),
            "mimetype": type_of(name),
            "status": 0,
            "timecreated": 0,
            "timemodified": 0,
            "source": None,
            "author": None,
            "license": None,
            "sortorder": 0,
            "repositorytype": None,
            "repositoryid": None,
            "reference": None,
        }
        self._records[key] = (number, record("file", number, fields))
        return number

    def main(self, number: int) -> None:
        """Let the file ``number`` be the one that its area opens."""
        for each, element in self._records.values():
            if each == number:
                element.find("sortorder").text = "1"  # type: ignore[union-attr]

    def listing(self) -> Element:
        """The root of ``files.xml``."""
        return branch("files", [element for _, element in self._records.values()])

    def entries(self) -> Iterator[Entry]:
        """The files themselves."""
        for digest, data in self._blobs.items():
            yield Entry(f"files/{digest[:2]}/{digest}", data)


def type_of(name: str) -> str:
    """The media type of a file by its name, the same on every machine."""
    suffix = f".{name.rpartition('.')[2].lower()}"
    return _TYPES.get(suffix) or _FIXED.get(suffix, "application/octet-stream")


_FIXED = mimetypes.MimeTypes(filenames=()).types_map[True]
"""The table of the standard library, not that of the machine."""
