"""What of a course learners may hold records on: the entries of a lock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from builder.check.view import text_of
from builder.model.course import Course
from builder.model.package import items_of
from builder.model.question import (
    Branch,
    Budget,
    Checklist,
    GapFill,
    Matching,
    Multiple,
    Ordering,
    Question,
    Rank,
    Single,
    Spot,
    TrueFalse,
    Vote,
)
from builder.model.quiz import Quiz
from builder.release.lock import LAST_RELEASE, Entry, Lock
from builder.state.keys import structure_of
from builder.state.reach import answered_in


def make_lock(course: Course, previous: Lock | None = None) -> Lock:
    """The lock of the next release of ``course``, which is in the source language.

    Raises ValueError after LAST_RELEASE.
    """
    before = previous or Lock()
    release = before.release + 1
    if release > LAST_RELEASE:
        raise ValueError(f"no more than {LAST_RELEASE} releases")
    entries = {(entry.kind, entry.id): entry for entry in _entries(course)}
    for key, entry in before.entries.items():
        if key not in entries and entry.kind != "item":
            entries[key] = replace(entry, values={"gone": str(release), **entry.values})
    return Lock(release, course.language, entries)


def options_of(question: Question) -> list[tuple[str, str]]:
    """What stored answers point at by number, in order: a short digest and the words."""
    match question:
        case (
            Single(options=options)
            | Multiple(options=options)
            | Spot(options=options)
            | Vote(options=options)
            | Budget(options=options)
        ):
            parts: list[object] = [option.body for option in options]
        case TrueFalse(options=options, reasons=reasons):
            parts = [option.body for option in (*options, *reasons)]
        case Matching(rows=rows, values=values):
            parts = [*(row.left for row in rows), *values]
        case Ordering(items=items) | Rank(items=items):
            parts = [item.body for item in items]
        case GapFill(gaps=gaps):
            parts = [choice.text for gap in gaps if not gap.typed for choice in gap.choices]
        case Branch(steps=steps):
            parts = [option.body for step in steps for option in step.options]
        case Checklist(parts=sections):
            parts = [statement for section in sections for statement in section.statements]
        case _:
            parts = []
    words = [part if isinstance(part, str) else text_of(part) for part in parts]
    return [(sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6], text) for text in words]


def digests_of(entry: Entry) -> list[str]:
    """The digests of the options as they were released."""
    return [digest for digest in entry.values.get("options", "").split(",") if digest]


def _entries(course: Course) -> Iterator[Entry]:
    for item in items_of(course):
        yield Entry("item", item)
    for page in course.pages:
        yield Entry("page", page.id)
        for quiz in page.quizzes:
            yield Entry("quiz", quiz.id, quiz_values(quiz))
    for quiz, question in asked_in(course):
        yield Entry("question", question.id, question_values(quiz, question))


def asked_in(course: Course) -> Iterator[tuple[Quiz, Question]]:
    """Every question with an answer of its own, with the quiz or bank that holds it."""
    for page in (*course.pages, *course.banks):
        for quiz in page.quizzes:
            for unit in quiz.questions:
                yield from ((quiz, question) for question in answered_in(unit))


def quiz_values(quiz: Quiz) -> dict[str, str]:
    """What of a quiz matters to records."""
    return {"pass": "none" if quiz.pass_mark is None else str(quiz.pass_mark), "weight": str(quiz.weight)}


def question_values(quiz: Quiz, question: Question) -> dict[str, str]:
    """What of a question matters to records."""
    options = ",".join(digest for digest, _ in options_of(question))
    values = {
        "points": format(question.points.normalize(), "f"),
        "quiz": quiz.id,
        "rev": str(question.rev),
        "structure": structure_of(question),
    }
    return values | ({"options": options} if options else {})
