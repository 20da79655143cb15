"""The shape of a report: the same values in ``report.json`` and on the page (docs/how-to/report.md).

Numbers that were divided are rounded to one decimal. None stands where there is nothing to say: no limit, no date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

FORMAT = 1
"""Raised when a field changes its meaning or is taken away; new fields do not raise it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic of the check."""

    code: str
    severity: str
    path: str
    """From the folder of ``programme.yaml``."""
    line: int
    """0 for the file as a whole."""
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class LongSentence:
    """The longest sentence of a page."""

    words: int
    text: str
    path: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """A page that learners see."""

    id: str
    path: str
    """Of its file, from the folder of ``programme.yaml``."""
    title: str
    kind: str
    lesson: str
    """Title of its lesson; '' for a page that stands alone."""
    words: int
    sentence_average: float | None
    longest_sentence: LongSentence | None
    lix: float | None
    interactions: int
    questions: Mapping[str, int]
    """Asked on it, by type; drawn ones are not among them."""
    minutes_stated: int | None
    minutes_counted: float
    objectives: tuple[str, ...]
    sources: tuple[str, ...]
    beyond: tuple[str, ...]
    """Measures that the check has something against: ``words``, ``sentence_average``, ``longest_sentence``, ``lix``,
    ``interactions``, ``minutes``."""
    findings: int


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A question with an answer of its own; those of scenarios each by itself."""

    id: str
    type: str
    page: str
    """Id of its page, or of its bank."""
    level: str | None
    uses: tuple[str, ...]
    """Of ``practice``, ``test`` and ``diagnostic``."""


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """An objective and what serves it."""

    id: str
    text: str
    taught: tuple[str, ...]
    """Ids of pages."""
    practised: tuple[ItemRow, ...]
    tested: tuple[ItemRow, ...]
    diagnosed: tuple[ItemRow, ...]
    """In tests that do not count."""


@dataclass(frozen=True, slots=True)
class LevelLimit:
    """The least share of a level in tests; ``share`` takes in the levels that count with it. Both in per cent."""

    level: str
    least: int
    share: float | None
    """None where tests ask nothing."""


@dataclass(frozen=True, slots=True)
class Levels:
    """Scored questions by cognitive level; ``none`` for those that state none."""

    practice: Mapping[str, int]
    test: Mapping[str, int]
    diagnostic: Mapping[str, int]
    limits: tuple[LevelLimit, ...]


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A question of which something is not explained."""

    id: str
    path: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """Explanations: the questions there are, and those that leave an answer without one."""

    questions: int
    unexplained: tuple[Unexplained, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source that a course cites."""

    id: str
    source: str
    year: str
    url: str
    mark: str
    """How it was checked, in the programme's own letters; '' where nobody said."""
    verified: bool
    pages: tuple[str, ...]
    """Ids of the pages and banks that cite it."""


@dataclass(frozen=True, slots=True)
class Citations:
    """What is cited: sources by page, each once a page."""

    cited: int
    resolved: int
    """Of them, those that sources.yaml lists."""
    verified: int
    marks: Mapping[str, int]
    """Cited sources by mark."""
    missing: tuple[str, ...]
    """Ids that sources.yaml does not list."""
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term of the glossary and the page on which it first stands."""

    id: str
    term: str
    page: str
    linked: bool


@dataclass(frozen=True, slots=True)
class Key:
    """Single choices with so many options: how often the right one stands in each place."""

    options: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """Habits of the answer key."""

    places: tuple[Key, ...]
    longest_right: int
    """Single choices whose right option is longer than each of the others."""
    single: int
    """Single choices in all."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums of a course."""

    pages: int
    """That learners see, quizzes and tests among them."""
    pages_of_text: int
    quizzes: int
    tests: int
    banks: int
    words: int
    sentence_average: float | None
    longest_sentence: int | None
    lix: float | None
    questions: int
    """With an answer of their own, those of banks too."""
    minutes_stated: int | None
    minutes_counted: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What the programme asks of content; None and false where it asks nothing."""

    words_least: int | None
    words_most: int | None
    sentence_average: int | None
    longest_sentence: int | None
    lix: int | None
    interactions_least: int | None
    interactions_most: int | None
    words_a_minute: int | None
    minutes_within: int | None
    """Per cent."""
    option_length: float | None
    feedback: bool
    objectives: bool
    terms: bool
    figures: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRow:
    """A course in one language."""

    id: str
    folder: str
    language: str
    code: str
    colour: str
    """Name of the module's colour."""
    title: str
    as_of: str | None
    review_by: str | None
    review_due: bool | None
    """None where no day was given to judge by, or the course names none."""
    totals: Totals
    limits: Limits
    pages: tuple[PageRow, ...]
    objectives: tuple[ObjectiveRow, ...]
    levels: Levels
    interactions: Mapping[str, int]
    """Questions by type, those of banks too, the most frequent first."""
    feedback: Feedback
    citations: Citations
    glossary: tuple[TermRow, ...]
    terms_unused: int
    """Of the glossary, which belongs to the whole programme."""
    keys: Keys
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A course that could not be read."""

    folder: str
    language: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A programme."""

    format: int
    programme: str
    title: str
    language: str
    on: str | None
    """The day by which reviews are judged, ISO 8601."""
    failed: bool
    """Whether the check fails."""
    courses: tuple[CourseRow, ...]
    unread: tuple[Unread, ...]
    activities: Mapping[str, int]
    """By kind, in the source language."""
    findings: tuple[Finding, ...]
    """Those that belong to no course: in the outline, the activities, the programme's own files."""
