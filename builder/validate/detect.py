"""Names the format of a package by what it declares, and is not put off by mistakes in that: those are findings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from builder.validate.box import kind_of
from builder.validate.subject import Box, Damaged, Format, Subject
from builder.validate.xml import local, namespace, parse, text_of, value

MANIFEST = "imsmanifest.xml"
MAINS = (MANIFEST, "cmi5.xml", "moodle_backup.xml")
"""The documents that say what a package is, at its root."""

CARTRIDGE = re.compile(r"imsccv1p(\d)|/imscc/imscp_v1p1")
QTI_TYPE = re.compile(r"imsqti_(?:\w+_)?xmlv(\d)p(\d)")
QTI_SPACE = re.compile(r"imsqti(?:asi)?_v(\d)p(\d)|ims_qtiasiv(\d)p(\d)")
FEATURES_4TH = ("completedByMeasure", "minProgressMeasure", "progressWeight", "sharedDataGlobalToSystem")
"""Attributes that only the 4th Edition has."""


class Unknown(Exception):  # noqa: N818 - a verdict on a package
    """No known format; the message says what it looks like instead, ``found`` where a manifest lies in a sub-folder."""

    def __init__(self, why: str, found: str = "") -> None:
        super().__init__(why)
        self.found = found


def detect(box: Box) -> Subject:
    """The subject that ``box`` is. Raises Unknown."""
    if not _is_bare(box):
        main = _main(box)
        kind = {"cmi5.xml": Format("cmi5", "1.0", "cmi5"), "moodle_backup.xml": Format("mbz", "2", "Moodle backup")}
        return Subject(box, kind.get(main.lower()) or _of_manifest(_recovered(box, main)), main)
    (main,) = box.sizes
    return Subject(box, _of_file(box, main), main)


def _is_bare(box: Box) -> bool:
    """Whether the box is one file that is no archive."""
    return list(box.sizes) == [box.name]


def _main(box: Box) -> str:
    roots = {path.lower(): path for path in box.sizes if "/" not in path}
    for main in MAINS:
        if main in roots:
            return main if main in box.sizes else roots[main]
    inside = sorted((path for path in box.sizes if path.lower().endswith(MAINS)), key=lambda path: path.count("/"))
    for path in inside:
        if re.split(r"[/\\]", path)[-1].lower() in MAINS:
            raise Unknown(f"its {path.rpartition('/')[2] or path} is in a sub-folder", path)
    raise Unknown(_looks_like(box.sizes))


def _looks_like(paths: Iterable[str]) -> str:
    names = {path.lower() for path in paths}
    for sign, what in (
        ("word/document.xml", "it is a Word document"),
        ("xl/workbook.xml", "it is an Excel workbook"),
        ("ppt/presentation.xml", "it is a PowerPoint presentation"),
        ("h5p.json", "it is an H5P package"),
        ("meta-inf/container.xml", "it is an EPUB book"),
        ("tincan.xml", "it is an xAPI package (tincan.xml), which SCORM and cmi5 platforms do not take"),
        ("content.xml", "it is an office document or an eXeLearning source file"),
    ):
        if sign in names:
            return what
    if not names:
        return "it is empty"
    for suffix, what in (
        (".cst", "it is an AICC course"),
        (".gift", "it is an archive of GIFT files: give the files themselves"),
        (".zip", "it holds another archive: unpack the outer one"),
        ("index.html", "it is a plain web site"),
    ):
        if any(name.endswith(suffix) for name in names):
            return what
    return f"it has no {MANIFEST}, cmi5.xml or moodle_backup.xml"


def _recovered(box: Box, path: str) -> etree._Element | None:
    """The document, or what can be made of it, so that a damaged one still has a name."""
    try:
        return parse(box.read(path), recover=True)
    except Damaged:
        return None


def _of_manifest(root: etree._Element | None) -> Format:
    if root is None:
        return _cp("")
    spaces = {space for space in root.nsmap.values() if space} | {namespace(root)}
    schema = " ".join(text_of(one) for one in root.iterfind("{*}metadata/{*}schema")).lower()
    version = " ".join(text_of(one) for one in root.iterfind("{*}metadata/{*}schemaversion"))
    if "common cartridge" in schema or any(CARTRIDGE.search(space) for space in spaces):
        return _cartridge(spaces, schema, version)
    if "qti" in schema:
        return _qti(root, spaces, schema)
    if scorm := _scorm(root, spaces, schema, version):
        return scorm
    types = [value(one, "type") for one in root.iterfind(".//{*}resource")]
    if any(QTI_TYPE.match(one) for one in types) or any("/qti/" in space for space in spaces):
        return _qti(root, spaces, schema)
    return _cp(version)


def _cartridge(spaces: Iterable[str], schema: str, version: str) -> Format:
    told = next((found for space in sorted(spaces) if (found := CARTRIDGE.search(space))), None)
    if told is not None:
        minor = told[1] or "0"
    else:
        match = re.match(r"1\.(\d)", version)
        minor = match[1] if match else "1"
    thin = "Thin " if "thin" in schema else ""
    return Format("imscc", f"1.{minor}.0", f"IMS {thin}Common Cartridge 1.{minor}")


def _qti(root: etree._Element, spaces: Iterable[str], schema: str) -> Format:
    told = re.search(r"qtiv?(\d)\.(\d)", schema)
    if told is None:
        types = (QTI_TYPE.match(value(one, "type")) for one in root.iterfind(".//{*}resource"))
        told = next((found for found in types if found), None)
    if told is not None:
        version = f"{told[1]}.{told[2]}"
    else:
        version = "3.0" if "qti package" in schema or any("v3p0" in space for space in spaces) else "2.1"
    return Format("qti", version, f"IMS QTI {version} package")


def _scorm(root: etree._Element, spaces: set[str], schema: str, version: str) -> Format | None:
    plain = version.lower()
    if any("adlcp_v1p3" in space or "adlseq" in space or "adlnav" in space for space in spaces):
        return _scorm2004(root, plain)
    if any("adlcp_rootv1p" in space for space in spaces):
        return Format("scorm12", "1.2", "SCORM 1.2")
    if "adl" in schema or "scorm" in schema:
        is_new = "2004" in plain or "1.3" in plain or (plain != "1.2" and "imscp_v1p1" in namespace(root))
        return _scorm2004(root, plain) if is_new else Format("scorm12", "1.2", "SCORM 1.2")
    return None


def _scorm2004(root: etree._Element, version: str) -> Format:
    for sign in ("4th", "3rd", "2nd"):
        if sign in version:
            return Format("scorm2004", f"2004 {sign} Edition", f"SCORM 2004 {sign} Edition")
    if "1.3" in version:
        return Format("scorm2004", "2004 2nd Edition", "SCORM 2004 2nd Edition")
    if any(str(name).rpartition("}")[2] in FEATURES_4TH for one in root.iter("{*}*") for name in one.attrib):
        return Format("scorm2004", "2004 4th Edition", "SCORM 2004 4th Edition")
    return Format("scorm2004", "2004 3rd Edition", "SCORM 2004 3rd Edition")


def _cp(version: str) -> Format:
    told = re.fullmatch(r"1\.[12](\.\d)?", version)
    return Format("imscp", version if told else "1.1", f"IMS Content Package {version if told else ''}".strip())


def _of_file(box: Box, name: str) -> Format:
    data = box.read(name)
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:5]
    is_xml = name.lower().endswith(".xml") or start.startswith(b"<?xml") or start[:2] in (b"\xff\xfe", b"\xfe\xff")
    if is_xml or start.startswith(b"<"):
        return _of_xml(_recovered(box, name))
    if b"\0" in data[:4096]:
        raise Unknown(f"it is {kind_of(data)}" if kind_of(data) != "no zip archive" else "it is neither zip nor text")
    text = data.decode("utf-8", "replace")
    if re.search(r"^ANSWER:\s*[A-Z]\s*$", text, re.MULTILINE):
        raise Unknown("it is a text of questions in Aiken format")
    if name.lower().endswith(".gift") or re.search(r"\{\s*(?:[=~#]|T\b|F\b|TRUE\b|FALSE\b)|^::|\{\s*\}", text, re.M):
        return Format("gift", "", "GIFT")
    raise Unknown(f"it is {kind_of(data)}" if data[:1] in b"%{" and data else "it is a text without questions in GIFT")


def _of_xml(root: etree._Element | None) -> Format:
    name = local(root) if root is not None else ""
    if root is None or not name:
        raise Unknown("it is no well-formed XML")
    if name == "courseStructure":
        return Format("cmi5", "1.0", "cmi5 course structure")
    if name == "quiz":
        return Format("moodlexml", "", "Moodle XML")
    told = QTI_SPACE.search(namespace(root))
    if name == "questestinterop":
        return Format("qti", "1.2", "IMS QTI 1.2 document")
    if name.startswith("qti-") or re.match(r"assessment(Item|Test|Section|Stimulus)", name):
        version = "3.0" if name.startswith("qti-") else f"{told[1]}.{told[2]}" if told and told[1] else "2.1"
        return Format("qti", version, f"IMS QTI {version} document")
    others = {
        "manifest": f"it is a bare {MANIFEST}: give the whole package, with its files, as a zip",
        "moodle_backup": "it is one document of a Moodle backup: give the whole .mbz",
        "html": "it is a web page",
    }
    raise Unknown(others.get(name, f"its root element <{name[:60]}> belongs to no known format"))
