"""Moodle backups: the gradebook, and the groups that grades and activities are kept apart by."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.formats.mbz_places import OTHERWISE, READ
from builder.validate.formats.mbz_read import Activity, Backup, backup, folders, plain, references
from builder.validate.nodes import attribute, below, child, children, value
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of

NO_CATEGORY = must(
    "B54",
    READ,
    "{what} belongs to the grade category {id}, which is not in gradebook.xml.",
    "Write the id of a grade_category that is there.",
    "Restore puts it into the category of the whole course: weights and passing grades are not those intended.",
)
NO_ITEM = should(
    "B55",
    READ,
    "The inforef.xml of {where} names the grade item {id}, which is not in the backup.",
    "Write the id of the item in its grades.xml, or remove the reference.",
    "Nothing is restored for it.",
)
NOT_NAMED = should(
    "B56",
    READ,
    "The inforef.xml of {name} does not name its grade item {id}.",
    "List it under <grade_itemref>.",
    "Moodle's own backups name every grade item of an activity, and its tools look there.",
)
NO_GRADE = must(
    "B57",
    READ,
    "{name} is completed by the grade number {number}, and its grades.xml has no such item.",
    "Add the grade item, or complete it by something else.",
    "A grade that does not exist is never given: nobody can complete the activity.",
)
NO_SCALE = must(
    "B58",
    READ,
    "A grade item names the {kind} {id}, which is not in {path}.",
    "Add it there, or write $@NULL@$.",
    "Restore empties the reference: grades are shown as numbers without their words, or not at all.",
)
NO_GROUP = must(
    "B59",
    READ,
    "{where} names the {kind} {id}, which is not in groups.xml.",
    "Write the id of one that is there.",
    "Restore drops what names it, or stops: what was meant for some is then for all, or for nobody.",
)

RULES = (NO_CATEGORY, NO_ITEM, NOT_NAMED, NO_GRADE, NO_SCALE, NO_GROUP)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of grades and groups."""
    found = backup(subject)
    if found is None:
        return
    book = found.part("gradebook.xml")
    categories = {attribute(one, "id"): one for one in below(book, "grade_category")}
    yield from _categories(found, book, categories)
    there = {attribute(node, "id") for node in below(book, "grade_item")}
    for one in found.activities:
        items = list(below(found.part(f"{one.folder}/grades.xml"), "grade_item"))
        there |= {attribute(node, "id") for node in items}
        yield from _activity(found, one, items, categories)
    for folder in folders(found):
        for id_ in references(found.part(f"{folder}/inforef.xml"), "grade_item"):
            if id_ not in there:
                yield NO_ITEM.at(subject.at(f"{folder}/inforef.xml"), where=folder, id=id_)
    yield from _groups(found)


def _activity(
    found: Backup, one: Activity, items: list[etree._Element], categories: dict[str, etree._Element]
) -> Iterator[Diagnostic]:
    """The grade items of an activity, and the one that completes it."""
    subject, path, own = found.subject, f"{one.folder}/grades.xml", found.own(one)
    named = set(references(found.part(f"{one.folder}/inforef.xml"), "grade_item"))
    for node in items:
        at, id_ = subject.at(path, line_of(node)), plain(value(node, "categoryid"))
        if found.course and id_ and id_ not in categories:
            yield NO_CATEGORY.at(at, what=f"The grade of {one.name}", id=id_)
        if attribute(node, "id") not in named:
            yield NOT_NAMED.at(subject.at(f"{one.folder}/inforef.xml"), name=one.name, id=attribute(node, "id"))
        held = plain(value(node, "iteminstance"))
        if own is not None and held not in {"", attribute(own, "id")}:
            told = {"found": held, "expected": attribute(own, "id"), "where": f"{one.module}.xml"}
            yield OTHERWISE.at(at, what=f"The iteminstance of the grade of {one.name}", **told)
        yield from _kept_in(found, path, node)
    wanted = plain(value(found.module(one), "completiongradeitemnumber"))
    numbers = {value(node, "itemnumber") or "0" for node in items}
    if wanted and wanted not in numbers and value(found.module(one), "completion") == "2":
        yield NO_GRADE.at(subject.at(f"{one.folder}/module.xml"), name=one.name, number=wanted)


def _categories(
    found: Backup, book: etree._Element | None, categories: dict[str, etree._Element]
) -> Iterator[Diagnostic]:
    """The tree of categories, and the items of gradebook.xml."""
    subject = found.subject
    for id_, node in categories.items():
        parent = plain(value(node, "parent"))
        at, name = subject.at("gradebook.xml", line_of(node)), f"The grade category “{value(node, 'fullname')}”"
        if parent and parent not in categories:
            yield NO_CATEGORY.at(at, what=name, id=parent)
        path, expected = value(node, "path"), f"{_path(parent, categories)}{id_}/"
        if path and (not parent or parent in categories) and path != expected:
            yield OTHERWISE.at(at, what=f"{name}: its path", found=path, expected=expected, where="its parents")
    for node in below(book, "grade_item"):
        kind, held = value(node, "itemtype"), plain(value(node, "iteminstance"))
        at, id_ = subject.at("gradebook.xml", line_of(node)), plain(value(node, "categoryid"))
        if kind == "category" and held not in categories:
            yield NO_CATEGORY.at(at, what="A grade item of a category", id=held or "(none)")
        elif kind == "course" and categories and held and held not in categories:
            told = {"found": held, "expected": next(iter(categories)), "where": "the grade categories"}
            yield OTHERWISE.at(at, what="The iteminstance of the course's total", **told)
        elif kind == "manual" and id_ and id_ not in categories:
            yield NO_CATEGORY.at(at, what="A grade item", id=id_)
        yield from _kept_in(found, "gradebook.xml", node)


def _path(id_: str, categories: dict[str, etree._Element]) -> str:
    """The path of a category by its parents; each at most once, as they may go round."""
    parts: list[str] = []
    while id_ in categories and id_ not in parts:
        parts.append(id_)
        id_ = plain(value(categories[id_], "parent"))
    return "/" + "".join(f"{one}/" for one in reversed(parts))


def _kept_in(found: Backup, path: str, node: etree._Element) -> Iterator[Diagnostic]:
    """The scale and the outcome of a grade item."""
    for kind, document in (("scale", "scales.xml"), ("outcome", "outcomes.xml")):
        id_ = plain(value(node, f"{kind}id"))
        if id_ not in {"", "0"} and id_ not in {attribute(one, "id") for one in children(found.part(document), kind)}:
            yield NO_SCALE.at(found.subject.at(path, line_of(node)), kind=kind, id=id_, path=document)


def _groups(found: Backup) -> Iterator[Diagnostic]:
    """Groups and groupings that activities, quizzes and groupings themselves name."""
    root, subject = found.part("groups.xml"), found.subject
    known = {kind: {attribute(one, "id") for one in below(root, kind)} for kind in ("group", "grouping")}
    if found.settings.get("groups") == "0":
        return
    named: list[tuple[str, int, str, str, str]] = [
        ("groups.xml", line_of(node), "A grouping", "group", value(node, "groupid"))
        for node in below(root, "grouping_group")
    ]
    for one in found.activities:
        grouping = value(found.module(one), "groupingid")
        named.append((f"{one.folder}/module.xml", 0, one.name, "grouping", grouping))
        path, where = f"{one.folder}/{one.module}.xml", f"An exception in {one.name}"
        overrides = below(child(found.own(one), "overrides"), "override")
        named.extend((path, line_of(node), where, "group", value(node, "groupid")) for node in overrides)
    if found.course:
        path = f"{found.course}/course.xml"
        named.append((path, 1, "The course", "grouping", value(found.part(path), "defaultgroupingid")))
    for path, line, where, kind, id_ in named:
        if plain(id_) not in {"", "0"} and id_ not in known[kind]:
            yield NO_GROUP.at(subject.at(path, line), where=where, kind=kind, id=id_)
