"""The outline of a programme: what stands where on a platform, and by which rules it opens and counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from builder.model.activity import Activity
from builder.model.course import Course
from builder.model.rule import Rule
from builder.model.span import Span

DELIVERIES = ("mixed", "scorm", "native")
"""How a course stands on a platform: lessons as SCORM packages and tests as the platform's own quizzes; one SCORM
package; or pages and quizzes of the platform's own."""

COMPLETIONS = ("", "none", "manual", "view", "send", "grade", "pass", "entries", "posts")
"""What completes an activity; '' leaves it to its kind."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of learners that rules name."""

    id: str
    title: str
    description: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a section: an activity, a course, or a part of a course.

    Exactly one of ``activity`` and ``course`` is set.
    """

    activity: str = ""
    """Id of an activity."""
    course: str = ""
    """Folder of a course."""
    part: str = ""
    """Id of a lesson, or of a page that is a test, of ``course``; '' for all of it."""
    opens: Rule | None = None
    hidden: bool = False
    """While it is closed it is not shown, instead of shown with the reason."""
    completes: str = ""
    """One of COMPLETIONS."""
    count: int = 1
    """How many entries or posts complete it."""
    expected: int | None = None
    """When it should be done: seconds from the start of the course."""
    category: str = ""
    """Id of the grade category its grades go to; '' for the one of its course, or none."""
    weight: int = 1
    """Of its grades in their category; 0 does not count."""
    apart: bool = False
    """Members of different groups do not see each other in it."""
    span: Span
    at: Mapping[str, Span] = field(default_factory=dict, compare=False)
    """Where the values of its keys are written, for diagnostics."""

    def place(self, key: str) -> Span:
        """Where a key's value is written; the entry itself where it is not."""
        return self.at.get(key, self.span)

    @property
    def name(self) -> str:
        """What rules call it: the activity's id, the course's folder, or ``folder/part``."""
        return self.activity or (f"{self.course}/{self.part}" if self.part else self.course)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the outline, under a heading of its own."""

    id: str
    title: str
    summary: str
    """Plain text; an empty line parts paragraphs."""
    entries: tuple[Entry, ...]
    span: Span
    opens: Rule | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Category:
    """A category of grades. ``pass_mark`` in per cent, 0 for none."""

    id: str
    title: str
    weight: int
    pass_mark: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A programme as a platform shows it, in one language."""

    sections: tuple[Section, ...]
    span: Span
    start: str = "2030-01-07"
    """The first day, ISO 8601. It is only what dates are counted from: who restores the course chooses another."""
    length: int = 0
    """Seconds; 0 for no end."""
    groups: tuple[Group, ...] = ()
    categories: tuple[Category, ...] = ()
    pass_mark: int = 0
    """Per cent of the course's total; 0 for none."""
    completes: tuple[str, ...] = ()
    """Names of entries that have to be done for the whole to be; () for all that can be."""
    completes_at: tuple[Span, ...] = ()
    """Where each of them is named."""

    @property
    def entries(self) -> Iterator[Entry]:
        """All lines, in order."""
        for section in self.sections:
            yield from section.entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Classroom:
    """Everything that one course of a platform holds, in one language: an outline and what its lines name.

    Made from ``outline.yaml`` for a programme, and from a course by itself (``builder.model.alone``).
    """

    id: str
    """Stable for ever; begins the file's name."""
    title: str
    summary: str
    language: str
    outline: Outline
    activities: Mapping[str, Activity] = field(default_factory=dict)
    """By id."""
    commons: Course
    """The folder ``activities`` read as a course, whose pages, sources, glossary and pictures are those of the
    activities. For a course by itself: that course."""
    courses: Mapping[str, Course] = field(default_factory=dict)
    """By folder."""
