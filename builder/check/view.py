"""A course laid open for the rules: its pages, questions and the nodes of its text, each gathered once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from builder.model.course import Course, Page, Programme
from builder.model.question import Question, Scenario
from builder.model.quiz import Quiz
from builder.model.text import (
    Citation,
    Code,
    CodeBlock,
    Element,
    Emphasis,
    FootnoteRef,
    Heading,
    Image,
    Link,
    Strong,
    Text,
)

Node = TypeVar("Node")
_GATHERED = (Link, Image, Citation, Heading)


class Found(NamedTuple, Generic[Node]):
    """A node and the page it stands on."""

    page: Page
    node: Node


class Asked(NamedTuple):
    """A question, the quiz that holds it, and their page. Scenarios stand before their questions."""

    page: Page
    quiz: Quiz
    question: Question


@dataclass(frozen=True, slots=True)
class View:
    """What the rules look at; all in reading order, banks last."""

    course: Course
    programme: Programme
    pages: tuple[Page, ...]
    questions: tuple[Asked, ...]
    links: tuple[Found[Link], ...]
    images: tuple[Found[Image], ...]
    citations: tuple[Found[Citation], ...]
    headings: tuple[Found[Heading], ...]

    @property
    def quizzes(self) -> Iterator[Found[Quiz]]:
        """The quizzes that learners meet."""
        return (Found(page, quiz) for page in self.course.pages for quiz in page.quizzes)


def view_of(course: Course, programme: Programme) -> View:
    """Lay ``course`` open."""
    pages = (*course.pages, *course.banks)
    nodes = [Found(page, node) for page in pages for node in nodes_in(page) if isinstance(node, _GATHERED)]
    questions = (
        Asked(page, quiz, question)
        for page in pages
        for quiz in page.quizzes
        for unit in quiz.questions
        for question in (unit, *(unit.questions if isinstance(unit, Scenario) else ()))
    )
    return View(
        course=course,
        programme=programme,
        pages=pages,
        questions=tuple(questions),
        links=_of(Link, nodes),
        images=_of(Image, nodes),
        citations=_of(Citation, nodes),
        headings=_of(Heading, nodes),
    )


def _of(kind: type[Node], found: Iterable[Found[Any]]) -> tuple[Found[Node], ...]:
    return tuple(Found(page, node) for page, node in found if isinstance(node, kind))


def nodes_in(root: object) -> Iterator[object]:
    """``root`` and all that it holds, in reading order: every dataclass of the model below it."""
    waiting: list[Any] = [root]
    while waiting:
        value = waiting.pop()
        if type(value) is tuple:
            waiting.extend(reversed(value))
        elif (shape := _shape(value.__class__)) is not None:
            yield value
            waiting.extend([getattr(value, name) for name in shape])


def text_of(root: object) -> str:
    """The words below ``root``, blanks collapsed; a picture counts by its alternative text."""
    parts: list[str] = []
    for node in nodes_in(root):
        match node:
            case Text(text=text) | Code(text=text) | Image(alt=text):
                parts.append(text)
            case CodeBlock(text=text):
                parts.append(f" {text} ")
            case Emphasis() | Strong() | Element() | Link() | Citation() | FootnoteRef():
                pass
            case _:
                parts.append(" ")
    return " ".join("".join(parts).split())


@cache
def _shape(kind: Hashable) -> tuple[str, ...] | None:
    """The fields of a dataclass that can hold others, last first; None for another type."""
    if not isinstance(kind, type) or not is_dataclass(kind):
        return None
    plain = (
        "str",
        "int",
        "bool",
        "Span",
        "Decimal",
        "bool | None",
        "int | None",
        "Mapping[str, str]",
        "tuple[str, ...]",
    )
    return tuple(field.name for field in reversed(fields(kind)) if field.type not in plain)
