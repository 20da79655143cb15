"""The bank as quizzes see it: numbers of entries and of categories."""

from __future__ import annotations

from builder.model.course import Course
from builder.model.quiz import Draw
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.xml import Element, branch


class Bank:
    """The questions of every course with quizzes of Moodle's own."""

    __slots__ = ("ledger",)

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def entry(self, course: Course, question: str) -> int:
        """Old id of the bank entry that holds a question, or of the Cloze question that holds a whole scenario."""
        raise NotImplementedError

    def pool(self, course: Course, draw: Draw) -> tuple[int, ...]:
        """Numbers of the categories that hold exactly what ``draw`` can draw."""
        raise NotImplementedError

    def categories(self, course: Course) -> tuple[int, ...]:
        """All categories of a course, the one at the top among them: what a quiz has to list."""
        raise NotImplementedError

    def files(self, course: Course) -> tuple[int, ...]:
        """Numbers of the files that the questions of a course show: a quiz lists them, too."""
        raise NotImplementedError

    def listing(self) -> Element:
        """The root of ``questions.xml``."""
        return branch("question_categories")
