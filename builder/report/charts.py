"""What the page draws of a course: shares, scales and the table of objectives, worked out for the template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from builder.diagnostics.content_codes import OBJECTIVE_INCOMPLETE
from builder.diagnostics.course_codes import OBJECTIVE_UNPRACTISED, OBJECTIVE_UNTAUGHT, OBJECTIVE_UNTESTED
from builder.model.question import LEVELS
from builder.report.shape import CourseRow, Key, PageRow

GAPS = frozenset(
    code.id for code in (OBJECTIVE_INCOMPLETE, OBJECTIVE_UNTAUGHT, OBJECTIVE_UNPRACTISED, OBJECTIVE_UNTESTED)
)
"""What the check says of objectives that something does not serve."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its number; ``share`` is its length in per cent of the longest or of all."""

    name: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Cell:
    """What a page does for an objective."""

    taught: bool
    practised: int
    tested: int
    diagnosed: int

    @property
    def is_empty(self) -> bool:
        return not (self.taught or self.practised or self.tested or self.diagnosed)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A page or a bank, and what it does for each objective."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class KeyBars:
    """Single choices with so many options, by the place of the right one."""

    options: int
    asked: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A course as the page shows it."""

    course: CourseRow
    anchor: str
    lessons: tuple[tuple[str, tuple[PageRow, ...]], ...]
    """Titles of lessons with their pages, in order; '' for pages that stand alone."""
    words_scale: int
    """Words that fill a bar."""
    minutes_scale: float
    practice: tuple[Bar, ...]
    test: tuple[Bar, ...]
    diagnostic: tuple[Bar, ...]
    types: tuple[Bar, ...]
    marks: tuple[Bar, ...]
    keys: tuple[KeyBars, ...]
    matrix: tuple[MatrixRow, ...]
    titles: Mapping[str, str]
    """Of pages by id; a bank keeps its id."""
    errors: int
    diagnoses: bool
    """Whether it has a test that does not count."""
    has_gaps: bool
    """Whether the check misses something that serves an objective."""


def view_of(course: CourseRow) -> View:
    """Work out what the page draws of ``course``."""
    titles = {page.id: page.title for page in course.pages}
    severities = [finding.severity for finding in course.findings]
    return View(
        course=course,
        anchor=f"{course.folder}-{course.language}",
        lessons=tuple((name, tuple(rows)) for name, rows in groupby(course.pages, key=lambda page: page.lesson)),
        words_scale=max(
            1, course.limits.words_least or 0, course.limits.words_most or 0, *(page.words for page in course.pages)
        ),
        minutes_scale=max((max(page.minutes_counted, page.minutes_stated or 0) for page in course.pages), default=1),
        practice=_of_levels(course.levels.practice),
        test=_of_levels(course.levels.test),
        diagnostic=_of_levels(course.levels.diagnostic),
        types=_of_longest(course.interactions),
        marks=_of_longest(course.citations.marks),
        keys=tuple(map(_key, course.keys.places)),
        matrix=tuple(_matrix(course, titles)),
        titles=titles,
        errors=severities.count("error"),
        diagnoses=any(one.diagnosed for one in course.objectives),
        has_gaps=any(finding.code in GAPS for finding in course.findings),
    )


def share(count: float, whole: float) -> float:
    """Per cent with one decimal; 0 of nothing."""
    return round(100 * count / whole, 1) if whole else 0.0


def _of_levels(counts: Mapping[str, int]) -> tuple[Bar, ...]:
    """Shares of all, lowest level first."""
    whole = sum(counts.values())
    named = ((name, counts.get(name, 0)) for name in (*LEVELS, "none"))
    return tuple(Bar(name, count, share(count, whole)) for name, count in named if count)


def _of_longest(counts: Mapping[str, int]) -> tuple[Bar, ...]:
    longest = max(counts.values(), default=0)
    return tuple(Bar(name, count, share(count, longest)) for name, count in counts.items())


def _key(key: Key) -> KeyBars:
    longest = max(key.places)
    bars = (Bar(chr(ord("A") + place), count, share(count, longest)) for place, count in enumerate(key.places))
    return KeyBars(key.options, sum(key.places), tuple(bars))


def _matrix(course: CourseRow, titles: Mapping[str, str]) -> Iterable[MatrixRow]:
    """Pages in reading order, then banks; those that serve no objective are left out."""
    items = [item for one in course.objectives for item in (*one.practised, *one.tested, *one.diagnosed)]
    banks = sorted({item.page for item in items} - titles.keys())
    for name in (*titles, *banks):
        cells = tuple(
            Cell(
                name in one.taught,
                sum(item.page == name for item in one.practised),
                sum(item.page == name for item in one.tested),
                sum(item.page == name for item in one.diagnosed),
            )
            for one in course.objectives
        )
        if not all(cell.is_empty for cell in cells):
            yield MatrixRow(titles.get(name, name), cells)


def flagged(page: PageRow, measure: str) -> bool:
    """Whether the check has something against a measure of a page."""
    return measure in page.beyond
