"""A Moodle backup, read once into plain values: its contents, its settings, its files, its questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from builder.validate.nodes import attribute, below, child, children, value
from builder.validate.subject import Damaged, Subject
from builder.validate.xml import document, line_of

NULL = "$@NULL@$"
"""What Moodle writes for a value that is not there."""


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity of the course, as ``moodle_backup.xml`` lists it."""

    cmid: str
    section: str
    module: str
    title: str
    folder: str
    line: int

    @property
    def name(self) -> str:
        """For a message."""
        return f"{self.module} “{self.title}”"


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup says it is."""

    subject: Subject
    root: etree._Element
    information: etree._Element | None
    activities: tuple[Activity, ...]
    sections: tuple[tuple[str, str, int], ...]
    """Identifier, folder and line of each."""
    course: str
    """The folder of the course; '' for a backup of an activity or a section alone."""
    settings: dict[str, str]

    def part(self, path: str) -> etree._Element | None:
        """The root of a document; None when it is missing or cannot be read, which other rules say."""
        try:
            return document(self.subject, path)
        except (KeyError, Damaged):
            return None

    def own(self, activity: Activity) -> etree._Element | None:
        """The element of an activity's own settings, such as ``quiz`` in ``quiz.xml``."""
        return child(self.part(f"{activity.folder}/{activity.module}.xml"), activity.module)

    def module(self, activity: Activity) -> etree._Element | None:
        return self.part(f"{activity.folder}/module.xml")

    def context(self, activity: Activity) -> str:
        """The identifier of an activity's context; '' when it is not given."""
        root = self.part(f"{activity.folder}/{activity.module}.xml")
        return attribute(root, "contextid") if root is not None else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A question of the bank with all its versions."""

    id: str
    category: str
    node: etree._Element
    name: str
    parent: str
    """That of the newest version: '0' but for the parts of a Cloze question."""
    tags: frozenset[str]
    is_ready: bool
    questions: tuple[etree._Element, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """A category of questions."""

    id: str
    name: str
    parent: str
    context: str
    line: int


@dataclass(frozen=True, slots=True)
class Bank:
    """``questions.xml``."""

    categories: dict[str, Category] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    below: dict[str, list[str]] = field(default_factory=dict)
    """The identifiers of the categories directly below each."""

    def within(self, category: str, *, deep: bool) -> frozenset[str]:
        """The identifiers of a category and, if ``deep``, of all below it."""
        found, waiting = {category}, [category] if deep else []
        while waiting:
            for one in self.below.get(waiting.pop(), ()):
                if one not in found:
                    found.add(one)
                    waiting.append(one)
        return frozenset(found)


def backup(subject: Subject) -> Backup | None:
    """The backup; None when ``moodle_backup.xml`` cannot be read, which another rule says."""
    try:
        root = document(subject, subject.main)
    except (KeyError, Damaged):
        return None
    information = child(root, "information")
    contents = child(information, "contents")
    settings = {value(one, "name"): value(one, "value") for one in children(child(information, "settings"), "setting")}
    return Backup(
        subject,
        root,
        information,
        tuple(_activity(one) for one in children(child(contents, "activities"), "activity")),
        tuple(
            (value(one, "sectionid"), _folder(one), line_of(one))
            for one in children(child(contents, "sections"), "section")
        ),
        next((_folder(one) for one in children(contents, "course")), ""),
        settings,
    )


def bank(found: Backup) -> Bank:
    """The questions; an empty bank when ``questions.xml`` cannot be read."""
    result = Bank()
    for node in children(found.part("questions.xml"), "question_category"):
        id_ = attribute(node, "id")
        result.categories[id_] = Category(
            id_, value(node, "name"), value(node, "parent"), value(node, "contextid"), line_of(node)
        )
        result.below.setdefault(value(node, "parent"), []).append(id_)
        for entry in children(child(node, "question_bank_entries"), "question_bank_entry"):
            one = _entry(entry, id_)
            result.entries[one.id] = one
    return result


def references(root: etree._Element | None, kind: str) -> Iterator[str]:
    """The identifiers that an ``inforef.xml`` lists of a kind: ``file``, ``question_category``, ``grade_item`` ..."""
    for one in children(child(root, f"{kind}ref"), kind):
        yield value(one, "id")


def folders(found: Backup) -> Iterator[str]:
    """Every folder that has an ``inforef.xml``: of activities, sections and the course."""
    yield from (one.folder for one in found.activities)
    yield from (folder for _, folder, _ in found.sections)
    if found.course:
        yield found.course


def plain(given: str) -> str:
    """A value, '' for Moodle's null."""
    return "" if given == NULL else given


def _activity(node: etree._Element) -> Activity:
    return Activity(
        value(node, "moduleid"),
        value(node, "sectionid"),
        value(node, "modulename"),
        value(node, "title"),
        _folder(node),
        line_of(node),
    )


def _folder(node: etree._Element) -> str:
    return value(node, "directory").strip("/")


def _entry(node: etree._Element, category: str) -> Entry:
    versions = list(below(child(node, "question_version"), "question_versions"))
    found = [one for version in versions for one in children(child(version, "questions"), "question")]
    newest = found[-1] if found else None
    tags = frozenset(value(one, "rawname") or value(one, "name") for one in children(child(newest, "tags"), "tag"))
    return Entry(
        attribute(node, "id"),
        category,
        node,
        value(newest, "name"),
        value(newest, "parent"),
        tags,
        not versions or value(versions[-1], "status") in {"ready", ""},
        tuple(found),
    )


def texts(root: etree._Element | None) -> Iterator[tuple[etree._Element, str]]:
    """Every element without children that has text, with that text."""
    for one in below(root):
        if len(one) == 0 and one.text:
            yield one, one.text.strip()
