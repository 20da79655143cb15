"""Feedback: no option without an explanation."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.diagnostics.content_codes import UNEXPLAINED
from builder.measure.course import CourseMeasure
from builder.measure.feedback import unexplained
from builder.model.content import ContentRules

_OPTIONS = "Write a blockquote under each: why it is right, or why it tempts and why it fails."
_WHOLE = "Write a blockquote below the answer that says how one finds it."


def check_feedback(measure: CourseMeasure, rules: ContentRules) -> Iterator[Diagnostic]:
    """Every question, those of banks too."""
    if not rules.feedback:
        return
    for item in measure.items:
        if spans := unexplained(item.question):
            whole = spans == (item.question.span,)
            what = "This question stands" if whole else "This option stands"
            if len(spans) > 1:
                what = f"{len(spans)} options of this question stand"
            yield UNEXPLAINED.at(spans[0], what=what, remedy=_WHOLE if whole else _OPTIONS)
