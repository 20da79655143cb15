"""The bank as quizzes see it: numbers of entries and of categories."""

from __future__ import annotations

from builder.model.course import Course, Page
from builder.model.quiz import Draw, Quiz
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.plan import Test
from builder.targets.mbz.questions.category import Category
from builder.targets.mbz.questions.pools import Pool
from builder.targets.mbz.questions.shelf import Shelf
from builder.targets.mbz.xml import Element, branch

__all__ = ("Bank", "Pool")


class Bank:
    """The questions of every course with quizzes of Moodle's own."""

    __slots__ = ("_shelves", "_top", "ledger")

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        plan = ledger.plan
        stamp = f"{plan.classroom.id}+{plan.classroom.language}+top"
        self._top = Category(number=ledger.number(), path=(), stamp=stamp)
        tests: dict[str, dict[str, Page]] = {}
        courses: dict[str, Course] = {}
        for module in plan.modules:
            if isinstance(module.content, Test):
                courses[module.course.folder] = module.course
                tests.setdefault(module.course.folder, {})[module.content.page.id] = module.content.page
        self._shelves = {
            folder: Shelf(ledger, course, list(tests[folder].values()), self._top) for folder, course in courses.items()
        }

    def entry(self, course: Course, question: str) -> int:
        """Old id of the bank entry that holds a question, or of the Cloze question that holds a whole scenario; 0 where
        Moodle has no form of it."""
        return self._shelves[course.folder].entries.get(question, 0)

    def parts(self, course: Course, scenario: str) -> tuple[int, ...]:
        """Old ids of the entries of a scenario that is asked as it stands: its text first, then each of its questions,
        0 for one that Moodle has no form of. () for a scenario that is only drawn."""
        return self._shelves[course.folder].parts.get(scenario, ())

    def pool(self, course: Course, quiz: Quiz, draw: Draw) -> Pool:
        """Where exactly those questions are that ``draw`` of ``quiz`` can draw."""
        return self._shelves[course.folder].pools[quiz.id, draw]

    def categories(self, course: Course) -> tuple[int, ...]:
        """All categories of a course, the one at the top among them: what a quiz has to list."""
        below = self._shelves[course.folder].tree.all
        return (self._top.number, *(category.number for category in below))

    def files(self, course: Course) -> tuple[int, ...]:
        """Numbers of the files that the questions of a course show: a quiz lists them, too."""
        return tuple(self._shelves[course.folder].files)

    def listing(self) -> Element:
        """The root of ``questions.xml``."""
        if not self._shelves:
            return branch("question_categories")
        own = [category for shelf in self._shelves.values() for category in shelf.tree.all]
        return branch("question_categories", [category.row() for category in (self._top, *own)])
