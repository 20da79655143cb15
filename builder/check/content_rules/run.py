"""The entry: a course that asks for nothing is not measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from builder.check.content_rules.feedback import check_feedback
from builder.check.content_rules.first_uses import check_first_uses
from builder.check.content_rules.interactions import check_interactions
from builder.check.content_rules.length import check_length
from builder.check.content_rules.levels import check_levels
from builder.check.content_rules.matrix import check_matrix
from builder.check.content_rules.options import check_options
from builder.check.content_rules.reading import check_reading
from builder.check.content_rules.study_time import check_study_time
from builder.check.view import View
from builder.diagnostics import Diagnostic
from builder.measure.course import CourseMeasure, measure_course
from builder.measure.page import WORDS_A_MINUTE
from builder.model.content import ContentRules

Rule: TypeAlias = Callable[[CourseMeasure, ContentRules], Iterator[Diagnostic]]

WORDING: tuple[Rule, ...] = (check_reading, check_feedback, check_options, check_first_uses)
"""Rules over the words of a language."""
DESIGN: tuple[Rule, ...] = (check_length, check_interactions, check_levels, check_matrix, check_study_time)
"""Rules over what the author decides for all languages: a translation says the same in as many words as it takes."""
_NOTHING = ContentRules()


def check_content_rules(view: View) -> Iterator[Diagnostic]:
    """Every rule that is set for this course."""
    rules = view.course.content
    if rules == _NOTHING:
        return
    measure = measure_course(view.course, rules.study_time.words if rules.study_time else WORDS_A_MINUTE)
    is_master = view.course.language == view.programme.source_language
    for rule in (*DESIGN, *WORDING) if is_master else WORDING:
        yield from rule(measure, rules)
