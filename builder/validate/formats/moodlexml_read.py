"""A file of Moodle XML, read once into plain values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from lxml import etree

from builder.validate.nodes import attribute, children, text, value
from builder.validate.subject import Damaged, Subject
from builder.validate.xml import document, line_of, local

ALIASES = MappingProxyType({"matching": "match", "cloze": "multianswer"})
"""Names of types that Moodle writes, by those it uses within."""


@dataclass(frozen=True, slots=True)
class Question:
    """A ``question``; a category is one too."""

    node: etree._Element
    type: str
    name: str
    category: str
    """The path of the category in force."""

    @property
    def line(self) -> int:
        return line_of(self.node)

    @property
    def title(self) -> str:
        """For a message: its name, or where it stands."""
        return f"“{self.name}”" if self.name else f"in line {self.line}"

    @property
    def text(self) -> str:
        return value(self.node, "questiontext", "text")


@dataclass(frozen=True, slots=True)
class Answer:
    """An ``answer`` with its share of the mark."""

    node: etree._Element
    text: str
    fraction: float | None
    """Per cent; None for what is no number."""
    said: str
    """The share as it is written."""


def questions(subject: Subject) -> tuple[Question, ...]:
    """The questions of the file in order; none when it cannot be read, which another rule says."""
    try:
        root = document(subject, subject.main)
    except (Damaged, KeyError):
        return ()
    return tuple(_questions(root)) if local(root) == "quiz" else ()


def answers(question: Question) -> tuple[Answer, ...]:
    """The answers of a question, in order."""
    return tuple(_answer(one) for one in children(question.node, "answer"))


def _questions(root: etree._Element) -> Iterator[Question]:
    category = ""
    for node in children(root, "question"):
        type_ = attribute(node, "type")
        if type_ == "category":
            category = value(node, "category", "text")
        yield Question(node, ALIASES.get(type_, type_), value(node, "name", "text"), category)


def _answer(node: etree._Element) -> Answer:
    said = attribute(node, "fraction")
    try:
        fraction = float(said or "0")
    except ValueError:
        fraction = None
    words = next((text(one) for one in children(node, "text")), (node.text or "").strip())
    return Answer(node, words, fraction, said)
