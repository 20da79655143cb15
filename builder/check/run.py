"""The three entries of the checks: a programme, a course in one language, a translation beside its master."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from builder.diagnostics import Diagnostic
from builder.model.course import Course, Programme

CourseRule: TypeAlias = Callable[[Course, Programme], Iterator[Diagnostic]]
ProgrammeRule: TypeAlias = Callable[[Programme], Iterator[Diagnostic]]
TranslationRule: TypeAlias = Callable[[Course, Course], Iterator[Diagnostic]]

COURSE_RULES: tuple[CourseRule, ...] = ()
PROGRAMME_RULES: tuple[ProgrammeRule, ...] = ()
TRANSLATION_RULES: tuple[TranslationRule, ...] = ()


def check_course(course: Course, programme: Programme) -> list[Diagnostic]:
    """What is wrong in a course in one language, by place."""
    return _sorted(diagnostic for rule in COURSE_RULES for diagnostic in rule(course, programme))


def check_programme(programme: Programme) -> list[Diagnostic]:
    """What is wrong in ``programme.yaml`` and its neighbours, by place."""
    return _sorted(diagnostic for rule in PROGRAMME_RULES for diagnostic in rule(programme))


def check_translation(master: Course, translation: Course) -> list[Diagnostic]:
    """Where a translation departs from the course in the source language, by place."""
    return _sorted(diagnostic for rule in TRANSLATION_RULES for diagnostic in rule(master, translation))


def _sorted(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(
        dict.fromkeys(found), key=lambda diagnostic: (diagnostic.span, diagnostic.code.id, diagnostic.message)
    )
