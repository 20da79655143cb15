"""The only writer of packages: sorted, with fixed dates and modes, whole or not at all."""

from __future__ import annotations

import gzip
import os
import shutil
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold: nothing in a package comes from the clock."""

SINCE = 315_532_800
"""The same moment, in seconds since 1970."""

STORED = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".mp3", ".mp4", ".webm", ".ogg", ".m4a", ".zip", ".woff2")
"""Suffixes of files that are compressed already."""

STALE = 3600
"""Seconds after which an unfinished file is taken for the remains of a killed build and removed."""


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


def clashes(paths: Iterable[str]) -> list[str]:
    """Those of ``paths`` that a file system which ignores capitals would unpack over an earlier one, sorted."""
    seen: set[str] = set()
    found: list[str] = []
    for path in sorted(paths):
        if path.casefold() in seen:
            found.append(path)
        seen.add(path.casefold())
    return found


def zip_bytes(entries: Iterable[Entry]) -> bytes:
    """The zip of ``entries``: sorted by path, fixed date and mode, deflate level 6.

    Raises ValueError for two entries of one path (capitals apart), or a path that leaves the package.
    """
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path, data in _in_order(entries):
            info = zipfile.ZipInfo(path, EPOCH)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if path.lower().endswith(STORED) else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return buffer.getvalue()


def tgz_bytes(entries: Iterable[Entry]) -> bytes:
    """The gzipped tar (USTAR) of ``entries``: sorted by path, fixed date, owner and mode, level 6.

    Raises ValueError as ``zip_bytes`` does.
    """
    buffer = BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path, data in _in_order(entries):
            info = tarfile.TarInfo(path)
            info.size, info.mode, info.mtime = len(data), 0o644, SINCE
            archive.addfile(info, BytesIO(data))
    return gzip.compress(buffer.getvalue(), compresslevel=6, mtime=0)


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: into a neighbour first, then renamed over ``path``. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        _patiently(lambda: os.replace(name, path))
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_folder(path: Path, entries: Iterable[Entry]) -> None:
    """Write a folder of files beside ``path``, then put it in the place of the old one. Raises OSError.

    A process killed between the two renames leaves the old folder whole under ``.NAME.old``; the next
    ``write_folder`` or ``recover_folder`` puts it back.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    recover_folder(path)
    _sweep(path)
    files = _in_order(entries)
    fresh = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part"))
    old = _old(path)
    try:
        for name, data in files:
            file = fresh / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        os.chmod(fresh, 0o755)  # noqa: S103 - a folder for a web server to read
        if path.exists():
            _patiently(lambda: os.replace(path, old))
        _patiently(lambda: os.replace(fresh, path))
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


def _in_order(entries: Iterable[Entry]) -> Iterator[Entry]:
    """``entries`` by path. Raises ValueError for a path no package may hold, before the first is given."""
    ordered = sorted(entries)
    wrong = clashes(entry.path for entry in ordered) + [
        entry.path for entry in ordered if not _stays_inside(entry.path)
    ]
    if wrong:
        raise ValueError(f"not a path for a package, or twice: {', '.join(wrong)}")
    return iter(ordered)


def _stays_inside(path: str) -> bool:
    return not {"", ".", ".."} & set(path.split("/")) and not set('\\:\0"*<>?|') & set(path)


def _sweep(path: Path) -> None:
    """Remove what builds killed long ago left beside ``path``; a young one may be another process at work."""
    for rest in path.parent.glob(f".{path.name}.*.part"):
        try:
            if time.time() - rest.stat().st_mtime < STALE:
                continue
            if rest.is_dir():
                shutil.rmtree(rest)
            else:
                rest.unlink()
        except OSError:
            continue


def _patiently(action: Callable[[], None]) -> None:
    """Windows refuses a rename for the moment a virus scanner or an indexer looks at the file: try for a second."""
    for wait in (0.05, 0.1, 0.2, 0.4):
        try:
            return action()
        except PermissionError:
            if os.name != "nt":
                raise
            time.sleep(wait)
    return action()
