"""How hard a page is to read: the length of its sentences, and its reading level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.diagnostics import Diagnostic
from builder.diagnostics.content_codes import READING, SENTENCE_LONG, SENTENCES_LONG
from builder.measure.course import CourseMeasure
from builder.measure.page import PageMeasure
from builder.measure.pieces import Piece
from builder.measure.questions import pieces_in
from builder.measure.words import Sentence, sentences_of
from builder.model.content import ContentRules, SentenceLength

_SHOWN = 6
"""Words by which a sentence is known."""


def check_reading(measure: CourseMeasure, rules: ContentRules) -> Iterator[Diagnostic]:
    """Every page with a text, the introductions of quizzes too; of questions only what is too long in one go."""
    for page in measure.pages:
        if rules.sentences is not None:
            yield from _sentences(page, rules.sentences)
        text = page.text
        if rules.reading is not None and text.lix is not None and text.lix > rules.reading:
            average, long = f"{text.average:.1f}", round(100 * text.long / text.running)
            lix = f"{text.lix:.1f}"
            yield READING.at(page.page.span, lix=lix, limit=rules.reading, average=average, long=long)
    if rules.sentences is not None and rules.sentences.longest is not None:
        course = measure.course
        quizzes = (quiz for page in (*course.pages, *course.banks) for quiz in page.quizzes)
        for question in (question for quiz in quizzes for question in quiz.questions):
            yield from _long(pieces_in(question), rules.sentences.longest)


def _sentences(page: PageMeasure, limits: SentenceLength) -> Iterator[Diagnostic]:
    average, longest = page.text.average, page.text.longest
    if longest is None:
        return
    if average is not None and limits.average is not None and average > limits.average:
        shown = {"average": f"{average:.1f}", "limit": limits.average, "longest": longest.words}
        yield SENTENCES_LONG.at(page.page.span, **shown, first=_first(longest))
    if limits.longest is not None and longest.words > limits.longest:
        yield from _long(page.pieces, limits.longest)


def _long(pieces: Iterable[Piece], limit: int) -> Iterator[Diagnostic]:
    # Most texts have too few words for such a sentence, and are done with there.
    for sentence in sentences_of(piece for piece in pieces if len(piece.text.split()) > limit):
        if sentence.words > limit:
            yield SENTENCE_LONG.at(sentence.span, first=_first(sentence), words=sentence.words, limit=limit)


def _first(sentence: Sentence) -> str:
    return " ".join(sentence.text.split()[:_SHOWN]) + " …"
