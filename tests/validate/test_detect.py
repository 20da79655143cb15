"""Formats and versions are named, mistakes or not; what has none is told what it looks like."""

from __future__ import annotations

import gzip
import io
import tarfile
from pathlib import Path

import pytest

from builder.validate.run import validate
from tests.validate.packages import CMI5, CP, IMSCP, PAGE, SCORM12, SCORM2004, Sample, changed, package

CC = """<manifest identifier="M" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"><metadata>
<schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion></metadata>
<organizations/><resources/></manifest>"""
QTI = f"""<manifest identifier="M" xmlns="{CP}"><metadata>
<schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata><organizations/>
<resources><resource identifier="R" type="imsqti_item_xmlv2p1" href="q.xml"/></resources></manifest>"""
BACKUP = "<moodle_backup><information/></moodle_backup>"


def manifest(text: str) -> Sample:
    return package({"imsmanifest.xml": text, "index.html": PAGE})


def tar_of(*names: str) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = len(BACKUP)
            archive.addfile(info, io.BytesIO(BACKUP.encode()))
    return gzip.compress(buffer.getvalue(), mtime=0)  # names of tests are made of it


FOURTH = "2004 4th Edition"
NO_ADL = SCORM12.replace("adlcp_rootv1p2", "other")
NAMED = {
    "SCORM 1.2": [
        manifest(SCORM12),
        manifest(SCORM12.replace(">1.2<", ">1.3 beta<")),
        manifest(SCORM12.replace("ADL SCORM", "")),
        manifest(NO_ADL),
        manifest(SCORM12.replace("</resources>", "")),  # not well-formed
        package({"IMSManifest.XML": SCORM12}),
    ],
    "SCORM 2004 2nd Edition": [manifest(SCORM2004.replace(FOURTH, "CAM 1.3"))],
    "SCORM 2004 3rd Edition": [
        manifest(SCORM2004.replace(FOURTH, "2004 3rd Edition")),
        manifest(SCORM2004.replace(FOURTH, "2004 3RD edition")),
        manifest(SCORM2004.replace(FOURTH, "")),
    ],
    "SCORM 2004 4th Edition": [
        manifest(SCORM2004),
        manifest(
            changed(
                SCORM2004, (FOURTH, "2004"), ("<organization ", '<organization adlcp:sharedDataGlobalToSystem="true" ')
            )
        ),
    ],
    "IMS Content Package 1.1.4": [manifest(IMSCP)],
    "IMS Content Package": [manifest("<manifest/>"), manifest("nothing at all")],
    "IMS Common Cartridge 1.0": [manifest(CC.replace("imsccv1p1/", "imscc/"))],
    "IMS Common Cartridge 1.1": [manifest(CC), package({"imsmanifest.xml": CC}, "course.imscc")],
    "IMS Common Cartridge 1.2": [manifest(CC.replace("imsccv1p1", "imsccv1p2"))],
    "IMS Common Cartridge 1.3": [manifest(CC.replace("imsccv1p1", "imsccv1p3"))],
    "IMS Common Cartridge 1.4": [manifest(CC.replace("imsccv1p1", "imsccv1p4"))],
    "IMS Thin Common Cartridge 1.1": [manifest(CC.replace("IMS Common", "IMS Thin Common"))],
    "IMS QTI 1.2 package": [
        manifest(QTI.replace("imsqti_item_xmlv2p1", "imsqti_xmlv1p2").replace("QTIv2.1 Package", ""))
    ],
    "IMS QTI 2.1 package": [manifest(QTI), manifest(QTI.replace("QTIv2.1 Package", "IMS Content"))],
    "IMS QTI 2.2 package": [manifest(QTI.replace("2.1", "2.2").replace("v2p1", "v2p2"))],
    "IMS QTI 3.0 package": [manifest(QTI.replace("QTIv2.1 Package", "QTI Package").replace("v2p1", "v3p0"))],
    "IMS QTI 1.2 document": [Sample("q.xml", b"<questestinterop/>")],
    "IMS QTI 2.1 document": [Sample("q.xml", b'<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"/>')],
    "IMS QTI 2.2 document": [Sample("q.xml", b'<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2"/>')],
    "IMS QTI 3.0 document": [Sample("q.xml", b"<qti-assessment-item/>")],
    "cmi5": [package({"cmi5.xml": CMI5, "index.html": PAGE})],
    "cmi5 course structure": [Sample("cmi5.xml", CMI5.encode())],
    "Moodle XML": [Sample("q.xml", b"<?xml version='1.0'?><quiz/>"), Sample("q.txt", "\ufeff<quiz/>".encode())],
    "GIFT": [
        Sample("q.gift", b"Anything"),
        Sample("q.txt", b"::Q1:: Two and two {=4 ~5}"),
        Sample("q.txt", b"// a comment\n\nRight? {T}"),
        Sample("q.txt", b"Say why. {}"),
    ],
    "Moodle backup": [
        package({"moodle_backup.xml": BACKUP}, "course.mbz"),
        Sample("course.mbz", tar_of("moodle_backup.xml")),
        Sample("course.mbz", tar_of("./moodle_backup.xml", "./" + "a/" * 60 + "b.xml")),
    ],
}
UNKNOWN = {
    "Word document": package({"word/document.xml": "<document/>"}, "a.docx"),
    "H5P": package({"h5p.json": "{}"}, "a.h5p"),
    "EPUB": package({"META-INF/container.xml": "<container/>"}, "a.epub"),
    "xAPI": package({"tincan.xml": "<tincan/>"}),
    "AICC": package({"course.cst": "x"}),
    "web site": package({"index.html": PAGE}),
    "empty": package({}),
    "another archive": package({"course.zip": "x"}),
    "has no imsmanifest.xml": package({"a.txt": "x"}),
    "a PDF document": Sample("a.pdf", b"%PDF-1.7"),
    "a picture": Sample("a.png", b"\x89PNG\r\n\x1a\n\0\0\0"),
    "neither zip nor text": Sample("a.bin", b"\x01\0\x02"),
    "Aiken": Sample("a.txt", b"What is it?\nA. This\nB. That\nANSWER: B\n"),
    "web page": Sample("a.html", PAGE.encode()),
    "bare imsmanifest.xml": Sample("imsmanifest.xml", SCORM12.encode()),
    "no well-formed XML": Sample("a.xml", b""),
    "without questions": Sample("a.txt", b"A letter to the reader."),
    "<svg>": Sample("a.xml", b"<svg/>"),
    "sub-folder": package({"a/imsmanifest.xml": SCORM12}),
    "`a\\imsmanifest.xml`": package({"a\\imsmanifest.xml": SCORM12}),
    "a RAR archive": Sample("a.zip", b"Rar!\x1a\x07\x00"),
    "an error message": Sample("a.zip", b"<html>Not found</html>"),
    "it is empty": Sample("a.zip", b""),
    "cut off": Sample("a.zip", manifest(SCORM12).data[:-40]),
}


@pytest.mark.parametrize(
    ("title", "sample"), [(title, one) for title, samples in NAMED.items() for one in samples], ids=str
)
def test_a_format_is_named(title: str, sample: Sample, tmp_path: Path) -> None:
    file = tmp_path / sample.name
    file.write_bytes(sample.data)
    verdict = validate(file)
    assert verdict.format
    assert verdict.format.title == title


@pytest.mark.parametrize("words", UNKNOWN)
def test_what_is_no_package_is_told_what_it_is(words: str, tmp_path: Path) -> None:
    file = tmp_path / UNKNOWN[words].name
    file.write_bytes(UNKNOWN[words].data)
    verdict = validate(file)
    assert verdict.format is None
    (found,) = verdict.diagnostics
    assert found.is_error
    if words != "sub-folder":
        assert words in found.message


def test_a_tar_is_read_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "course.mbz"
    file.write_bytes(tar_of("moodle_backup.xml", "a" * 120 + "/b.xml", "files/aa/bb"))
    verdict = validate(file)
    assert verdict.weight
    assert verdict.weight.files == 3
    assert ("a" * 120 + "/b.xml", len(BACKUP)) in verdict.weight.biggest


@pytest.mark.parametrize("cut", [20, 100, 150])
def test_a_damaged_tar_is_said_to_be_so(cut: int, tmp_path: Path) -> None:
    whole = tar_of("moodle_backup.xml", "b.xml")
    file = tmp_path / "course.mbz"
    for data in (whole[:cut], gzip.compress(b"no tar" * 200), gzip.compress(gzip.decompress(whole)[: cut * 4])):
        file.write_bytes(data)
        assert [one.code.id for one in validate(file).diagnostics if one.is_error][:1] == ["Z1"]
