"""Votes that are asked again: each finds the first one, wherever in the course it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from builder.diagnostics import Diagnostic
from builder.diagnostics import answer_codes as codes
from builder.model.course import Course, Page
from builder.model.question import Earlier, Question, Scenario, Vote
from builder.model.quiz import Quiz
from builder.model.text import QuizBlock


def join_votes(course: Course) -> tuple[Course, list[Diagnostic]]:
    """``course`` with each vote that asks another again knowing it and having its options; and what is wrong.

    A vote with a mistake is left out.
    """
    votes = [question for page in (*course.pages, *course.banks) for question in _votes(page)]
    if not any(vote.of for vote in votes):
        return course, []
    joining = _Joining({vote.id: vote for vote in votes if vote.id}, [])
    lessons = tuple(replace(lesson, pages=tuple(map(joining.page, lesson.pages))) for lesson in course.lessons)
    return replace(course, lessons=lessons, banks=tuple(map(joining.page, course.banks))), joining.report


def _votes(page: Page) -> Iterator[Vote]:
    for quiz in page.quizzes:
        yield from (question for question in quiz.asked if isinstance(question, Vote))


@dataclass(frozen=True, slots=True)
class _Joining:
    """One run of ``join_votes``; ``votes`` are those of the course, by id."""

    votes: Mapping[str, Vote]
    report: list[Diagnostic]

    def page(self, page: Page) -> Page:
        if not any(vote.of for vote in _votes(page)):
            return page
        blocks = tuple(
            replace(block, quiz=self.quiz(block.quiz)) if isinstance(block, QuizBlock) else block
            for block in page.blocks
        )
        return replace(page, blocks=blocks, quiz=page.quiz and self.quiz(page.quiz))

    def quiz(self, quiz: Quiz) -> Quiz:
        return replace(quiz, questions=self.questions(quiz.questions))

    def questions(self, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        joined: list[Question] = []
        for question in questions:
            if isinstance(question, Scenario):
                joined.append(replace(question, questions=self.questions(question.questions)))
            elif not isinstance(question, Vote) or not question.of:
                joined.append(question)
            elif (vote := self.vote(question)) is not None:
                joined.append(vote)
        return tuple(joined)

    def vote(self, vote: Vote) -> Vote | None:
        """``vote`` with what it takes over; None when that was reported."""
        first = self.votes.get(vote.of)
        known = [name for name, each in self.votes.items() if not each.of]
        if first is None:
            self.report.append(codes.VOTE_UNKNOWN.at(vote.span, id=vote.of, hint=_hint(vote.of, known)))
        elif first.of:
            what = "this vote itself" if vote.id == vote.of else "a vote that itself asks an earlier one again"
            hint = "" if first.of not in known else f": `of={first.of}`"
            self.report.append(codes.VOTE_AGAIN.at(vote.span, id=vote.of, what=what, hint=hint))
        elif vote.options and len(vote.options) != len(first.options):
            counts = {"count": len(vote.options), "before": len(first.options)}
            self.report.append(codes.VOTE_COUNT.at(vote.options[0].span, id=vote.of, **counts))
        else:
            return replace(vote, options=vote.options or first.options, earlier=Earlier(first.rev, first.confidence))
        return None


def _hint(name: str, known: list[str]) -> str:
    near = get_close_matches(name[:40], known, 1)
    return f" (did you mean `{near[0]}`?)" if near else ""
