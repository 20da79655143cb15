"""Archives made to hurt: they unpack to gigabytes, lie about it, or share their octets. None takes long to make."""

from __future__ import annotations

import gzip
import struct
import zlib

from tests.validate.packages import SCORM12

FOUR_GIGABYTES = 4 << 30


def deflated_zeros(size: int) -> bytes:
    """``size`` zeros, a multiple of a megabyte, deflated: one megabyte, and its octets again and again."""
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    engine.compress(b"")
    head = engine.compress(bytes(1 << 20)) + engine.flush(zlib.Z_FULL_FLUSH)
    piece = engine.compress(bytes(1 << 20)) + engine.flush(zlib.Z_FULL_FLUSH)
    return head + piece * ((size >> 20) - 1) + engine.flush()


class Zip:
    """A zip written octet by octet, so that it can lie."""

    def __init__(self) -> None:
        self.body = bytearray()
        self.directory = bytearray()
        self.count = 0

    def add(self, name: str, packed: bytes, size: int, *, method: int = 8, crc: int = 0) -> int:
        """A file with its own data; returns where it begins."""
        place = len(self.body)
        fields = (20, 0, method, 0, 33, crc, len(packed), size, len(name), 0)
        self.body += struct.pack("<4s5H3I2H", b"PK\x03\x04", *fields) + name.encode() + packed
        self.point(name, place, len(packed), size, method=method, crc=crc)
        return place

    def point(self, name: str, place: int, packed: int, size: int, *, method: int = 8, crc: int = 0) -> None:
        """An entry of the directory that points to ``place``."""
        fields = (20, 20, 0, method, 0, 33, crc, packed, size, len(name), 0, 0, 0, 0, 0, place)
        self.directory += struct.pack("<4s6H3I5H2I", b"PK\x01\x02", *fields) + name.encode()
        self.count += 1

    def data(self) -> bytes:
        end = (0, 0, self.count & 0xFFFF, self.count & 0xFFFF, len(self.directory), len(self.body), 0)
        return bytes(self.body + self.directory) + struct.pack("<4s4H2IH", b"PK\x05\x06", *end)


def _begun() -> Zip:
    made = Zip()
    text = SCORM12.encode()
    made.add("imsmanifest.xml", text, len(text), method=0, crc=zlib.crc32(text))
    return made


def honest() -> bytes:
    """One file of four gigabytes of zeros."""
    made = _begun()
    made.add("index.html", deflated_zeros(FOUR_GIGABYTES), FOUR_GIGABYTES - 1)
    return made.data()


def lying() -> bytes:
    """The same, said to be a page of 100 octets."""
    made = _begun()
    made.add("index.html", deflated_zeros(FOUR_GIGABYTES), 100)
    return made.data()


def lying_manifest() -> bytes:
    """The document that is read first is the bomb."""
    made = Zip()
    made.add("imsmanifest.xml", deflated_zeros(FOUR_GIGABYTES), 60_000_000)
    return made.data()


def many() -> bytes:
    """Each file just below the limit of a file, together beyond that of a package."""
    made = _begun()
    packed = deflated_zeros(19 << 20)
    for number in range(250):
        made.add(f"{number}.html", packed, 19 << 20)
    return made.data()


def overlapping() -> bytes:
    """A thousand entries that all point to the same octets."""
    made = _begun()
    packed = deflated_zeros(2 << 20)
    place = made.add("a.html", packed, 2 << 20)
    for number in range(1000):
        made.point(f"{number}.html", place, len(packed), 2 << 20)
    return made.data()


def crowded() -> bytes:
    """A directory of a million entries."""
    made = _begun()
    made.point("a.html", 0, 0, 0)
    entry = bytes(made.directory[-52:])
    made.directory += entry * 1_000_000
    return made.data()


def tarred() -> bytes:
    """A tar.gz of one file of four gigabytes."""
    header = bytearray(512)
    header[:10] = b"moodle.xml"
    header[124:136] = b"%011o\0" % (FOUR_GIGABYTES - 1)
    header[156:157] = b"0"
    header[148:156] = b"%06o\0 " % (sum(header) + 8 * 0x20)
    return gzip.compress(bytes(header)) + _gzip(deflated_zeros(1 << 30))


def _gzip(packed: bytes) -> bytes:
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + packed + struct.pack("<2I", 0, 1 << 30)


def nested() -> bytes:
    """An archive in an archive, and no manifest: the quine is one, too."""
    made = Zip()
    inner = honest()
    made.add("inner.zip", inner, len(inner), method=0, crc=zlib.crc32(inner))
    return made.data()


BOMBS = {
    "honest": (honest, "Z14"),
    "lying": (lying, "Z15"),
    "lying manifest": (lying_manifest, "Z15"),
    "many": (many, "Z14"),
    "overlapping": (overlapping, "Z14"),
    "crowded": (crowded, "Z14"),
    "tar": (tarred, "Z14"),
    "nested": (nested, "N1"),
}
"""How each is made, and the rule that refuses it."""
