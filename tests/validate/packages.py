"""Small packages made in code, and what a test of a rule consists of."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple

S12 = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL12 = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
MD12 = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
PAGE = '<!DOCTYPE html><html lang="en"><head><title>A</title></head><body><p>Text</p></body></html>'


class Sample(NamedTuple):
    """A package as it would lie on disk."""

    name: str
    data: bytes


class Case(NamedTuple):
    """A package that breaks a rule, and one that keeps it and has no error at all."""

    breaking: Sample
    keeping: Sample
    lms: str = ""
    schemas: bool = False
    """Whether the schemas must be at hand."""


def zip_of(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of ``files``, in their order."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def package(files: Mapping[str, str | bytes], name: str = "package.zip") -> Sample:
    """``files`` as a zip called ``name``."""
    return Sample(name, zip_of(files))


def changed(text: str, *changes: tuple[str, str]) -> str:
    """``text`` with each first text of ``changes`` replaced by the second; it must be there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


SCORM12 = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M-1" version="1.0" xmlns="{S12}" xmlns:adlcp="{ADL12}" xmlns:xsi="{XSI}"
 xsi:schemaLocation="{S12} imscp_rootv1p1p2.xsd {ADL12} adlcp_rootv1p2.xsd">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="O-1"><organization identifier="O-1"><title>Course</title>
<item identifier="I-1" identifierref="R-1"><title>Lesson</title></item>
</organization></organizations>
<resources><resource identifier="R-1" type="webcontent" adlcp:scormtype="sco" href="index.html">
<file href="index.html"/></resource></resources>
</manifest>"""

_SPACES = {
    "": CP,
    "adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
    "adlseq": "http://www.adlnet.org/xsd/adlseq_v1p3",
    "adlnav": "http://www.adlnet.org/xsd/adlnav_v1p3",
    "imsss": "http://www.imsglobal.org/xsd/imsss",
}
_XMLNS = " ".join(f'xmlns{":" if prefix else ""}{prefix}="{space}"' for prefix, space in _SPACES.items())
_PLACES = " ".join(f"{space} {prefix or 'imscp'}.xsd" for prefix, space in _SPACES.items())

SCORM2004 = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M-1" version="1" {_XMLNS} xmlns:xsi="{XSI}" xsi:schemaLocation="{_PLACES}">
<metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
<organizations default="O-1"><organization identifier="O-1"><title>Course</title>
<item identifier="I-1" identifierref="R-1"><title>Lesson</title></item>
</organization></organizations>
<resources><resource identifier="R-1" type="webcontent" adlcp:scormType="sco" href="index.html">
<file href="index.html"/></resource></resources>
</manifest>"""

IMSCP = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M-1" xmlns="{CP}">
<metadata><schema>IMS Content</schema><schemaversion>1.1.4</schemaversion></metadata>
<organizations default="O-1"><organization identifier="O-1"><title>Course</title>
<item identifier="I-1" identifierref="R-1"><title>Lesson</title></item>
</organization></organizations>
<resources><resource identifier="R-1" type="webcontent" href="index.html"><file href="index.html"/></resource>
</resources></manifest>"""

CMI5 = """<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="https://example.org/c"><title><langstring lang="en">Course</langstring></title>
<description><langstring lang="en">What it is</langstring></description></course>
<au id="https://example.org/c/1" moveOn="Completed" masteryScore="0.8" launchMethod="AnyWindow">
<title><langstring lang="en">Lesson</langstring></title><description><langstring lang="en">What it is</langstring>
</description><url>index.html</url></au>
</courseStructure>"""


def scorm12(*changes: tuple[str, str], **more: str | bytes) -> Sample:
    """A SCORM 1.2 package of one page, its manifest changed; ``more`` are files by the names of Python (a_js: a.js)."""
    return _with_manifest(changed(SCORM12, *changes), more)


def scorm2004(*changes: tuple[str, str], **more: str | bytes) -> Sample:
    """A SCORM 2004 4th Edition package of one page, as ``scorm12``."""
    return _with_manifest(changed(SCORM2004, *changes), more)


def imscp(*changes: tuple[str, str], **more: str | bytes) -> Sample:
    """An IMS content package of one page, as ``scorm12``."""
    return _with_manifest(changed(IMSCP, *changes), more)


def cmi5(*changes: tuple[str, str], name: str = "package.zip") -> Sample:
    """A cmi5 package of one page; a bare course structure under a ``name`` that ends in xml."""
    text = changed(CMI5, *changes)
    if name.endswith(".xml"):
        return Sample(name, text.encode())
    return package({"cmi5.xml": text, "index.html": PAGE}, name)


def _with_manifest(manifest: str, more: Mapping[str, str | bytes]) -> Sample:
    files = {name if "." in name else name.replace("_", "."): data for name, data in more.items()}
    return package({"imsmanifest.xml": manifest, "index.html": PAGE, **files})
