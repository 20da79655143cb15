"""A quiz as an assessment test (QTI 2.1, information model, sections 11 to 14): sections, draws, time, pass mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from builder.model.course import Course
from builder.model.question import Branch, Question, Scenario
from builder.model.quiz import Quiz
from builder.model.text import Footnote
from builder.state.reach import answered_in
from builder.targets.fragments import Fragments
from builder.targets.qti21 import rules
from builder.targets.qti21.draws import portions_of
from builder.targets.qti21.item import outcome
from builder.targets.qti21.names import MAXSCORE, SCORE, item_file
from builder.targets.qti21.tree import Element, document, make
from builder.targets.qti21.xhtml import blocks, flow
from builder.targets.safe import title

PASS = "PASS"  # noqa: S105 - an outcome
"""The outcome that says whether the pass mark was reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One test: a graded quiz, or the practice of a lesson. ``titles`` are those of its quizzes."""

    id: str
    title: str
    quizzes: tuple[Quiz, ...]
    titles: tuple[str, ...]

    def units(self, course: Course) -> Iterator[Question]:
        """Every question and scenario it can ask, in the order of its sections, once each."""
        seen: set[str] = set()
        for quiz in self.quizzes:
            for unit in _units(course, quiz):
                if unit.id not in seen:
                    seen.add(unit.id)
                    yield unit


Notes = Mapping[str, tuple[Footnote, ...]]
"""The footnotes that stand under the text of a quiz or a question, by its id."""


def assessment(plan: Plan, course: Course, pieces: Fragments, notes: Notes) -> bytes:
    """The test of ``plan``."""
    quiz = plan.quizzes[0]
    limited = quiz.role == "test"
    adaptive = any(isinstance(one, Branch) for unit in plan.units(course) for one in answered_in(unit))
    control = make(
        "itemSessionControl",
        maxAttempts=1 if limited else 0,
        showFeedback=True,
        allowReview=True,
        showSolution=True,
        allowSkipping=True,
    )
    writer = _Writer(course, pieces, notes)
    sections = [writer.quiz(one, name) for one, name in zip(plan.quizzes, plan.titles, strict=True)]
    part = make("testPart", control, *sections, identifier="P1", navigationMode="nonlinear")
    # An adaptive item needs every choice as it is made (section 12, submissionMode).
    part.set("submissionMode", "simultaneous" if limited and not adaptive else "individual")
    declared = [outcome(SCORE, "float", 0), outcome(MAXSCORE, "float", 0)]
    if quiz.pass_mark is not None:
        declared.append(outcome(PASS, "boolean", "false"))
    time = make("timeLimits", maxTime=60 * quiz.minutes, allowLateSubmission=quiz.extend > 0)
    return document(
        make(
            "assessmentTest",
            *declared,
            *([time] if quiz.minutes else []),
            part,
            make("outcomeProcessing", *_summing(quiz.pass_mark)),
            identifier=plan.id,
            title=title(plan.title) or plan.id,
            toolName="coursewright",
        )
    )


def _units(course: Course, quiz: Quiz) -> Sequence[Question]:
    if not quiz.draws:
        return quiz.questions
    return [unit for portion in portions_of(course, quiz) for unit in portion.units]


def _summing(pass_mark: int | None) -> Iterator[Element]:
    """The points reached, those that could be, and whether they are enough."""
    for name in (SCORE, MAXSCORE):
        yield rules.give(name, make("sum", make("testVariables", variableIdentifier=name)))
    if pass_mark is not None:
        reached = make("product", rules.variable(SCORE), rules.base("float", 100))
        needed = make("product", rules.variable(MAXSCORE), rules.base("float", pass_mark))
        yield rules.give(PASS, make("gte", reached, needed))


class _Writer:
    """Writes the sections of one test; their identifiers are numbered, and in capitals no question has."""

    __slots__ = ("course", "notes", "numbers", "pieces", "used")

    def __init__(self, course: Course, pieces: Fragments, notes: Notes) -> None:
        self.course = course
        self.pieces = pieces
        self.notes = notes
        self.numbers = count(1)
        self.used: set[str] = set()

    def quiz(self, quiz: Quiz, name: str) -> Element:
        """A quiz: its introduction, and its questions or what it draws from."""
        section = self._section(name, visible=True)
        if quiz.shuffle:
            section.append(make("ordering", shuffle=True))
        self.pieces.writer.footnotes = self.notes.get(quiz.id, ())
        intro = self.pieces.html(quiz.intro)
        if intro:
            section.append(make("rubricBlock", *flow(intro), view="candidate", lang=self.course.language))
        if not quiz.draws:
            section.extend(self._unit(unit) for unit in quiz.questions)
        for portion in portions_of(self.course, quiz) if quiz.draws else ():
            drawn = self._section(self._objective(portion.draw.objective) or name, visible=False)
            drawn.set("keepTogether", "false")
            drawn.append(make("selection", select=portion.select))
            if quiz.shuffle:
                drawn.append(make("ordering", shuffle=True))
            drawn.extend(self._unit(unit) for unit in portion.units)
            section.append(drawn)
        return section

    def _unit(self, unit: Question) -> Element:
        if not isinstance(unit, Scenario):
            return self._reference(unit)
        section = self._section(self.pieces.name(unit), visible=True)
        self.pieces.writer.footnotes = self.notes.get(unit.questions[0].id, ()) if unit.questions else ()
        heading = make("p", make("strong", *flow(self.pieces.inline(unit.title))))
        stem = blocks(self.pieces.html(unit.stem))
        section.append(make("rubricBlock", heading, *stem, view="candidate", lang=self.course.language))
        section.extend(self._reference(question) for question in unit.questions)
        return section

    def _reference(self, question: Question) -> Element:
        """An item; named by the question's id, or where it stands in the test already, by that with a number."""
        name = question.id
        while name in self.used:
            name = f"{question.id}.{next(self.numbers)}"
        self.used.add(name)
        return make("assessmentItemRef", identifier=name, href=item_file(question.id))

    def _section(self, name: str, *, visible: bool) -> Element:
        number = next(self.numbers)
        return make(
            "assessmentSection",
            identifier=f"S{number}",
            title=title(name) or str(number),
            visible=visible,
            keepTogether=True,
        )

    def _objective(self, id: str) -> str:
        found = self.course.objectives.get(id)
        return found.text if found else id
