"""The rows of pages, and the sums of a course."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from builder.diagnostics import content_codes as codes
from builder.measure import CourseMeasure, PageMeasure
from builder.model.course import Course
from builder.report.shape import Finding, Limits, LongSentence, PageRow, Totals

MEASURES: Mapping[str, str] = {
    codes.PAGE_SHORT.id: "words",
    codes.PAGE_LONG.id: "words",
    codes.SENTENCES_LONG.id: "sentence_average",
    codes.SENTENCE_LONG.id: "longest_sentence",
    codes.READING.id: "lix",
    codes.INTERACTIONS_FEW.id: "interactions",
    codes.INTERACTIONS_MANY.id: "interactions",
    codes.MINUTES.id: "minutes",
}
"""What the check measures when it reports a code: a report does not judge a second time."""


def page_rows(
    measure: CourseMeasure, cited: Mapping[str, tuple[str, ...]], findings: Sequence[Finding]
) -> Iterator[PageRow]:
    """The pages of a course in reading order; ``cited`` has the sources by page."""
    course = measure.course
    measured = {page.page.path: page for page in measure.pages}
    counted = Counter(finding.path for finding in findings)
    beyond = {(finding.path, MEASURES[finding.code]) for finding in findings if finding.code in MEASURES}
    for lesson in course.lessons:
        for page in lesson.pages:
            one, path = measured[page.path], path_of(course, page.path)
            yield PageRow(
                id=page.id,
                path=path,
                title=page.title,
                kind=page.kind,
                lesson="" if lesson.loose else lesson.title,
                words=one.text.words,
                sentence_average=rounded(one.text.average),
                longest_sentence=_longest(one),
                lix=rounded(one.text.lix),
                interactions=one.interactions,
                questions=dict(sorted(one.questions.items())),
                minutes_stated=one.stated or None,
                minutes_counted=round(one.minutes, 1),
                objectives=page.objectives or lesson.objectives,
                sources=cited.get(page.id, ()),
                beyond=tuple(name for name in dict.fromkeys(MEASURES.values()) if (path, name) in beyond),
                findings=counted[path],
            )


def totals_of(measure: CourseMeasure) -> Totals:
    """The sums of a course; sentences are those of its pages of text."""
    course, text = measure.course, measure.text
    kinds = Counter(page.page.kind for page in measure.pages)
    return Totals(
        pages=len(measure.pages),
        pages_of_text=sum(1 for _ in measure.pages_of_text),
        quizzes=kinds["quiz"],
        tests=kinds["test"],
        banks=len(course.banks),
        words=sum(page.text.words for page in measure.pages),
        sentence_average=rounded(text.average),
        longest_sentence=text.longest.words if text.longest else None,
        lix=rounded(text.lix),
        questions=len(measure.items),
        minutes_stated=course.minutes or None,
        minutes_counted=round(measure.minutes, 1),
    )


def limits_of(course: Course) -> Limits:
    """What is asked of the content of ``course``."""
    rules = course.content
    return Limits(
        words_least=rules.words.least if rules.words else None,
        words_most=rules.words.most if rules.words else None,
        sentence_average=rules.sentences.average if rules.sentences else None,
        longest_sentence=rules.sentences.longest if rules.sentences else None,
        lix=rules.reading,
        interactions_least=rules.interactions.least if rules.interactions else None,
        interactions_most=rules.interactions.most if rules.interactions else None,
        words_a_minute=rules.study_time.words if rules.study_time else None,
        minutes_within=rules.study_time.within if rules.study_time else None,
        option_length=rules.options,
        feedback=rules.feedback,
        objectives=rules.objectives,
        terms=rules.terms,
        figures=rules.figures,
    )


def path_of(course: Course, path: str) -> str:
    """A page's file from the folder of ``programme.yaml``."""
    return f"{course.folder}/{course.language}/{path}"


def rounded(value: float | None) -> float | None:
    """To one decimal."""
    return None if value is None else round(value, 1)


def _longest(page: PageMeasure) -> LongSentence | None:
    longest = page.text.longest
    return None if longest is None else LongSentence(longest.words, longest.text, longest.span.path, longest.span.line)
