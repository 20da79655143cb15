"""A course laid open for the rules: its pages, questions and the nodes of its text, each gathered once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from builder.model.course import Course, Page, Programme
from builder.model.question import Branch, Question, Scenario
from builder.model.quiz import Quiz
from builder.model.span import Span
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
    Recording,
    Strong,
    Text,
)
from builder.model.walk import nodes_in, shape_of

Node = TypeVar("Node")
_GATHERED = (Link, Image, Citation, Heading, Recording)
_WITHIN_WORDS = frozenset({Emphasis, Strong, Element, Link, Citation, FootnoteRef})
"""Nodes that part no words."""


class Found(NamedTuple, Generic[Node]):
    """A node and the page it stands on."""

    page: Page
    node: Node


class Named(NamedTuple):
    """Something with an id."""

    what: str
    id: str
    span: Span


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
    recordings: tuple[Found[Recording], ...]
    anchors: Mapping[str, tuple[Named, ...]]
    """By a page's path, what a link to it can name after ``#``."""

    @property
    def quizzes(self) -> Iterator[Found[Quiz]]:
        """The quizzes that learners meet."""
        return (Found(page, quiz) for page in self.course.pages for quiz in page.quizzes)


def view_of(course: Course, programme: Programme) -> View:
    """Lay ``course`` open."""
    pages = (*course.pages, *course.banks)
    found: dict[type, list[Found[Any]]] = {kind: [] for kind in _GATHERED}
    questions: list[Asked] = []
    anchors: dict[str, tuple[Named, ...]] = {}
    for page in pages:
        nodes = nodes_in(page, _GATHERED)
        asked = list(_asked(page))
        for node in nodes:
            found[type(node)].append(Found(page, node))
        questions += asked
        anchors[page.path] = tuple(_anchors(page, nodes, asked))
    return View(
        course=course,
        programme=programme,
        pages=pages,
        questions=tuple(questions),
        links=tuple(found[Link]),
        images=tuple(found[Image]),
        citations=tuple(found[Citation]),
        headings=tuple(found[Heading]),
        recordings=tuple(found[Recording]),
        anchors=anchors,
    )


def _asked(page: Page) -> Iterator[Asked]:
    for quiz in page.quizzes:
        for unit in quiz.questions:
            yield Asked(page, quiz, unit)
            if isinstance(unit, Scenario):
                yield from (Asked(page, quiz, question) for question in unit.questions)


def _anchors(page: Page, nodes: Iterable[object], asked: Iterable[Asked]) -> Iterator[Named]:
    yield from (Named("heading", node.id, node.span) for node in nodes if isinstance(node, Heading) and node.id)
    yield from (Named("quiz", quiz.id, quiz.span) for quiz in page.quizzes if quiz is not page.quiz)
    for _, _, question in asked:
        yield Named("question", question.id, question.span)
        if isinstance(question, Branch):
            yield from (Named("step", step.id, step.span) for step in question.steps)


def text_of(root: object, without: Collection[type] = ()) -> str:
    """The words below ``root``, blanks collapsed; a picture counts by its alternative text. Nodes of the kinds in
    ``without`` count as blanks."""
    parts: list[str] = []
    waiting: list[Any] = [root]
    while waiting:
        value = waiting.pop()
        kind = value.__class__
        if kind is tuple:
            waiting += value[::-1]
        elif kind in without:
            parts.append(" ")
        elif kind is Text or kind is Code:
            parts.append(value.text)
        elif kind is Image:
            parts.append(value.alt)
        elif (shape := shape_of(kind)) is not None:
            if kind not in _WITHIN_WORDS:
                parts.append(f" {value.text} " if kind is CodeBlock else " ")
            waiting += [getattr(value, name) for name in shape]
    return " ".join("".join(parts).split())
