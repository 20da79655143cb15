"""Where a package uses each construct (``builder.model.constructs``)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from builder.model import question as q
from builder.model import text as t
from builder.model.constructs import CONSTRUCTS, COURSE
from builder.model.course import Page
from builder.model.package import Package
from builder.model.quiz import Quiz
from builder.model.span import Span
from builder.model.walk import nodes_in
from builder.state.reach import quizzes_of, units_of


class Use(NamedTuple):
    """One place where a construct is used: the id of the question, quiz or page, and where it stands."""

    name: str
    span: Span


_NODES: dict[type, str] = {
    t.Citation: "citation",
    t.FootnoteRef: "footnote",
    t.Image: "picture",
    t.Recording: "recording",
}
_CALLOUTS = {"reveal": "reveal", "model": "reveal"}


_AROUND = frozenset(one.id for one in CONSTRUCTS if one.group == COURSE)
"""What is known without going through the pages."""


def uses_of(package: Package, wanted: Collection[str] = ()) -> Mapping[str, tuple[Use, ...]]:
    """The uses of each construct by its id, in reading order; constructs that are not used are absent.

    Where only some constructs are ``wanted``, others may be absent, too: a format that holds all there is on pages
    need not go through them.
    """
    found: dict[str, dict[Use, None]] = {one.id: {} for one in CONSTRUCTS}
    course = Use(package.id, package.course.span)
    for one in CONSTRUCTS:
        if one.group == COURSE and one.id != "discussion" and (one.id != "notes" or _is_personal(package)):
            found[one.id][course] = None
    for construct, use in _all_uses(package, is_full=not wanted or not _AROUND.issuperset(wanted)):
        found[construct][use] = None
    return {construct: tuple(uses) for construct, uses in found.items() if uses}


def _is_personal(package: Package) -> bool:
    return any(not unit.scored for quiz in quizzes_of(package) for unit in quiz.asked)


def _all_uses(package: Package, *, is_full: bool) -> Iterator[tuple[str, Use]]:
    if is_full:
        yield from _on_pages(package)
    yield from (("discussion", Use(topic.id, topic.span)) for topic in package.discussions)
    if len({quiz.weight for quiz in package.graded}) > 1:
        yield from (("weight", Use(quiz.id, quiz.span)) for quiz in package.graded)


def _on_pages(package: Package) -> Iterator[tuple[str, Use]]:
    for page in package.pages:
        yield from _on_page(page)
    for quiz in quizzes_of(package):
        yield from _of_quiz(quiz)
        for unit in units_of(package.course, quiz):
            yield from _of_unit(unit, quiz)


def _on_page(page: Page) -> Iterator[tuple[str, Use]]:
    here = Use(page.id, page.span)
    if page.blocks:
        yield "page", here
    yield from _of_nodes((page.lead, page.blocks, page.footnotes), here)


_KINDS = frozenset((*_NODES, t.Link, t.Figure, t.Callout, t.Testimony, t.QuizBlock))


def _of_nodes(root: object, here: Use) -> Iterator[tuple[str, Use]]:
    for node in nodes_in(root, _KINDS):
        match node:
            case t.QuizBlock():
                yield "practice", Use(node.quiz.id, node.span)
            case t.Link():
                if not node.target.startswith(("http:", "https:", "mailto:", "tel:")):
                    yield ("glossary" if node.target.startswith("glossary:") else "page-link"), here
            case t.Figure():
                yield ("cards" if node.kind == "cards" else "figure"), here
            case t.Testimony():
                yield "callout", here
            case t.Callout():
                yield _CALLOUTS.get(node.kind, "callout"), here
            case _:
                yield _NODES[type(node)], here


def _of_quiz(quiz: Quiz) -> Iterator[tuple[str, Use]]:
    here = Use(quiz.id, quiz.span)
    rules = {
        "draws": quiz.draws,
        "shuffle": quiz.shuffle,
        "shuffle-options": quiz.shuffle_options,
        "attempts": quiz.attempts,
        "wait": quiz.wait,
        "time-limit": quiz.minutes,
        "pass-mark": quiz.pass_mark is not None,
    }
    yield from ((name, here) for name, used in rules.items() if used)


def _of_unit(unit: q.Question, quiz: Quiz) -> Iterator[tuple[str, Use]]:
    here = Use(unit.id, unit.span)
    yield type_of(unit), here
    yield from ((name, here) for name in _traits(unit, quiz))
    if isinstance(unit, q.Scenario):
        for question in unit.questions:
            yield from _of_unit(question, quiz)
    else:
        yield from ((name, use) for name, use in _of_nodes(unit, here) if name != "picture")


def type_of(question: q.Question) -> str:  # noqa: PLR0911 - one line a type
    """The construct that a question's type is."""
    match question:
        case q.TrueFalse(reasons=(_, *_)):
            return "truefalse-reason"
        case q.Short() if any("*" in one.pattern.replace("\\*", "") for one in (*question.answers, *question.wrong)):
            return "short-wildcards"
        case q.Numerical(estimate=True):
            return "estimate"
        case q.Matching(classify=True):
            return "classify"
        case q.GapFill(explained=(_, *_)):
            return "worked-example"
        case q.GapFill():
            return "gaps-typed" if any(gap.typed for gap in question.gaps) else "gaps-chosen"
    return question.type


def _traits(unit: q.Question, quiz: Quiz) -> Iterator[str]:
    """What a question has beside its type."""
    traits = {
        "option-feedback": _explains(unit),
        "known-wrong": isinstance(unit, q.Short | q.Numerical) and unit.wrong,
        "general-feedback": unit.feedback,
        "points": unit.points != 1,
        "unit": isinstance(unit, q.Numerical) and unit.unit,
        "case": isinstance(unit, q.Short | q.GapFill) and unit.case,
        "objective": unit.objective,
        "confidence": unit.confidence,
        "parallel": unit.parallel,
        "see": unit.see,
        "question-picture": nodes_in(unit, (t.Image,)),
        "shuffle-options": unit.shuffle and not quiz.shuffle_options,
    }
    return (name for name, there in traits.items() if there)


def _explains(unit: q.Question) -> bool:
    """Whether an option, an answer or a step says something of itself."""
    if isinstance(unit, q.Scenario):
        return False
    kinds = (q.Option, q.Accepted, q.Range, q.Step)
    return any(one.feedback for one in nodes_in(unit, kinds)) or bool(
        isinstance(unit, q.GapFill) and any(unit.explained)
    )
