"""What a learner can keep on the device: the list of each lesson's files, and the script that answers from them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator

from builder.archive import Entry
from builder.render.numbers import numbers
from builder.render.page import Shell
from builder.resources import templates

NEVER = frozenset({"cw/ping.txt"})
"""Read to learn whether the line is up."""

NEEDED = re.compile(rb'"(media/[^":#?]+)"')

MEGABYTE = 1_000_000


def keep_files(shell: Shell, entries: Iterable[Entry]) -> list[Entry]:
    """``cw/keep.json`` and ``keep.js`` for a package of ``entries`` (docs/reference/player.md, "Kept lessons")."""
    files = {entry.path: entry.data for entry in entries if entry.path not in NEVER}
    own = [place.file for place in shell.places]
    lessons = [
        sorted({path for place in shell.places if place.lesson is lesson for path in _needed(files, place.file)})
        for lesson in shell.package.lessons
    ]
    media = {path for path in files if path.startswith("media/")}
    common = sorted(files.keys() - {*own} - media)
    common_size = sum(len(files[path]) for path in common)
    release = f"{shell.package.course.release}-{_digest(files)}"
    course = f"cw|{shell.package.id}|{shell.package.course.language}|"
    sized = [
        [_megabytes(shell, common_size + sum(len(files[path]) for path in paths)), lesson.id, *paths]
        for lesson, paths in zip(shell.package.lessons, lessons, strict=True)
    ]
    lists = [course, f"{release}|", [*common, "cw/keep.json"], *sized]
    script = (templates() / "player" / "keep.min.js").read_bytes()
    return [
        Entry("cw/keep.json", json.dumps(lists, ensure_ascii=False, separators=(",", ":")).encode()),
        # A service worker has no window, which all scripts of the player are given.
        Entry("keep.js", b"self.window=self;" + script),
    ]


def _needed(files: dict[str, bytes], page: str) -> Iterator[str]:
    """A page and the media it shows."""
    yield page
    yield from (path for path in map(bytes.decode, NEEDED.findall(files[page])) if path in files)


def _digest(files: dict[str, bytes]) -> str:
    """Eight digits that change with any file."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path}\0{hashlib.sha256(files[path]).hexdigest()}\0".encode())
    return digest.hexdigest()[:8]


def _megabytes(shell: Shell, size: int) -> str:
    """A size in megabytes with one decimal, at least 0.1."""
    return f"{max(size / MEGABYTE, 0.1):.1f}".replace(".", numbers(shell.package.course.language).decimal)
