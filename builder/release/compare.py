"""What an edit does to learners who hold records of the last release."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from builder.diagnostics import Diagnostic
from builder.diagnostics import release_codes as codes
from builder.model.course import Course
from builder.model.package import items_of
from builder.model.question import Question
from builder.model.quiz import Quiz
from builder.model.span import Span
from builder.release.entries import asked_in, digests_of, options_of, question_values, quiz_values
from builder.release.lock import NAME, Entry, Lock
from builder.state.keys import fingerprint_of, fingerprint_of_structure


def compare(lock: Lock, course: Course) -> list[Diagnostic]:
    """What learners in progress would lose or see changed, against what ``lock`` says was released.

    Nothing before the first release, and nothing for a translation: the checks hold it against the source language.
    """
    if not lock.release or lock.language != course.language:
        return []
    found = [*_items(lock, course), *_pages(lock, course), *_quizzes(lock, course), *_questions(lock, course)]
    return sorted(found, key=lambda diagnostic: (diagnostic.span, diagnostic.code.id))


def _items(lock: Lock, course: Course) -> Iterator[Diagnostic]:
    now = items_of(course)
    for entry in _released(lock, "item"):
        if entry.id not in now:
            near = get_close_matches(entry.id, now, 1)
            yield codes.ITEM_GONE.at(course.span, id=entry.id, hint=f" (now `{near[0]}`?)" if near else "")


def _pages(lock: Lock, course: Course) -> Iterator[Diagnostic]:
    now = {page.id for page in course.pages}
    for entry in _released(lock, "page"):
        if entry.id not in now:
            yield codes.PAGE_GONE.at(_line(course, entry), id=entry.id)


def _quizzes(lock: Lock, course: Course) -> Iterator[Diagnostic]:
    now = {quiz.id: quiz for quiz in course.quizzes}
    for entry in _released(lock, "quiz"):
        quiz = now.get(entry.id)
        if quiz is None:
            yield codes.QUIZ_GONE.at(_line(course, entry), id=entry.id)
        else:
            yield from _rules(entry, quiz)


def _rules(entry: Entry, quiz: Quiz) -> Iterator[Diagnostic]:
    now = quiz_values(quiz)
    for key, what in (("pass", "pass mark"), ("weight", "weight")):
        before = entry.values[key]
        if before != now[key]:
            yield codes.QUIZ_CHANGED.at(quiz.span, id=quiz.id, what=what, before=before, after=now[key])


def _questions(lock: Lock, course: Course) -> Iterator[Diagnostic]:
    now = {question.id: (quiz, question) for quiz, question in asked_in(course)}
    for entry in (entry for (kind, _), entry in sorted(lock.entries.items()) if kind == "question"):
        if entry.id in now:
            yield from _question(entry, *now[entry.id])
        elif not entry.gone:
            yield codes.QUESTION_GONE.at(_line(course, entry), id=entry.id)


def _question(entry: Entry, quiz: Quiz, question: Question) -> Iterator[Diagnostic]:
    before, now = entry.values, question_values(quiz, question)
    rev = int(before["rev"])
    if entry.gone and _another(entry, question):
        yield codes.ID_USED_AGAIN.at(question.span, id=question.id)
        return
    if question.rev < rev:
        yield codes.REV_LOWERED.at(question.span, id=question.id, before=rev, after=question.rev)
    elif before["structure"] == now["structure"]:
        yield from _order(entry, question)
    elif fingerprint_of_structure(before["structure"]) == fingerprint_of(question):
        yield codes.SAME_FINGERPRINT.at(question.span, id=question.id, rev=rev + 1)
    else:
        yield codes.STRUCTURE_CHANGED.at(
            question.span, id=question.id, before=before["structure"], after=now["structure"]
        )
    if before["points"] != now["points"]:
        yield codes.POINTS_CHANGED.at(question.span, id=question.id, before=before["points"], after=now["points"])
    if before["quiz"] != now["quiz"]:
        yield codes.QUESTION_MOVED.at(question.span, id=question.id, before=before["quiz"], after=now["quiz"])


def _order(entry: Entry, question: Question) -> Iterator[Diagnostic]:
    """One that moved is enough: rewording an option in its place is no change of order."""
    before, now = digests_of(entry), options_of(question)
    for place, (digest, words) in enumerate(now):
        if digest in before and before[place : place + 1] != [digest]:
            yield codes.OPTIONS_MOVED.at(
                question.span, id=question.id, option=words, before=before.index(digest) + 1, rev=question.rev + 1
            )
            return


def _another(entry: Entry, question: Question) -> bool:
    """Whether the words of a question that came back have nothing in common with those it had."""
    before = set(digests_of(entry))
    return bool(before) and before.isdisjoint(digest for digest, _ in options_of(question))


def _released(lock: Lock, kind: str) -> list[Entry]:
    return [entry for (of, _), entry in sorted(lock.entries.items()) if of == kind and not entry.gone]


def _line(course: Course, entry: Entry) -> Span:
    return Span(f"{course.folder}/{NAME}", entry.line)
