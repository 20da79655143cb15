"""An entry of the question bank: a question of the import format as ``questions.xml`` holds it
(``backup_questions_structure_step``).

A container that would be empty is left out: Moodle reads an empty one as a text, and restoring dies of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from builder.targets.banks import decimal
from builder.targets.mbz.plan import COURSE_CONTEXT
from builder.targets.mbz.questions.reading import HTML, Reading, child, named
from builder.targets.mbz.questions.types.choice import choice
from builder.targets.mbz.questions.types.cloze import fields_of
from builder.targets.mbz.questions.types.essay import essay
from builder.targets.mbz.questions.types.gaps import ddwtos, gapselect
from builder.targets.mbz.questions.types.matching import matching
from builder.targets.mbz.questions.types.numerical import numerical
from builder.targets.mbz.questions.types.ordering import ordering
from builder.targets.mbz.questions.types.truefalse import truefalse
from builder.targets.mbz.questions.types.typed import typed
from builder.targets.mbz.xml import Element, Value, branch, leaves, record

TYPES: Mapping[str, tuple[str, Callable[[Reading], list[Element]]]] = {
    "multichoice": ("multichoice", choice),
    "truefalse": ("truefalse", truefalse),
    "shortanswer": ("shortanswer", typed),
    "numerical": ("numerical", numerical),
    "matching": ("match", matching),
    "ordering": ("ordering", ordering),
    "gapselect": ("gapselect", gapselect),
    "ddwtos": ("ddwtos", ddwtos),
    "essay": ("essay", essay),
    "cloze": ("multianswer", lambda _: []),
    "description": ("description", lambda _: []),
}
"""Type in the import format -> Moodle's name of the plug-in, and what it keeps. For a Cloze question that is which
entries its fields are."""


class Place(NamedTuple):
    """Where an entry stands, and what tells it from all others."""

    category: int
    """Old id."""
    stamp: str
    """The same in every build."""
    parent: int = 0
    """Old id of the Cloze question it is a field of; 0 for none."""


def entries_of(reading: Reading, place: Place) -> Iterator[Element]:
    """The entry of a question, and after a Cloze question those of its fields."""
    if reading.element.get("type") != "cloze":
        yield _entry(reading, place)
        return
    fields = [Reading(reading.ledger, field, reading.number()) for field in fields_of(reading.element)]
    _set_marks(reading, fields)
    sequence = ",".join(str(field.id) for field in fields)
    row = record("multianswer", reading.number(), {"question": reading.id, "sequence": sequence})
    yield _entry(reading, place, [row])
    for number, field in enumerate(fields, 1):
        yield _entry(field, Place(place.category, f"{place.stamp}+{number}", reading.id))
        reading.files.extend(field.files)


def _set_marks(reading: Reading, fields: Sequence[Reading]) -> None:
    """Let the marks of the fields add up to that of their question; their weights stay in their code."""
    weights = [Decimal(field.value("defaultgrade")) for field in fields]
    unit = Decimal(reading.value("defaultgrade")) / (sum(weights) or 1)
    for field, weight in zip(fields, weights, strict=True):
        child(field.element, "defaultgrade").text = decimal((weight * unit).quantize(Decimal("0.0000001")))


def _entry(reading: Reading, place: Place, fields_row: Sequence[Element] = ()) -> Element:
    number = reading.id
    kind, keep = TYPES[reading.element.get("type", "")]
    kept = fields_row or keep(reading)
    fields: dict[str, Value] = {
        "parent": place.parent,
        "name": named(reading.value("name/text")),
        "questiontext": reading.html("questiontext"),
        "questiontextformat": HTML,
        "generalfeedback": reading.html("generalfeedback"),
        "generalfeedbackformat": HTML,
        "defaultmark": reading.value("defaultgrade", "0"),
        "penalty": reading.value("penalty", "0"),
        "qtype": kind,
        "length": int(kind != "description"),
        "stamp": place.stamp,
        "timecreated": 0,
        "timemodified": 0,
        "createdby": 0,
        "modifiedby": 0,
    }
    plugin = [branch(f"plugin_qtype_{kind}_question", kept)] if kept else []
    question = record("question", number, fields, [*plugin, *_hints(reading), *_tags(reading)])
    version = record("question_versions", number, {"version": 1, "status": "ready"}, [branch("questions", [question])])
    own: dict[str, Value] = {
        "questioncategoryid": place.category,
        "idnumber": reading.value("idnumber") or None,
        "ownerid": None,
    }
    return record("question_bank_entry", number, own, [branch("question_version", [version])])


def _hints(reading: Reading) -> list[Element]:
    rows = []
    for part in reading.element.findall("hint"):
        number = reading.number()
        fields: dict[str, Value] = {
            "hint": reading.text(part, "hint", number),
            "hintformat": HTML,
            "shownumcorrect": None,
            "clearwrong": None,
            "options": None,
        }
        rows.append(record("question_hint", number, fields))
    return [branch("question_hints", rows)] if rows else []


def _tags(reading: Reading) -> list[Element]:
    rows = [tag_of(tag.findtext("text") or "", reading.number()) for tag in reading.element.iterfind("tags/tag")]
    return [branch("tags", rows)] if rows else []


def tag_of(name: str, number: int) -> Element:
    """A tag of a question."""
    return branch("tag", leaves({"name": name.lower(), "rawname": name}), id=number, contextid=COURSE_CONTEXT)


def add_tag(entry: Element, name: str, number: int) -> None:
    """Give one more tag to the question of an entry."""
    question = next(entry.iter("question"))
    tags = question.find("tags")
    if tags is None:
        tags = branch("tags")
        question.append(tags)
    tags.append(tag_of(name, number))
