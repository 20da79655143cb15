"""What a course measures: its pages, what serves which objective, and its questions by cognitive level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import NamedTuple

from builder.measure.page import WORDS_A_MINUTE, PageMeasure, measure_page
from builder.measure.words import TextMeasure
from builder.model.course import Course, Page
from builder.model.question import LEVELS, Question, is_scored
from builder.model.quiz import Quiz
from builder.state.reach import answered_in, pool_of

PRACTICE, TEST, DIAGNOSTIC = "practice", "test", "diagnostic"
"""What a question is asked in: a page or a quiz; a test that counts; a test of weight 0."""


class Item(NamedTuple):
    """A question with an answer of its own, its page (a bank's for one that is drawn), and what it is asked in."""

    page: Page
    question: Question
    uses: frozenset[str]
    """Of PRACTICE, TEST and DIAGNOSTIC; empty where nothing asks it."""


class Served(NamedTuple):
    """What serves an objective."""

    taught: tuple[Page, ...]
    """Pages of text that name it, or whose lesson does while they name none."""
    practised: tuple[Item, ...]
    """Questions of pages and quizzes. One that names no objective serves those of its page, unless it asks for an
    opinion: then it has to name what it serves."""
    tested: tuple[Item, ...]
    diagnosed: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseMeasure:
    """A course in one language, measured."""

    course: Course
    pages: tuple[PageMeasure, ...]
    """Those learners see, in reading order; banks are no pages of theirs."""
    items: tuple[Item, ...]
    """Every question of pages, quizzes, tests and banks; those of scenarios each by itself."""
    objectives: Mapping[str, Served]
    """By the ids of the course's objectives, in their order."""

    @property
    def minutes(self) -> float:
        """Counted, of all pages."""
        return sum(page.minutes for page in self.pages)

    @property
    def pages_of_text(self) -> Iterator[PageMeasure]:
        """Its pages that are no quizzes and no tests."""
        return (page for page in self.pages if page.page.kind == "page")

    @property
    def text(self) -> TextMeasure:
        """Of all its pages of text."""
        return reduce(add, (page.text for page in self.pages_of_text), TextMeasure())

    @property
    def tests(self) -> Iterator[Quiz]:
        """Its tests that count."""
        return (quiz for quiz in self.course.quizzes if _use(quiz) == TEST)

    @property
    def has_test(self) -> bool:
        """Whether it has a test that counts."""
        return any(True for _ in self.tests)

    def levels(self, use: str) -> Counter[str]:
        """How many scored questions of ``use`` ask for each level, lowest first; '' for those that say none."""
        asked = Counter(item.question.level for item in self.items if use in item.uses and is_scored(item.question))
        return Counter({level: asked[level] for level in (*LEVELS, "") if asked[level]})


def measure_course(course: Course, words_a_minute: int = WORDS_A_MINUTE) -> CourseMeasure:
    """Measure ``course``; ``words_a_minute`` are read."""
    items = tuple(_items(course))
    return CourseMeasure(
        course=course,
        pages=tuple(measure_page(course, page, words_a_minute) for page in course.pages),
        items=items,
        objectives={name: _served(course, items, name) for name in course.objectives},
    )


def _use(quiz: Quiz) -> str:
    if quiz.role != "test":
        return PRACTICE
    return TEST if quiz.weight > 0 else DIAGNOSTIC


def _items(course: Course) -> Iterator[Item]:
    uses: dict[int, set[str]] = {}
    for quiz in course.quizzes:
        units = quiz.questions
        if quiz.draws:
            units = tuple(unit for draw in quiz.draws for unit in pool_of(course, quiz, draw))
        for unit in units:
            uses.setdefault(id(unit), set()).add(_use(quiz))
    for page in (*course.pages, *course.banks):
        for quiz in page.quizzes:
            for unit in quiz.questions:
                of_unit = frozenset(uses.get(id(unit), ()))
                yield from (Item(page, question, of_unit) for question in answered_in(unit))


def _served(course: Course, items: tuple[Item, ...], name: str) -> Served:
    taught = (
        page
        for lesson in course.lessons
        for page in lesson.pages
        if page.kind == "page" and name in (page.objectives or lesson.objectives)
    )
    asked = [item for item in items if name in _objectives(item)]
    return Served(
        tuple(taught),
        tuple(item for item in asked if PRACTICE in item.uses),
        tuple(item for item in asked if TEST in item.uses),
        tuple(item for item in asked if DIAGNOSTIC in item.uses),
    )


def _objectives(item: Item) -> tuple[str, ...]:
    if item.question.objective:
        return (item.question.objective,)
    return item.page.objectives if is_scored(item.question) else ()
