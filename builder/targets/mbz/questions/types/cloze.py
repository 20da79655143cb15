"""``qtype_multianswer``: a text with fields, each a question of its own (``qtype_multianswer_extract_question``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from urllib.parse import quote

from builder.targets.mbz.questions.reading import child
from builder.targets.mbz.xml import Element, branch, leaf
from builder.targets.moodlexml.sheet import FILES

FIELD = re.compile(r"\{(\d+):([A-Z_]+):([^{}]*)\}")
"""Weight, kind, answers. What could end a field or an answer stands as a reference in them."""

KINDS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "NUMERICAL": ("numerical", {"showunits": "3", "unitpenalty": "1"}),
    "SHORTANSWER": ("shortanswer", {"usecase": "0"}),
    "SHORTANSWER_C": ("shortanswer", {"usecase": "1"}),
    "MULTICHOICE_S": ("multichoice", {"layout": "0", "single": "1", "shuffleanswers": "1"}),
    "MULTICHOICE_V": ("multichoice", {"layout": "1", "single": "1", "shuffleanswers": "0"}),
    "MULTICHOICE_VS": ("multichoice", {"layout": "1", "single": "1", "shuffleanswers": "1"}),
    "MULTIRESPONSE": ("multichoice", {"layout": "1", "single": "0", "shuffleanswers": "0"}),
    "MULTIRESPONSE_S": ("multichoice", {"layout": "1", "single": "0", "shuffleanswers": "1"}),
}
"""Kinds of fields that we write -> the type of question, and what the field says of it."""

_ANSWER = re.compile(r"(?:(=)|%(-?[\d.]+)%)?((?:[^#&]|&#?)*)(?:#(.*))?", re.DOTALL)
_REFERENCE = re.compile(r"&#(\d+);")


def fields_of(element: Element) -> list[Element]:
    """The fields of a Cloze question as questions of the import format; in its text a place is left for each.

    Files that an answer shows go with it, and so does the unit of a number (``units`` with the place of its field).
    """
    part, name = child(element, "questiontext"), child(element, "name")
    text, files = child(part, "text"), part.findall("file")
    found = list(FIELD.finditer(text.text or ""))
    places = iter(range(1, len(found) + 1))
    text.text = FIELD.sub(lambda _: f"{{#{next(places)}}}", text.text or "")
    for file in files:
        if not _is_shown(file, text.text):
            part.remove(file)
    fields = [_question(match, files) for match in found]
    for field in fields:
        field.append(deepcopy(name))
    for units in element.findall("units"):
        field = fields[int(units.get("field", "0")) - 1]
        child(field, "showunits").text = "0"
        field.append(units)
    return fields


def _question(match: re.Match[str], files: list[Element]) -> Element:
    kind, says = KINDS[match[2]]
    question = branch("question", [_text("questiontext", match[0], files), leaf("defaultgrade", match[1])], type=kind)
    question.extend(leaf(name, value) for name, value in says.items())
    if kind == "multichoice":
        question.append(leaf("answernumbering", "0"))
    question.extend(_answers(match[3], files, is_number=kind == "numerical"))
    return question


def _answers(code: str, files: list[Element], *, is_number: bool) -> Iterator[Element]:
    for part in code.split("~"):
        right, percent, said, feedback = _ANSWER.fullmatch(part).groups()  # type: ignore[union-attr]
        body, _, tolerance = _decoded(said).rpartition(":") if is_number else (_decoded(said), "", "")
        answer = _text("answer", body, files)
        answer.set("fraction", "100" if right else percent or "0")
        if is_number:
            answer.append(leaf("tolerance", tolerance))
        answer.append(_text("feedback", _decoded(feedback or ""), files))
        yield answer


def _text(name: str, text: str, files: list[Element]) -> Element:
    return branch(name, [leaf("text", text), *(deepcopy(file) for file in files if _is_shown(file, text))])


def _is_shown(file: Element, text: str) -> bool:
    path = f"{file.get('path', '/')}{file.get('name', '')}".lstrip("/")
    return f'{FILES}{quote(path)}"' in text


def _decoded(text: str) -> str:
    """What Moodle reads: references, then no backslash before a brace or a cross."""
    return _REFERENCE.sub(lambda match: chr(int(match[1])), text).replace("\\}", "}").replace("\\#", "#")
