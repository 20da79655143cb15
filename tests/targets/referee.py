"""An independent reading of a SCORM 1.2 package: the zip rules Z1-Z13 and the packaging rules P1-P22, in plain code.

It shares nothing with the code that writes packages, and reads the manifest twice: as XML, and as the literal text
that loosely written importers see.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from io import BytesIO

CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
BASE = "{http://www.w3.org/XML/1998/namespace}base"
NCNAME = re.compile(r"[A-Za-z_][\w.-]*")


def objections(data: bytes) -> list[str]:
    """The rules that the package ``data`` breaks, each as ``RULE what``; [] for a good one."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except zipfile.BadZipFile as error:
        return [f"Z1 {error}"]
    assert archive.testzip() is None
    names = archive.namelist()
    if "imsmanifest.xml" not in names:
        return ["Z2 no imsmanifest.xml at the root"]
    text = archive.read("imsmanifest.xml")
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        return [f"Z3 {error}"]
    hrefs = [element.get("href", "") for element in root.iter(f"{CP}file")]
    return [
        *zip_rules(archive, names),
        *file_rules(names, hrefs),
        *_structure(root),
        *_resources(root, hrefs),
        *_references(root, names),
        *_runtime(root),
        *_literal(text.decode("utf-8")),
    ]


def zip_rules(archive: zipfile.ZipFile, names: list[str]) -> list[str]:
    """Z4-Z7 and Z11 of the entries, and our own: no dates, sorted names."""
    found = []
    for info in archive.infolist():
        name = info.filename
        if name.startswith("/") or ".." in name.split("/") or "\\" in name or re.match("[A-Za-z]:", name):
            found.append(f"Z4 {name}")
        if not name.isascii() and not info.flag_bits & 0x800:
            found.append(f"Z6 {name}")
        if info.flag_bits & 1:
            found.append(f"Z6 encrypted {name}")
        if re.search(r"(^|/)(__MACOSX|\.DS_Store|Thumbs\.db)", name):
            found.append(f"Z7 {name}")
        if name.endswith("/"):
            found.append(f"Z11 folder entry {name}")
        if info.date_time != (1980, 1, 1, 0, 0, 0):
            found.append(f"date of {name}")
    found += [f"Z5 {name}" for name, count in Counter(name.lower() for name in names).items() if count > 1]
    if names != sorted(names):
        found.append("not sorted")
    return found


def file_rules(names: list[str], hrefs: list[str]) -> list[str]:
    """Z8-Z13 of the ``names`` in a package and the ``hrefs`` of its manifest's files."""
    content = {name for name in names if name != "imsmanifest.xml" and not name.endswith((".xsd", ".dtd"))}
    capitals = {name.casefold() for name in content}
    found = [f"Z8 {href} is not in the package" for href in hrefs if href.casefold() not in capitals]
    found += [f"Z9 {href}" for href in hrefs if href not in content and href.casefold() in capitals]
    found += [f"Z11 {name} is not in the manifest" for name in sorted(content - set(hrefs))]
    found += [f"file twice: {href}" for href, count in Counter(hrefs).items() if count > 1]
    found += [f"Z12 {href}" for href in hrefs if re.search(r"[\s\\]|^/", href)]
    found += [f"Z13 {href}" for href in hrefs if "://" in href]
    found += [f"Z10 {href}" for href in hrefs if href.startswith("../")]
    return found


def _structure(root: ET.Element) -> list[str]:
    found = []
    if root.tag != f"{CP}manifest":
        found.append(f"P1 root is {root.tag}")
    parts = [child.tag.removeprefix(CP) for child in root]
    if parts != ["metadata", "organizations", "resources"]:
        found.append(f"P3 {parts}")
    schema = [(child.tag.removeprefix(CP), child.text) for child in root.find(f"{CP}metadata") or ()][:2]
    if schema != [("schema", "ADL SCORM"), ("schemaversion", "1.2")]:
        found.append(f"P4 {schema}")
    organizations = root.findall(f"{CP}organizations/{CP}organization")
    default = root.find(f"{CP}organizations")
    if default is None or default.get("default") not in [one.get("identifier") for one in organizations]:
        found.append("P5 default organization")
    items = list(root.iter(f"{CP}item"))
    resources = {one.get("identifier") for one in root.iter(f"{CP}resource")}
    if len(organizations) != 1 or len(items) != 1:
        found.append("P6 one organization with one item")
    for titled in (*organizations, *items):
        titles = titled.findall(f"{CP}title")
        if len(titles) != 1 or not (titles[0].text or "").strip() or len(titles[0].text or "") > 255:
            found.append(f"P6 P8 title of {titled.get('identifier')}")
    found += [f"P9 {item.get('identifierref')}" for item in items if item.get("identifierref") not in resources]
    identifiers = [value for element in root.iter() if (value := element.get("identifier")) is not None]
    found += [f"P7 {value}" for value, count in Counter(identifiers).items() if count > 1]
    found += [f"P7 not an ID: {value}" for value in identifiers if not NCNAME.fullmatch(value)]
    found += [f"P18 {value}" for value in identifiers if len(value) > 200]
    found += [f"P15 {one}" for one in root.findall(f"{CP}manifest")]
    return found


def _resources(root: ET.Element, hrefs: list[str]) -> list[str]:
    found = []
    for resource in root.iter(f"{CP}resource"):
        if resource.get("type") != "webcontent" or resource.get(f"{ADL}scormtype") != "sco":
            found.append(f"P12 {resource.attrib}")
        if resource.get("href") not in hrefs:
            found.append(f"P13 {resource.get('href')} is no file of the resource")
    locations = root.get(f"{XSI}schemaLocation", "").split()
    used = {element.tag[1:].partition("}")[0] for element in root.iter()} | {ADL.strip("{}")}
    found += [f"P22 {space} has no location" for space in sorted(used - set(locations[::2]))]
    found += [f"P22 remote location {place}" for place in locations[1::2] if "://" in place]
    return found


def _references(root: ET.Element, names: list[str]) -> list[str]:
    found = []
    for item in root.iter(f"{CP}item"):
        refers = item.get("identifierref")
        if (refers is None) != (item.find(f"{CP}item") is not None):
            found.append(f"P10 {item.get('identifier')}")
        if item.get("parameters") is not None and refers is None:
            found.append(f"P11 {item.get('identifier')}")
    resources = {one.get("identifier"): one for one in root.iter(f"{CP}resource")}
    for name, resource in resources.items():
        needs = [one.get("identifierref") for one in resource.findall(f"{CP}dependency")]
        found += [f"P14 {name} needs {need}" for need in needs if need not in resources or need == name]
    metadata = [element for one in root.iter(f"{CP}metadata") for element in one.iter(f"{ADL}location")]
    found += [f"P17 {one.text}" for one in root.iter(f"{ADL}location") if one not in metadata or one.text not in names]
    bases = [base for element in root.iter() if (base := element.get(BASE)) is not None]
    found += [f"Z12 {base}" for base in bases if not re.fullmatch(r"[^/\\\s][^\\\s]*/", base)]
    return found


def _runtime(root: ET.Element) -> list[str]:
    """Names, places and values of what tells an LMS how to run an item."""
    known = {
        "location": r".{1,2000}",
        "prerequisites": r".{1,200}",
        "maxtimeallowed": r"\d{2,4}:\d\d:\d\d(\.\d{1,2})?",
        "timelimitaction": r"(exit|continue),(no )?message",
        "datafromlms": r".{0,4000}",
        "masteryscore": r"\d{1,2}(\.\d+)?|100",
    }
    found = []
    for element in root.iter():
        found += [f"P16 {key}" for key in element.attrib if key == f"{ADL}scormtype" and element.tag != f"{CP}resource"]
        found += [f"P19 {key}" for key in element.attrib if key.startswith(ADL) and key != f"{ADL}scormtype"]
        found += [f"P18 {key}" for key, most in (("href", 2000), ("version", 20)) if len(element.get(key, "")) > most]
        if not element.tag.startswith(ADL):
            continue
        name = element.tag.removeprefix(ADL)
        if name not in known:
            found.append(f"P19 {name}")
        elif not re.fullmatch(known[name], element.text or "", re.DOTALL):
            found.append(f"P18 P20 {name} is {element.text}")
    return found


def uncontrolled(data: bytes) -> list[str]:
    """P21: the schemas that the manifest of ``data`` names, as far as they are not at the root."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("imsmanifest.xml"))
        named = root.get(f"{XSI}schemaLocation", "").split()[1::2]
        return [f"P21 {name}" for name in named if name not in archive.namelist()]


def _literal(text: str) -> list[str]:
    """What importers that read by prefix and regular expression stumble over."""
    found = []
    found += [f"numeric reference {match}" for match in re.findall(r"&#\w+;", text)]
    found += [f"entity {match}" for match in re.findall(r"&(?!amp;|lt;|gt;|quot;)\w*;?", text)]
    found += [f"{sign} in the manifest" for sign in ("<![CDATA[", "<!DOCTYPE", "<!--", "masteryscore") if sign in text]
    for name in ("manifest", "organizations", "organization", "item", "title", "resources", "resource", "file"):
        if not re.search(rf"<{name}[ >]", text):
            found.append(f"<{name}> is not written without a prefix")
    if not re.search(r'<resource [^>]*\badlcp:scormtype="sco"', text):
        found.append("P12 adlcp:scormtype is not written so")
    return found
