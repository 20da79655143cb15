"""Objectives, pages, questions: each objective is taught, practised and tested; each question says what it serves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.diagnostics import Diagnostic
from builder.diagnostics.content_codes import OBJECTIVE_INCOMPLETE, QUESTION_UNPLACED
from builder.measure.course import CourseMeasure, Item, Served
from builder.model.content import ContentRules
from builder.model.course import Page
from builder.model.question import is_scored

_NAMED = 3
"""Pages that a message names."""


def check_matrix(measure: CourseMeasure, rules: ContentRules) -> Iterator[Diagnostic]:
    """Courses that have objectives. A course without a test need not test them; its diagnostic may be all that asks."""
    if not rules.objectives or not measure.objectives:
        return
    tests = measure.has_test
    for name, served in measure.objectives.items():
        lacks = [*_lacks(served, tests)]
        if lacks:
            has = ", ".join(_has(served))
            span = measure.course.objectives[name].span
            yield OBJECTIVE_INCOMPLETE.at(span, id=name, lacks=" and ".join(lacks), has=has and f"; it {has}")
    example = min(measure.objectives)
    for item in measure.items:
        if is_scored(item.question):
            yield from _unplaced(item, example)


def _lacks(served: Served, tests: bool) -> Iterator[str]:  # noqa: FBT001 - a property of the course
    if not served.taught:
        yield "is taught on no page"
    if not served.practised and (tests or not served.diagnosed):
        yield "is practised by no question"
    if tests and not served.tested:
        yield "is asked for in no test"


def _has(served: Served) -> Iterator[str]:
    if served.taught:
        yield f"is taught on {_pages(served.taught)}"
    if served.practised:
        yield f"is practised on {_pages(item.page for item in served.practised)}"
    if served.tested:
        yield f"is asked for by questions of {_pages(item.page for item in served.tested)}"


def _pages(pages: Iterable[Page]) -> str:
    names = [f"“{name}”" for name in dict.fromkeys(page.title for page in pages)]
    if len(names) > _NAMED:
        return f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED} more"
    return ", ".join(names)


def _unplaced(item: Item, example: str) -> Iterator[Diagnostic]:
    question = item.question
    lacks = {"objective": f"objective={example}"} if not question.objective else {}
    lacks |= {"level": "level=apply"} if not question.level else {}
    if lacks:
        yield QUESTION_UNPLACED.at(question.span, what=" and no ".join(lacks), example=f"`{' '.join(lacks.values())}`")
