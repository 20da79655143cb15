"""An independent reader of Common Cartridge 1.1: the rules of its schemas' Schematron and of STANDARDS, in plain code.

``objections(zip)`` is [] for a cartridge that every known importer takes; a line begins with the number of its rule.
``questions(zip)`` and ``outline(zip)`` read a cartridge back without anything of the target's own.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import NamedTuple

CP = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
LOM = "{http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest}"
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
WL = "{http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1}"
DT = "{http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1}"

PAGE, LINK, TOPIC = "webcontent", "imswl_xmlv1p1", "imsdt_xmlv1p1"
ASSESSMENT = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
BANK = "imsqti_xmlv1p2/imscc_xmlv1p1/question-bank"
ROOTS = {
    LINK: f"{WL}webLink",
    TOPIC: f"{DT}topic",
    ASSESSMENT: f"{QTI}questestinterop",
    BANK: f"{QTI}questestinterop",
}
TEST_FIELDS = {
    "cc_profile": r"cc\.exam\.v0p1",
    "qmd_assessmenttype": "Examination",
    "qmd_scoretype": "Percentage",
    "qmd_feedbackpermitted": "Yes|No",
    "qmd_hintspermitted": "Yes|No",
    "qmd_solutionspermitted": "Yes|No",
    "qmd_timelimit": r"[1-9]\d{0,5}",
    "cc_allow_late_submission": "Yes|No",
    "cc_maxattempts": "Examination|[1-5]|unlimited",
}
PROFILES = "multiple_choice|multiple_response|true_false|fib|pattern_match|essay"
ITEM_FIELDS = {
    "cc_profile": rf"cc\.({PROFILES})\.v0p1",
    "cc_weighting": r"[1-9]\d?",
    "cc_question_category": ".+",
    "qmd_scoringpermitted": "Yes",
    "qmd_computerscored": "Yes|No",
}


class Question(NamedTuple):
    """An item as read back; texts are HTML, ``right`` idents or texts, ``told`` feedback by the answer it is for."""

    file: str
    ident: str
    title: str
    profile: str
    weight: int
    prompt: str
    labels: dict[str, str]
    right: tuple[str, ...]
    told: dict[str, str]
    general: str


def objections(data: bytes) -> list[str]:
    """What an importer could object to."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        if "imsmanifest.xml" not in names:
            return ["Z2 no manifest"]
        text = archive.read("imsmanifest.xml")
        root = ET.fromstring(text)
        found = [f"Z5 {name}" for name, count in Counter(map(str.casefold, names)).items() if count > 1]
        if CP[1:-1].encode() not in text[:1024] or b"<manifest" not in text[:1024]:
            found.append("the default namespace does not stand in the first 1024 bytes")
        found += _manifest(root)
        found += _outline(root)
        found += _resources(root, names)
        for resource in root.iter(f"{CP}resource"):
            path = "".join(one.get("href", "") for one in resource.findall(f"{CP}file"))
            kind = resource.get("type", "")
            if path in names and kind in ROOTS:
                document = ET.fromstring(archive.read(path))
                if document.tag != ROOTS[kind]:
                    found.append(f"C16 {path} is a {document.tag}")
                for item in document.iter(f"{QTI}item"):
                    found += [f"{one} ({path}, {item.get('ident')})" for one in _item(item)]
                found += [f"{one} ({path})" for one in _assessment(document)]
                needs = {one.get("identifierref") for one in resource.findall(f"{CP}dependency")}
                found += _pictures(path, document, _hrefs(root, needs))
            if kind == PAGE and path in names and path.endswith(".html"):
                needs = {one.get("identifierref") for one in resource.findall(f"{CP}dependency")}
                found += _page(path, archive.read(path), names, _hrefs(root, needs))
    return found


def _hrefs(root: ET.Element, wanted: set[str | None]) -> set[str]:
    return {one.get("href", "") for one in root.iter(f"{CP}resource") if one.get("identifier") in wanted}


def _manifest(root: ET.Element) -> Iterator[str]:
    if root.tag != f"{CP}manifest":
        yield "C1 the root is no manifest of version 1.1"
    if root.findtext(f"{CP}metadata/{CP}schema") != "IMS Common Cartridge":
        yield "C1 schema"
    if root.findtext(f"{CP}metadata/{CP}schemaversion") != "1.1.0":
        yield "C1 schemaversion"
    lom = root.find(f"{CP}metadata/{LOM}lom")
    if lom is None:
        yield "C1 no metadata"
    else:
        for name in ("general", "lifeCycle", "technical", "rights"):
            if len(lom.findall(f"{LOM}{name}")) > 1:
                yield f"LOM {name} repeats"
        general = lom.find(f"{LOM}general")
        if general is None or len(general.findall(f"{LOM}title")) != 1:
            yield "LOM title"
    forbidden = {f"{CP}manifest"} & {child.tag for child in root.iter() if child is not root}
    yield from (f"C13 {name}" for name in forbidden)
    for element in root.iter():
        yield from (f"C13 {name}" for name in ("isvisible", "parameters", "default") if element.get(name) is not None)
    identifiers = [value for one in root.iter() if (value := one.get("identifier"))]
    yield from (f"P7 {value} repeats" for value, count in Counter(identifiers).items() if count > 1)
    yield from (f"P7 {value} is no ID" for value in identifiers if not re.fullmatch(r"[A-Za-z_][\w.-]*", value))


def _outline(root: ET.Element) -> Iterator[str]:
    organizations = root.findall(f"{CP}organizations/{CP}organization")
    if len(organizations) > 1:
        yield "C2 more than one organization"
    types = {one.get("identifier"): one.get("type") for one in root.iter(f"{CP}resource")}
    for organization in organizations:
        if organization.get("structure") != "rooted-hierarchy":
            yield "C2 structure"
        tops = organization.findall(f"{CP}item")
        if len(tops) != 1 or tops[0].find(f"{CP}title") is not None or tops[0].get("identifierref"):
            yield "C2 not one untitled top item"
        for item in organization.iter(f"{CP}item"):
            if item not in tops and not (item.findtext(f"{CP}title") or "").strip():
                yield f"C2 {item.get('identifier')} has no title"
            reference = item.get("identifierref")
            if reference and item.find(f"{CP}item") is not None:
                yield f"8b {item.get('identifier')}"
            if reference and reference not in types:
                yield f"P9 {reference}"
            if types.get(reference) == BANK:
                yield f"8a {item.get('identifier')}"


FORBIDDEN = {
    TOPIC: {TOPIC, LINK, ASSESSMENT, BANK},
    LINK: {PAGE, TOPIC, LINK, ASSESSMENT, BANK},
    ASSESSMENT: {TOPIC, LINK, ASSESSMENT, BANK},
    BANK: {TOPIC, LINK, ASSESSMENT, BANK},
    PAGE: {TOPIC, LINK, ASSESSMENT, BANK},
}
"""What a resource of a type must not depend on (rules 1d to 6f)."""


def _resources(root: ET.Element, names: list[str]) -> Iterator[str]:
    resources = list(root.iter(f"{CP}resource"))
    types = {one.get("identifier"): one.get("type", "") for one in resources}
    if list(types.values()).count(BANK) > 1:
        yield "4a more than one bank"
    shown = {one.get("identifierref") for one in root.iter(f"{CP}item")}
    listed: Counter[str] = Counter()
    for resource in resources:
        own, kind = resource.get("identifier"), resource.get("type", "")
        files = [one.get("href", "") for one in resource.findall(f"{CP}file")]
        listed.update(files)
        if kind not in FORBIDDEN:
            yield f"C11 {kind}"
            continue
        if kind != PAGE and (len(files) != 1 or resource.get("href") is not None):
            yield f"C6 {own} has {len(files)} files, or an href"
        if kind == PAGE and (own in shown or resource.get("href") is not None) and resource.get("href") not in files:
            yield f"5g/10b {own}"
        if resource.get("intendeduse", "unspecified") not in ("lessonplan", "syllabus", "unspecified"):
            yield f"C12 {own}"
        needs = [one.get("identifierref") for one in resource.findall(f"{CP}dependency")]
        yield from (f"7b {own} needs {need} twice" for need, count in Counter(needs).items() if count > 1)
        yield from (f"7a {own} needs itself" for need in needs if need == own)
        yield from (f"P14 {own} needs {need}" for need in needs if need not in types)
        yield from (f"C8 {own} needs {need}" for need in needs if types.get(need) in FORBIDDEN[kind])
        yield from (f"9a {href}" for href, count in Counter(files).items() if count > 1)
        yield from (f"Z8 {href}" for href in files if href not in names)
        yield from (f"Z12 {href}" for href in files if re.search(r"[\s\\]|^/|(^|/)\.\.(/|$)", href))
    yield from (f"{href} is in {count} resources" for href, count in listed.items() if count > 1)
    yield from (f"Z11 {name}" for name in names if name not in listed and name != "imsmanifest.xml")


def _fields(parent: ET.Element | None) -> list[tuple[str, str]]:
    fields = parent.findall(f"{QTI}qtimetadata/{QTI}qtimetadatafield") if parent is not None else []
    return [(one.findtext(f"{QTI}fieldlabel") or "", one.findtext(f"{QTI}fieldentry") or "") for one in fields]


def _checked(fields: list[tuple[str, str]], known: dict[str, str], rule: str) -> Iterator[str]:
    for label, entry in fields:
        if label not in known:
            yield f"{rule}a {label}"
        elif not re.fullmatch(known[label], entry):
            yield f"{rule} {label} is {entry}"
    counted = Counter(label for label, _ in fields)
    yield from (f"{rule} {label} repeats" for label, count in counted.items() if count > 1)


def _assessment(document: ET.Element) -> Iterator[str]:
    items = [item.get("ident", "") for item in document.iter(f"{QTI}item")]
    yield from (f"13a {ident} repeats" for ident, count in Counter(items).items() if count > 1)
    for test in document.findall(f"{QTI}assessment"):
        fields = _fields(test)
        yield from _checked(fields, TEST_FIELDS, "1")
        if "cc_profile" not in dict(fields):
            yield "C14 no cc_profile"
        if int(dict(fields).get("qmd_timelimit", "1")) > 527_040:
            yield "1g"


def _item(item: ET.Element) -> Iterator[str]:
    fields = _fields(item.find(f"{QTI}itemmetadata"))
    yield from _checked(fields, ITEM_FIELDS, "2")
    profile = dict(fields).get("cc_profile", "").removeprefix("cc.").removesuffix(".v0p1")
    if not profile:
        yield "2f no cc_profile"
    presentation, processing = f"{QTI}presentation", f"{QTI}resprocessing"
    lids = item.findall(f"{presentation}/{QTI}response_lid")
    strings = item.findall(f"{presentation}/{QTI}response_str")
    labels = [one.get("ident") for one in item.iter(f"{QTI}response_label")]
    equals = list(item.iter(f"{QTI}varequal"))
    if not (item.findtext(f"{presentation}/{QTI}material/{QTI}mattext") or "").strip():
        yield "a question without a text"
    if list(item.iter(f"{QTI}varsubstring")):
        yield "3f-8d varsubstring"
    if profile in ("multiple_choice", "multiple_response", "true_false"):
        yield from _choice(profile, lids, strings, labels, equals)
    elif lids or not strings or list(item.iter(f"{QTI}render_choice")):
        yield "6a/8a/8b"
    if profile == "fib" and not {one.get("respident") for one in equals} <= {one.get("ident") for one in strings}:
        yield "6c"
    if profile == "essay" and (equals or dict(fields).get("qmd_computerscored") != "No"):
        yield "8c/8f"
    if profile == "pattern_match":
        yield "Moodle gives it a hundred times its points"
    yield from _conditions(item.findall(f"{processing}/{QTI}respcondition"), 0 if profile == "essay" else 1)
    feedback = [one.get("ident") for one in item.findall(f"{QTI}itemfeedback")]
    linked = [one.get("linkrefid") for one in item.iter(f"{QTI}displayfeedback")]
    yield from (f"12c {name}" for name in linked if name not in feedback)
    yield from (f"12d {name}" for name in feedback if name not in linked)


def _conditions(conditions: list[ET.Element], wanted: int) -> Iterator[str]:
    """Moodle takes the first condition that scores; none with the same answer may stop before it."""
    scored = [one for one in conditions if one.findtext(f"{QTI}setvar") == "100"]
    if len(scored) != wanted:
        yield f"{len(scored)} conditions score"
    for condition in scored:
        values = {one.text for one in condition.iter(f"{QTI}varequal")}
        for before in conditions[: conditions.index(condition)]:
            if before.get("continue") == "No" and values & {one.text for one in before.iter(f"{QTI}varequal")}:
                yield f"{values} stop before they score"


def _choice(
    profile: str, lids: list[ET.Element], strings: list[ET.Element], labels: list[str | None], equals: list[ET.Element]
) -> Iterator[str]:
    several = profile == "multiple_response"
    if len(lids) != 1 or lids[0].get("rcardinality") != ("Multiple" if several else "Single"):
        yield "3a/4a/5a"
    if strings or (lids and lids[0].find(f"{QTI}render_fib") is not None):
        yield "3b/3c"
    least = {"true_false": 2, "multiple_choice": 3, "multiple_response": 2}[profile]
    if len(labels) < least or (profile == "true_false" and len(labels) > 2):
        yield f"3d/4d/5d {len(labels)} labels"
    if len({(label or "").casefold() for label in labels}) != len(labels):
        yield "two labels of one ident"
    if profile == "true_false" and sorted(map(str, labels)) != ["false", "true"]:
        yield "Moodle wants true and false for idents"
    if not equals or any(one.get("respident") != (lids[0].get("ident") if lids else "") for one in equals):
        yield "3e/4e/5e"
    yield from (f"9a {one.text}" for one in equals if one.text not in labels)
    if several and not any(one.get("case") == "Yes" for one in equals):
        yield 'Moodle wants case="Yes" on what is right'


def _pictures(path: str, document: ET.Element, needs: set[str]) -> Iterator[str]:
    """Pictures of questions: named from the folder of the file, and among what the resource needs."""
    for text in document.itertext():
        for source in re.findall(r'src="([^"]*)"', text):
            place = normpath(join(dirname(path), source.removeprefix("$IMS-CC-FILEBASE$")))
            if not source.startswith("$IMS-CC-FILEBASE$") or place not in needs:
                yield f"{path} shows {source}"


def _page(path: str, data: bytes, names: list[str], needs: set[str]) -> Iterator[str]:
    """A page of its own: XML as well, in UTF-8, no script, pictures in the cartridge, links that lead somewhere."""
    text = data.decode("utf-8")
    root = ET.fromstring(text.replace("<!DOCTYPE html>", ""))
    if not root.get("lang") or root.get("dir") not in ("ltr", "rtl") or not root.findtext("head/title"):
        yield f"{path} lacks language, direction or title"
    for element in root.iter():
        if element.tag in ("script", "iframe", "form", "link", "h1") or element.get("style"):
            yield f"{path} has <{element.tag}>"
        for name in ("src", "href"):
            value = element.get(name)
            if value is None or re.match(r"[a-z]+:|#", value):
                continue
            if normpath(join(dirname(path), value.partition("#")[0])) not in names:
                yield f"{path}: {value} leads nowhere"
            elif not value.partition("#")[0].endswith(".html") and value not in needs:
                yield f"{path} does not name {value} among what it needs"
        if element.tag == "img" and element.get("alt") is None:
            yield f"{path} has a picture without alt"


def outline(data: bytes) -> list[tuple[str, list[tuple[str, str]]]]:
    """The folders with their items: each its title and its file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("imsmanifest.xml"))
    files = {
        one.get("identifier"): "".join(file.get("href", "") for file in one.findall(f"{CP}file"))
        for one in root.iter(f"{CP}resource")
    }
    item = f"{CP}item"
    folders = root.findall(f"{CP}organizations/{CP}organization/{item}/{item}")
    return [
        (
            folder.findtext(f"{CP}title") or "",
            [(one.findtext(f"{CP}title") or "", files[one.get("identifierref")]) for one in folder if one.tag == item],
        )
        for folder in folders
    ]


def questions(data: bytes) -> list[Question]:
    """Every item of every test and bank, in the order of the files."""
    found: list[Question] = []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".xml"):
                document = ET.fromstring(archive.read(name))
                found += [_question(name, item) for item in document.iter(f"{QTI}item")]
    return found


def _question(file: str, item: ET.Element) -> Question:
    said = {
        one.get("ident"): one.findtext(f"{QTI}flow_mat/{QTI}material/{QTI}mattext") or ""
        for one in item.findall(f"{QTI}itemfeedback")
    }
    right: list[str] = []
    told: dict[str, str] = {}
    general = ""
    for condition in item.findall(f"{QTI}resprocessing/{QTI}respcondition"):
        variables = condition.find(f"{QTI}conditionvar")
        assert variables is not None
        values = [one.text or "" for one in variables.findall(f"{QTI}varequal")]
        values += [one.text or "" for one in variables.findall(f"{QTI}and/{QTI}varequal")]
        if condition.findtext(f"{QTI}setvar") == "100":
            right += values
        for shown in condition.findall(f"{QTI}displayfeedback"):
            text = said[shown.get("linkrefid")]
            if values:
                told.update(dict.fromkeys(values, text))
            else:
                general += text
    fields = dict(_fields(item.find(f"{QTI}itemmetadata")))
    labels = {
        one.get("ident", ""): one.findtext(f"{QTI}material/{QTI}mattext") or ""
        for one in item.iter(f"{QTI}response_label")
    }
    return Question(
        file,
        item.get("ident", ""),
        item.get("title", ""),
        fields["cc_profile"],
        int(fields["cc_weighting"]),
        item.findtext(f"{QTI}presentation/{QTI}material/{QTI}mattext") or "",
        labels,
        tuple(right),
        told,
        general,
    )
