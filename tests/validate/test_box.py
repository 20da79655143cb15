"""Archives of every kind are read as they are, and damaged ones are said to be damaged."""

from __future__ import annotations

import hashlib
import struct
import zipfile
from pathlib import Path

import pytest

from builder.validate import directory
from builder.validate.box import OpenBox, open_box
from builder.validate.directory import Refused
from builder.validate.run import validate
from builder.validate.subject import Damaged
from tests.validate.bombs import Zip
from tests.validate.packages import PAGE, SCORM12, Sample, scorm12, zip_of

FILES = {"imsmanifest.xml": SCORM12, "index.html": PAGE, "media/a.bin": bytes(range(256)) * 300}


class Pipe:
    """A file that can only be written on."""

    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, data: bytes) -> int:
        self.data += data
        return len(data)

    def flush(self) -> None:
        pass


def opened(folder: Path, data: bytes, name: str = "package.zip") -> OpenBox:
    file = folder / name
    file.write_bytes(data)
    return open_box(file)


def written(*, zip64: bool = False, method: int = zipfile.ZIP_DEFLATED, comment: bytes = b"") -> bytes:
    """As Python's own writer makes it, by streaming: with data descriptors, and in zip64 on request."""
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", method) as archive:  # type: ignore[call-overload]
        archive.comment = comment
        for path, data in FILES.items():
            with archive.open(path, "w", force_zip64=zip64) as file:
                file.write(data if isinstance(data, bytes) else data.encode())
    return bytes(pipe.data)


def with_zip64_end(data: bytes, filler: bytes = b"") -> bytes:
    """``data`` with its numbers moved to the records of zip64, ``filler`` between them."""
    place = data.rindex(b"PK\x05\x06")
    _, _, _, _, count, size, start, _ = struct.unpack("<4s4H2IH", data[place : place + 22])
    record = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44 + len(filler), 45, 45, 0, 0, count, count, size, start)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, place, 1)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return data[:place] + record + filler + locator + end


@pytest.mark.parametrize(
    "data",
    [
        zip_of(FILES),
        written(),
        written(zip64=True),
        written(method=zipfile.ZIP_STORED),
        written(comment=b"A comment with PK\x03\x04 in it"),
        with_zip64_end(zip_of(FILES)),
        with_zip64_end(zip_of(FILES), b"extensible data"),
        b"#!/bin/sh\nexit\n" + zip_of(FILES),
        zip_of(FILES) + b"\r\n",
    ],
    ids=["plain", "streamed", "zip64", "stored", "comment", "zip64 end", "zip64 data", "before", "after"],
)
def test_a_zip_is_read(data: bytes, tmp_path: Path) -> None:
    with opened(tmp_path, data) as box:
        assert list(box.sizes) == list(FILES)
        for path, content in FILES.items():
            whole = content if isinstance(content, bytes) else content.encode()
            assert box.sizes[path] == len(whole)
            assert box.read(path) == whole
            assert box.sha1(path) == hashlib.sha1(whole).hexdigest()
        with pytest.raises(KeyError):
            box.read("no.html")
    assert not [one for one in validate(tmp_path / "package.zip").diagnostics if one.is_error]


def test_other_methods_are_refused(tmp_path: Path) -> None:
    with opened(tmp_path, written(method=zipfile.ZIP_LZMA)) as box, pytest.raises(Damaged, match="method 14"):
        box.read("index.html")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (zip_of(FILES)[:-10], "in the middle of its last record"),
        (zip_of(FILES)[:-80], "cut off"),
        (b"PK\x03\x04", "cut off"),
        (zip_of(FILES)[1000:], "cut off"),
        (zip_of(FILES).replace(b"PK\x01\x02", b"PK\x01\x03", 1), "directory is damaged"),
        (zip_of(FILES)[:-12] + b"\xff\xff\xff\x7f" + zip_of(FILES)[-8:], "more than"),
        (zip_of(FILES)[:-18] + b"\x01\0\x01\0" + zip_of(FILES)[-14:], "several files"),
        (zip_of(FILES)[:-14] + b"\x09\0\x09\0" + zip_of(FILES)[-10:], "its end speaks of 9"),
        (with_zip64_end(zip_of(FILES)).replace(b"PK\x06\x06", b"PK\x06\x05"), "zip64"),
    ],
)
def test_a_damaged_directory_is_said_to_be_so(data: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(Damaged, match=words):
        opened(tmp_path, data)


def test_a_damaged_file_is_said_to_be_so(tmp_path: Path) -> None:
    good = zip_of({"a.bin": bytes(range(256)) * 40, "b.bin": b"x"})
    wrong_crc = bytearray(good)
    place = good.index(b"PK\x01\x02")
    wrong_crc[place + 16] ^= 1
    renamed = good.replace(b"a.bin", b"c.bin", 1)
    spoilt = good[:60] + b"\xff\xff\xff\xff" + good[64:]
    for data, words in (
        (bytes(wrong_crc), "checksum"),
        (renamed, "calls it otherwise"),
        (spoilt, "cannot be unpacked|checksum"),
    ):
        with opened(tmp_path, data) as box, pytest.raises(Damaged, match=words):
            box.read("a.bin")


def test_limits_of_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "MOST_FILES", 3)
    with opened(tmp_path, zip_of(dict.fromkeys("abc", ""))):
        pass
    with pytest.raises(Refused, match="more than 3"):
        opened(tmp_path, zip_of(dict.fromkeys("abcd", "")))


def test_a_large_file_is_not_read_whole(tmp_path: Path) -> None:
    made = Zip()
    made.add("a.html", bytes(300_000), 40_000_000, method=0)
    made.add("b.html", bytes(1_000_000), 1_000_000, method=0)
    with opened(tmp_path, made.data()) as box, pytest.raises(Damaged, match="too many to be looked at"):
        box.read("a.html")


@pytest.mark.parametrize(
    ("manifest", "fits"),
    [
        ("\ufeff" + SCORM12, "utf-8"),
        (SCORM12.replace("UTF-8", "UTF-16"), "utf-16"),
        (SCORM12.replace("UTF-8", "ISO-8859-1").replace("Lesson", "L\u00e9\u00e7on"), "latin-1"),
        (SCORM12.replace("UTF-8", "windows-1252").replace("Lesson", "\u201cL\u201d"), "cp1252"),
        (SCORM12.replace("Lesson", "\u4e2d\u6587 \U0001f600"), "utf-8"),
    ],
)
def test_encodings(manifest: str, fits: str, tmp_path: Path) -> None:
    file = tmp_path / "package.zip"
    file.write_bytes(zip_of({"imsmanifest.xml": manifest.encode(fits), "index.html": PAGE}))
    verdict = validate(file)
    assert verdict.format
    assert verdict.format.title == "SCORM 1.2"
    assert not [one for one in verdict.diagnostics if one.is_error]


@pytest.mark.parametrize("wrong", [b"UTF-9", b"UTF-16", b"UTF-8\xff"])
def test_a_wrong_encoding_is_a_mistake_of_the_document(wrong: bytes, tmp_path: Path) -> None:
    file = tmp_path / "package.zip"
    file.write_bytes(zip_of({"imsmanifest.xml": SCORM12.encode().replace(b"UTF-8", wrong), "index.html": PAGE}))
    assert "Z3" in {one.code.id for one in validate(file).diagnostics}


def test_the_line_of_a_mistake_is_told(tmp_path: Path) -> None:
    sample: Sample = scorm12(("</item>", "</itm>"))
    file = tmp_path / sample.name
    file.write_bytes(sample.data)
    (found,) = [one for one in validate(file).diagnostics if one.code.id == "Z3"]
    assert found.span.line == 6
