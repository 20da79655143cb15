"""Moodle XML: the files within a question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.formats.moodlexml_read import Question, questions
from builder.validate.nodes import attribute, below, child, children, pieces, text
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of, local

MISSING = must(
    "X15",
    "Moodle 4.5.6, read in its source",
    "<{element}> of question {name} shows the file “{file}”, and has no <file> of this name.",
    "Put <file name=“{file}” path=“/” encoding=“base64”> into <{element}>, beside its <text>.",
    "Moodle looks for the file only within the element whose text uses it. Learners see an empty frame.",
)
UNUSED = should(
    "X16",
    "Moodle 4.5.6, read in its source",
    "<{element}> of question {name} holds the file “{file}”, which its text does not show.",
    "Refer to it as @@PLUGINFILE@@/{file}, or remove it.",
    "The file is stored with the question and seen by nobody.",
)
NOT_BASE64 = must(
    "X17",
    "Moodle 4.5.6, read in its source",
    "The file “{file}” of question {name} {problem}.",
    "Write the file's octets in base64, and encoding=“base64”.",
    "Moodle decodes every file from base64 and stores what comes out, so this one becomes unreadable.",
)

RULES = (MISSING, UNUSED, NOT_BASE64)

USED = re.compile(r"@@PLUGINFILE@@(/[^\"'<>\s?#)]*)")
"""An address of a file in a text of Moodle; its path within the file area, percent-encoded."""
_BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of files."""
    for question in questions(subject):
        for holder in below(question.node):
            words = child(holder, "text")
            if words is not None or child(holder, "file") is not None:
                used = {unquote(one) for one in USED.findall("" if words is None else text(words))}
                yield from _files(subject, question, holder, used)


def _files(subject: Subject, question: Question, holder: etree._Element, used: set[str]) -> Iterator[Diagnostic]:
    element, name = local(holder), question.title
    there = {}
    for one in children(holder, "file"):
        path = f"/{attribute(one, 'path').strip('/')}/{attribute(one, 'name')}".replace("//", "/")
        there[path] = one
        at = subject.at(subject.main, line_of(one))
        data = "".join("".join(pieces(one)).split())
        if attribute(one, "encoding") not in {"base64", ""}:
            problem = f"has encoding=“{attribute(one, 'encoding')}”"
            yield NOT_BASE64.at(at, file=attribute(one, "name"), name=name, problem=problem)
        elif len(data) % 4 or not _BASE64.fullmatch(data):
            yield NOT_BASE64.at(at, file=attribute(one, "name"), name=name, problem="is no base64, or cut off")
        elif not data:
            yield NOT_BASE64.at(at, file=attribute(one, "name"), name=name, problem="is empty")
        if path not in used:
            yield UNUSED.at(at, element=element, name=name, file=path.lstrip("/"))
    for path in sorted(used - set(there)):
        at = subject.at(subject.main, line_of(holder))
        yield MISSING.at(at, element=element, name=name, file=path.lstrip("/"))
