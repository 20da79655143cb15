"""What a report says of sources and of the glossary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from builder.measure import CourseMeasure
from builder.measure.terms import first_uses
from builder.model.course import Course
from builder.report.shape import Citations, SourceRow, TermRow


def citations_of(course: Course, cited: Mapping[str, tuple[str, ...]]) -> Citations:
    """The citations of a course; ``cited`` has the ids of sources by page."""
    pages: dict[str, list[str]] = {}
    for page, names in cited.items():
        for name in names:
            pages.setdefault(name, []).append(page)
    known = [name for name in course.sources if name in pages]
    rows = tuple(_row(course, name, pages[name]) for name in known)
    return Citations(
        cited=sum(map(len, pages.values())),
        resolved=sum(len(row.pages) for row in rows),
        verified=sum(len(row.pages) for row in rows if row.verified),
        marks=dict(sorted(Counter(row.mark for row in rows).items())),
        missing=tuple(sorted(pages.keys() - course.sources.keys())),
        sources=rows,
    )


def term_rows(measure: CourseMeasure) -> Iterator[TermRow]:
    """The terms that stand in the course, in the order in which a reader meets them."""
    order = {page.page.path: place for place, page in enumerate(measure.pages)}
    used = sorted(first_uses(measure).items(), key=lambda one: (order[one[1].page.path], one[1].span, one[0]))
    for name, first in used:
        yield TermRow(name, measure.course.glossary[name].term, first.page.id, first.linked)


def _row(course: Course, name: str, pages: list[str]) -> SourceRow:
    source = course.sources[name]
    return SourceRow(name, source.source, source.year, source.url, source.mark, source.verified, tuple(pages))
