"""Office files: zip packages of XML, opened within limits before any library sees them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from builder.diagnostics import Diagnostic
from builder.diagnostics.import_codes import PACKED_UNREADABLE, PACKED_UNSAFE
from builder.model.span import Span

MOST_PARTS = 5_000
LARGEST_PART = 50_000_000
LARGEST_XML = 20_000_000
"""A part that is parsed as a whole; a thousand pages have less."""

LARGEST = 300_000_000
"""Octets of all parts together, unpacked."""

RATIO = 200
"""How much larger than packed a part of more than 1 MB may be: text packs to a tenth."""

_DECLARED = [word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")]
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']\s*(?!utf-?8|utf-?16|us-ascii|iso-8859-1|windows-1252)", re.I)
_CHUNK = 1 << 20


class _UnsafeError(Exception):
    """A package that is not opened; the message says why."""


def open_packed(name: str, data: bytes, kind: str) -> tuple[Mapping[str, bytes], list[Diagnostic]]:
    """The parts of the package ``data``, by name; none, and a diagnostic, for one that is broken or dangerous.

    ``kind`` is what the file should be, in words. No part declares entities (XML 1.0, section 4.2), so that nothing
    outside the file is ever asked for.
    """
    try:
        return _parts(data), []
    except _UnsafeError as error:
        return {}, [PACKED_UNSAFE.at(Span(name, 0), kind=kind, reason=str(error))]
    except Exception:  # a damaged package makes the library raise anything: BadZipFile, zlib.error, IndexError ...
        return {}, [PACKED_UNREADABLE.at(Span(name, 0), kind=kind)]


def _parts(data: bytes) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    total = 0
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
        if len(entries) > MOST_PARTS:
            raise _UnsafeError(f"it holds more than {MOST_PARTS} parts")
        for entry in entries:
            if entry.is_dir():
                continue
            if entry.filename in parts:
                raise _UnsafeError("two of its parts have the same name")
            part = _read(package, entry, LARGEST - total)
            total += len(part)
            parts[entry.filename] = part
    return parts


def _read(package: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    """One part, read piece by piece: what an entry says of its size is not believed."""
    is_xml = entry.filename.lower().endswith((".xml", ".rels", ".vml"))
    limit = min(LARGEST_XML if is_xml else LARGEST_PART, room, max(_CHUNK, RATIO * max(entry.compress_size, 1)))
    out = bytearray()
    with package.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            out += piece
            if len(out) > limit:
                raise _UnsafeError("unpacked it would be far larger than such files are")
    part = bytes(out)
    if is_xml:
        if any(word in part for word in _DECLARED):
            raise _UnsafeError("its XML declares entities")
        if _ENCODING.match(part[:200]):
            raise _UnsafeError("its XML is in a character set that office programs do not write")
    return part


def repacked(parts: Mapping[str, bytes]) -> io.BytesIO:
    """The parts as a package again, for libraries that open one."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name), part)
    out.seek(0)
    return out
