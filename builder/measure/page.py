"""What a page measures: its text, its questions, and the minutes it takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from builder.measure.pieces import Kind, Piece, piece_of, pieces_of
from builder.measure.questions import question_words, thinking
from builder.measure.words import TextMeasure, measure_text
from builder.model.course import Course, Page
from builder.model.question import Checklist, Question
from builder.model.quiz import Quiz
from builder.model.text import Block, Figure, Recording, Table, Testimony
from builder.state.reach import answered_in, pool_of

WORDS_A_MINUTE = 130
"""Read with care by somebody who reads in a second language."""
CARD = 0.2
"""Minutes for a card: looked through for what one needs, its text not read."""
FEEDBACK = 1.3
"""Times the minutes of a quiz: feedback is read after each of its questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMeasure:
    """A page that learners see, measured."""

    page: Page
    text: TextMeasure
    """Without questions; of a quiz or a test its introduction."""
    pieces: tuple[Piece, ...]
    """What was measured."""
    questions: Mapping[str, int]
    """Questions asked by type, those of scenarios each by itself; drawn ones are not among them."""
    interactions: int
    """The same with a scenario as one."""
    holds_more: bool
    """Whether it is more than its text: cards, a recording, a checklist, somebody's testimony."""
    question_words: float
    """Words of stems and options; of draws as many as are to be expected."""
    thinking: float
    """Minutes between reading and answering, and those to look through cards."""
    minutes: float
    """Counted, from words and thinking; of a test what it states, or its time limit."""

    @property
    def stated(self) -> int:
        """Minutes that the page states; 0 for none."""
        return self.page.minutes


def measure_page(course: Course, page: Page, words_a_minute: int = WORDS_A_MINUTE) -> PageMeasure:
    """Measure one page of ``course``."""
    blocks = page.blocks if page.quiz is None else page.quiz.intro
    pieces = (*([piece_of(page.lead, Kind.PROSE, page.span)] if page.lead else ()), *pieces_of(blocks))
    text = measure_text(pieces)
    units = [unit for quiz in page.quizzes if not quiz.draws for unit in quiz.questions]
    asked, thought = _sums(units)
    thought += CARD * sum(_cards(block) for block in blocks)
    for quiz in page.quizzes:
        drawn, of_drawn = _drawn(course, quiz)
        asked, thought = asked + drawn, thought + of_drawn
    return PageMeasure(
        page=page,
        text=text,
        pieces=pieces,
        questions=Counter(question.type for unit in units for question in answered_in(unit)),
        interactions=len(units),
        holds_more=any(map(_is_more, blocks)) or any(isinstance(unit, Checklist) for unit in units),
        question_words=asked,
        thinking=thought,
        minutes=_minutes(page, (text.words + asked) / words_a_minute + thought),
    )


def _is_more(block: Block) -> bool:
    return isinstance(block, Recording | Testimony) or _cards(block) > 0


def _cards(block: Block) -> int:
    """The cards that a block lays out."""
    if isinstance(block, Figure) and block.kind == "cards" and isinstance(block.body, Table):
        return len(block.body.rows)
    return 0


def _minutes(page: Page, counted: float) -> float:
    """The minutes of a page: those that its test allows, else those counted."""
    if page.kind == "test" and page.quiz is not None and (page.quiz.minutes or page.minutes):
        return page.quiz.minutes or page.minutes
    return counted * FEEDBACK if page.kind == "quiz" else counted


def _sums(units: Iterable[Question]) -> tuple[float, float]:
    """Words of some questions, and minutes to think about them."""
    listed = tuple(units)
    return sum(map(question_words, listed)), sum(map(thinking, listed))


def _drawn(course: Course, quiz: Quiz) -> tuple[float, float]:
    """The same of what draws bring: so many times the mean of what they can reach."""
    words = thought = 0.0
    for draw in quiz.draws:
        pool = pool_of(course, quiz, draw)
        count = sum(len(answered_in(unit)) for unit in pool)
        if count:
            of_pool, thoughts = _sums(pool)
            words += draw.count * of_pool / count
            thought += draw.count * thoughts / count
    return words, thought
