"""Terms are explained where they are met first."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.diagnostics.content_codes import TERM_UNLINKED
from builder.measure.course import CourseMeasure
from builder.measure.terms import first_uses
from builder.model.content import ContentRules


def check_first_uses(measure: CourseMeasure, rules: ContentRules) -> Iterator[Diagnostic]:
    """The first page of a course on which a term of the glossary stands leads to it."""
    if not rules.terms:
        return
    for name, use in first_uses(measure).items():
        term = measure.course.glossary[name]
        if not use.linked and not term.common:
            yield TERM_UNLINKED.at(use.span, term=use.written, id=name)
