"""The archive: Z1-Z6, Z14-Z16, and what is no package."""

from __future__ import annotations

import struct
import warnings
import zipfile
from io import BytesIO

from tests.validate.packages import PAGE, SCORM12, Case, Sample, package, scorm12, zip_of

FILES = {"imsmanifest.xml": SCORM12, "index.html": PAGE}


def zipped(*entries: tuple[str, str], mode: int = 0) -> Sample:
    """A zip with entries that ``zipfile`` lets through: twice the same, out of the package, links."""
    buffer = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as archive:
        warnings.simplefilter("ignore")  # of a name that stands twice
        for path, data in (*FILES.items(), *entries):
            info = zipfile.ZipInfo("x", (1980, 1, 1, 0, 0, 0))
            info.filename = path  # as it is, even with a backslash
            info.create_system = 3
            info.external_attr = mode << 16
            archive.writestr(info, data)
    return Sample("package.zip", buffer.getvalue())


def encrypted(sample: Sample) -> Sample:
    """With the flag of encryption on the second entry."""
    data = bytearray(sample.data)
    place = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    data[place + 8] |= 1
    return Sample(sample.name, bytes(data))


def lying(size: int) -> Sample:
    """A page whose directory entry says that it has ``size`` octets."""
    data = bytearray(zip_of(FILES))
    place = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    data[place + 24 : place + 28] = struct.pack("<I", size)
    return Sample("package.zip", bytes(data))


CASES = {
    "N1": Case(package({"word/document.xml": "<document/>"}, "course.docx"), scorm12()),
    "Z1": Case(Sample("package.zip", scorm12().data[:300]), scorm12()),
    "Z2": Case(package({f"course/{path}": data for path, data in FILES.items()}), scorm12()),
    "Z3": Case(
        scorm12(("</resources>", "")),
        Sample("bom.zip", package({**FILES, "imsmanifest.xml": b"\xef\xbb\xbf" + SCORM12.encode()}).data),
    ),
    "Z4": Case(zipped(("../evil.js", "x")), package({**FILES, "a..b/c.js": "x"})),
    "Z5": Case(zipped(("index.html", PAGE)), zipped(("Index.html", PAGE))),
    "Z6": Case(encrypted(scorm12()), scorm12()),
    "Z14": Case(package({**FILES, "zeros.bin": bytes(30_000_000)}), package({**FILES, "zeros.bin": bytes(19_000_000)})),
    "Z15": Case(lying(7), Sample("before.zip", b"#!/bin/sh\n" + scorm12().data)),
    "Z16": Case(zipped(mode=0o120777), zipped(mode=0o100644)),
}
