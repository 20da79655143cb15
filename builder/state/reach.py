"""What of a course a learner of one package can leave records on."""

from __future__ import annotations

from builder.model.course import Course
from builder.model.package import Package
from builder.model.question import Question, Scenario
from builder.model.quiz import Draw, Quiz


def quizzes_of(package: Package) -> tuple[Quiz, ...]:
    """The quizzes of a package, in reading order."""
    return tuple(quiz for page in package.pages for quiz in page.quizzes)


def questions_of(package: Package) -> dict[str, Question]:
    """Every question a learner can answer in a package, by id: those on its pages and those its draws can reach."""
    return {
        question.id: question
        for quiz in quizzes_of(package)
        for unit in units_of(package.course, quiz)
        for question in answered_in(unit)
    }


def roles_of(package: Package) -> dict[str, str]:
    """The role of the last quiz that can ask a question, by the question's id; practice before quiz before test."""
    order = ("practice", "quiz", "test")
    roles: dict[str, str] = {}
    for quiz in sorted(quizzes_of(package), key=lambda quiz: order.index(quiz.role)):
        units = units_of(package.course, quiz)
        roles.update((question.id, quiz.role) for unit in units for question in answered_in(unit))
    return roles


def units_of(course: Course, quiz: Quiz) -> tuple[Question, ...]:
    """Every question or scenario a quiz can ask, once: its own, then those its draws can reach."""
    pools = (pool_of(course, quiz, draw) for draw in quiz.draws)
    return tuple({unit.id: unit for unit in (*quiz.questions, *(unit for pool in pools for unit in pool))}.values())


def pool_of(course: Course, quiz: Quiz, draw: Draw) -> tuple[Question, ...]:
    """The questions a draw takes from: of the bank it names, else the quiz's own and every bank's; of its objective.

    A scenario is one of them.
    """
    banks = (bank.quiz.questions for bank in course.banks if bank.quiz and draw.bank in ("", bank.id, bank.quiz.id))
    units = [*(() if draw.bank else quiz.questions), *(unit for units in banks for unit in units)]
    return tuple(unit for unit in units if not draw.objective or objective_of(unit) == draw.objective)


def objective_of(unit: Question) -> str:
    """The objective a question is drawn for; a scenario without one takes that of its first question."""
    if isinstance(unit, Scenario) and not unit.objective and unit.questions:
        return unit.questions[0].objective
    return unit.objective


def answered_in(unit: Question) -> tuple[Question, ...]:
    """The questions with an answer of their own: a scenario's, or the question itself."""
    return unit.questions if isinstance(unit, Scenario) else (unit,)
