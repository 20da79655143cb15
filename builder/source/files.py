"""Reading files and folders of courses: nothing raises, nothing outside the folder is read."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

from builder.diagnostics import Diagnostic
from builder.diagnostics.file_codes import (
    CONTROL_CHARACTER,
    LEAVES_FOLDER,
    MISSING_FILE,
    MISSING_FOLDER,
    NOT_UTF8,
    TOO_LARGE,
    UNREADABLE,
)
from builder.model.span import Span

LARGEST = 1_000_000
"""Octets of the largest text file."""

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XML file can hold."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Folder(NamedTuple):
    """The names in a folder, sorted; those that begin with ``_`` or ``.`` are left out."""

    folders: tuple[str, ...]
    files: tuple[str, ...]


def read_text(root: Path, name: str, found: list[Diagnostic]) -> str | None:
    """The text of the file ``name`` (relative to ``root``, with ``/``), its lines ended by ``\\n``.

    None, and a diagnostic in ``found``, for a file that is missing, unreadable or not a text in UTF-8.
    """
    file = root / name
    whole = Span(name, 0)
    if not stays_inside(root, file):
        found.append(LEAVES_FOLDER.at(whole, name=name))
        return None
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        found.append(MISSING_FILE.at(whole, name=name))
        return None
    except OSError as error:
        found.append(UNREADABLE.at(whole, name=name, reason="it is a folder" if is_folder(file) else _reason(error)))
        return None
    if len(data) > LARGEST:
        found.append(TOO_LARGE.at(whole, limit=LARGEST))
        return None
    return decode(data, name, found)


def decode(data: bytes, name: str, found: list[Diagnostic]) -> str | None:
    """The text in ``data``, without byte order mark and with ``\\n`` as line ends; None if it is not UTF-8."""
    if data.startswith(_UTF16):
        found.append(NOT_UTF8.at(Span(name, 0), detail=" but as UTF-16"))
        return None
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        found.append(NOT_UTF8.at(_place(name, before), detail=""))
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = CONTROL.search(text)
    if bad is not None:
        found.append(CONTROL_CHARACTER.at(_place(name, text[: bad.start()]), number=ord(bad[0])))
        return None
    return text


def list_folder(root: Path, name: str, found: list[Diagnostic]) -> Folder | None:
    """What stands in the folder ``name``; None and a diagnostic if there is no such folder."""
    path = root / name
    if not stays_inside(root, path):
        found.append(LEAVES_FOLDER.at(Span(name, 0), name=name))
        return None
    folders: list[str] = []
    files: list[str] = []
    try:
        with os.scandir(path) as entries:
            for entry in entries:
                if not entry.name.startswith(("_", ".")):
                    (folders if entry.is_dir() else files).append(entry.name)
    except (FileNotFoundError, NotADirectoryError):
        found.append(MISSING_FOLDER.at(Span(name, 0), name=name))
        return None
    except OSError as error:
        found.append(UNREADABLE.at(Span(name, 0), name=name, reason=_reason(error)))
        return None
    return Folder(tuple(sorted(folders)), tuple(sorted(files)))


def is_folder(path: Path) -> bool:
    """Whether there is a folder ``path``, as far as one may look."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_missing(path: Path) -> bool:
    """Whether there is certainly nothing at ``path``; where one may not look, reading says so."""
    try:
        return not path.exists()
    except OSError:
        return False


def stays_inside(root: Path, path: Path) -> bool:
    """Whether ``path``, whose folder does, lies in ``root``: no link leads it elsewhere."""
    try:
        is_link = path.is_symlink()
    except OSError:  # nobody may look: opening it will say why
        return True
    except ValueError:
        return False
    if not is_link:
        return True
    try:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
    except (OSError, ValueError):
        return False


def _place(name: str, before: str) -> Span:
    """The place that follows the text ``before``."""
    lines = re.split(r"\r\n?|\n", before)
    return Span(name, len(lines), len(lines[-1]) + 1)


def _reason(error: OSError) -> str:
    # The system's own words differ from machine to machine.
    return "permission denied" if isinstance(error, PermissionError) else "the system reports an error"
