"""Questions on a page: something to do with what it says."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.diagnostics.content_codes import INTERACTIONS_FEW, INTERACTIONS_MANY
from builder.measure.course import CourseMeasure
from builder.measure.page import PageMeasure
from builder.model.content import ContentRules
from builder.model.text import Testimony


def check_interactions(measure: CourseMeasure, rules: ContentRules) -> Iterator[Diagnostic]:
    """Pages of text; nobody is asked about the words of a witness."""
    if rules.interactions is None:
        return
    for page in measure.pages_of_text:
        count, bounds = page.interactions, rules.interactions
        if bounds.least is not None and count < bounds.least and not _is_testimony(page):
            yield INTERACTIONS_FEW.at(page.page.span, asked=_asked(count), least=bounds.least)
        elif bounds.most is not None and count > bounds.most:
            yield INTERACTIONS_MANY.at(page.page.span, asked=_asked(count), most=bounds.most)


def _is_testimony(page: PageMeasure) -> bool:
    return any(isinstance(block, Testimony) for block in page.page.blocks)


def _asked(count: int) -> str:
    if count == 1:
        return "There is 1 question on"
    return f"There are {count} questions on" if count else "There is no question on"
