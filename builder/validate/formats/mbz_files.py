"""Moodle backups: files.xml, the files themselves, and what inforef.xml takes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.diagnostics import Diagnostic
from builder.validate.formats.mbz_read import Backup, backup, folders, references
from builder.validate.nodes import attribute, children, value, whole
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
NOT_TAKEN = must(
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
RULES = (NO_BLOB, WRONG_HASH, WRONG_SIZE, NOT_TAKEN, UNKNOWN_FILE)

_ALWAYS = ("user/", "group/", "grouping/", "grade/", "badges/", "question/", "qtype_")
"""Components whose files restore takes without being told: their activities' inforef.xml does not list them."""
_HASH = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True, slots=True)
class Record:
    """A line of files.xml."""

    id: str
    hash: str
    context: str
    area: str
    """Component and area: ``mod_page/content``."""
    item: str
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
    listed = tuple(records(found))
    if value(found.information, "include_files") != "0" and found.settings.get("files") != "0":
        yield from _blobs(found, listed)
    yield from _taken(found, listed)


def records(found: Backup) -> Iterator[Record]:
    """The files; a record called ``.`` stands for a folder."""
    for node in children(found.part("files.xml"), "file"):
        name = value(node, "filename")
        if name != ".":
            yield Record(
                attribute(node, "id"),
                value(node, "contenthash"),
                value(node, "contextid"),
                f"{value(node, 'component')}/{value(node, 'filearea')}",
                value(node, "itemid") or "0",
                value(node, "filepath") + name,
                value(node, "filesize"),
                line_of(node),
            )


def _blobs(found: Backup, listed: tuple[Record, ...]) -> Iterator[Diagnostic]:
    subject, seen = found.subject, set()
    for one in listed:
        at = subject.at("files.xml", one.line)
        size = subject.box.sizes.get(one.blob)
        if size is None:
            yield NO_BLOB.at(at, name=one.path, path=one.blob)
            continue
        if whole(one.size) not in {None, size}:
            yield WRONG_SIZE.at(at, name=one.path, found=size, size=one.size)
        if one.hash not in seen and _HASH.fullmatch(one.hash):
            seen.add(one.hash)
            try:
                real = subject.box.sha1(one.blob)
            except Damaged:
                continue
            if real != one.hash:
                yield WRONG_HASH.at(at, name=one.path, found=real, hash=one.hash)


def _taken(found: Backup, listed: tuple[Record, ...]) -> Iterator[Diagnostic]:
    known = {one.id for one in listed}
    folders_of_files = {attribute(node, "id") for node in children(found.part("files.xml"), "file")}
    taken: set[str] = set()
    for folder in folders(found):
        path = f"{folder}/inforef.xml"
        for id_ in references(found.part(path), "file"):
            taken.add(id_)
            if id_ not in known and id_ not in folders_of_files:
                yield UNKNOWN_FILE.at(found.subject.at(path), id=id_)
    for one in listed:
        if one.id not in taken and not one.area.startswith(_ALWAYS):
            yield NOT_TAKEN.at(found.subject.at("files.xml", one.line), name=one.path, area=one.area)
