"""What refers to what in an imported course: by the ids it has now, and only to what is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from builder.diagnostics import Diagnostic
from builder.diagnostics.import_codes import REFERENCE_LEFT
from builder.model.course import Course, Page
from builder.model.question import Branch, BranchStep, Question, Scenario, Vote
from builder.model.quiz import Quiz
from builder.model.text import QuizBlock


def refer(course: Course, renamed: Mapping[str, str]) -> tuple[Course, list[Diagnostic]]:
    """References follow the ids that were ``renamed``; those that lead nowhere are left out of it, and named."""
    pages = [*course.pages, *course.banks]
    questions = frozenset(each.id for page in pages for quiz in page.quizzes for each in _all(quiz.questions))
    referring = _Referring(renamed, frozenset(page.id for page in course.pages), questions)
    lessons = (replace(each, pages=tuple(map(referring.page, each.pages))) for each in course.lessons)
    made = replace(course, lessons=tuple(lessons), banks=tuple(map(referring.page, course.banks)))
    return made, referring.found


@dataclass(frozen=True, slots=True)
class _Referring:
    renamed: Mapping[str, str]
    pages: frozenset[str]
    """Those that learners are shown."""
    questions: frozenset[str]
    found: list[Diagnostic] = field(default_factory=list)

    def page(self, page: Page) -> Page:
        blocks = tuple(
            replace(block, quiz=self.quiz(block.quiz)) if isinstance(block, QuizBlock) else block
            for block in page.blocks
        )
        return replace(page, blocks=blocks, quiz=page.quiz and self.quiz(page.quiz))

    def quiz(self, quiz: Quiz) -> Quiz:
        draws = tuple(replace(draw, bank=self.renamed.get(draw.bank, draw.bank)) for draw in quiz.draws)
        return replace(quiz, draws=draws, questions=tuple(map(self.question, quiz.questions)))

    def question(self, question: Question) -> Question:
        see = self.there(question, "see", self.pages)
        parallel = self.there(question, "parallel", self.questions)
        made: Question = replace(question, see=see, parallel=parallel)
        if isinstance(made, Vote):
            return replace(made, of=self.there(made, "of", self.questions))
        if isinstance(made, Scenario):
            return replace(made, questions=tuple(map(self.question, made.questions)))
        if isinstance(made, Branch):
            return replace(made, steps=tuple(map(self.step, made.steps)))
        return made

    def there(self, question: Question, name: str, known: frozenset[str]) -> str:
        """What a question refers to by ``name``, or '' where that is not in the course."""
        written: str = getattr(question, name)
        target = self.renamed.get(written, written)
        if target and target not in known:
            self.found.append(REFERENCE_LEFT.at(question.span, id=question.id, name=name, target=target))
            return ""
        return target

    def step(self, step: BranchStep) -> BranchStep:
        options = tuple(replace(option, goto=self.renamed.get(option.goto, option.goto)) for option in step.options)
        return replace(step, options=options)


def _all(questions: Iterable[Question]) -> Iterator[Question]:
    for question in questions:
        yield question
        if isinstance(question, Scenario):
            yield from _all(question.questions)
