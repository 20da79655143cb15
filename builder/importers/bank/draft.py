"""The items of a bank as a draft of a course: a bank a category, its questions in the file's order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import PurePath

from builder.importers.bank.item import Item
from builder.importers.bank.reader import Reader
from builder.importers.bank.understand import understand
from builder.importers.base import Draft
from builder.model.course import Lesson, Objective, Page
from builder.model.question import Question, Scenario
from builder.model.quiz import Quiz
from builder.model.span import Span
from builder.model.text import Blocks, Inlines, Paragraph, Strong, Text


@dataclass(slots=True)
class _Bank:
    """A category being filled."""

    span: Span
    questions: list[Question] = field(default_factory=list)
    scenarios: dict[str, int] = field(default_factory=dict)
    """The place of a scenario among the questions, by its id."""


def draft_of(items: Sequence[Item], reader: Reader, texts: Mapping[tuple[str, ...], str]) -> Draft:
    """A draft of all that could be understood; ``texts`` says what categories are about."""
    banks: dict[tuple[str, ...], _Bank] = {}
    pages: list[Page] = []
    seen: set[str] = set()
    for item in items:
        if item.kind == "description":
            pages.append(_page(item, reader))
            continue
        found = understand(item, reader)
        if found is None:
            continue
        question = replace(found.question, id="") if found.question.id in seen else found.question
        seen.add(question.id)
        scenario = item.tag("scenario") if item.is_ours else ""
        path = item.category[:-1] if scenario else item.category
        bank = banks.setdefault(path, _Bank(item.span))
        if scenario:
            stem = () if scenario in bank.scenarios else reader.blocks(found.scenario, item)
            _put(bank, question, scenario, _headed(stem, item))
        else:
            bank.questions.append(question)
    course = _course(items)
    title = course or PurePath(reader.name).stem
    kept = tuple(
        _bank_page(path[1:] if course and path[:1] == (course,) else path, bank, title) for path, bank in banks.items()
    )
    lessons = (_lesson(title, pages, reader),) if pages else ()
    language = Counter(item.tag("language") for item in items if item.is_ours).most_common(1)
    return Draft(
        title,
        lessons,
        kept,
        _objectives(items, texts, reader),
        reader.pictures.files,
        language[0][0] if language else "",
    )


def _put(bank: _Bank, question: Question, scenario: str, asked: tuple[Inlines, Blocks]) -> None:
    """Add a question to its scenario; ``asked`` is the title and the stem of one that begins here."""
    place = bank.scenarios.setdefault(scenario, len(bank.questions))
    if place < len(bank.questions):
        before = bank.questions[place]
        if isinstance(before, Scenario):
            both = before.confidence and question.confidence
            bank.questions[place] = replace(before, questions=(*before.questions, question), confidence=both)
        return
    title, stem = asked
    bank.questions.append(
        Scenario(
            id=scenario,
            title=title,
            stem=stem,
            feedback=(),
            span=question.span,
            objective=question.objective,
            points=Decimal(1),
            confidence=question.confidence,
            questions=(question,),
        )
    )


def _headed(blocks: Blocks, item: Item) -> tuple[Inlines, Blocks]:
    """A scenario's title, which is a bold paragraph, and its stem."""
    match blocks:
        case (Paragraph((Strong(children),)), *stem):
            return children, tuple(stem)
    return (Text(item.category[-1] if item.category else "…"),), blocks


def _page(item: Item, reader: Reader) -> Page:
    return Page(
        id="",
        path="",
        title=" ".join(item.name.split()) or "…",
        kind="page",
        blocks=reader.blocks(item.text, item),
        span=item.span,
    )


def _lesson(title: str, pages: Iterable[Page], reader: Reader) -> Lesson:
    return Lesson(id="", title=title, pages=tuple(pages), span=Span(reader.name, 0))


def _bank_page(path: tuple[str, ...], bank: _Bank, title: str) -> Page:
    quiz = Quiz(id="", role="bank", intro=(), questions=tuple(bank.questions), span=bank.span)
    objectives = {question.objective for question in bank.questions}
    return Page(
        id="",
        path="",
        title=" / ".join(path) or title,
        kind="bank",
        blocks=(),
        span=bank.span,
        objectives=tuple(objectives) if len(objectives) == 1 and "" not in objectives else (),
        quiz=quiz,
    )


def _course(items: Sequence[Item]) -> str:
    """The name of the category that holds all others; '' where there is none, or none below it."""
    first = {item.category[:1] for item in items}
    return next(iter(first))[0] if len(first) == 1 and any(len(item.category) > 1 for item in items) else ""


def _objectives(items: Sequence[Item], texts: Mapping[tuple[str, ...], str], reader: Reader) -> dict[str, Objective]:
    """The objectives that our targets named: in tags, and in the names and texts of categories."""
    found: dict[str, Objective] = {}
    for item in items:
        name = item.tag("objective")
        if not item.is_ours or not name or name in found:
            continue
        ends = range(1, len(item.category) + 1)
        path = next((item.category[:end] for end in ends if item.category[end - 1].startswith(f"{name}: ")), ())
        text = texts.get(path) or (path[-1].removeprefix(f"{name}: ") if path else name)
        found[name] = Objective(name, text, Span(reader.name, 0))
    return found
