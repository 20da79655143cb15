"""The entries of the checks: a programme, a course in one language, a translation beside its master; activities too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from builder.check.activities import check_activity
from builder.check.activity_languages import check_counterparts, check_files
from builder.check.citations import check_citations
from builder.check.content import check_content
from builder.check.content_rules import check_activity_variants, check_content_rules, check_variants
from builder.check.figures import check_activity_figures, check_figures
from builder.check.ids import check_ids, check_names
from builder.check.languages import check_lessons, check_pages
from builder.check.links import check_links
from builder.check.objectives import check_objectives, check_pages_to_see
from builder.check.parallels import check_parallels
from builder.check.pictures import check_pictures
from builder.check.pools import check_pools
from builder.check.programme import check_course_ids, check_languages, check_outlined, check_prerequisites
from builder.check.recordings import check_recordings
from builder.check.view import View, view_of
from builder.check.votes import check_votes
from builder.check.weights import check_weights
from builder.diagnostics import Diagnostic
from builder.model.activity import Activity
from builder.model.course import Course, Programme

CourseRule: TypeAlias = Callable[[View], Iterator[Diagnostic]]
ProgrammeRule: TypeAlias = Callable[[Programme], Iterator[Diagnostic]]
TranslationRule: TypeAlias = Callable[[Course, Course], Iterator[Diagnostic]]

COURSE_RULES: tuple[CourseRule, ...] = (
    check_ids,
    check_links,
    check_pictures,
    check_recordings,
    check_citations,
    check_objectives,
    check_parallels,
    check_pages_to_see,
    check_pools,
    check_votes,
    check_weights,
    check_content,
    check_content_rules,
    check_variants,
    check_figures,
)
COMMONS_RULES: tuple[CourseRule, ...] = (check_names, check_links, check_pictures, check_recordings, check_citations)
"""Those for the folder of activities, which has no objectives, quizzes or banks."""
PROGRAMME_RULES: tuple[ProgrammeRule, ...] = (check_prerequisites, check_course_ids, check_languages, check_outlined)
TRANSLATION_RULES: tuple[TranslationRule, ...] = (check_pages, check_lessons)


def check_course(course: Course, programme: Programme) -> list[Diagnostic]:
    """What is wrong in a course in one language, by place."""
    view = view_of(course, programme)
    return _sorted(diagnostic for rule in COURSE_RULES for diagnostic in rule(view))


def check_programme(programme: Programme) -> list[Diagnostic]:
    """What is wrong in ``programme.yaml`` and its neighbours, by place."""
    return _sorted(diagnostic for rule in PROGRAMME_RULES for diagnostic in rule(programme))


def check_translation(master: Course, translation: Course) -> list[Diagnostic]:
    """Where a translation departs from the course in the source language, by place."""
    return _sorted(diagnostic for rule in TRANSLATION_RULES for diagnostic in rule(master, translation))


def check_activities(commons: Course, activities: Mapping[str, Activity], programme: Programme) -> list[Diagnostic]:
    """What is wrong in the activities of a programme in one language, by place."""
    view = view_of(commons, programme)
    found = [diagnostic for rule in COMMONS_RULES for diagnostic in rule(view)]
    for activity in activities.values():
        found += (*check_activity(activity, view), *check_activity_variants(activity, view))
        found += check_activity_figures(activity, view)
    return _sorted(found)


def check_translated_activities(
    master: tuple[Course, Mapping[str, Activity]], translation: tuple[Course, Mapping[str, Activity]]
) -> list[Diagnostic]:
    """Where the activities of a language depart from those of the source language, by place.

    Both as ``builder.source.activity.read_activities`` gives them.
    """
    found = [*check_files(master[0], translation[0]), *check_counterparts(master[1], translation[1])]
    return _sorted(found)


def _sorted(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(
        dict.fromkeys(found), key=lambda diagnostic: (diagnostic.span, diagnostic.code.id, diagnostic.message)
    )
