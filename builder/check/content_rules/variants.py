"""Terms are written as the glossary has them: on pages, in questions and in activities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from builder.check.view import View, text_of
from builder.diagnostics import Diagnostic
from builder.diagnostics.content_codes import TERM_VARIANT
from builder.measure.terms import Lexicon, forms_of, lexicon_of
from builder.model.activity import Activity, Book, Collection, Poll, Survey
from builder.model.course import Page, Term
from builder.model.question import Question, Spot
from builder.model.span import Span
from builder.model.text import Block, Callout, Code, CodeBlock, Emphasis, Figure, List, QuizBlock, Quote, Table, Text

_OTHERS = (Emphasis, Quote, Code, CodeBlock)
"""What is not the course's own wording: titles and words spoken of in italics, quotations, literal text."""
_QUOTED = re.compile('"[^"]*"|\u201c[^\u201d]*\u201d|\u00ab[^\u00bb]*\u00bb')


class _Part(NamedTuple):
    """Something with words, and where it stands."""

    root: object
    span: Span


def check_variants(view: View) -> Iterator[Diagnostic]:
    """The pages and questions of a course."""
    if view.course.content.terms:
        yield from _found(view.course.glossary, ((page, _of_page(page)) for page in view.pages))


def check_activity_variants(activity: Activity, view: View) -> Iterator[Diagnostic]:
    """One activity of the commons that ``view`` lays open."""
    if view.course.content.terms:
        yield from _found(view.course.glossary, [(activity, _of_activity(activity))])


def _found(
    glossary: Mapping[str, Term], texts: Iterable[tuple[Page | Activity, Iterator[_Part]]]
) -> Iterator[Diagnostic]:
    """What stands in pages or activities, each given with its parts."""
    avoided = [(form, name) for name, term in glossary.items() for form in term.avoid]
    if not avoided:
        return
    # Terms stand in the lexicon under no name: a variant within one is none.
    lexicon = lexicon_of((*((form, "") for term in glossary.values() for form in forms_of(term)), *avoided))
    signs = [form.lower().removesuffix("y") for form, _ in avoided]
    for whole, parts in texts:
        text = f"{whole.title} {text_of(whole)}".lower()
        if any(sign in text for sign in signs):  # in most there is none
            yield from _in_parts(glossary, lexicon, parts)


def _in_parts(glossary: Mapping[str, Term], lexicon: Lexicon, parts: Iterable[_Part]) -> Iterator[Diagnostic]:
    for part in parts:
        own = _QUOTED.sub(" ", text_of(part.root, _OTHERS))
        for variant in dict.fromkeys(use for use in lexicon.uses_in(own) if use[0]):
            yield TERM_VARIANT.at(part.span, variant=variant[1], term=_right(glossary[variant[0]]))


def _right(term: Term) -> str:
    return next(iter(forms_of(term)), term.term)


def _of_page(page: Page) -> Iterator[_Part]:
    yield _Part((Text(page.title), Text(" "), page.lead), page.span)
    yield from _of_blocks(page.blocks)
    for note in page.footnotes:
        yield from _of_blocks(note.blocks)
    for quiz in page.quizzes:
        yield from _of_blocks(quiz.intro)
        yield from (_Part(_own(question), question.span) for question in quiz.questions)


def _of_blocks(blocks: Iterable[Block]) -> Iterator[_Part]:
    """Small parts, so that what is pointed at is found; of a quiz nothing."""
    for block in blocks:
        match block:
            case QuizBlock():
                pass
            case Table():
                yield from (_Part(row, row[0].span) for row in (block.head, *block.rows) if row)
            case List():
                for item in block.items:
                    yield from _of_blocks(item.blocks)
            case Figure():
                yield from _of_blocks((block.body,))
                yield _Part(block.caption, block.span)
            case Callout():
                yield _Part(block.title, block.span)
                yield from _of_blocks(block.blocks)
            case _:
                yield _Part(block, block.span)


def _own(question: Question) -> object:
    """A question without the text that learners find faults in, and the options that name its words."""
    if isinstance(question, Spot):
        explained = tuple(option.feedback for option in question.options)
        return question.title, question.stem, explained, question.feedback
    return question


def _of_activity(activity: Activity) -> Iterator[_Part]:
    yield from _of_page(activity.page)
    match activity:
        case Survey() | Collection():
            yield from (_Part(item, item.span) for item in activity.items)
        case Book():
            for chapter in activity.chapters:
                yield _Part(chapter.title, activity.page.span)
                yield from _of_blocks(chapter.blocks)
        case Poll():
            yield from (_Part(option, activity.page.span) for option in activity.options)
