"""The only writer of packages: sorted, with fixed dates and modes, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold: nothing in a package comes from the clock."""

STORED = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".mp3", ".mp4", ".webm", ".ogg", ".m4a", ".zip")
"""Suffixes of files that are compressed already."""


class Entry(NamedTuple):
    """A file of a package; ``path`` is relative, with forward slashes."""

    path: str
    data: bytes


def digest(entries: Iterable[Entry]) -> str:
    """The content digest: SHA-256 over each path and the SHA-256 of its bytes, by path."""
    total = sha256()
    for path, data in sorted(entries):
        total.update(path.encode() + b"\0" + sha256(data).digest())
    return total.hexdigest()


def zip_bytes(entries: Iterable[Entry]) -> bytes:
    """The zip of ``entries``: sorted by path, fixed date and mode, deflate level 6.

    Raises ValueError for two entries of one path, or a path that leaves the package.
    """
    buffer = BytesIO()
    seen: set[str] = set()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path, data in sorted(entries):
            if path in seen or path.startswith("/") or ".." in path.split("/") or "\\" in path:
                raise ValueError(f"not a path for a package, or twice: {path}")
            seen.add(path)
            info = zipfile.ZipInfo(path, EPOCH)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if path.endswith(STORED) else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return buffer.getvalue()


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: into a neighbour first, then renamed over ``path``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_folder(path: Path, entries: Iterable[Entry]) -> None:
    """Write a folder of files beside ``path``, then put it in the place of the old one.

    A process killed between the two renames leaves the old folder under ``.NAME.old``; the next
    ``write_folder`` or ``recover_folder`` puts it back.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    recover_folder(path)
    fresh = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part"))
    try:
        for name, data in sorted(entries):
            file = fresh / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        os.chmod(fresh, 0o755)  # noqa: S103 - a folder for a web server to read
        old = _old(path)
        if path.exists():
            os.replace(path, old)
        os.replace(fresh, path)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        recover_folder(path)
        raise
    shutil.rmtree(old, ignore_errors=True)


def recover_folder(path: Path) -> None:
    """Put back the folder that a killed ``write_folder`` had moved aside, and clear its remains."""
    old = _old(path)
    if old.exists():
        if path.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            os.replace(old, path)


def _old(path: Path) -> Path:
    return path.parent / f".{path.name}.old"
