"""Moodle backups: what the parts of an activity say of each other: packages, questionnaires, databases, quizzes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.formats.mbz_files import Record, records
from builder.validate.formats.mbz_places import OTHERWISE, READ
from builder.validate.formats.mbz_read import Activity, Backup, backup, plain
from builder.validate.nodes import attribute, child, children, value
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of

NO_LAUNCH = must(
    "B60",
    READ,
    "The SCO “{title}” of {name} starts with {file}, which is not among its files.",
    "Add the file to the area mod_scorm/content of the activity, or write the name of one that is there.",
    "Learners who open it see an error of the server in place of the lesson.",
)
NO_PARENT = must(
    "B61",
    READ,
    "The SCO “{title}” of {name} names {identifier} as its {field}, and no row has this identifier.",
    "Write the identifier of the item or organization above it.",
    "Moodle builds the contents from these names: the SCO is not shown, and cannot be started.",
)
NO_PACKAGE = must(
    "B62",
    READ,
    "{name} is made of the package {file}, which is not in its area mod_scorm/package.",
    "Add the zip to the area, under this name.",
    "Moodle has nothing to unpack: when the settings are saved, the file cannot be read again.",
)
OTHER_LAUNCH = should(
    "B63",
    READ,
    "{name} is started with the row {id}, which is no SCO of it.",
    "Write the id of the SCO that is to be opened first.",
    "Restore takes the first SCO that can be started, which may be another one.",
)
NO_ITEM = must(
    "B64",
    READ,
    "“{label}” of {name} is asked only after {what}, which is not there.",
    "Write the id of a question of the same questionnaire, and the text of one of its options.",
    "Without the question everybody is asked; without the option nobody ever is.",
)
NO_FIELD = should(
    "B65",
    READ,
    "<{template}> of {name} shows the field {field}, which is not there.",
    "Write the name of a field as it stands in <fields>.",
    "Learners see the name in brackets in place of the field, and cannot fill it.",
)
NO_GRADE_ITEM = must(
    "B66",
    READ,
    "Slot {slot} of {name} counts for the grade item {id} of the quiz, which is not there.",
    "Write the id of a quiz_grade_item that is there, or $@NULL@$.",
    "Its marks are left out of the grade that teachers look at, without a word.",
)
NO_SLOT = must(
    "B67",
    READ,
    "A section of {name} begins with slot {slot}, which is not there.",
    "Write the number of the slot it begins with.",
    "Questions turn up under another heading and in an order that was not meant.",
)
NO_ENTRY = should(
    "B68",
    READ,
    "The category “{category}” of {name} lists the entry {id}, which is not there.",
    "Write the id of an entry of this glossary, or remove it from the category.",
    "Restore cannot file it: the category shows fewer entries than it was meant to.",
)

RULES = (
    NO_LAUNCH,
    NO_PARENT,
    NO_PACKAGE,
    OTHER_LAUNCH,
    NO_ITEM,
    NO_FIELD,
    NO_GRADE_ITEM,
    NO_SLOT,
    NO_ENTRY,
)

_FIELD = re.compile(r"\[\[([^\[\]\r\n]{1,255})\]\]")
_TEMPLATES = ("singletemplate", "listtemplate", "addtemplate", "asearchtemplate", "rsstemplate", "rsstitletemplate")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of the parts."""
    found = backup(subject)
    if found is None:
        return
    held: dict[str, list[Record]] = {}
    for record in records(found):
        held.setdefault(record.context, []).append(record)
    for one in found.activities:
        own = found.own(one)
        if own is not None and one.module == "scorm":
            yield from _scorm(found, one, own, held.get(found.context(one), []))
        elif own is not None and one.module in _CHECKS:
            yield from _CHECKS[one.module](found, one, own)


def _scorm(found: Backup, one: Activity, own: etree._Element, held: list[Record]) -> Iterator[Diagnostic]:
    path = f"{one.folder}/scorm.xml"
    at = found.subject.at(path, line_of(own))
    content = {record.path.lstrip("/") for record in held if record.area == "mod_scorm/content"}
    packages = {record.path.lstrip("/"): record for record in held if record.area == "mod_scorm/package"}
    name = value(own, "reference")
    has_files = found.settings.get("files") != "0" and value(found.information, "include_files") != "0"
    if has_files and value(own, "scormtype") in {"", "local"} and name and name not in packages:
        yield NO_PACKAGE.at(at, name=one.name, file=name)
    elif name in packages and value(own, "sha1hash") not in {"", packages[name].hash}:
        told = {"found": value(own, "sha1hash"), "expected": packages[name].hash, "where": "files.xml"}
        yield OTHERWISE.at(at, what=f"The sha1hash of {one.name}", **told)
    scos = list(children(child(own, "scoes"), "sco"))
    identifiers = {value(sco, "identifier") for sco in scos}
    for sco in scos:
        here, title = found.subject.at(path, line_of(sco)), value(sco, "title")
        file = re.split(r"[?#]", value(sco, "launch"))[0]
        if has_files and file and ":" not in file and file not in content:
            yield NO_LAUNCH.at(here, title=title, name=one.name, file=file)
        for field in ("parent", "organization"):
            identifier = value(sco, field)
            if identifier not in {"", "/"} and identifier not in identifiers:
                yield NO_PARENT.at(here, title=title, name=one.name, identifier=identifier, field=field)
    launch = value(own, "launch")
    if (
        scos
        and launch not in {"", "0"}
        and launch not in {attribute(sco, "id") for sco in scos if value(sco, "launch")}
    ):
        yield OTHER_LAUNCH.at(at, name=one.name, id=launch)


def _feedback(found: Backup, one: Activity, own: etree._Element) -> Iterator[Diagnostic]:
    items = {attribute(node, "id"): node for node in children(child(own, "items"), "item")}
    for node in items.values():
        on, wanted = value(node, "dependitem"), value(node, "dependvalue")
        if on in {"", "0"}:
            continue
        what = f"the question {on}" if on not in items else ""
        options = _options(items[on]) if on in items else ()
        if options and unescape(wanted).strip() not in options:
            what = f"the answer “{wanted}” to the question {on}"
        if what:
            at = found.subject.at(f"{one.folder}/feedback.xml", line_of(node))
            yield NO_ITEM.at(at, label=value(node, "name"), name=one.name, what=what)


def _options(item: etree._Element) -> tuple[str, ...]:
    """The options of a question with a choice, as ``r>>>>>1####Poor|5####Great<<<<<1`` tells them; () for others."""
    if value(item, "typ") not in {"multichoice", "multichoicerated"}:
        return ()
    told = value(item, "presentation").partition(">>>>>")[2].rpartition("<<<<<")
    return tuple(unescape(one.rpartition("####")[2]).strip() for one in (told[0] or told[2]).split("|"))


def _data(found: Backup, one: Activity, own: etree._Element) -> Iterator[Diagnostic]:
    fields = {value(node, "name"): attribute(node, "id") for node in children(child(own, "fields"), "field")}
    for template in _TEMPLATES:
        node = child(own, template)
        for name in dict.fromkeys(_FIELD.findall(value(own, template))):
            bare = unescape(name).partition("#")[0]
            if not {name, unescape(name), bare} & fields.keys() and not _is_field(unescape(name), fields):
                at = found.subject.at(f"{one.folder}/data.xml", 0 if node is None else line_of(node))
                yield NO_FIELD.at(at, template=template, name=one.name, field=name)
    sort = plain(value(own, "defaultsort"))
    if sort.isdigit() and sort != "0" and sort not in fields.values():
        at = found.subject.at(f"{one.folder}/data.xml", line_of(own))
        yield NO_FIELD.at(at, template="defaultsort", name=one.name, field=sort)


def _is_field(told: str, fields: dict[str, str]) -> bool:
    """Whether ``told`` is a field and what of it is wanted: ``Title#id`` of the field Title."""
    return any(told.startswith(f"{name}#") for name in fields)


def _quiz(found: Backup, one: Activity, own: etree._Element) -> Iterator[Diagnostic]:
    path = f"{one.folder}/quiz.xml"
    items = {attribute(node, "id") for node in children(child(own, "quiz_grade_items"), "quiz_grade_item")}
    slots = set()
    for node in children(child(own, "question_instances"), "question_instance"):
        slots.add(value(node, "slot"))
        id_ = plain(value(node, "quizgradeitemid"))
        if id_ and id_ not in items:
            at = found.subject.at(path, line_of(node))
            yield NO_GRADE_ITEM.at(at, slot=value(node, "slot"), name=one.name, id=id_)
    for node in children(child(own, "sections"), "section"):
        first = value(node, "firstslot")
        if slots and first not in slots:
            yield NO_SLOT.at(found.subject.at(path, line_of(node)), name=one.name, slot=first or "(none)")


def _glossary(found: Backup, one: Activity, own: etree._Element) -> Iterator[Diagnostic]:
    known = {attribute(node, "id") for node in children(child(own, "entries"), "entry")}
    for category in children(child(own, "categories"), "category") if known else ():
        for node in children(child(category, "category_entries"), "category_entry"):
            if value(node, "entryid") not in known:
                at = found.subject.at(f"{one.folder}/glossary.xml", line_of(node))
                yield NO_ENTRY.at(at, category=value(category, "name"), name=one.name, id=value(node, "entryid"))


_CHECKS: dict[str, Callable[[Backup, Activity, etree._Element], Iterator[Diagnostic]]] = {
    "feedback": _feedback,
    "data": _data,
    "quiz": _quiz,
    "glossary": _glossary,
}
