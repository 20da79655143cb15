"""What readers and learners would complain of: long pages, silent wrong options, answers that give themselves away."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.view import View, text_of
from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import LONG_OPTION, LONG_PAGE, LONGEST_RIGHT, NO_FEEDBACK, SAME_PLACE
from builder.model.course import Page
from builder.model.question import Multiple, Question, Single, Spot, TrueFalse
from builder.model.quiz import Quiz
from builder.model.text import Block, Figure, QuizBlock, Recording

MOST_WORDS = 700
"""Of a page: about five minutes."""

SEVERAL = 5
"""Single-choice questions from which a habit shows."""


def check_content(view: View) -> Iterator[Diagnostic]:
    """Every page and every question."""
    for page in view.pages:
        yield from _length(page)
        for quiz in page.quizzes:
            yield from _habits(quiz)
    for asked in view.questions:
        if not view.course.content.feedback:  # which asks for more
            yield from _feedback(asked.question)
        yield from _long_option(asked.question)


def _length(page: Page) -> Iterator[Diagnostic]:
    blocks = tuple(block for block in page.blocks if not _is_apart(block))
    words = len(text_of((page.lead, blocks)).split())
    if words > MOST_WORDS:
        yield LONG_PAGE.at(page.span, words=words, limit=MOST_WORDS)


def _is_apart(block: Block) -> bool:
    """What is not read from beginning to end: a quiz, cards to choose from, a transcript beside its recording."""
    return isinstance(block, QuizBlock | Recording) or (isinstance(block, Figure) and block.kind == "cards")


def _feedback(question: Question) -> Iterator[Diagnostic]:
    if not isinstance(question, Single | Multiple | TrueFalse | Spot) or question.feedback:
        return
    silent = [option for option in question.options if not option.correct and not option.feedback]
    if silent:
        options = "options are" if len(silent) > 1 else "option is"
        yield NO_FEEDBACK.at(silent[0].span, count=len(silent), options=options)


def _long_option(question: Question) -> Iterator[Diagnostic]:
    if not isinstance(question, Single):
        return
    right, wrong = _lengths(question)
    if right > 1.7 * wrong and right >= wrong + 30:
        option = next(option for option in question.options if option.correct)
        yield LONG_OPTION.at(option.span, right=right, wrong=wrong)


def _habits(quiz: Quiz) -> Iterator[Diagnostic]:
    asked = [question for question in quiz.asked if isinstance(question, Single) and len(question.options) > 2]
    if len(asked) < SEVERAL:
        return
    longest = sum(1 for right, wrong in map(_lengths, asked) if right > 1.1 * wrong)
    if longest > 0.6 * len(asked):
        yield LONGEST_RIGHT.at(quiz.span, count=longest, all=len(asked))
    places = {[option.correct for option in question.options].index(True) for question in asked}
    fixed = not any(quiz.shuffle_options if question.shuffle is None else question.shuffle for question in asked)
    if len(places) == 1 and fixed and quiz.role != "bank":
        yield SAME_PLACE.at(quiz.span, count=len(asked), place=places.pop() + 1)


def _lengths(question: Single) -> tuple[int, int]:
    """Characters of the right option, and of the longest wrong one."""
    lengths = [(len(text_of(option.body)), option.correct) for option in question.options]
    right = max((length for length, correct in lengths if correct), default=0)
    return right, max((length for length, correct in lengths if not correct), default=0)
