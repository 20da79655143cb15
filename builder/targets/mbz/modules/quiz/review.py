"""How answers are marked, and what learners see of an attempt and when."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.model.quiz import Quiz
from builder.targets.mbz.xml import Value

DURING, IMMEDIATELY, LATER, CLOSED = 0x10000, 0x1000, 0x100, 0x10
"""While an attempt runs, in the two minutes after it, later, and once the quiz is closed: bits of
``mod_quiz\\question\\display_options``."""

AFTER = IMMEDIATELY | LATER | CLOSED
ALWAYS = DURING | AFTER

EXPLAINED = ("reviewcorrectness", "reviewmarks", "reviewspecificfeedback", "reviewgeneralfeedback", "reviewrightanswer")
"""What tells right from wrong."""

ASKING: Mapping[str, Value] = MappingProxyType(
    {
        "preferredbehaviour": "deferredfeedback",
        "canredoquestions": 0,
        "reviewattempt": ALWAYS,
        "reviewmaxmarks": ALWAYS,
        **dict.fromkeys(EXPLAINED, AFTER),
        "reviewoverallfeedback": AFTER,
    }
)
"""Tests and the quizzes of lessons: first the questions and what each is worth; once the attempt is submitted
everything, as explanations are what a learner comes back for.

Not ``deferredcbm``, which asks how sure a learner is: with it a right answer counts one to three times its points and a
wrong one takes away up to six times. Results, also those by objective, would no longer be shares of the points, and
rules that ask for a grade would mean something else."""

PRACTISING: Mapping[str, Value] = MappingProxyType(
    {
        **ASKING,
        "preferredbehaviour": "immediatefeedback",
        "canredoquestions": 1,
        **dict.fromkeys(EXPLAINED, ALWAYS),
    }
)
"""The quizzes inside pages: each answer is explained when it is checked, and can be given anew."""


def marking_of(quiz: Quiz) -> Mapping[str, Value]:
    """The columns of a quiz that say so."""
    return PRACTISING if is_practice(quiz) else ASKING


def is_practice(quiz: Quiz) -> bool:
    """Whether nothing is graded."""
    return quiz.role == "practice"
