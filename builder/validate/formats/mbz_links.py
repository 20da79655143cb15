"""Moodle backups: the addresses inside of texts, which restore turns into those of the new course."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.model.span import Span
from builder.validate.formats.mbz_places import READ
from builder.validate.formats.mbz_read import Activity, Backup, backup, texts
from builder.validate.nodes import attribute, below, value
from builder.validate.rule import should
from builder.validate.subject import Subject
from builder.validate.xml import line_of

DEAD_LINK = should(
    "B45",
    READ,
    "A link leads to {what}, which is not in the backup.",
    "Write the number of one that is there.",
    "Restore makes it an address of the old site: learners of the new one come to a page they cannot open.",
)
WRONG_LINK = should(
    "B70",
    READ,
    "The link {code} leads to {name}, which is of another type.",
    "Write the type of the activity into the code, such as QUIZVIEWBYID.",
    "Restore makes it the address of an activity of the wrong type: Moodle shows an error in its place.",
)

RULES = (DEAD_LINK, WRONG_LINK)

_LINK = re.compile(r"\$@([A-Z0-9]+?)VIEWBYID(CH|2)?\*(\d+)(?:\*([^@*]*))?@\$")
_INDEX = re.compile(r"\$@([A-Z0-9]+)INDEX\*(\d+)@\$")


class _There(NamedTuple):
    """What a link can lead to."""

    course: str
    modules: dict[str, Activity]
    """By their numbers."""
    chapters: frozenset[str]


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of links."""
    found = backup(subject)
    if found is None:
        return
    chapters = frozenset(
        attribute(node, "id")
        for one in found.activities
        if one.module == "book"
        for node in below(found.own(one), "chapter")
    )
    there = _There(
        value(found.information, "original_course_id"), {one.cmid: one for one in found.activities}, chapters
    )
    for path, root in _documents(found):
        for node, words in texts(root):
            if "$@" in words:
                yield from _links(words, subject.at(path, line_of(node)), there)


def _links(words: str, at: Span, there: _There) -> Iterator[Diagnostic]:
    for link in _LINK.finditer(words):
        kind, cmid, chapter = link[1].lower(), link[3], link[4] if link[2] else ""
        module = there.modules.get(cmid)
        if kind == "course":
            if there.course and cmid != there.course:
                yield DEAD_LINK.at(at, what=f"the course {cmid}")
        elif module is None:
            yield DEAD_LINK.at(at, what=f"the activity {cmid}")
        elif module.module != kind:
            yield WRONG_LINK.at(at, code=link[0], name=module.name)
        elif chapter and chapter not in there.chapters:
            yield DEAD_LINK.at(at, what=f"the chapter {chapter}")
    for link in _INDEX.finditer(words):
        if there.course and link[2] != there.course:
            yield DEAD_LINK.at(at, what=f"the course {link[2]}")


def _documents(found: Backup) -> Iterator[tuple[str, etree._Element | None]]:
    """All documents that hold texts with links."""
    paths = [f"{one.folder}/{one.module}.xml" for one in found.activities]
    paths += [f"{folder}/section.xml" for _, folder, _ in found.sections]
    paths += [f"{found.course}/course.xml"] if found.course else []
    for path in (*paths, "questions.xml", "groups.xml", "gradebook.xml"):
        yield path, found.part(path)
