"""Words of a page: neither too few nor too many."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.diagnostics.content_codes import PAGE_LONG, PAGE_SHORT
from builder.measure.course import CourseMeasure
from builder.model.content import ContentRules


def check_length(measure: CourseMeasure, rules: ContentRules) -> Iterator[Diagnostic]:
    """Pages of text; quizzes and tests are as long as their questions, and a page with cards is not short."""
    if rules.words is None:
        return
    for page in measure.pages_of_text:
        words, bounds = page.text.words, rules.words
        if bounds.least is not None and words < bounds.least and not page.holds_more:
            yield PAGE_SHORT.at(page.page.span, words=words, least=bounds.least)
        elif bounds.most is not None and words > bounds.most:
            yield PAGE_LONG.at(page.page.span, words=words, most=bounds.most)
