"""Opens what cannot be trusted, within limits of number, size, ratio and memory.

Nothing is ever written to disk, so no path of a package can lead anywhere: a file of it is octets under a name.
Archives inside archives are not opened.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from builder.validate.directory import LOCAL, Directory, Member, Refused, find_end, read_directory
from builder.validate.subject import Damaged
from builder.validate.tar import read_tar

MOST_OCTETS = 4_000_000_000
"""Octets a package may unpack to; no LMS takes more."""
RATIO = 150
"""Times its size that a package or a file may grow when unpacked, from FREE octets on. Text grows about ten times."""
FREE = 20_000_000
LARGEST_READ = 32_000_000
"""Octets of a file that are read at once: a document, a page, a script."""
PIECE = 1 << 16

ARCHIVES = (".zip", ".imscc", ".mbz", ".h5p", ".docx", ".pif", ".elp", ".elpx")
"""Suffixes of files that should be archives, so that one that is none is said to be damaged."""


@dataclass(slots=True)
class OpenBox:
    """A package on disk, open for reading; a context manager. It fulfils ``builder.validate.subject.Box``."""

    name: str
    file: BinaryIO
    length: int
    """Octets of the package itself."""
    sizes: Mapping[str, int]
    directory: Directory | None = None
    """Of a zip."""
    kept: Mapping[str, bytes] = field(default_factory=dict)
    """Contents that were read when the package was opened: those of a tar, or of the only file."""
    members: Mapping[str, Member] = field(default_factory=dict)
    hashes: Mapping[str, str] = field(default_factory=dict)
    """The SHA-1 of the files of a tar."""

    def __enter__(self) -> OpenBox:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.file.close()

    def read(self, path: str) -> bytes:
        """See ``Box.read``."""
        if path in self.kept:
            return self.kept[path]
        if self.sizes[path] > LARGEST_READ or path not in self.members:
            raise Damaged(f"it has {self.sizes[path]:,} octets, too many to be looked at")
        return b"".join(self.pieces(self.members[path]))

    def sha1(self, path: str) -> str:
        """See ``Box.sha1``."""
        if path in self.hashes:
            return self.hashes[path]
        total = hashlib.sha1(usedforsecurity=False)
        for piece in self.pieces(self.members[path]) if path in self.members else (self.kept[path],):
            total.update(piece)
        return total.hexdigest()

    def pieces(self, member: Member) -> Iterator[bytes]:
        """The contents of a file of a zip, in pieces, held to what the directory says. Raises Damaged."""
        if member.is_encrypted:
            raise Damaged("it is encrypted")
        self.file.seek(member.offset)
        head = self.file.read(30)
        if len(head) < 30 or head[:4] != LOCAL:
            raise Damaged("its beginning cannot be found in the archive")
        names = int.from_bytes(head[26:28], "little")
        if self.file.read(names) != member.raw:
            raise Damaged("the archive calls it otherwise where it begins")
        self.file.seek(int.from_bytes(head[28:30], "little"), 1)
        total = crc = 0
        for piece in _unpacked(self.file, member):
            total += len(piece)
            crc = zlib.crc32(piece, crc)
            if total > member.size:
                raise Damaged(f"it is longer than the {member.size:,} octets the archive says")
            yield piece
        if total != member.size:
            raise Damaged(f"it has {total:,} octets and not the {member.size:,} the archive says")
        if crc != member.crc:
            raise Damaged("its checksum is wrong: octets were changed or lost")


def open_box(path: Path) -> OpenBox:
    """Open a zip, a tar.gz or a single file. Raises OSError, Damaged, and Refused where limits are passed."""
    file = path.open("rb")
    try:
        length = path.stat().st_size
        start = file.read(8)
        if start.startswith((LOCAL, b"PK\x05\x06")) or find_end(file, length) >= 0:
            return _open_zip(str(path), file, length)
        file.seek(0)
        if start.startswith(b"\x1f\x8b"):
            sizes, kept, hashes = read_tar(file, MOST_OCTETS, RATIO, FREE)
            return OpenBox(str(path), file, length, sizes, kept=kept, hashes=hashes)
        if path.suffix.lower() in ARCHIVES:
            raise Damaged(f"it is {kind_of(start)}" if length else "it is empty")
        if length > LARGEST_READ:
            raise Refused(f"it is a single file of {length:,} octets")
        return OpenBox(str(path), file, length, {str(path): length}, kept={str(path): file.read(LARGEST_READ)})
    except BaseException:
        file.close()
        raise


def kind_of(start: bytes) -> str:
    """What a file is that begins with ``start``, for people."""
    kinds = {
        b"PK\x03\x04": "a zip archive",
        b"%PDF": "a PDF document",
        b"\x89PNG": "a picture",
        b"\xff\xd8\xff": "a picture",
        b"GIF8": "a picture",
        b"Rar!": "a RAR archive, which learning platforms do not open",
        b"7z\xbc\xaf": "a 7z archive, which learning platforms do not open",
        b"\x1f\x8b": "a gzip file",
        b"\xd0\xcf\x11\xe0": "an old Office document",
        b"<": "a text or web page, perhaps an error message saved instead of the download",
        b"{": "a JSON text",
    }
    return next((name for sign, name in kinds.items() if start.startswith(sign)), "no zip archive")


def _open_zip(name: str, file: BinaryIO, length: int) -> OpenBox:
    directory = read_directory(file, length)
    members = {one.path: one for one in directory.members if not one.is_folder}
    _limit(directory.members, length)
    return OpenBox(name, file, length, {path: one.size for path, one in members.items()}, directory, {}, members)


def _limit(members: tuple[Member, ...], length: int) -> None:
    """Raise Refused for a package that would grow beyond the limits, or whose files share their octets."""
    total = sum(one.size for one in members)
    if total > MOST_OCTETS:
        raise Refused(f"it would unpack to {total:,} octets, more than {MOST_OCTETS:,}")
    for one in members:
        if one.size > max(FREE, RATIO * one.packed):
            raise Refused(f"{one.path} would grow from {one.packed:,} to {one.size:,} octets")
    if total > max(FREE, RATIO * length):
        raise Refused(f"it would grow from {length:,} to {total:,} octets")
    end = 0
    for one in sorted(members, key=lambda one: one.offset):
        if one.offset < end:
            raise Refused(f"{one.path} shares its octets with another file")
        end = one.offset + 30 + len(one.raw) + one.packed
    if end > length:
        raise Damaged("files are missing at its end")


def _unpacked(file: BinaryIO, member: Member) -> Iterator[bytes]:
    left = member.packed
    if member.method == 0:
        while left:
            piece = file.read(min(PIECE, left))
            if not piece:
                raise Damaged("it is cut off")
            left -= len(piece)
            yield piece
        return
    if member.method != 8:
        raise Damaged(f"it is packed by method {member.method}, which learning platforms do not know")
    yield from _inflated(file, left)


def _inflated(file: BinaryIO, left: int) -> Iterator[bytes]:
    """Inflate ``left`` octets of ``file``, PIECE octets at a time whatever they grow to."""
    engine = zlib.decompressobj(-15)
    while not engine.eof:
        packed = engine.unconsumed_tail or file.read(min(PIECE, left))
        if not engine.unconsumed_tail:
            left -= len(packed)
        try:
            piece = engine.decompress(packed, PIECE)
        except zlib.error:
            raise Damaged("it cannot be unpacked: octets were changed or lost") from None
        if not packed and not piece:
            raise Damaged("it is cut off")
        yield piece
