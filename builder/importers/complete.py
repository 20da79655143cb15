"""A draft as a whole course: ids where there are none, files and folders, banks that a quiz draws from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from builder.diagnostics import Diagnostic
from builder.importers.base import Draft
from builder.importers.refer import refer
from builder.model.course import Course, Lesson, Objective, Page
from builder.model.question import Branch, BranchStep, Question, Scenario
from builder.model.quiz import Draw, Quiz
from builder.model.span import Span
from builder.model.text import Block, QuizBlock
from builder.source.fmt.names import Names, slug
from builder.source.quiz.words import plain
from builder.source.values import NAME_ID, PAGE_ID

DRAWN = 5
"""Questions that the quiz of an imported bank draws from it, if there are as many."""


def complete(draft: Draft, *, id: str, folder: str, language: str) -> tuple[Course, list[Diagnostic]]:
    """The course that ``draft`` makes, and the references in it that were left out, as they lead nowhere.

    Ids that fit and stand once are kept; references follow those that change.

    Lessons without pages are left out. Where there are banks and no page, a quiz draws from each of them.
    """
    completing = _Completing(draft)
    return refer(completing.course(id, folder, language), completing.ids)


class _Completing:
    """One draft on its way. ``ids`` says what became of those that were taken away."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        written = list(_ids(draft))
        kept = dict.fromkeys(name for name in written if PAGE_ID.fullmatch(name))
        self.names = Names(f"{{#{name}}}" for name in kept)
        self.free = set(kept)
        """Ids of the file that nothing has taken yet."""
        self.ids: dict[str, str] = {}
        self.objectives = _objectives(draft)

    def course(self, id: str, folder: str, language: str) -> Course:
        draft = self.draft
        banks = [self.page(page, "bank-") for page in draft.banks]
        lessons = [self.lesson(lesson) for lesson in draft.lessons if lesson.pages]
        if banks and not lessons:
            lessons = [self.drawing(banks)]
        lessons = _placed(lessons)
        paths = _numbered([page.title for page in banks], "bank", numbers=False)
        placed = [replace(page, path=f"banks/{name}.md") for page, name in zip(banks, paths, strict=True)]
        return Course(
            id=id,
            folder=folder,
            language=language,
            title=draft.title or folder,
            description="",
            lessons=tuple(lessons),
            span=Span(f"{folder}/course.yaml", 0),
            objectives=self.objectives,
            banks=tuple(placed),
        )

    def take(self, written: str, sign: str, *stems: str) -> str:
        """The id for what the file calls ``written``: that, or a new one."""
        if written in self.free:
            self.free.discard(written)
            return written
        made = self.names.make(sign, *stems)
        if written:
            self.ids.setdefault(written, made)
        return made

    def lesson(self, lesson: Lesson) -> Lesson:
        pages = tuple(self.page(page, "p-") for page in lesson.pages)
        if lesson.loose and len(pages) == 1:
            return replace(lesson, id=pages[0].id, title=pages[0].title, pages=pages)
        return replace(lesson, id=self.take(lesson.id, "l-", slug(lesson.title)), loose=False, pages=pages)

    def page(self, page: Page, sign: str) -> Page:
        own = self.take(page.id, sign, slug(page.title))
        stem = own.partition("-")[2] or own
        blocks = tuple(self.block(block, stem) for block in page.blocks)
        asked = [each.objective for quiz in page.quizzes for each in _all(quiz.questions)]
        named = (_known(name, self.objectives) for name in page.objectives or asked)
        objectives = tuple(name for name in dict.fromkeys(named) if name)
        quiz = page.quiz and replace(page.quiz, id=own, questions=tuple(self.questions(page.quiz.questions, stem)))
        return replace(page, id=own, blocks=blocks, quiz=quiz, objectives=objectives)

    def block(self, block: Block, stem: str) -> Block:
        if not isinstance(block, QuizBlock):
            return block
        own = self.take(block.quiz.id, "quiz-", stem)
        quiz = replace(block.quiz, id=own, questions=tuple(self.questions(block.quiz.questions, stem)))
        return replace(block, quiz=quiz)

    def questions(self, questions: Sequence[Question], stem: str) -> Iterator[Question]:
        for number, question in enumerate(questions, 1):
            own = self.take(question.id, "q-", slug(plain(question.title)), f"{stem}-{number}")
            made: Question = replace(question, id=own, objective=_known(question.objective, self.objectives))
            if isinstance(made, Scenario):
                made = replace(made, questions=tuple(self.questions(made.questions, stem)))
            elif isinstance(made, Branch):
                made = replace(made, steps=tuple(self.step(step, f"{stem}-{number}") for step in made.steps))
            yield made

    def step(self, step: BranchStep, stem: str) -> BranchStep:
        return replace(step, id=self.take(step.id, "s-", slug(plain(step.title)), stem))

    def drawing(self, banks: Sequence[Page]) -> Lesson:
        """A quiz with the course's title, that draws from each bank."""
        title = self.draft.title
        span = banks[0].span
        counts = [
            (bank.id, min(DRAWN, len(bank.quiz.questions))) for bank in banks if bank.quiz and bank.quiz.questions
        ]
        draws = tuple(Draw(count, "", bank, span) for bank, count in counts)
        own = self.names.make("p-", slug(title))
        quiz = Quiz(id=own, role="quiz", intro=(), questions=(), span=span, draws=draws, shuffle=True)
        objectives = tuple(dict.fromkeys(name for bank in banks for name in bank.objectives))
        page = Page(id=own, path="", title=title, kind="quiz", blocks=(), span=span, quiz=quiz, objectives=objectives)
        return Lesson(id="", title=title, pages=(page,), span=span, loose=True)


def _placed(lessons: Iterable[Lesson]) -> list[Lesson]:
    """Lessons and their pages in numbered folders and files."""
    lessons = list(lessons)
    placed = []
    for lesson, folder in zip(lessons, _numbered([each.title for each in lessons], "lesson"), strict=True):
        names = _numbered([page.title for page in lesson.pages], "page")
        if lesson.loose:
            pages = tuple(replace(page, path=f"{folder}.md") for page in lesson.pages)
            placed.append(replace(lesson, folder="", pages=pages))
        else:
            pages = tuple(
                replace(page, path=f"{folder}/{name}.md") for page, name in zip(lesson.pages, names, strict=True)
            )
            placed.append(replace(lesson, folder=folder, pages=pages))
    return placed


def _numbered(titles: Sequence[str], otherwise: str, *, numbers: bool = True) -> list[str]:
    """A name for each title: ``01-setting-the-scene``; without numbers no two are alike."""
    width = max(2, len(str(len(titles))))
    names: list[str] = []
    for number, title in enumerate(titles, 1):
        name = slug(title) or otherwise
        if numbers:
            name = f"{number:0{width}}-{name}"
        names.append(name if name not in names else f"{name}-{number}")
    return names


def _objectives(draft: Draft) -> dict[str, Objective]:
    """Objectives under ids that fit, those that only questions and pages name among them."""
    found = {_fitting(name): replace(one, id=_fitting(name)) for name, one in draft.objectives.items()}
    pages = [*draft.banks, *(page for lesson in draft.lessons for page in lesson.pages)]
    for page in pages:
        named = [*page.objectives, *(each.objective for quiz in page.quizzes for each in _all(quiz.questions))]
        for name in filter(None, named):
            found.setdefault(_fitting(name), Objective(_fitting(name), name, page.span))
    return found


def _fitting(name: str) -> str:
    if NAME_ID.fullmatch(name):
        return name
    made = re.sub(r"[^A-Za-z0-9_.-]+", "-", name).strip("-.") or "objective"
    return made if made[0].isalpha() else f"O{made}"


def _known(name: str, objectives: Iterable[str]) -> str:
    return _fitting(name) if name and _fitting(name) in objectives else ""


def _all(questions: Iterable[Question]) -> Iterator[Question]:
    for question in questions:
        yield question
        if isinstance(question, Scenario):
            yield from _all(question.questions)


def _ids(draft: Draft) -> Iterator[str]:
    """Every id of a draft, in order."""
    for lesson in draft.lessons:
        yield lesson.id
    for page in (*(page for lesson in draft.lessons for page in lesson.pages), *draft.banks):
        yield page.id
        for quiz in page.quizzes:
            yield quiz.id
            for question in _all(quiz.questions):
                yield question.id
                if isinstance(question, Branch):
                    yield from (step.id for step in question.steps)
