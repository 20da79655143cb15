"""The size of pictures from their first bytes."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from builder.render.dimensions import dimensions

JPEG = b"\xff\xd8\xff\xe0\x00\x06JFIF" + b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", 300, 600) + bytes(12)


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 600, 300), (600, 300)),
        (b"GIF89a" + struct.pack("<HH", 600, 300), (600, 300)),
        (JPEG, (600, 300)),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x57\x02\x00\x2b\x01\x00", (600, 300)),
        (b"RIFF\0\0\0\0WEBPVP8 " + bytes(10) + struct.pack("<HH", 600, 300), (600, 300)),
        (b"RIFF\0\0\0\0WEBPVP8L" + bytes(5) + ((300 - 1) << 14 | (600 - 1)).to_bytes(4, "little"), (600, 300)),
        (b'<?xml version="1.0"?>\n<svg\n viewBox="0 0 600.2 300" class="x"/>', (600, 300)),
        (b"<svg width='100%' viewBox='-5,-5,600,300'/>", (600, 300)),
        (b"<svg/>", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\xff\xd8\xff", None),
        (b"\xff\xd8" + b"\x00" * 40, None),
        (b"", None),
    ],
)
def test_dimensions(tmp_path: Path, data: bytes, size: tuple[int, int] | None) -> None:
    file = tmp_path / "picture"
    file.write_bytes(data)
    assert dimensions(str(file)) == size


def test_no_file(tmp_path: Path) -> None:
    assert dimensions(str(tmp_path / "none.png")) is None
