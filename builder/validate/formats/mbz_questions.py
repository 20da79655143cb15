"""Moodle backups: the question bank, and the traps that lie in how it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.formats.mbz_places import OTHERWISE
from builder.validate.formats.mbz_read import Backup, Bank, backup, bank, folders, plain, references
from builder.validate.nodes import attribute, below, child, children, number, value
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of, local

NO_NUMBER = should(
    "B23",
    "Moodle 4.5.6, tried",
    "Question “{name}” has no number as {field}.",
    "Write 0.",
    "Moodle does not recognise the question at a later restore, and adds it again each time.",
)
EMPTY_CONTAINER = must(
    "B24",
    "Moodle 4.5.6, tried",
    "Question “{name}” has an empty <{element}>.",
    "Leave the element out.",
    "Restore stops with a TypeError and leaves half a course behind.",
)
NO_ANSWER = must(
    "B29",
    "Moodle 4.5.6, read in its source",
    "Question “{name}” of the type {type} has no right answer.",
    "Give the right answer the fraction 1.",
    "No learner can get the mark.",
)
NO_PARTS = must(
    "B30",
    "Moodle 4.5.6, tried",
    "The Cloze question “{name}” names the part {id}, which is not in the backup.",
    "Add a question for each part, with the Cloze question as its parent, and list them in sequence.",
    "Restore cannot put the question together; it fails when it is shown.",
)
UNKNOWN_PARENT = should(
    "B36",
    "Moodle 4.5.6, tried",
    "The category “{name}” has the parent {parent}, which is not in the backup.",
    "Write the parent, up to one called top.",
    "Restore puts the category at the top of the bank.",
)
DUPLICATE = should(
    "B37",
    "Moodle 4.5.6, read in its source",
    "{what} “{idnumber}” stands twice in {where}.",
    "Give each its own.",
    "An idnumber is unique in its category; restore drops the second one without a word.",
)
NOT_TAKEN = must(
    "B15",
    "Moodle 4.5.6, tried",
    "No inforef.xml names the category of questions “{name}”.",
    "List it, with all above and below it, under <question_categoryref> in the inforef.xml of the quiz.",
    """Restore takes questions by these lists only. It reports success, and the quiz is without questions or, worse,
    shows those of another course.""",
)
UNKNOWN_CATEGORY = should(
    "B39",
    "Moodle 4.5.6, read in its source",
    "The inforef.xml names the category of questions {id}, which is not in questions.xml.",
    "Add the category or remove the reference.",
    "Restore passes over it; a slot that needs the category has no questions.",
)

UNKNOWN_ANSWER = must(
    "B71",
    "Moodle 4.5.6, read in its source",
    "Question “{name}” names the answer {id} as {field}, which is not one of its own.",
    "Write the id of one of its answers.",
    "Restore finds no answer for it: the question cannot be marked, or marks right answers as wrong.",
)
UNKNOWN_WHOLE = must(
    "B72",
    "Moodle 4.5.6, read in its source",
    "Question “{name}” is a part of the question {id}, {problem}.",
    "Write the id of the Cloze question whose sequence lists it, or 0.",
    "Restore cannot join them: the part is lost, or stands in the bank and is asked by itself.",
)
OTHER_CATEGORY = must(
    "B73",
    "Moodle 4.5.6, read in its source",
    "The category of questions “{name}” has {problem}.",
    "Write the contextid of the activity it belongs to, or make it a category of the course: contextlevel 50.",
    "Restore passes over it and its questions.",
)

RULES = (
    UNKNOWN_ANSWER,
    UNKNOWN_WHOLE,
    OTHER_CATEGORY,
    NO_NUMBER,
    EMPTY_CONTAINER,
    NO_ANSWER,
    NO_PARTS,
    UNKNOWN_PARENT,
    DUPLICATE,
    NOT_TAKEN,
    UNKNOWN_CATEGORY,
)

_MARKED = frozenset({"multichoice", "truefalse", "shortanswer", "numerical"})
_CONTAINERS = ("question_hints", "answers")
_ANSWERS = {
    "truefalse": ("trueanswer", "falseanswer"),
    "numerical_record": ("answer",),
    "calculated_record": ("answer",),
}
"""Elements that name answers by their ids, and in which fields."""
_MODULE_LEVEL, _LEVELS = "70", frozenset({"", "10", "40", "50", "70"})
"""Where a category of questions can be: the site, a category of courses, a course, an activity."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of questions.xml."""
    found = backup(subject)
    if found is None:
        return
    held = bank(found)
    yield from _categories(found, held)
    known = {str(one.get("id")): one for entry in held.entries.values() for one in entry.questions}
    for entry in held.entries.values():
        for node in entry.questions:
            yield from _question(found, node, known)
            yield from _parts(found, node, known)


def _categories(found: Backup, held: Bank) -> Iterator[Diagnostic]:
    subject = found.subject
    taken: set[str] = set()
    for folder in folders(found):
        path = f"{folder}/inforef.xml"
        for id_ in references(found.part(path), "question_category"):
            taken.add(id_)
            if id_ not in held.categories:
                yield UNKNOWN_CATEGORY.at(subject.at(path), id=id_)
    with_questions = {entry.category for entry in held.entries.values()}
    for one in held.categories.values():
        at = subject.at("questions.xml", one.line)
        if one.id not in taken and one.id in with_questions:
            yield NOT_TAKEN.at(at, name=one.name)
        if one.parent not in {"", "0"} and one.parent not in held.categories:
            yield UNKNOWN_PARENT.at(at, name=one.name, parent=one.parent)
    yield from _levels(found)
    counts: Counter[tuple[str, str]] = Counter()
    for entry in held.entries.values():
        idnumber = plain(value(entry.node, "idnumber"))
        counts[entry.category, idnumber] += 1
        if idnumber and counts[entry.category, idnumber] == 2:
            at = subject.at("questions.xml", line_of(entry.node))
            name = held.categories[entry.category].name
            yield DUPLICATE.at(at, what="The idnumber", idnumber=idnumber, where=f"the category “{name}”")


def _levels(found: Backup) -> Iterator[Diagnostic]:
    """Categories of an activity's own, and entries that name another category than the one they stand in."""
    contexts = {found.context(one) for one in found.activities}
    for node in children(found.part("questions.xml"), "question_category"):
        at, context = found.subject.at("questions.xml", line_of(node)), value(node, "contextid")
        if value(node, "contextlevel") == _MODULE_LEVEL and context not in contexts:
            problem = f"the contextid {context}, which no activity has"
            yield OTHER_CATEGORY.at(at, name=value(node, "name"), problem=problem)
        elif value(node, "contextlevel") not in _LEVELS:
            problem = f"the contextlevel {value(node, 'contextlevel')}, which Moodle does not know"
            yield OTHER_CATEGORY.at(at, name=value(node, "name"), problem=problem)
        id_, course = attribute(node, "id"), value(found.information, "original_course_contextid")
        for tag in below(node, "tag"):
            told = attribute(tag, "contextid")
            if told not in {"", context, course}:
                here = found.subject.at("questions.xml", line_of(tag))
                what = f"The contextid of the tag “{value(tag, 'rawname')}”"
                yield OTHERWISE.at(here, what=what, found=told, expected=context, where="<question_category>")
        for entry in children(child(node, "question_bank_entries"), "question_bank_entry"):
            told = value(entry, "questioncategoryid")
            if told not in {"", id_}:
                here = found.subject.at("questions.xml", line_of(entry))
                what = f"The questioncategoryid of the entry {attribute(entry, 'id')}"
                yield OTHERWISE.at(here, what=what, found=told, expected=id_, where="<question_category>")


def _parts(found: Backup, node: etree._Element, known: dict[str, etree._Element]) -> Iterator[Diagnostic]:
    """What a question says of its own answers, and of the question it is a part of."""
    name, plugin = value(node, "name"), child(node, f"plugin_qtype_{value(node, 'qtype')}_question")
    answers = {attribute(one, "id") for one in below(plugin, "answer") if one.get("id") is not None}
    for holder in below(plugin, *_ANSWERS):
        for field in _ANSWERS[local(holder)]:
            id_ = value(holder, field)
            if id_ not in answers:
                at = found.subject.at("questions.xml", line_of(holder))
                yield UNKNOWN_ANSWER.at(at, name=name, id=id_ or "(none)", field=field)
    at = found.subject.at("questions.xml", line_of(node))
    for part in children(plugin, "multianswer"):
        own = attribute(node, "id")
        if value(part, "question") not in {"", own}:
            told = {"found": value(part, "question"), "expected": own, "where": "<question>"}
            yield OTHERWISE.at(at, what=f"The question of the Cloze settings of “{name}”", **told)
    whole = value(node, "parent")
    if whole in {"", "0"} or whole == attribute(node, "id"):
        return
    sequence = (
        value(known[whole], "plugin_qtype_multianswer_question", "multianswer", "sequence") if whole in known else ""
    )
    if whole not in known:
        yield UNKNOWN_WHOLE.at(at, name=name, id=whole, problem="which is not in the backup")
    elif attribute(node, "id") not in [one.strip() for one in sequence.split(",")]:
        yield UNKNOWN_WHOLE.at(at, name=name, id=whole, problem="whose sequence does not list it")


def _question(found: Backup, node: etree._Element, known: dict[str, etree._Element]) -> Iterator[Diagnostic]:
    at, name = found.subject.at("questions.xml", line_of(node)), value(node, "name")
    kind = value(node, "qtype")
    for field in ("createdby", "modifiedby"):
        if not value(node, field).isdigit():
            yield NO_NUMBER.at(at, name=name, field=field)
    plugin = child(node, f"plugin_qtype_{kind}_question")
    for container in below(node, *_CONTAINERS):
        if len(container) == 0 and "\n" not in (container.text or "") and plugin is None:
            span = found.subject.at("questions.xml", line_of(container))
            yield EMPTY_CONTAINER.at(span, name=name, element=local(container))
    if kind in _MARKED:
        shares = [number(value(one, "fraction")) or 0.0 for one in below(plugin, "answer")]
        if not any(share > 0 for share in shares):
            yield NO_ANSWER.at(at, name=name, type=kind)
    for part in children(plugin, "multianswer"):
        for id_ in value(part, "sequence").split(","):
            if id_.strip() not in known:
                yield NO_PARTS.at(at, name=name, id=id_.strip() or "(none)")
