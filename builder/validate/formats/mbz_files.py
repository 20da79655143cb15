"""Moodle backups: files.xml, the files themselves, and what inforef.xml takes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from builder.diagnostics import Diagnostic
from builder.validate.formats.mbz_read import Backup, backup, bank, folders, references, texts
from builder.validate.nodes import attribute, children, value
from builder.validate.rule import must, should
from builder.validate.subject import Damaged, Subject
from builder.validate.xml import line_of

NO_BLOB = must(
    "B7",
    "Moodle 4.5.6, tried",
    "The file {name} is listed, and its contents {path} are missing.",
    "Add them under this path, or remove the record.",
    "Restore writes a warning into its log and leaves the file out: learners see an empty frame.",
)
WRONG_HASH = must(
    "B8",
    "Moodle 4.5.6, read in its source",
    "The contents of {name} have the SHA-1 {found}, and are stored as {hash}.",
    "Store them under their own SHA-1, and write that into files.xml.",
    "The file was changed or damaged after the backup. Moodle refuses contents that do not fit their name.",
)
WRONG_SIZE = should(
    "B9",
    "Moodle 4.5.6, tried",
    "The file {name} has {found} octets, files.xml says {size}.",
    "Write the real size.",
    "Moodle tolerates it, and shows the wrong size.",
)
NOT_TAKEN = should(
    "B10",
    "Moodle 4.5.6, tried",
    "The file {name} of {area} is in no inforef.xml.",
    "List its id under <fileref> in the inforef.xml of the activity that shows it.",
    "Restore takes a file only where an inforef.xml names it; this one is left out without a word.",
)
UNKNOWN_FILE = must(
    "B11",
    "Moodle 4.5.6, read in its source",
    "The inforef.xml names the file {id}, which is not in files.xml.",
    "Add the record or remove the reference.",
    "The file is not restored.",
)
NOT_THERE = should(
    "B38",
    "Moodle 4.5.6, tried",
    "<{element}> shows the file {file}, and no file of this name belongs to {owner}.",
    "Add a record to files.xml in the same context, and its id to inforef.xml.",
    "Learners see an empty frame in place of the picture.",
)

RULES = (NO_BLOB, WRONG_HASH, WRONG_SIZE, NOT_TAKEN, UNKNOWN_FILE, NOT_THERE)

_USED = re.compile(r"@@PLUGINFILE@@(/[^\"'<>\s?#)&]*)")
_ALWAYS = ("user/", "group/", "grouping/", "grade/", "badges/", "question/", "qtype_")
"""Components whose files restore takes without being told: their activities' inforef.xml does not list them."""
_HASH = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True, slots=True)
class _Record:
    """A line of files.xml."""

    id: str
    hash: str
    context: str
    area: str
    path: str
    size: str
    line: int

    @property
    def blob(self) -> str:
        return f"files/{self.hash[:2]}/{self.hash}"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of files."""
    found = backup(subject)
    if found is None:
        return
    records = tuple(_records(found))
    if value(found.information, "include_files") != "0" and found.settings.get("files") != "0":
        yield from _blobs(found, records)
    yield from _taken(found, records)
    yield from _used(found, records)


def _records(found: Backup) -> Iterator[_Record]:
    """The files; a record called ``.`` stands for a folder."""
    for node in children(found.part("files.xml"), "file"):
        name = value(node, "filename")
        if name != ".":
            yield _Record(
                attribute(node, "id"),
                value(node, "contenthash"),
                value(node, "contextid"),
                f"{value(node, 'component')}/{value(node, 'filearea')}",
                value(node, "filepath") + name,
                value(node, "filesize"),
                line_of(node),
            )


def _blobs(found: Backup, records: tuple[_Record, ...]) -> Iterator[Diagnostic]:
    subject, seen = found.subject, set()
    for one in records:
        at = subject.at("files.xml", one.line)
        size = subject.box.sizes.get(one.blob)
        if size is None:
            yield NO_BLOB.at(at, name=one.path, path=one.blob)
            continue
        if one.size.isdigit() and int(one.size[:18]) != size:
            yield WRONG_SIZE.at(at, name=one.path, found=size, size=one.size)
        if one.hash not in seen and _HASH.fullmatch(one.hash):
            seen.add(one.hash)
            try:
                real = subject.box.sha1(one.blob)
            except Damaged:
                continue
            if real != one.hash:
                yield WRONG_HASH.at(at, name=one.path, found=real, hash=one.hash)


def _taken(found: Backup, records: tuple[_Record, ...]) -> Iterator[Diagnostic]:
    known = {one.id for one in records}
    folders_of_files = {attribute(node, "id") for node in children(found.part("files.xml"), "file")}
    taken: set[str] = set()
    for folder in folders(found):
        path = f"{folder}/inforef.xml"
        for id_ in references(found.part(path), "file"):
            taken.add(id_)
            if id_ not in known and id_ not in folders_of_files:
                yield UNKNOWN_FILE.at(found.subject.at(path), id=id_)
    for one in records:
        if one.id not in taken and not one.area.startswith(_ALWAYS):
            yield NOT_TAKEN.at(found.subject.at("files.xml", one.line), name=one.path, area=one.area)


def _used(found: Backup, records: tuple[_Record, ...]) -> Iterator[Diagnostic]:
    """Files that texts show, by context."""
    there: dict[str, set[str]] = {}
    for one in records:
        there.setdefault(one.context, set()).add(one.path)
    for activity in found.activities:
        path = f"{activity.folder}/{activity.module}.xml"
        yield from _shown(found, path, activity.name, there.get(found.context(activity), set()))
    contexts = {category.context for category in bank(found).categories.values()}
    files = {path for context in contexts for path in there.get(context, ())}
    yield from _shown(found, "questions.xml", "the questions", files)


def _shown(found: Backup, path: str, owner: str, files: set[str]) -> Iterator[Diagnostic]:
    for node, words in texts(found.part(path)):
        for file in dict.fromkeys(_USED.findall(words)):
            if unquote(file) not in files:
                at = found.subject.at(path, line_of(node))
                yield NOT_THERE.at(at, element=str(node.tag), file=file, owner=owner)
