"""A quiz and its questions through the templates in ``templates/questions``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from builder.model.course import Course
from builder.model.question import Option, Question, Scenario
from builder.model.quiz import Quiz
from builder.model.text import Blocks, Gap, Inlines
from builder.render.plain import plain
from builder.render.questions.attribute import attribute
from builder.render.questions.order import shown_order
from builder.render.questions.places import first_line, mark_gaps, mark_words, place, text_of
from builder.render.questions.spec import rules_of, spec_of
from builder.render.questions.writer import Writer
from builder.state.keys import fingerprint_of, key_of

_TEMPLATES = {"multiple": "single"}
"""Types that share a template with another."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A question, or a scenario with its questions, and the bank it comes from ('' for the quiz itself)."""

    question: Question
    bank: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """What the templates call: RichText and the shapes of questions as HTML."""

    writer: Writer

    def blocks(self, blocks: Blocks) -> Markup:
        return self.writer.blocks(blocks)

    def inlines(self, inlines: Inlines) -> Markup:
        return self.writer.inlines(inlines)

    def plain(self, inlines: Inlines) -> str:
        """The characters of ``inlines``, for an ``<option>`` or an accessible name."""
        return plain(inlines)

    def label(self, blocks: Blocks) -> Markup:
        """The part of an option that its ``<label>`` can hold."""
        return self.writer.inlines(first_line(blocks)[0])

    def rest(self, blocks: Blocks) -> Markup:
        """The part of an option that stands after its ``<label>``."""
        return self.writer.blocks(first_line(blocks)[1])

    def name(self, blocks: Blocks) -> str:
        """What an item is called in the accessible names of its controls."""
        return " ".join(text_of(blocks).split())

    def size(self, gap: Gap) -> int:
        """Characters a typed gap is wide: room for its longest answer, but no narrower than one can hit."""
        return max(5, *(len(choice.text) + 1 for choice in gap.choices))

    def attribute(self, json: str) -> Markup:
        return attribute(json)

    def key(self, id: str) -> str:
        return f"{key_of(id):06x}"

    def fingerprint(self, question: Question) -> str:
        return f"{fingerprint_of(question):02x}"

    def spec(self, question: Question) -> str:
        return spec_of(question)

    def objective(self, question: Question) -> str:
        return objective_of(question)

    def order(self, id: str, count: int) -> tuple[int, ...]:
        return shown_order(id, count)

    def gaps(self, body: Blocks, control: Callable[[int], Markup]) -> Markup:
        """``body`` with ``control(index)`` at each gap."""
        return place(self.writer.blocks(mark_gaps(body)), lambda index, _: control(index))

    def spots(self, quoted: Blocks, options: tuple[Option, ...], control: Callable[[int, Markup], Markup]) -> Markup:
        """``quoted`` with ``control(index, words)`` at the words each option names."""
        marked, _ = mark_words(quoted, [text_of(option.body) for option in options])
        return place(self.writer.blocks(marked), control)

    def unplaced(self, quoted: Blocks, options: tuple[Option, ...]) -> tuple[int, ...]:
        """The options whose words do not stand in ``quoted``: they are listed below it."""
        _, found = mark_words(quoted, [text_of(option.body) for option in options])
        return tuple(index for index in range(len(options)) if index not in found)

    def question(self, unit: Unit, quiz: Quiz, level: int = 2) -> Markup:
        """One question or scenario; ``level`` is that of its heading."""
        name = _TEMPLATES.get(unit.question.type, unit.question.type)
        template = self.writer.environment.get_template(f"questions/{name}.html")
        return Markup(template.render(q=unit.question, bank=unit.bank, quiz=quiz, level=level, view=self))  # noqa: S704

    def inner(self, scenario: Scenario, quiz: Quiz, level: int) -> Markup:
        """The questions of a scenario."""
        return Markup().join(self.question(Unit(question), quiz, level + 1) for question in scenario.questions)


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
