"""QTI 2.1: every question as an item, every quiz as a test, in one content package for item banks and test systems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import quote

from lxml import etree

from builder.archive import Entry
from builder.model.package import Package
from builder.model.question import Question, Scenario
from builder.model.text import Footnote
from builder.state.reach import answered_in, objective_of, questions_of, units_of
from builder.targets.base import Context, Product, Target
from builder.targets.doubts import doubts
from builder.targets.fragments import Fragments
from builder.targets.qti21.assessment import Plan, assessment
from builder.targets.qti21.item import Sheet
from builder.targets.qti21.manifest import Listed, manifest
from builder.targets.qti21.names import QTI, assessment_file, item_file
from builder.targets.qti21.questions import item_of
from builder.targets.qti21.support import SUPPORT
from builder.targets.safe import title


def build(package: Package, context: Context) -> Product:
    """Items, tests, the pictures they show, and the manifest."""
    pieces = Fragments(package.course, quote, elements=frozenset())
    files: dict[str, Entry] = {}
    asked = _asked(package)
    made = [*_items(package, asked, pieces), *_tests(package, asked, pieces)]
    for one in made:
        files.update((entry.path, entry) for entry in one.shown)
    described = manifest(package, context.programme, [one.listed for one in made])
    own = (Entry(one.listed.file, one.data) for one in made)
    entries = (*own, *(files[path] for path in sorted(files)), Entry("imsmanifest.xml", described))
    return Product(entries, tuple(doubts(package, files.values())))


def plans(package: Package) -> Iterator[Plan]:
    """The tests of a package in reading order: one for the practice of each lesson, one for each quiz page."""
    for lesson in package.lessons:
        practice = [(page, quiz) for page in lesson.pages for quiz in page.quizzes if quiz is not page.quiz]
        if practice:
            yield Plan(
                id=f"practice-{lesson.id}",
                title=lesson.title,
                quizzes=tuple(quiz for _, quiz in practice),
                titles=tuple(page.title for page, _ in practice),
            )
        for page in lesson.pages:
            if page.quiz is not None:
                yield Plan(id=page.quiz.id, title=page.title, quizzes=(page.quiz,), titles=(page.title,))


class _Made(NamedTuple):
    """A document with its line in the manifest and the files it shows."""

    listed: Listed
    data: bytes
    shown: list[Entry]


@dataclass(frozen=True, slots=True)
class _Where:
    """Where a question is asked, as far as its item depends on it."""

    shuffle: bool
    footnotes: tuple[Footnote, ...]
    objective: str
    scenario: Scenario | None


def _items(package: Package, asked: Mapping[str, _Where], pieces: Fragments) -> Iterator[_Made]:
    """An item a question."""
    for name, question in questions_of(package).items():
        where = asked[name]
        pieces.writer.footnotes = where.footnotes
        data = item_of(_last_of(question, where.scenario), Sheet(pieces, where.shuffle))
        shown = pieces.take_files()
        objective = package.course.objectives.get(where.objective)
        root = etree.fromstring(data)
        tags = [etree.QName(one).localname for one in root.iter(f"{{{QTI}}}*")]
        listed = Listed(
            id=name,
            file=item_file(name),
            title=title(pieces.name(question)) or name,
            pictures=_addresses(shown),
            keywords=tuple(filter(None, (where.objective, objective.text if objective else ""))),
            interactions=tuple(tag for tag in tags if tag.endswith("Interaction")),
            adaptive=root.get("adaptive") == "true",
            feedback="modalFeedback" in tags,
            solution="correctResponse" in tags,
        )
        yield _Made(listed, data, shown)


def _tests(package: Package, asked: Mapping[str, _Where], pieces: Fragments) -> Iterator[_Made]:
    """A test a plan."""
    course = package.course
    notes = {quiz.id: page.footnotes for page in package.pages for quiz in page.quizzes}
    notes |= {name: where.footnotes for name, where in asked.items()}
    for plan in plans(package):
        data = assessment(plan, course, pieces, notes)
        shown = pieces.take_files()
        items = dict.fromkeys(question.id for unit in plan.units(course) for question in answered_in(unit))
        listed = Listed(
            id=plan.id,
            file=assessment_file(plan.id),
            title=title(plan.title) or plan.id,
            pictures=_addresses(shown),
            items=tuple(items),
        )
        yield _Made(listed, data, shown)


def _asked(package: Package) -> dict[str, _Where]:
    """Where each question is asked; its options are shuffled when one of its quizzes wants that."""
    course = package.course
    found: dict[str, _Where] = {}
    notes = {page.quiz.id: page.footnotes for page in course.banks if page.quiz}
    of_bank = {unit.id: notes[page.quiz.id] for page in course.banks if page.quiz for unit in page.quiz.questions}
    for page in package.pages:
        for quiz in page.quizzes:
            for unit in units_of(course, quiz):
                scenario = unit if isinstance(unit, Scenario) else None
                for question in answered_in(unit):
                    shuffle = quiz.shuffle_options if question.shuffle is None else question.shuffle
                    known = found.get(question.id)
                    objective = question.objective or objective_of(unit)
                    footnotes = of_bank.get(unit.id, page.footnotes)
                    found[question.id] = _Where(
                        shuffle or (known is not None and known.shuffle), footnotes, objective, scenario
                    )
    return found


def _last_of(question: Question, scenario: Scenario | None) -> Question:
    """What is said after a case is said after its last question."""
    if scenario is None or scenario.questions[-1] is not question:
        return question
    return replace(question, feedback=(*question.feedback, *scenario.feedback))


def _addresses(entries: list[Entry]) -> tuple[str, ...]:
    return tuple(quote(entry.path) for entry in entries)


TARGET = Target("qti21", "QTI 2.1 package", build, support=SUPPORT)
