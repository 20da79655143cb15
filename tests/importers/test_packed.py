"""Zip packages from strangers."""

from __future__ import annotations

import struct
import zipfile
from time import process_time
from typing import Any

import pytest

from builder.importers.packed import MOST_PARTS, open_packed, repacked
from tests.support.word import packed


def verdict(data: bytes) -> str:
    _, found = open_packed("a.docx", data, "Word document")
    return " ".join(f"{one.code.id} {one.message}" for one in found)


def test_parts_are_read_and_packed_again() -> None:
    parts, found = open_packed("a.docx", packed({"a.xml": "<a/>", "b/c.bin": b"\0"}), "Word document")
    assert found == []
    assert dict(parts) == {"a.xml": b"<a/>", "b/c.bin": b"\0"}
    assert zipfile.ZipFile(repacked(parts)).namelist() == ["a.xml", "b/c.bin"]


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"a.xml": b" " * 30_000_000}, "unpacked it would be far larger than such files are"),
        ({"a.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "its XML declares entities"),
        ({"a.xml": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'.encode("utf-16")}, "its XML declares entities"),
        ({"a.rels": '<?xml version="1.0" encoding="UTF-7"?><a/>'}, "its XML is in a character set"),
        ({f"{n}.bin": b"" for n in range(MOST_PARTS + 1)}, f"it holds more than {MOST_PARTS} parts"),
    ],
)
def test_dangerous_packages_are_refused_at_once(parts: Any, reason: str) -> None:
    data = packed(parts)
    start = process_time()
    assert verdict(data).startswith(f"J104 This Word document is not opened: {reason}")
    assert process_time() - start < 5


def test_a_size_that_is_a_lie_is_not_believed() -> None:
    """An entry that says it is small, and unpacks to 30 MB."""
    data = bytearray(packed({"a.xml": b" " * 30_000_000}))
    for sign, at in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        struct.pack_into("<I", data, data.rindex(sign) + at, 10)
    assert verdict(bytes(data)).startswith(("J103", "J104"))


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"PK\5\6", b"no zip at all" * 100])
def test_what_is_no_package_is_named(data: bytes) -> None:
    assert verdict(data) == "J103 This is no Word document, or it is damaged."


def test_two_parts_of_one_name(recwarn: pytest.WarningsRecorder) -> None:
    data = packed({"a.xml": "<a/>", "b.xml": "<b/>"}).replace(b"b.xml", b"a.xml")
    assert verdict(data).startswith("J104")
