"""The pages to read again after an answer that was not wholly right."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from builder.model.course import Course, Lesson, Page
from builder.model.question import Question
from builder.model.quiz import Quiz
from builder.render.questions.writer import Writer

MOST = 2
"""Pages that are named, at most, where the author names none."""


class Reading:
    """Where the questions of one quiz lead back to.

    To the page that a question names; else, in a lesson's quiz or a test, to pages on its objective (or on those of the
    quiz's page, where it names none), those of the same lesson first.
    """

    __slots__ = ("course", "home", "known", "lesson", "quiz", "writer")

    def __init__(self, quiz: Quiz, course: Course, writer: Writer) -> None:
        self.quiz = quiz
        self.course = course
        self.writer = writer
        self.home: Page | None = None
        self.lesson: Lesson | None = None
        self.known: dict[str, tuple[Page, ...]] = {}
        if quiz.role != "practice":
            homes = ((lesson, page) for lesson in course.lessons for page in lesson.pages if page.quiz is quiz)
            self.lesson, self.home = next(homes, (None, None))

    def html(self, question: Question, objective: str) -> str:
        """``Read again: …`` for a question asked for ``objective``; '' where there is nothing to read."""
        links = [_link(page, self.writer) for page in self.pages(question, objective)]
        return f'<p class="q-see">{self.writer.t("Read again:")} {" · ".join(links)}</p>' if links else ""

    def pages(self, question: Question, objective: str) -> tuple[Page, ...]:
        """The pages, best first."""
        if question.see:
            return tuple(page for page in self.course.pages if page.id == question.see)
        if self.home is None or not question.scored:
            return ()
        if objective not in self.known:
            self.known[objective] = tuple(self._on(objective))[:MOST]
        return self.known[objective]

    def _on(self, objective: str) -> Iterator[Page]:
        served = {objective} if objective else {*served_by(self.home, self.lesson)}
        lessons = sorted(self.course.lessons, key=lambda lesson: lesson is not self.lesson)
        for lesson in lessons:
            for page in lesson.pages:
                if page.kind == "page" and not served.isdisjoint(served_by(page, lesson)):
                    yield page


def served_by(page: Page | None, lesson: Lesson | None) -> tuple[str, ...]:
    """The objectives a page serves: its own, or where it names none, those of its lesson."""
    return (page.objectives if page else ()) or (lesson.objectives if lesson else ())


def _link(page: Page, writer: Writer) -> str:
    href = writer.profile.link(page.path)
    return f'<a href="{escape(href)}">{escape(page.title)}</a>' if href else str(escape(page.title))
