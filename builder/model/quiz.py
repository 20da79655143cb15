"""A quiz: questions and the rules under which they are asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.question import Question, Scenario
from builder.model.span import Span
from builder.model.text import Blocks


@dataclass(frozen=True, slots=True)
class Draw:
    """``count`` questions drawn at random from those of one objective and one bank ('' for any)."""

    count: int
    objective: str
    bank: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """Questions with their rules.

    ``role`` is ``practice`` (inside a page: any number of tries, never graded), ``quiz`` (end of a lesson)
    or ``test`` (final test: questions first, feedback after the attempt).
    """

    id: str
    role: str
    intro: Blocks
    questions: tuple[Question, ...]
    span: Span
    draws: tuple[Draw, ...] = ()
    """() asks every question."""
    shuffle: bool = False
    """Shuffle the order of the questions."""
    shuffle_options: bool = False
    attempts: int = 0
    """0 for any number."""
    wait: int = 0
    """Seconds between two attempts."""
    minutes: int = 0
    """Time limit; 0 for none."""
    extend: int = 0
    """Minutes a learner may add to the time limit, again and again; 0 where the time counts."""
    pass_mark: int | None = None
    """Per cent of the points, or None when nothing need be reached."""
    weight: int = 1
    """Share of this quiz in the score of a package, against its other graded quizzes."""

    @property
    def asked(self) -> Iterator[Question]:
        """Every question that holds an answer of its own, those inside scenarios included."""
        for question in self.questions:
            if isinstance(question, Scenario):
                yield from question.questions
            else:
                yield question
