"""Reading a quiz: blocks of a page to an introduction and questions."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from builder.diagnostics import Diagnostic
from builder.diagnostics import quiz_codes as codes
from builder.model.question import Asked, Numerical, Question
from builder.model.quiz import Quiz
from builder.model.span import Span
from builder.model.text import Blocks
from builder.source.quiz.asking import Asking, Reader
from builder.source.quiz.branch import read_branch
from builder.source.quiz.budget import read_budget
from builder.source.quiz.checklist import read_checklist
from builder.source.quiz.choice import choice_of, read_choice
from builder.source.quiz.gaps import gaps_question_of, read_completion
from builder.source.quiz.head import Inherited, read_head
from builder.source.quiz.matching import matching_of, read_matching
from builder.source.quiz.ordering import ordering_of, read_ordering
from builder.source.quiz.rank import read_rank
from builder.source.quiz.reflection import read_reflection
from builder.source.quiz.scenario import inherited, scenario_of
from builder.source.quiz.section import Section, split_sections
from builder.source.quiz.settings import Settings
from builder.source.quiz.shape import Shape, find_answer
from builder.source.quiz.spot import read_spot
from builder.source.quiz.strays import strays, strays_of
from builder.source.quiz.truefalse import read_truefalse
from builder.source.quiz.typed import read_estimate, typed_of
from builder.source.quiz.vote import read_vote

BY_KIND: MappingProxyType[str, Reader] = MappingProxyType(
    {
        "single": read_choice,
        "multiple": read_choice,
        "truefalse": read_truefalse,
        "estimate": read_estimate,
        "matching": read_matching,
        "classify": read_matching,
        "ordering": read_ordering,
        "spot": read_spot,
        "reflection": read_reflection,
        "branch": read_branch,
        "checklist": read_checklist,
        "completion": read_completion,
        "vote": read_vote,
        "rank": read_rank,
        "budget": read_budget,
    }
)
"""Who reads a question whose heading names its kind."""

BY_SHAPE = MappingProxyType(
    {
        Shape.OPTIONS: choice_of,
        Shape.LINES: typed_of,
        Shape.GAPS: gaps_question_of,
        Shape.TABLE: matching_of,
        Shape.ORDER: ordering_of,
    }
)
"""Who reads a question that only its answer tells the kind of."""

SPECIAL = MappingProxyType(
    {
        "case": ("short", "gaps"),
        "max": ("short", "numerical", "gaps"),
        "unit": ("numerical", "budget"),
        "scale": ("checklist",),
        "of": ("vote",),
        "top": ("rank",),
        "limit": ("budget",),
        "choose": ("budget",),
    }
)
"""The attributes that only some types have."""

NAMES = MappingProxyType(
    {
        "single": "a single choice",
        "multiple": "a multiple response",
        "truefalse": "a true-false question",
        "short": "a short answer",
        "numerical": "a numerical question",
        "matching": "a matching question",
        "ordering": "an ordering question",
        "gaps": "a gap fill",
        "spot": "a choice in a text",
        "reflection": "a reflection",
        "scenario": "a scenario",
        "branch": "a branching case",
        "checklist": "a self-assessment",
        "vote": "a vote",
        "rank": "a ranking",
        "budget": "a budget",
    }
)
"""The types in an author's words."""


def read_quiz(  # noqa: PLR0913 - a quiz is its blocks and what the page says of it
    blocks: Blocks, *, id: str, role: str, span: Span, settings: Settings, language: str
) -> tuple[Quiz, list[Diagnostic]]:
    """The quiz that ``blocks`` hold (docs/reference/authoring.md, "Questions"), and what is wrong with it.

    ``role`` is ``practice`` for a fence, where any heading opens a question; else (``quiz``, ``test``, ``bank``) one of
    level 2 does. A question with a mistake is left out; ids not written yet are ''.
    """
    report: list[Diagnostic] = []
    intro, sections = split_sections(blocks)
    report += strays(intro)
    reading = _Reading(language, report)
    questions: list[Question] = []
    for section in sections:
        if role != "practice" and section.heading.level > 2:
            report.append(codes.WRONG_LEVEL.at(section.heading.span, level=section.heading.level))
        question = reading.question(section, Inherited(confidence=settings.confidence))
        if question is not None:
            questions.append(question)
    is_reported = role == "practice" and not blocks
    if not sections and not is_reported and not (settings.draws and role in ("quiz", "test")):
        report.append(codes.NO_QUESTIONS.at(span))
    quiz = Quiz(
        id=id,
        role=role,
        intro=intro,
        questions=tuple(questions),
        span=span,
        draws=settings.draws,
        shuffle=settings.shuffle,
        shuffle_options=settings.shuffle_options,
        attempts=settings.attempts,
        wait=settings.wait,
        minutes=settings.minutes,
        extend=settings.extend,
        pass_mark=settings.pass_mark,
        weight=settings.weight,
    )
    return quiz, report


@dataclass(frozen=True, slots=True)
class _Reading:
    """One run of ``read_quiz``."""

    language: str
    report: list[Diagnostic]

    def question(self, section: Section, given: Inherited, *, nested: bool = False) -> Question | None:
        """The question a section holds; sections below make a scenario or a branching case of it."""
        head = read_head(section.heading, given, self.report)
        asking = Asking(head, section.blocks, section.parts, self.language, self.report)
        if nested and section.parts:
            for part in section.parts:
                asking.wrong(codes.NESTED_SCENARIO, part.heading.span)
            return None
        question = self._read(asking)
        if question is not None:
            self.report.extend(strays_of(question))
            _check_attributes(asking, question)
        return question

    def _read(self, asking: Asking) -> Question | None:
        kind = asking.head.kind
        if asking.parts and kind != "branch":
            if kind:
                asking.wrong(codes.CLASS_ON_SCENARIO, kind=kind)
            read = [self.question(part, inherited(asking), nested=True) for part in asking.parts]
            return scenario_of(asking, tuple(question for question in read if question is not None))
        if kind:
            return BY_KIND[kind](asking)
        answer = find_answer(asking)
        return BY_SHAPE[answer.shape](asking, answer) if answer else None


def _check_attributes(asking: Asking, question: Asked) -> None:
    """Report attributes that mean nothing for this type of question."""
    written = asking.head.heading.attributes
    for name, types in SPECIAL.items():
        if name in written and question.type not in types:
            owners = ", ".join(NAMES[each] for each in types)
            asking.wrong(codes.ATTRIBUTE_ELSEWHERE, name=name, kind=NAMES[question.type], owners=owners)
    is_estimate = isinstance(question, Numerical) and question.estimate
    if "points" in written and (is_estimate or not question.scored):
        asking.wrong(codes.UNSCORED_POINTS, kind="an estimate" if is_estimate else NAMES[question.type])
