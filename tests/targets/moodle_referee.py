"""What Moodle's question import would stumble over, written from its code and independently of our writer.

It reads files with another parser than we write them with, and knows nothing of our model.
"""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

TYPES = {
    "category": 0, "multichoice": 2, "truefalse": 2, "shortanswer": 1, "numerical": 1, "matching": 0, "ordering": 2,
    "cloze": 0, "gapselect": 0, "ddwtos": 0, "essay": 0, "description": 0,
}  # fmt: skip
"""The types that may stand in a file, with the fewest answers each needs."""

_PARTS = (1.0, 0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25, 0.2, 0.1666667)
FRACTIONS = (*_PARTS, 0.1428571, 0.125, 0.1111111, 0.1, 0.05, 0.0)
"""Moodle's list; negative ones too."""

# Moodle's own expressions for the fields of a Cloze text (question/type/multianswer/questiontype.php).
_SHARE = r"=|%(-?[0-9]+(?:[.,][0-9]*)?)%"
_ALTERNATIVE = rf"({_SHARE})?(.+?(?<!\\|&)(?<!&amp;)(?=[~#}}]|$))(#(.*?(?<!\\)(?=[~}}]|$)))?"
_TYPES = (
    "NUMERICAL|NM|MULTICHOICE|MC|MULTICHOICE_V|MCV|MULTICHOICE_H|MCH|SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC|"
    "MULTICHOICE_S|MCS|MULTICHOICE_VS|MCVS|MULTICHOICE_HS|MCHS|MULTIRESPONSE|MR|MULTIRESPONSE_H|MRH|MULTIRESPONSE_S|MRS"
)
FIELD = re.compile(rf"\{{([0-9]*):({_TYPES}):({_ALTERNATIVE}(~{_ALTERNATIVE})*)\}}", re.DOTALL)
ALTERNATIVE = re.compile(rf"~?{_ALTERNATIVE}", re.DOTALL)
START = re.compile(rf"\{{[0-9]*:({_TYPES}):")


def objections(data: bytes) -> list[str]:
    """Why Moodle would refuse the file, or lose something of it; [] for nothing."""
    try:
        root = ET.fromstring(data)
    except ET.ParseError as error:
        return [f"not well-formed: {error}"]
    found: list[str] = []
    category, ids, seen = "", set[tuple[str, str]](), dict[str, str]()
    for number, element in enumerate(root, 1):
        kind = element.get("type", "")
        where = f"question {number} ({kind})"
        if element.tag != "question" or kind not in TYPES:
            found.append(f"{where}: unknown type")
        elif kind == "category":
            category = text(element.find("category"))
            name = element.findtext("idnumber") or ""
            if seen.setdefault(name, category) != category or len(name) > 100:
                found.append(f"{where}: idnumber {name} is taken or too long")
            if not re.fullmatch(r"\$course\$/top(/(?!/)(?:[^/]|//)+)+", category) or "<" in category:
                found.append(f"{where}: path {category}")
        else:
            found += (f"{where}: {why}" for why in _question(element, kind))
            name = element.findtext("idnumber") or ""
            if not name or len(name) > 100 or (category, name) in ids:
                found.append(f"{where}: idnumber {name!r} is missing, too long or taken")
            ids.add((category, name))
    return found


def text(element: ET.Element | None) -> str:
    """The text of an element, as Moodle trims it."""
    return ((element.findtext("text") if element is not None else "") or "").strip()


def _question(element: ET.Element, kind: str) -> Iterator[str]:
    name = text(element.find("name"))
    if not name or len(name) > 255 or "<" in name:
        yield "no name, too long, or with a tag"
    if not text(element.find("questiontext")):
        yield "no text"
    if any(len(text(tag)) > 50 for tag in element.iterfind("tags/tag")):
        yield "a tag is cut"
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", element.findtext("defaultgrade") or ""):
        yield "defaultgrade"
    if len(element.findall("answer")) < TYPES[kind]:
        yield "too few answers"
    yield from (f"file {name}" for name in _files(element))
    yield from _shares(element, kind)
    yield from _TYPED.get(kind, lambda element: iter(()))(element)


def _files(element: ET.Element) -> Iterator[str]:
    """Pictures that are not in the element whose text shows them, and files that nothing shows."""
    for holder in element.iter():
        own = holder.findtext("text") or ""
        shown = {unquote(src) for src in re.findall(r'@@PLUGINFILE@@/([^"]+)"', own)}
        there = {f"{file.get('path', '/')[1:]}{file.get('name')}" for file in holder.findall("file")}
        yield from shown ^ there
        for file in holder.findall("file"):
            if file.get("encoding") != "base64" or not base64.b64decode(file.text or "", validate=True):
                yield f"{file.get('name')} is empty"


def _shares(element: ET.Element, kind: str) -> Iterator[str]:
    if kind == "ordering":
        return
    shares = [float(answer.get("fraction", "0")) / 100 for answer in element.findall("answer")]
    for share in shares:
        if not any(abs(abs(share) - known) < 0.00001 for known in FRACTIONS):
            yield f"a share of {share} stops the import"
    single = element.findtext("single") != "false"
    if shares and single and max(shares) != 1:
        yield "no answer is worth all"
    if not single and round(sum(share for share in shares if share > 0), 2) != 1:
        yield "the right answers are not worth all"


def _choices(element: ET.Element) -> Iterator[str]:
    if not all(text(answer) for answer in element.findall("answer")):
        yield "an option is left out, as it is empty"


def _typed(element: ET.Element) -> Iterator[str]:
    yield from _choices(element)
    if "".join(text(answer) for answer in element.findall("answer")).count("\n"):
        yield "an answer of two lines"


def _numbers(element: ET.Element) -> Iterator[str]:
    for answer in element.findall("answer"):
        for value in (text(answer), answer.findtext("tolerance") or ""):
            if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
                yield f"{value!r} drops all following questions"
    if any(len(unit.text or "") > 50 for unit in element.iter("unit_name")):
        yield "a unit too long for the database"


def _pairs(element: ET.Element) -> Iterator[str]:
    pairs = [(text(part), text(part.find("answer"))) for part in element.findall("subquestion")]
    if any(left and not right for left, right in pairs):
        yield "a row without a value drops all following questions"
    if any(len(right) > 255 or "<" in right for _, right in pairs):
        yield "a value too long for the database, or with a tag"
    if sum(bool(left) for left, _ in pairs) < 2 or len({right for _, right in pairs}) < 2:
        yield "too few rows or values"


def _order(element: ET.Element) -> Iterator[str]:
    yield from _choices(element)
    if (element.findtext("gradingtype"), element.findtext("selecttype")) != ("ABSOLUTE_POSITION", "ALL"):
        yield "another rule of scoring"


def _places(element: ET.Element) -> Iterator[str]:
    boxes = element.findall("selectoption") + element.findall("dragbox")
    places = [int(place) for place in re.findall(r"\[\[(\d+)]]", text(element.find("questiontext")))]
    if not places or max(places) > len(boxes):
        yield "a place without a choice"
    if not all((box.findtext("text") or "").strip() for box in boxes):
        yield "an empty choice renumbers the others"


def _cloze(element: ET.Element) -> Iterator[str]:
    found = fields(text(element.find("questiontext")))
    if not found:
        yield "no field"
    for kind, answers in found:
        worth = [share for share, _, _ in answers]
        if kind.startswith("MULTICHOICE") and len(answers) < 2:
            yield "a list of one"
        if max(worth) <= 0 or ("RESPONSE" not in kind and max(worth) != 1):
            yield "no answer of a field is worth all"


def fields(html: str) -> list[tuple[str, list[tuple[float, str, str]]]]:
    """The fields of a Cloze text as Moodle takes them apart: type, and for each answer share, text, feedback."""
    found = []
    while match := FIELD.search(html):
        answers, rest = [], match[3]
        while rest and (part := ALTERNATIVE.match(rest)):
            share = 1.0 if part[1] == "=" else float((part[2] or "0").replace(",", ".")) / 100
            said = [unescape(each or "").replace("\\}", "}").replace("\\#", "#") for each in (part[3], part[5])]
            answers.append((share, said[0], said[1]))
            rest = rest[part.end() :]
        found.append((match[2], answers))
        html = html.replace(match[0], f"{{#{len(found)}}}", 1)
    return found if not START.search(html) else []


_TYPED = {
    "multichoice": _choices, "shortanswer": _typed, "numerical": _numbers, "matching": _pairs, "ordering": _order,
    "gapselect": _places, "ddwtos": _places, "cloze": _cloze,
}  # fmt: skip
