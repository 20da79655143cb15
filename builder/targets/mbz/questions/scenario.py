"""Scenarios, of which Moodle knows nothing: as one Cloze question, or as a text before their questions.

How a question scores is decided in its own element; here that is only written as a field.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from math import gcd, lcm

from lxml import etree

from builder.model import question as q
from builder.model.quiz import Quiz
from builder.targets.banks import ID_LENGTH, Unit, decimal, name_of, tags_of, truth_of
from builder.targets.mbz.questions.pools import worth
from builder.targets.mbz.questions.reading import child
from builder.targets.mbz.questions.types.cloze import FIELD
from builder.targets.mbz.xml import Element
from builder.targets.moodlexml.cloze import escaped, write_cloze
from builder.targets.moodlexml.questions import element_of
from builder.targets.moodlexml.sheet import Sheet
from builder.targets.prompts import Prompts
from builder.targets.safe import line

FITTING = (q.Single, q.Multiple, q.Spot, q.TrueFalse, q.Short, q.Numerical, q.GapFill)
"""What can stand in a Cloze question."""


def misfits(scenario: q.Scenario) -> list[str]:
    """The types of its questions that cannot stand in a Cloze question; of a scenario that asks nothing, its own."""
    types = [part.type for part in scenario.questions if not isinstance(part, FITTING)]
    return list(dict.fromkeys(types)) if scenario.questions else [scenario.type]


def text_of(scenario: q.Scenario, prompts: Prompts) -> Element:
    """What a scenario tells, as a description: an entry of the bank that asks nothing."""
    sheet = _begin(scenario, prompts, "description")
    sheet.html("generalfeedback", prompts.blocks(scenario.feedback), always=True)
    sheet.value("defaultgrade", "0")
    return sheet.root


def whole(scenario: q.Scenario, quizzes: tuple[Quiz, ...], prompts: Prompts) -> Element:
    """A scenario without misfits as one Cloze question, worth the points of its questions."""
    sheet = _begin(scenario, prompts, "cloze")
    sheet.html("generalfeedback", prompts.blocks(scenario.feedback), always=True)
    sheet.value("defaultgrade", decimal(worth(scenario)))
    if len(scenario.id) <= ID_LENGTH:
        sheet.value("idnumber", scenario.id)
    units = [Unit(part, None, quizzes) for part in scenario.questions]
    parts = [_form(unit, prompts) for unit in units]
    texts = [_asked(part, prompts) for part in parts]
    fields = [len(FIELD.findall(text)) for text in texts]
    weights = _weights([worth(part) for part in scenario.questions], fields)
    texts = [FIELD.sub(lambda match: f"{{{next(weights)}:{match[2]}:{match[3]}}}", text) for text in texts]
    _extend(
        sheet.root,
        "questiontext",
        texts,
        [file for part in parts for name in SHOWN for file in part.iterfind(f"{name}//file")],
    )
    said = [part.findtext("generalfeedback/text") or "" for part in parts]
    _extend(
        sheet.root, "generalfeedback", said, [file for part in parts for file in part.iterfind("generalfeedback/file")]
    )
    for place, part in zip(accumulate(fields), parts, strict=True):
        for unit in part.findall("units"):
            unit.set("field", str(place))
            sheet.root.append(unit)
    sheet.html("hint", "".join(dict.fromkeys(map(prompts.see, units))))
    add_tags(sheet.root, [Unit(part, scenario, quizzes) for part in scenario.questions], prompts)
    return sheet.root


SHOWN = ("questiontext", "answer")
"""Parts of an element whose texts go into that of a Cloze question, with the files in them."""


def _begin(scenario: q.Scenario, prompts: Prompts, kind: str) -> Sheet:
    fragments = prompts.fragments
    fragments.writer.footnotes = fragments.footnotes.get(scenario.id, ())
    sheet = Sheet(prompts, kind)
    sheet.plain("name", name_of(scenario))
    body = f"<p><strong>{fragments.inline(scenario.title)}</strong></p>\n{fragments.html(scenario.stem)}"
    html = prompts.turned(f'<div class="scenario">{body}</div>')
    sheet.html("questiontext", _safe(html) if kind == "cloze" else html, always=True)
    return sheet


def _form(unit: Unit, prompts: Prompts) -> Element:
    if isinstance(unit.question, q.GapFill):
        return write_cloze(unit, prompts, unit.question).root
    element = element_of(unit, prompts)
    assert element is not None
    return element


def _asked(part: Element, prompts: Prompts) -> str:
    """What a question asks, with its field or fields in it."""
    text = part.findtext("questiontext/text") or ""
    if part.get("type") != "cloze":
        text = f"{_safe(text)}\n<div>{{1:{_kind(part)}:{'~'.join(_answers(part, prompts.language))}}}</div>"
    return f'<div class="mt-4">{text}</div>'


def _kind(part: Element) -> str:
    match part.get("type"):
        case "numerical":
            return "NUMERICAL"
        case "shortanswer":
            return "SHORTANSWER_C" if part.findtext("usecase") == "1" else "SHORTANSWER"
    mixed = part.findtext("shuffleanswers") == "true"
    if part.findtext("single") == "false":
        return "MULTIRESPONSE_S" if mixed else "MULTIRESPONSE"
    return "MULTICHOICE_VS" if mixed else "MULTICHOICE_V"


def _answers(part: Element, language: str) -> Iterator[str]:
    """The answers of an element as those of a field."""
    words = dict(zip(("true", "false"), truth_of(language), strict=True)) if part.get("type") == "truefalse" else {}
    for answer in part.findall("answer"):
        text = answer.findtext("text") or ""
        tolerance = answer.findtext("tolerance")
        body = f"{text}:{tolerance}" if tolerance is not None else escaped(words.get(text) or _tidy(part, text))
        share = answer.get("fraction", "0")
        sign = {"100": "=", "0": ""}.get(share, f"%{share}%")
        said = (answer.findtext("feedback/text") or "").strip()
        yield f"{sign}{body}{'#' + escaped(said) if said else ''}"


def _tidy(part: Element, text: str) -> str:
    return line(text) if part.get("type") == "shortanswer" else text.strip()


def _weights(points: list[Decimal], fields: list[int]) -> Iterator[int]:
    """The weight of each field, given the points of the questions and how many fields each has: whole numbers, as Cloze
    takes them, in the ratio of the points."""
    shares = [Fraction(one) / count for one, count in zip(points, fields, strict=True)]
    scale = lcm(*(share.denominator for share in shares))
    whole = [int(share * scale) for share in shares]
    most = gcd(*whole) or 1
    for weight, count in zip(whole, fields, strict=True):
        yield from [weight // most] * count


def _extend(root: Element, name: str, texts: list[str], files: list[Element]) -> None:
    """Add texts to a part of an element, and the files in them, each once."""
    part = child(root, name)
    text = child(part, "text")
    text.text = "\n".join(each for each in (text.text or "", *texts) if each)
    there = {(file.get("path"), file.get("name")) for file in part.iter("file")}
    for file in files:
        if (key := (file.get("path"), file.get("name"))) not in there:
            there.add(key)
            part.append(deepcopy(file))


def add_tags(element: Element, units: list[Unit], prompts: Prompts) -> None:
    """The tags of questions, each once, in place of those there are."""
    for old in element.findall("tags"):
        element.remove(old)
    tags = etree.SubElement(element, "tags")
    found = (tag for unit in units for tag in tags_of(unit, prompts.fragments.course))
    for tag in dict.fromkeys(found):
        etree.SubElement(etree.SubElement(tags, "tag"), "text").text = tag


def _safe(html: str) -> str:
    """Outside fields, braces stand as references."""
    return html.translate({ord(sign): f"&#{ord(sign)};" for sign in "{}"})
