"""A tar.gz that cannot be trusted, as Moodle writes course backups: read once, in order, within limits.

POSIX 1003.1 ustar and pax headers, and GNU's long names.
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from builder.validate.directory import MOST_FILES, Refused
from builder.validate.subject import Damaged

BLOCK = 512
KEPT = 16_000_000
"""Octets of an XML document that is kept while the archive goes by."""
MOST_KEPT = 64_000_000
"""Octets of all of them together."""
LONGEST_NAME = 4096


class _Stream:
    """The unpacked octets, counted."""

    def __init__(self, file: BinaryIO, most: int, ratio: int, free: int) -> None:
        self.file, self.most, self.ratio, self.free = file, most, ratio, free
        self.source = gzip.GzipFile(fileobj=file)
        self.total = 0

    def read(self, length: int) -> bytes:
        """At most ``length`` octets, fewer only at the end. Raises Damaged and Refused."""
        try:
            data = self.source.read(length)
        except (OSError, EOFError, zlib.error):
            raise Damaged("it is cut off, or octets were changed or lost") from None
        self.total += len(data)
        if self.total > self.most:
            raise Refused(f"it would unpack to more than {self.most:,} octets")
        if self.total > max(self.free, self.ratio * self.file.tell()):
            raise Refused(f"it would grow to more than {self.ratio} times its size")
        return data

    def skip(self, size: int) -> str:
        """Read on over ``size`` octets and what fills their last block; returns their SHA-1."""
        total = hashlib.sha1(usedforsecurity=False)
        left = size
        while left > 0:
            piece = self.read(min(left, 1 << 16))
            if not piece:
                raise Damaged("it is cut off")
            left -= len(piece)
            total.update(piece)
        self.read(_padded(size) - size)
        return total.hexdigest()


class Tar(NamedTuple):
    """What was read of a tar."""

    sizes: dict[str, int]
    """Octets of all files by path."""
    kept: dict[str, bytes]
    """The contents of the XML documents."""
    hashes: dict[str, str]
    """The SHA-1 of each file."""


def read_tar(file: BinaryIO, most: int, ratio: int, free: int) -> Tar:
    """Read the tar.gz ``file``. Raises Damaged and Refused."""
    stream = _Stream(file, most, ratio, free)
    sizes: dict[str, int] = {}
    kept: dict[str, bytes] = {}
    hashes: dict[str, str] = {}
    room = MOST_KEPT
    for name, size, kind in _headers(stream):
        if kind not in (b"0", b"\0"):
            stream.skip(size)
            continue
        if len(sizes) >= MOST_FILES:
            raise Refused(f"it holds more than {MOST_FILES:,} files")
        path = name.removeprefix("./")
        sizes[path] = size
        if path.lower().endswith(".xml") and size <= min(KEPT, room):
            kept[path] = _whole(stream, size)
            hashes[path] = hashlib.sha1(kept[path], usedforsecurity=False).hexdigest()
            room -= size
        else:
            hashes[path] = stream.skip(size)
    while stream.read(1 << 16):  # to the end, where the checksum of the whole stands
        pass
    return Tar(sizes, kept, hashes)


def _headers(stream: _Stream) -> Iterator[tuple[str, int, bytes]]:
    """Path, size and kind of each entry; the caller reads or skips its contents."""
    long_name = ""
    while True:
        block = stream.read(BLOCK)
        if len(block) < BLOCK:
            raise Damaged("it is cut off")
        if not block.strip(b"\0"):
            return
        if not _is_header(block):
            raise Damaged("it holds no tar archive, or a damaged one")
        size, kind = _number(block[124:136]), block[156:157]
        if kind in (b"L", b"x", b"g"):
            if size > LONGEST_NAME:
                raise Refused("a file name in it is too long")
            data = _whole(stream, size)
            if kind != b"g":
                long_name = _text(data) if kind == b"L" else _pax_path(data) or long_name
            continue
        name, prefix = _text(block[:100]), _text(block[345:500]) if block[257:262] == b"ustar" else ""
        yield long_name or (f"{prefix}/{name}" if prefix else name), size, kind
        long_name = ""


def _whole(stream: _Stream, size: int) -> bytes:
    data = stream.read(_padded(size))
    if len(data) < _padded(size):
        raise Damaged("it is cut off")
    return data[:size]


def _padded(size: int) -> int:
    return -(-size // BLOCK) * BLOCK


def _is_header(block: bytes) -> bool:
    try:
        return _number(block[148:156]) == sum(block) - sum(block[148:156]) + 8 * 0x20
    except Damaged:
        return False


def _number(field: bytes) -> int:
    if field[:1] == b"\x80":
        return int.from_bytes(field[1:], "big")
    try:
        return int(field.strip(b"\0 ") or b"0", 8)
    except ValueError:
        raise Damaged("it holds a damaged tar archive") from None


def _text(field: bytes) -> str:
    return field.partition(b"\0")[0].decode("utf-8", "replace")


def _pax_path(data: bytes) -> str:
    """The path in a pax header of lines ``LENGTH key=value``."""
    for line in data.split(b"\n"):
        key, sign, value = line.partition(b" ")[2].partition(b"=")
        if sign and key == b"path":
            return _text(value)
    return ""
