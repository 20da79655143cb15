"""A quiz through the templates in ``templates/questions``, and its questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from builder.model.course import Course
from builder.model.question import Question, Scenario
from builder.model.quiz import Quiz
from builder.model.text import Blocks, Footnote
from builder.render.config import hex_key
from builder.render.questions.attribute import attribute
from builder.render.questions.frame import Sheet
from builder.render.questions.see import Reading
from builder.render.questions.spec import rules_of
from builder.render.questions.types import TYPES
from builder.render.questions.writer import Writer
from builder.render.words import Words, words


@dataclass(frozen=True, slots=True)
class Unit:
    """A question, or a scenario with its questions, and the bank it comes from ('' for the quiz itself)."""

    question: Question
    bank: str = ""
    footnotes: tuple[Footnote, ...] = ()
    """Those of the bank."""


@dataclass(frozen=True, slots=True)
class View:
    """What the templates call."""

    writer: Writer
    reading: Reading

    def blocks(self, blocks: Blocks) -> Markup:
        return self.writer.blocks(blocks)

    def attribute(self, json: str) -> Markup:
        return attribute(json)

    def key(self, id: str) -> str:
        return hex_key(id)

    def question(self, unit: Unit) -> Markup:
        """One question or scenario."""
        if unit.bank:
            with self.writer.borrowing(unit.bank, unit.footnotes):
                return Markup(unit_html(unit, self.reading, 2))  # noqa: S704 - it escapes
        return Markup(unit_html(unit, self.reading, 2))  # noqa: S704 - it escapes


def unit_html(unit: Unit, reading: Reading, level: int, objective: str = "") -> str:
    """One question or scenario; ``level`` is that of its heading, ``objective`` that of the scenario it stands in."""
    question = unit.question
    if isinstance(question, Scenario):
        return _scenario(question, unit.bank, reading, level)
    see = reading.html(question, question.objective or objective)
    sheet = Sheet(question, reading.quiz, unit.bank, level, reading.writer, see)
    return sheet.open() + TYPES[question.type](sheet) + sheet.close()


def _scenario(scenario: Scenario, bank: str, reading: Reading, level: int) -> str:
    writer = reading.writer
    own, objective = escape(scenario.id), objective_of(scenario)
    drawn = f' data-objective="{escape(objective)}"' if objective else ""
    drawn += f' data-bank="{escape(bank)}"' if bank else ""
    title = f'<h{level} class="q-title" id="{own}-t">{writer.inlines(scenario.title)}</h{level}>'
    kicker = writer.t("Case")
    stem = f'<p class="q-kicker">{kicker}</p>\n{title}\n{writer.blocks(scenario.stem)}'
    asked = (unit_html(Unit(question), reading, level + 1, objective) for question in scenario.questions)
    inner = "".join(asked)
    after = (
        f'<div class="scenario-after" hidden="">{writer.blocks(scenario.feedback)}</div>' if scenario.feedback else ""
    )
    return (
        f'<section class="scenario" id="{own}" data-key="{hex_key(scenario.id)}"{drawn}>\n'
        f'<div class="scenario-stem">{stem}</div>\n{inner}{after}</section>'
    )


def quiz_html(quiz: Quiz, course: Course, writer: Writer) -> Markup:
    """The ``<div class="quiz">`` of ``quiz``, with every question it may ask (those of its banks included)."""
    units = tuple(units_of(quiz, course))
    spoken = words(course.language)
    if course.programme and quiz.role == "test":
        writer.parts.add("compare")
    template = writer.environment.get_template("questions/quiz.html")
    html = template.render(
        quiz=quiz,
        units=units,
        asked=asked_count(quiz),
        more=spoken.ngettext("{n} more minute", "{n} more minutes", quiz.extend).format(n=quiz.extend),
        wait=length_of(quiz.wait, spoken),
        rules=rules_of(quiz),
        view=View(writer, Reading(quiz, course, writer)),
        language=course.language,
    )
    return Markup(html)  # noqa: S704 - the templates escape


def length_of(seconds: int, spoken: Words) -> str:
    """A length of time in the largest unit that says it whole."""
    if seconds % 86400 == 0:
        days = seconds // 86400
        return spoken.ngettext("{n} day", "{n} days", days).format(n=days)
    units = ((3600, spoken.gettext("{n} h")), (60, spoken.gettext("{n} min")), (1, spoken.gettext("{n} s")))
    size, word = next((size, word) for size, word in units if seconds % size == 0)
    return word.format(n=seconds // size)


def asked_count(quiz: Quiz) -> int:
    """How many questions a learner is asked: those drawn, else all."""
    return sum(draw.count for draw in quiz.draws) or sum(1 for _ in quiz.asked)


def units_of(quiz: Quiz, course: Course) -> Iterator[Unit]:
    """What ``quiz`` may ask: its own questions, then those of the banks its draws may take from."""
    yield from (Unit(question) for question in quiz.questions)
    for page in course.banks:
        if page.quiz is not None and any(draw.bank in ("", page.id) for draw in quiz.draws):
            wanted = {draw.objective for draw in quiz.draws if draw.bank in ("", page.id)}
            for question in page.quiz.questions:
                if "" in wanted or objective_of(question) in wanted:
                    yield Unit(question, page.id, page.footnotes)


def objective_of(question: Question) -> str:
    """The objective a question is drawn for; a scenario without one takes that of its first question."""
    if isinstance(question, Scenario) and not question.objective and question.questions:
        return question.questions[0].objective
    return question.objective
