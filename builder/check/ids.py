"""Ids: there, unique, free to use, and told apart by their keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.check.view import Named, View
from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import ID_MISSING, ID_RESERVED, ID_TWICE, KEY_CLASH
from builder.model.span import Span
from builder.state.keys import key_of

OWN_PAGES = ("index", "contents", "result", "glossary")
"""Files that the tool writes beside the pages."""

WINDOWS_NAMES = ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)))

OWN_PARTS = ("main",)
"""Ids of parts of every page; those that begin with ``cw-`` are the tool's, too."""


def check_ids(view: View) -> Iterator[Diagnostic]:
    """Every group of things that share a name space, then the anchors of each page."""
    pages = [Named("page", page.id, page.span) for page in view.pages]
    quizzes = [
        Named("quiz", quiz.id, quiz.span) for page in view.pages for quiz in page.quizzes if quiz is not page.quiz
    ]
    questions = [Named("question", asked.question.id, asked.question.span) for asked in view.questions]
    lessons = [Named("lesson", lesson.id, lesson.span) for lesson in view.course.lessons if not lesson.loose]
    own = [Named("quiz", page.id, page.span) for page in view.pages if page.quiz is not None]
    for group in (pages, quizzes, questions):
        yield from (ID_MISSING.at(named.span, what=named.what) for named in group if not named.id)
    for group in (pages, [*own, *quizzes], questions):
        yield from _twice(group)
        yield from _clashes(group)
    yield from _twice(lessons)
    yield from _reserved(pages)
    for page in view.pages:
        yield from _anchors(view.anchors[page.path])


def check_names(view: View) -> Iterator[Diagnostic]:
    """What platforms keep apart by its id alone: pages there and unique, the anchors of each page unique."""
    pages = [Named("page", page.id, page.span) for page in view.pages]
    yield from (ID_MISSING.at(named.span, what="activity") for named in pages if not named.id)
    yield from _twice(pages)
    for page in view.pages:
        yield from _twice(sorted(view.anchors[page.path], key=lambda named: named.span))


def _twice(group: Iterable[Named]) -> Iterator[Diagnostic]:
    first: dict[str, Named] = {}
    for named in group:
        other = first.setdefault(named.id, named) if named.id else named
        if other is not named:
            yield ID_TWICE.at(named.span, id=named.id, other=f"a {other.what}", place=place(other.span))


def _clashes(group: Iterable[Named]) -> Iterator[Diagnostic]:
    first: dict[int, Named] = {}
    for named in group:
        other = first.setdefault(key_of(named.id), named)
        if other.id != named.id:
            yield KEY_CLASH.at(named.span, id=named.id, other=other.id, place=place(other.span))


def _reserved(pages: Iterable[Named]) -> Iterator[Diagnostic]:
    for named in pages:
        if named.id in OWN_PAGES:
            yield ID_RESERVED.at(named.span, id=named.id, why="a page of the tool's own is called so")
        elif named.id in WINDOWS_NAMES:
            yield ID_RESERVED.at(named.span, id=named.id, why="Windows cannot hold a file of this name")


def _anchors(found: Iterable[Named]) -> Iterator[Diagnostic]:
    anchors = sorted(found, key=lambda named: named.span)
    for named in anchors:
        if named.id in OWN_PARTS or named.id.startswith("cw-"):
            yield ID_RESERVED.at(named.span, id=named.id, why="a part of every page is called so")
    yield from _twice(anchors)


def place(span: Span) -> str:
    """``path, line 12``, or the path alone for a whole file."""
    return f"{span.path}, line {span.line}" if span.line else span.path
