"""Translations: the same pages, ids, questions and rules as the source language."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.ids import place
from builder.diagnostics import Diagnostic
from builder.diagnostics.programme_codes import (
    ID_DIFFERS,
    KIND_DIFFERS,
    OBJECTIVES_DIFFER,
    PAGE_EXTRA,
    PAGE_UNTRANSLATED,
    QUESTION_DIFFERS,
    QUESTION_EXTRA,
    QUESTION_UNTRANSLATED,
    RULES_DIFFER,
)
from builder.model.course import Course, Page
from builder.model.question import Question, Scenario
from builder.model.quiz import Quiz
from builder.model.span import Span
from builder.state.keys import structure_of


def check_pages(master: Course, translation: Course) -> Iterator[Diagnostic]:
    """Pages one by one, by the names of their files."""
    originals = {page.path: page for page in (*master.pages, *master.banks)}
    pages = {page.path: page for page in (*translation.pages, *translation.banks)}
    for path, original in originals.items():
        if path not in pages:
            span = Span(f"{translation.folder}/{translation.language}/{path}", 0)
            yield PAGE_UNTRANSLATED.at(span, path=path, language=translation.language)
        else:
            yield from _page(original, pages[path])
    for path, page in pages.items():
        if path not in originals:
            yield PAGE_EXTRA.at(page.span, source=master.language)


def check_lessons(master: Course, translation: Course) -> Iterator[Diagnostic]:
    """Lessons one by one, by the names of their folders."""
    originals = {lesson.folder: lesson for lesson in master.lessons if not lesson.loose}
    for lesson in translation.lessons:
        original = originals.get(lesson.folder)
        if lesson.loose or original is None:
            continue
        if lesson.id != original.id and lesson.id:
            yield ID_DIFFERS.at(lesson.span, what="lesson", id=lesson.id, source=original.id)
        if set(lesson.objectives) != set(original.objectives):
            yield _objectives("lesson", lesson.objectives, original.objectives, lesson.span)


def _page(original: Page, page: Page) -> Iterator[Diagnostic]:
    if page.id and page.id != original.id:
        yield ID_DIFFERS.at(page.span, what="page", id=page.id, source=original.id)
    if page.kind != original.kind:
        yield KIND_DIFFERS.at(page.span, kind=page.kind, source=original.kind)
        return
    if set(page.objectives) != set(original.objectives):
        yield _objectives("page", page.objectives, original.objectives, page.span)
    yield from _quizzes(original, page)
    there = {question.id: question for quiz in page.quizzes for question in _all(quiz)}
    source = {question.id: question for quiz in original.quizzes for question in _all(quiz)}
    for name, question in source.items():
        if name not in there:
            yield QUESTION_UNTRANSLATED.at(page.span, id=name, place=place(question.span))
        elif what := _difference(question, there[name]):
            yield QUESTION_DIFFERS.at(there[name].span, id=name, what=what, place=place(question.span))
    yield from (QUESTION_EXTRA.at(there[name].span, id=name) for name in there if name and name not in source)


def _quizzes(original: Page, page: Page) -> Iterator[Diagnostic]:
    for source, quiz in zip(original.quizzes, page.quizzes, strict=False):
        if quiz.id and quiz.id != source.id and quiz is not page.quiz:
            yield ID_DIFFERS.at(quiz.span, what="quiz", id=quiz.id, source=source.id)
        here, there = _rules(quiz), _rules(source)
        for what in (what for what, value in there.items() if here[what] != value):
            yield RULES_DIFFER.at(quiz.span, id=quiz.id, what=f"`{what}`", place=place(source.span))


def _rules(quiz: Quiz) -> dict[str, object]:
    return {
        "pass": quiz.pass_mark,
        "attempts": quiz.attempts,
        "wait": quiz.wait,
        "time": quiz.minutes,
        "extend": quiz.extend,
        "shuffle": quiz.shuffle,
        "shuffle_options": quiz.shuffle_options,
        "weight": quiz.weight,
        "draw": [(draw.count, draw.objective, draw.bank) for draw in quiz.draws],
    }


def _all(quiz: Quiz) -> Iterator[Question]:
    for question in quiz.questions:
        yield question
        if isinstance(question, Scenario):
            yield from question.questions


def _difference(source: Question, question: Question) -> str:
    """What sets a translated question apart in more than words, or ''."""
    if question.type != source.type:
        return f"its type ({question.type} instead of {source.type})"
    if structure_of(question) != structure_of(source):
        return "the number of its parts, what is right, `rev` or `confidence`"
    for key in ("points", "objective", "level", "parallel", "see", "of"):
        if getattr(question, key, "") != getattr(source, key, ""):
            return f"`{key}`"
    return ""


def _objectives(what: str, here: tuple[str, ...], source: tuple[str, ...], span: Span) -> Diagnostic:
    return OBJECTIVES_DIFFER.at(span, what=what, here=", ".join(here) or "none", source=", ".join(source) or "none")
