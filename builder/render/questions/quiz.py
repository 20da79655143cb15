"""A quiz through the templates in ``templates/questions``, and its questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from builder.model.course import Course
from builder.model.question import Question, Scenario
from builder.model.quiz import Quiz
from builder.model.text import Blocks
from builder.render.config import hex_key
from builder.render.questions.attribute import attribute
from builder.render.questions.frame import Sheet
from builder.render.questions.spec import rules_of
from builder.render.questions.types import TYPES
from builder.render.questions.writer import Writer


@dataclass(frozen=True, slots=True)
class Unit:
    """A question, or a scenario with its questions, and the bank it comes from ('' for the quiz itself)."""

    question: Question
    bank: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """What the templates call."""

    writer: Writer

    def blocks(self, blocks: Blocks) -> Markup:
        return self.writer.blocks(blocks)

    def attribute(self, json: str) -> Markup:
        return attribute(json)

    def key(self, id: str) -> str:
        return hex_key(id)

    def question(self, unit: Unit, quiz: Quiz) -> Markup:
        """One question or scenario."""
        return Markup(unit_html(unit, quiz, self.writer, 2))  # noqa: S704 - it escapes


def unit_html(unit: Unit, quiz: Quiz, writer: Writer, level: int) -> str:
    """One question or scenario; ``level`` is that of its heading."""
    if isinstance(unit.question, Scenario):
        return _scenario(unit.question, unit.bank, quiz, writer, level)
    sheet = Sheet(unit.question, quiz, unit.bank, level, writer)
    return sheet.open() + TYPES[unit.question.type](sheet) + sheet.close()


def _scenario(scenario: Scenario, bank: str, quiz: Quiz, writer: Writer, level: int) -> str:
    own, objective = escape(scenario.id), objective_of(scenario)
    drawn = f' data-objective="{escape(objective)}"' if objective else ""
    drawn += f' data-bank="{escape(bank)}"' if bank else ""
    title = f'<h{level} class="q-title" id="{own}-t">{writer.inlines(scenario.title)}</h{level}>'
    kicker = writer.t("Case")
    stem = f'<p class="q-kicker">{kicker}</p>\n{title}\n{writer.blocks(scenario.stem)}'
    inner = "".join([unit_html(Unit(question), quiz, writer, level + 1) for question in scenario.questions])
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
    template = writer.environment.get_template("questions/quiz.html")
    html = template.render(
        quiz=quiz,
        units=units,
        asked=asked_count(quiz),
        rules=rules_of(quiz),
        view=View(writer),
        language=course.language,
    )
    return Markup(html)  # noqa: S704 - the templates escape


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
                    yield Unit(question, page.id)


def objective_of(question: Question) -> str:
    """The objective a question is drawn for; a scenario without one takes that of its first question."""
    if isinstance(question, Scenario) and not question.objective and question.questions:
        return question.questions[0].objective
    return question.objective
