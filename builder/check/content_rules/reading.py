"""How hard a page is to read: the length of its sentences, and its reading level."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.diagnostics.content_codes import READING, SENTENCE_LONG, SENTENCES_LONG
from builder.measure.course import CourseMeasure
from builder.measure.page import PageMeasure
from builder.measure.words import Sentence, sentences_of
from builder.model.content import ContentRules, SentenceLength

_SHOWN = 6
"""Words by which a sentence is known."""


def check_reading(measure: CourseMeasure, rules: ContentRules) -> Iterator[Diagnostic]:
    """Every page with a text, the introductions of quizzes too."""
    for page in measure.pages:
        if rules.sentences is not None:
            yield from _sentences(page, rules.sentences)
        text = page.text
        if rules.reading is not None and text.lix is not None and text.lix > rules.reading:
            average, long = f"{text.average:.1f}", round(100 * text.long / text.running)
            lix = f"{text.lix:.1f}"
            yield READING.at(page.page.span, lix=lix, limit=rules.reading, average=average, long=long)


def _sentences(page: PageMeasure, limits: SentenceLength) -> Iterator[Diagnostic]:
    average, longest = page.text.average, page.text.longest
    if longest is None:
        return
    if average is not None and limits.average is not None and average > limits.average:
        shown = {"average": f"{average:.1f}", "limit": limits.average, "longest": longest.words}
        yield SENTENCES_LONG.at(page.page.span, **shown, first=_first(longest))
    if limits.longest is not None and longest.words > limits.longest:
        for sentence in sentences_of(page.pieces):
            if sentence.words > limits.longest:
                yield SENTENCE_LONG.at(
                    sentence.span, first=_first(sentence), words=sentence.words, limit=limits.longest
                )


def _first(sentence: Sentence) -> str:
    return " ".join(sentence.text.split()[:_SHOWN]) + " …"
