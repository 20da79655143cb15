"""An independent reading of a SCORM 2004 package of one SCO: rules P1-P25 and S1-S10, in plain code.

It shares nothing with the code that writes packages, and reads the manifest twice: as XML, and as the literal text
that loosely written importers see.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from tests.targets.referee import file_rules, zip_rules

CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
ADL = "{http://www.adlnet.org/xsd/adlcp_v1p3}"
NAV = "{http://www.adlnet.org/xsd/adlnav_v1p3}"
SS = "{http://www.imsglobal.org/xsd/imsss}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
NCNAME = re.compile(r"[A-Za-z_][\w.-]*")
SHARE = re.compile(r"0(\.\d+)?|1(\.0+)?")
EDITIONS = ("2004 3rd Edition", "2004 4th Edition")
BUTTONS = {"previous", "continue", "exit", "exitAll", "abandon", "abandonAll", "suspendAll"}
ONCE = ("controlMode", "sequencingRules", "limitConditions", "rollupRules", "objectives", "deliveryControls")


def objections(data: bytes) -> list[str]:
    """The rules that the package ``data`` breaks, each as ``RULE what``; [] for a good one."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except zipfile.BadZipFile as error:
        return [f"Z1 {error}"]
    names = archive.namelist()
    if "imsmanifest.xml" not in names:
        return ["Z2 no imsmanifest.xml at the root"]
    text = archive.read("imsmanifest.xml")
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        return [f"Z3 {error}"]
    hrefs = [element.get("href", "") for element in root.iter(f"{CP}file")]
    version = root.findtext(f"{CP}metadata/{CP}schemaversion", "")
    return [
        *zip_rules(archive, names),
        *file_rules(names, hrefs),
        *_structure(root, version),
        *_resource(root, hrefs),
        *_item(root, version),
        *_sequencing(root),
        *_locations(root, names),
        *_literal(text.decode("utf-8")),
    ]


def _structure(root: ET.Element, version: str) -> Iterator[str]:
    if root.tag != f"{CP}manifest":
        yield f"P1 root is {root.tag}"
    parts = [child.tag.removeprefix(CP) for child in root]
    if parts != ["metadata", "organizations", "resources"]:
        yield f"P3 {parts}"
    schema = [child.tag.removeprefix(CP) for child in root.find(f"{CP}metadata") or ()][:2]
    if schema != ["schema", "schemaversion"] or root.findtext(f"{CP}metadata/{CP}schema") != "ADL SCORM":
        yield f"P4 {schema}"
    if version not in EDITIONS:
        yield f"P4 {version}"
    organizations = root.findall(f"{CP}organizations/{CP}organization")
    default = root.find(f"{CP}organizations")
    if default is None or default.get("default") not in [one.get("identifier") for one in organizations]:
        yield "P5 default organization"
    items = list(root.iter(f"{CP}item"))
    if len(organizations) != 1 or len(items) != 1:
        yield "P6 one organization with one item"
    for titled in (*organizations, *items):
        titles = titled.findall(f"{CP}title")
        if len(titles) != 1 or not (titles[0].text or "").strip() or len(titles[0].text or "") > 255:
            yield f"P6 P8 title of {titled.get('identifier')}"
    identifiers = [value for element in root.iter() if (value := element.get("identifier")) is not None]
    yield from (f"P7 twice: {value}" for value, count in Counter(identifiers).items() if count > 1)
    yield from (f"P7 no ID: {value}" for value in identifiers if not NCNAME.fullmatch(value) or len(value) > 200)
    yield from (f"P15 {one}" for one in root.findall(f"{CP}manifest"))


def _resource(root: ET.Element, hrefs: list[str]) -> Iterator[str]:
    resources = {one.get("identifier"): one for one in root.iter(f"{CP}resource")}
    yield from (f"P9 {item.attrib}" for item in root.iter(f"{CP}item") if item.get("identifierref") not in resources)
    for resource in resources.values():
        if resource.get("type") != "webcontent" or resource.get(f"{ADL}scormType") != "sco":
            yield f"P12 {resource.attrib}"
        if resource.get("href") not in hrefs:
            yield f"P13 {resource.get('href')} is no file of the resource"
        needs = [one.get("identifierref") for one in resource.findall(f"{CP}dependency")]
        yield from (f"P14 {need}" for need in needs if need not in resources)
    for element in root.iter():
        if element.tag != f"{CP}resource" and f"{ADL}scormType" in element.attrib:
            yield f"P16 {element.tag}"


def _item(root: ET.Element, version: str) -> Iterator[str]:
    """What tells an LMS how to run the item."""
    items = list(root.iter(f"{CP}item"))
    own = [child for item in items for child in item]
    for element in root.iter():
        if element.tag.startswith((ADL, NAV)) and element not in own and element.tag.endswith(("Threshold", "tation")):
            yield f"P24 P25 {element.tag} is not of an item"
        if element.tag.startswith(ADL) and element.tag != f"{ADL}completionThreshold":
            yield f"P19 {element.tag}"
    for threshold in root.iter(f"{ADL}completionThreshold"):
        if version.endswith("3rd Edition"):
            fits = not threshold.attrib and SHARE.fullmatch(threshold.text or "")
        else:
            given = dict(threshold.attrib)
            fits = not (threshold.text or "").strip() and given.pop("completedByMeasure", "") in {"true", "false"}
            fits = fits and SHARE.fullmatch(given.pop("minProgressMeasure", "")) and not given
        if not fits:
            yield f"P23 {threshold.attrib} {threshold.text}"
    yield from (f"P25 {one.text}" for one in root.iter(f"{NAV}hideLMSUI") if one.text not in BUTTONS)


def _sequencing(root: ET.Element) -> Iterator[str]:
    for sequencing in root.iter(f"{SS}sequencing"):
        counts = Counter(child.tag.removeprefix(SS) for child in sequencing)
        yield from (f"S1 {name}" for name in ONCE if counts[name] > 1)
        if {"ID", "IDRef"} & {*sequencing.attrib}:
            yield "S2 a collection of sequencing is not read everywhere"
        objectives = sequencing.find(f"{SS}objectives")
        if objectives is not None:
            if len(objectives.findall(f"{SS}primaryObjective")) != 1:
                yield "S6 primary objective"
            ids = [one.get("objectiveID", "") for one in objectives.findall(f"{SS}objective")]
            yield from (
                f"S6 {one!r}" for one, count in Counter(ids).items() if count > 1 or not re.fullmatch(r"\S+", one)
            )
    for measure in root.iter(f"{SS}minNormalizedMeasure"):
        if not re.fullmatch(r"-?(0(\.\d+)?|1(\.0+)?)", measure.text or ""):
            yield f"S8 {measure.text}"
    yield from (f"S7 {one.attrib}: some LMSs fail on mapInfo" for one in root.iter(f"{SS}mapInfo"))
    for mode in root.iter(f"{SS}controlMode"):
        if mode.get("choice") == "false" and mode.get("flow", "false") == "false":
            yield "S11 nothing can be reached"


def _locations(root: ET.Element, names: list[str]) -> Iterator[str]:
    locations = root.get(f"{XSI}schemaLocation", "").split()
    used = {element.tag[1:].partition("}")[0] for element in root.iter()} | {ADL.strip("{}")}
    controlled = any(name.endswith(".xsd") for name in names)
    if not controlled or "lom.xsd" in names:
        yield from (f"P22 {space} has no location" for space in sorted(used - set(locations[::2])))
    yield from (f"P22 remote location {place}" for place in locations[1::2] if "://" in place)
    if controlled:
        yield from (f"P21 {place} is not at the root" for place in locations[1::2] if place not in names)


def _literal(text: str) -> Iterator[str]:
    """What importers that read by prefix and regular expression stumble over."""
    yield from (f"numeric reference {match}" for match in re.findall(r"&#\w+;", text))
    yield from (f"entity {match}" for match in re.findall(r"&(?!amp;|lt;|gt;|quot;)\w*;?", text))
    yield from (f"{sign} in the manifest" for sign in ("<![CDATA[", "<!DOCTYPE", "<!--") if sign in text)
    for name in ("manifest", "organizations", "organization", "item", "title", "resources", "resource", "file"):
        if not re.search(rf"<{name}[ >]", text):
            yield f"<{name}> is not written without a prefix"
    for name in ("adlcp:completionThreshold", "imsss:sequencing", "imsss:primaryObjective", "adlnav:presentation"):
        if f"<{name}" not in text:
            yield f"<{name}> is not written so"
    if not re.search(r'<resource [^>]*\badlcp:scormType="sco"', text):
        yield "P12 adlcp:scormType is not written so"
