"""What tests ask of the mind: enough application and analysis."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from builder.diagnostics import Diagnostic
from builder.diagnostics.content_codes import LEVEL_SHARE
from builder.measure.course import TEST, CourseMeasure
from builder.model.content import ContentRules
from builder.model.question import LEVELS

_OPEN_FROM = LEVELS.index("analyse")
"""The first level that takes in those above it: few questions evaluate or create, and all of them analyse."""


def check_levels(measure: CourseMeasure, rules: ContentRules) -> Iterator[Diagnostic]:
    """The questions that tests can ask, all tests of a course together."""
    asked = measure.levels(TEST) if rules.levels else None
    if not asked:
        return
    span = next(quiz.span for quiz in measure.tests)
    of_all = asked.total()
    for level, least in rules.levels.items():
        place = LEVELS.index(level)
        counted = LEVELS[place:] if place >= _OPEN_FROM else (level,)
        count = sum(asked[one] for one in counted)
        if 100 * count < least * of_all:
            yield LEVEL_SHARE.at(
                span,
                count=count,
                all=of_all,
                level=level,
                more=" or above" if len(counted) > 1 else "",
                share=f"{100 * count / of_all:.1f}",
                least=least,
                missing=ceil(least * of_all / 100) - count,
            )
