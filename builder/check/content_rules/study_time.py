"""Study time: what is stated is near what is counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from builder.diagnostics import Diagnostic
from builder.diagnostics.content_codes import MINUTES
from builder.measure.course import CourseMeasure
from builder.measure.page import PageMeasure
from builder.model.content import ContentRules, StudyTime
from builder.model.span import Span

_ALWAYS = 1
"""Minutes by which stated and counted may differ, however short the page: minutes are written as whole numbers."""


class _Timed(NamedTuple):
    """What takes time."""

    what: str
    stated: int
    counted: float
    how: str
    """What was counted."""
    span: Span


def check_study_time(measure: CourseMeasure, rules: ContentRules) -> Iterator[Diagnostic]:
    """Every page, every lesson that states minutes, and the course as a whole."""
    if rules.study_time is None:
        return
    for one in _timed(measure, rules.study_time):
        apart = abs(one.counted - one.stated)
        if not one.stated or apart > max(_ALWAYS, one.stated * rules.study_time.within / 100):
            stated = f"states {one.stated} minute{'s' if one.stated > 1 else ''}" if one.stated else "states no minutes"
            whole = max(round(one.counted), 1)
            yield MINUTES.at(
                one.span, what=one.what, stated=stated, counted=f"{one.counted:.1f}", how=one.how, whole=whole
            )


def _timed(measure: CourseMeasure, rule: StudyTime) -> Iterator[_Timed]:
    course, counted = measure.course, {page.page.path: page.minutes for page in measure.pages}
    for page in measure.pages:
        # A test with a time limit tells learners its time already.
        if page.stated or page.page.kind != "test":
            yield _Timed("This page", page.stated, page.minutes, _how(page, rule), page.page.span)
    for lesson in course.lessons:
        if lesson.minutes and not lesson.loose:
            minutes = sum(counted[page.path] for page in lesson.pages)
            yield _Timed("This lesson", lesson.minutes, minutes, "all its pages together", lesson.span)
    yield _Timed("The course", course.minutes, measure.minutes, "all its pages together", course.span)


def _how(page: PageMeasure, rule: StudyTime) -> str:
    if page.page.kind == "test":
        return "the time that the test allows"
    words = f"{page.text.words} words of text and {page.question_words:.0f} of questions at {rule.words} a minute"
    more = " and three tenths of it more for feedback" if page.page.kind == "quiz" else ""
    return f"from {words}, {page.thinking:.1f} minutes to think{more}"
