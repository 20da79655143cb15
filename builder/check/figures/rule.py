"""The rule: every figure and year stands in a source that is cited for it, or follows from others by a calculation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.check.figures.asked import Cited, asked_passages
from builder.check.figures.evidence import Library
from builder.check.figures.passages import Passage, cited_on, passages_of, setting_of
from builder.check.figures.verdict import judge, shown_in
from builder.check.view import View
from builder.diagnostics import Diagnostic
from builder.model.activity import Activity, Book, Collection, Survey
from builder.model.course import Page
from builder.model.quiz import Quiz


def judge_figures(view: View) -> Iterator[Diagnostic]:
    """What is wrong with the figures of a course."""
    cited, library = Cited(view.pages), _library(view)
    for page in view.pages:
        yield from _judged(tuple(_passages(page, view.course.language, cited)), library, view)


def judge_activity(activity: Activity, view: View) -> Iterator[Diagnostic]:
    """The same of the text of an activity; of what it asks, titles and help but no options."""
    page = activity.page
    setting = setting_of(page, view.course.language, cited_on(page))
    passages = [*passages_of(page.blocks, setting)]
    if isinstance(activity, Book):
        # Of a book, `page` ends where the first chapter begins, but a chapter answers to all that the book cites.
        whole = next((one for one in view.pages if one.path == page.path), page)
        setting = replace(setting, cited=cited_on(whole))
        passages += (one for chapter in activity.chapters for one in passages_of(chapter.blocks, setting))
    if isinstance(activity, Survey | Collection):
        for item in activity.items:
            bounded = replace(setting, given=(f"{item.least} {item.most} {item.max}",))
            passages += (bounded.passage(item.title, item.span), *passages_of(item.help, bounded))
    yield from _judged(passages, _library(view), view)


def _library(view: View) -> Library:
    return Library(view.course.sources, view.programme.source_language)


def _judged(passages: Sequence[Passage], library: Library, view: View) -> Iterator[Diagnostic]:
    """Passages of one page: what one of them establishes holds for all."""
    language = view.course.language
    shown = [figure for passage in passages for figure in shown_in(passage, language)]
    for passage in passages:
        yield from judge(passage, library, language, shown)


def _passages(page: Page, language: str, cited: Cited) -> Iterator[Passage]:
    setting = setting_of(page, language, cited.on(page))
    ruled = replace(setting, given=tuple(map(_rules, page.quizzes)))
    if page.lead:
        yield setting.passage(page.lead, page.span)
    yield from passages_of(page.blocks, ruled)
    for quiz in page.quizzes:
        yield from passages_of(quiz.intro, ruled)
        for question in quiz.questions:
            yield from asked_passages(question, cited, setting)


def _rules(quiz: Quiz) -> str:
    """The numbers of a quiz's own rules: a page may say how it is passed."""
    if quiz.role == "practice":
        return ""
    drawn = sum(draw.count for draw in quiz.draws)
    return "\n".join(map(str, (quiz.pass_mark or 0, quiz.attempts, quiz.minutes, len(quiz.questions), drawn)))
