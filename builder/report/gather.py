"""A report out of what was read and checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from builder.diagnostics import Diagnostic
from builder.measure import measure_course
from builder.measure.citations import citations_by_page
from builder.measure.page import WORDS_A_MINUTE
from builder.model.activity import Activity
from builder.model.course import Course, Programme
from builder.report.pages import limits_of, page_rows, totals_of
from builder.report.questions import feedback_of, keys_of, levels_of, objective_rows, types_of
from builder.report.references import citations_of, term_rows
from builder.report.shape import FORMAT, CourseRow, Finding, Report, Unread


def gather(  # noqa: PLR0913 - what there is to report on
    programme: Programme,
    courses: Mapping[tuple[str, str], Course | None],
    diagnostics: Iterable[Diagnostic],
    *,
    activities: Mapping[str, Activity],
    failed: bool,
    on: date | None,
) -> Report:
    """The report on ``courses``, by folder and language, and on all that was found in them and around them.

    ``on`` is the day by which reviews are judged; without one nothing is said of them.
    """
    found = [_finding(one) for one in diagnostics]
    places = list(courses)
    apart: dict[tuple[str, str], list[Finding]] = {place: [] for place in places}
    rest: list[Finding] = []
    for one in found:
        place = _place_of(one.path, places, programme.source_language)
        (rest if place is None else apart[place]).append(one)
    language = programme.source_language
    return Report(
        format=FORMAT,
        programme=programme.id,
        title=programme.title.get(language, programme.id),
        language=language,
        on=on.isoformat() if on else None,
        failed=failed,
        courses=tuple(_course(course, apart[place], on) for place, course in courses.items() if course is not None),
        unread=tuple(Unread(*place, tuple(apart[place])) for place, course in courses.items() if course is None),
        activities=dict(sorted(Counter(activity.kind for activity in activities.values()).items())),
        findings=tuple(rest),
    )


def is_due(review_by: str, on: date) -> bool:
    """Whether the day ``review_by`` has come; a month has with its last day."""
    if len(review_by) > len("2026-11"):
        return on >= date.fromisoformat(review_by)
    year, month = map(int, review_by.split("-"))
    return on >= date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _course(course: Course, findings: list[Finding], on: date | None) -> CourseRow:
    study = course.content.study_time
    measure = measure_course(course, study.words if study else WORDS_A_MINUTE)
    cited = citations_by_page(course)
    terms = tuple(term_rows(measure))
    return CourseRow(
        id=course.id,
        folder=course.folder,
        language=course.language,
        code=course.code,
        colour=course.colour,
        title=course.title,
        as_of=course.as_of or None,
        review_by=course.review_by or None,
        review_due=is_due(course.review_by, on) if on and course.review_by else None,
        totals=totals_of(measure),
        limits=limits_of(course),
        pages=tuple(page_rows(measure, cited, findings)),
        objectives=tuple(objective_rows(measure)),
        levels=levels_of(measure),
        interactions=types_of(measure),
        feedback=feedback_of(measure),
        citations=citations_of(course, cited),
        glossary=terms,
        terms_unused=len(course.glossary) - len(terms),
        keys=keys_of(measure),
        findings=tuple(findings),
    )


def _finding(one: Diagnostic) -> Finding:
    return Finding(one.code.id, one.code.severity.value, one.span.path, one.span.line, one.message, one.remedy)


def _place_of(path: str, places: Iterable[tuple[str, str]], source: str) -> tuple[str, str] | None:
    """The course and language that a file belongs to; one beside the languages belongs to the source language."""
    folder, _, rest = path.partition("/")
    languages = [language for name, language in places if name == folder]
    if not languages:
        return None
    named = rest.partition("/")[0]
    return folder, named if named in languages else source if source in languages else languages[0]
