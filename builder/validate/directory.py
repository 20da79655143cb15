"""The directory of a zip that cannot be trusted: what it says is in it, read within limits, without unpacking.

PKWARE's APPNOTE 6.3.x, sections 4.3 (layout), 4.4 (fields), 4.5.3 (zip64). Python's own reader is not used: it takes
any number of entries, trusts what they say, and fails in many ways.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from builder.validate.subject import Damaged

MOST_FILES = 20_000
"""Entries of a package; large real ones have a few thousand."""

_END = b"PK\x05\x06"
_END64 = b"PK\x06\x06"
_LOCATOR64 = b"PK\x06\x07"
_ENTRY = b"PK\x01\x02"
_FULL = 0xFFFFFFFF
LOCAL = b"PK\x03\x04"


class Refused(Damaged):
    """A package that is not opened because it would cost too much."""


@dataclass(frozen=True, slots=True)
class Member:
    """An entry of the directory, as it describes itself."""

    path: str
    raw: bytes
    """Its name as octets."""
    size: int
    """Octets, unpacked."""
    packed: int
    """Octets in the archive."""
    offset: int
    """Where its own header begins in the file."""
    crc: int
    method: int
    flags: int
    mode: int
    """Type and permissions on Unix; 0 where the archive does not say."""

    @property
    def is_folder(self) -> bool:
        return self.path.endswith("/")

    @property
    def is_encrypted(self) -> bool:
        return bool(self.flags & 0x2041)

    @property
    def is_link(self) -> bool:
        return self.mode & 0o170000 == 0o120000

    @property
    def is_flagged(self) -> bool:
        """Whether the name is marked as UTF-8."""
        return bool(self.flags & 0x800)


class Directory(NamedTuple):
    """The entries in their order, and how many octets lie before and after the archive proper."""

    members: tuple[Member, ...]
    before: int
    after: int


class _End(NamedTuple):
    """The record at the end: how many entries, how long their list, where it should begin, where it ends."""

    files: int
    length: int
    start: int
    stop: int
    after: int


def find_end(file: BinaryIO, length: int) -> int:
    """The place of the end record in a file of ``length`` octets; -1 where there is none."""
    tail = min(length, 22 + 0xFFFF)
    file.seek(length - tail)
    found = file.read(tail).rfind(_END)
    return -1 if found < 0 else length - tail + found


def read_directory(file: BinaryIO, length: int) -> Directory:
    """The directory of the zip ``file``. Raises Damaged, and Refused for one with more than MOST_FILES entries."""
    end = _read_end(file, length)
    if end.files > MOST_FILES or end.length > MOST_FILES * 512:
        raise Refused(f"it lists {end.files:,} files, more than {MOST_FILES:,}")
    begin = end.stop - end.length
    if begin < 0 or begin < end.start:
        raise Damaged("its directory is cut off")
    shift = begin - end.start
    file.seek(begin)
    members = tuple(_entries(file.read(end.length), shift))
    if len(members) != end.files:
        raise Damaged(f"its directory lists {len(members):,} files, and its end speaks of {end.files:,}")
    return Directory(members, shift, end.after)


def _read_end(file: BinaryIO, length: int) -> _End:
    place = find_end(file, length)
    if place < 0:
        raise Damaged("the end of the archive is missing, so it was probably cut off on its way")
    file.seek(place)
    record = file.read(22)
    if len(record) < 22:
        raise Damaged("it ends in the middle of its last record")
    disk, first_disk, _, count, size, start, comment = struct.unpack("<4x4H2IH", record)
    after = length - place - 22 - comment
    if after < 0:
        raise Damaged("it ends in the middle of its comment")
    if _FULL in (size, start) or 0xFFFF in (disk, first_disk, count):
        big = _read_end64(file, place)
        if big:
            return big._replace(after=after)
    if disk or first_disk:
        raise Damaged("it is one part of an archive in several files")
    return _End(count, size, start, place, after)


def _read_end64(file: BinaryIO, place: int) -> _End | None:
    """The end record of zip64, which stands before its locator before the old one."""
    if place < 20 + 56:
        return None
    file.seek(place - 20)
    locator = file.read(20)
    if locator[:4] != _LOCATOR64:
        return None
    (told,) = struct.unpack_from("<Q", locator, 8)
    for found in (place - 20 - 56, told):
        if 0 <= found <= place - 20 - 56:
            file.seek(found)
            record = file.read(56)
            if record[:4] == _END64:
                count, size, start = struct.unpack("<24x8x3Q", record)
                return _End(count, size, start, found, 0)
    raise Damaged("its zip64 directory cannot be found")


def _entries(data: bytes, shift: int) -> Iterator[Member]:
    place = 0
    count = 0
    while place < len(data):
        count += 1
        if count > MOST_FILES:
            raise Refused(f"it lists more than {MOST_FILES:,} files")
        if data[place : place + 4] != _ENTRY or place + 46 > len(data):
            raise Damaged("its directory is damaged")
        made, flags, method, crc, packed, size, name, extra, comment, attributes, offset = struct.unpack_from(
            "<4xH2x2H4x3I3H4x2I", data, place
        )
        raw = data[place + 46 : place + 46 + name]
        more = data[place + 46 + name : place + 46 + name + extra]
        place += 46 + name + extra + comment
        if place > len(data):
            raise Damaged("its directory is damaged")
        size, packed, offset = _wide(more, size, packed, offset)
        mode = attributes >> 16 if made >> 8 in (3, 19) else 0
        yield Member(_decoded(raw, flags), raw, size, packed, offset + shift, crc, method, flags, mode)


def _wide(extra: bytes, size: int, packed: int, offset: int) -> tuple[int, int, int]:
    """The three numbers, those that are full taken from the extra field of zip64."""
    place = 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, place)
        if kind == 1:
            field = extra[place + 4 : place + 4 + length]
            values = iter(struct.unpack(f"<{len(field) // 8}Q", field[: len(field) // 8 * 8]))
            size = next(values, size) if size == _FULL else size
            packed = next(values, packed) if packed == _FULL else packed
            offset = next(values, offset) if offset == _FULL else offset
            break
        place += 4 + length
    return size, packed, offset


def _decoded(raw: bytes, flags: int) -> str:
    """A name: UTF-8 where it can be, else the code page that zip began with, which knows every octet."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp437") if not flags & 0x800 else raw.decode("latin-1")
