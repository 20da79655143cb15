"""Moodle backups: whether each file lies where restore looks for it, and where the text that shows it looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias
from urllib.parse import unquote

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.formats.mbz_files import Record, records
from builder.validate.formats.mbz_places import READ
from builder.validate.formats.mbz_read import Activity, Backup, backup, texts
from builder.validate.nodes import attribute, below, children, value
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of, local

NOT_THERE = should(
    "B38",
    "Moodle 4.5.6, tried",
    "<{element}> shows the file {file}, and no file of this name belongs to {owner}.",
    "Add a record to files.xml in the same context, and its id to inforef.xml.",
    "Learners see an empty frame in place of the picture.",
)

NO_PLACE = must(
    "B69",
    READ,
    "The file {name} belongs to {area} {item} of the context {context}, and {problem}.",
    "Write the contextid, component, filearea and itemid of the text or the activity it belongs to.",
    "Restore gives files only to what it restores at that very place; this one is left out without a word.",
)

RULES = (NOT_THERE, NO_PLACE)

_Ids: TypeAlias = dict[str, set[str]]
_There: TypeAlias = dict[tuple[str, str, str], set[str]]
"""Paths of files by context, area and itemid; the last two '' for any."""

_USED = re.compile(r"@@PLUGINFILE@@(/[^\"'<>\s?#)&]*)")

_AREAS: dict[str, dict[str, str]] = {
    "page": {"content": ""},
    "label": {},
    "url": {},
    "choice": {},
    "folder": {"content": ""},
    "resource": {"content": ""},
    "scorm": {"content": "", "package": ""},
    "book": {"chapter": "chapter"},
    "feedback": {"page_after_submit": "", "item": "item"},
    "quiz": {"feedback": "feedback"},
    "glossary": {"entry": "entry", "attachment": "entry"},
}
"""The areas of a module besides ``intro``, each with the element whose id is the itemid; '' where it is 0."""

_QUESTION = {
    **dict.fromkeys(("questiontext", "generalfeedback"), "question"),
    **dict.fromkeys(("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"), "question"),
    **dict.fromkeys(("answer", "answerfeedback"), "answer"),
    "hint": "question_hint",
}
"""The areas of ``question`` that are not learners' own, and the element whose id is the itemid."""

_CORE = frozenset(
    """backup badges blog calendar cohort contentbank course grade grading group grouping message notes question tag
    user""".split()  # noqa: SIM905 - a list of words
)
"""Components of Moodle whose names have no underscore."""

_FIELDS = {
    ("chapter", "content"): "chapter",
    ("entry", "definition"): "entry",
    ("item", "presentation"): "item",
    ("feedback", "feedbacktext"): "feedback",
    ("question", "questiontext"): "questiontext",
    ("question", "generalfeedback"): "generalfeedback",
    ("match", "questiontext"): "subquestion",
    ("answer", "answertext"): "answer",
    ("answer", "feedback"): "answerfeedback",
    ("question_hint", "hint"): "hint",
}
"""Which area a field shows files of, by the element it stands in, whose id is the itemid."""

_OF_QUESTION = frozenset({"correctfeedback", "partiallycorrectfeedback", "incorrectfeedback", "graderinfo"})
"""Fields of the settings of a question whose files belong to the question itself."""

_OF_WHOLE = {"intro": "intro", "page_after_submit": "page_after_submit", "content": "content", "summary": "summary"}
"""Fields of an activity or the course, whose itemid is 0."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of places."""
    found = backup(subject)
    if found is None:
        return
    listed = tuple(records(found))
    owners = {
        found.context(one): (one, _gather(found.part(f"{one.folder}/{one.module}.xml"), {})) for one in found.activities
    }
    asked = _asked(found)
    for record in listed:
        problem = _problem(found, record, owners, asked)
        if problem:
            at = subject.at("files.xml", record.line)
            told = {"area": record.area, "item": record.item, "context": record.context, "problem": problem}
            yield NO_PLACE.at(at, name=record.path, **told)
    yield from _used(found, listed)


def _asked(found: Backup) -> dict[str, _Ids]:
    """The ids in the categories of questions of each context."""
    result: dict[str, _Ids] = {}
    for node in children(found.part("questions.xml"), "question_category"):
        _gather(node, result.setdefault(value(node, "contextid"), {}))
    return result


def _gather(root: etree._Element | None, ids: _Ids) -> _Ids:
    """Add the ids of what is below ``root`` to ``ids``: by the names of the elements, and by '' those of all."""
    for one in below(root):
        if one.get("id") is not None:
            for name in ("", local(one)):
                ids.setdefault(name, set()).add(attribute(one, "id"))
    return ids


def _problem(found: Backup, record: Record, owners: dict[str, tuple[Activity, _Ids]], asked: dict[str, _Ids]) -> str:
    """What is wrong with the place of a file; '' when nothing is, or when that cannot be told."""
    component, _, area = record.area.partition("/")
    if component == "question" or component.startswith("qtype_"):
        return _of_question(record, component, area, asked)
    if component.startswith("mod_"):
        owner = owners.get(record.context)
        if owner is None or f"mod_{owner[0].module}" != component:
            return f"that is {f'of {owner[0].name}' if owner else 'of no activity'}"
        return _of_activity(record, owner[0].module, area, owner[1])
    if component == "course" and found.course and area in {"section", "summary", "overviewfiles"}:
        return _of_course(found, record, area)
    return "Moodle has no such component" if "_" not in component and component not in _CORE else ""


def _of_question(record: Record, component: str, area: str, asked: dict[str, _Ids]) -> str:
    if area.startswith("response"):
        return ""
    if record.context not in asked:
        return "no category of questions is of that context"
    if component == "question" and area not in _QUESTION:
        return "questions have no such area"
    holder = _QUESTION[area] if component == "question" else ""
    return "" if record.item in asked[record.context].get(holder, ()) else "there is nothing with that id"


def _of_course(found: Backup, record: Record, area: str) -> str:
    course = found.part(f"{found.course}/course.xml")
    if course is not None and record.context != attribute(course, "contextid"):
        return "that is not the course"
    is_section = area != "section" or record.item in {id_ for id_, _, _ in found.sections}
    return "" if is_section else "there is no such section"


def _tags(component: str, area: str) -> tuple[str, ...]:
    """The elements of a question that files of an area can belong to; () for any."""
    return (_QUESTION[area],) if component == "question" else ()


def _of_activity(record: Record, module: str, area: str, ids: _Ids) -> str:
    """As ``_problem``; nothing can be told of modules whose areas are not known here."""
    if module not in _AREAS or area == "intro" or not ids:
        return ""
    holder = _AREAS[module].get(area)
    if holder is None:
        return "the activity has no such area"
    if not holder:
        return "" if record.item == "0" or area == "content" else "the area has the itemid 0 only"
    return "" if record.item in ids.get(holder, ()) else "there is nothing with that id"


def _used(found: Backup, listed: tuple[Record, ...]) -> Iterator[Diagnostic]:
    """Files that texts show."""
    there: _There = {}
    for one in listed:
        area = one.area.partition("/")[2]
        for key in ((area, one.item), (area, ""), ("", "")):
            there.setdefault((one.context, *key), set()).add(one.path)
    for activity in found.activities:
        path = f"{activity.folder}/{activity.module}.xml"
        yield from _shown(found, path, found.part(path), (activity.name, found.context(activity)), there)
    for node in children(found.part("questions.xml"), "question_category"):
        yield from _shown(found, "questions.xml", node, ("the questions", value(node, "contextid")), there)
    course = found.part(f"{found.course}/course.xml") if found.course else None
    if course is None:
        return
    context = attribute(course, "contextid")
    yield from _shown(found, f"{found.course}/course.xml", course, ("the course", context), there)
    for _, folder, _ in found.sections:
        path = f"{folder}/section.xml"
        yield from _shown(found, path, found.part(path), ("the section", context), there)


def _shown(
    found: Backup, path: str, root: etree._Element | None, owner: tuple[str, str], there: _There
) -> Iterator[Diagnostic]:
    """Files that the texts of a document show; ``owner`` is whose it is, in words, and its context."""
    for node, words in texts(root):
        if "@@PLUGINFILE@@" not in words or _is_code(node):
            continue
        files = there.get((owner[1], *_area(node)), set())
        for file in dict.fromkeys(_USED.findall(words)):
            if unquote(file) not in files:
                at = found.subject.at(path, line_of(node))
                yield NOT_THERE.at(at, element=local(node), file=file, owner=owner[0])


def _is_code(node: etree._Element) -> bool:
    """Whether a text is the code of a part of a Cloze question, which nobody sees."""
    question = node.getparent()
    return local(node) == "questiontext" and value(question, "parent") not in {"", "0"}


def _area(node: etree._Element) -> tuple[str, str]:
    """The area and the itemid that Moodle looks in for the files of a text; '' for any."""
    parent, field = node.getparent(), local(node)
    if parent is None:
        return "", ""
    told = _FIELDS.get((local(parent), field))
    if told:
        return told, attribute(parent, "id")
    if local(parent) == "section" and field == "summary":
        return "section", attribute(parent, "id")
    if field in _OF_QUESTION:
        question = next((one for one in node.iterancestors() if local(one) == "question"), None)
        return field, attribute(question, "id") if question is not None else ""
    if field in _OF_WHOLE and local(parent) in {*_AREAS, "assign", "forum", "data", "course"}:
        return _OF_WHOLE[field], ""
    return "", ""
