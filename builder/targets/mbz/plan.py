"""What a backup holds, decided before anything is written: sections, modules, and where each thing stands.

A *module* is Moodle's word for an activity or a resource in a course. Numbers are the old ids of a backup: only keys,
which restoring replaces everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from builder.model.activity import Activity
from builder.model.course import Course, Page
from builder.model.outline import Classroom, Entry, Section
from builder.model.package import Package
from builder.model.rule import Rule

SYSTEM_CONTEXT, COURSE_CONTEXT, COURSE, GRADES = 1, 100, 10, 1
"""Old ids of the site's context, the course's, the course, and the root of its grade categories."""


@dataclass(frozen=True, slots=True)
class Sco:
    """A SCORM package."""

    package: Package


@dataclass(frozen=True, slots=True)
class Test:
    """A page whose quiz is one of Moodle's."""

    page: Page


@dataclass(frozen=True, slots=True)
class Reading:
    """A page of a course as a page of Moodle's."""

    page: Page


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a lesson, above its pages."""

    id: str
    title: str


Content: TypeAlias = Sco | Test | Reading | Heading | Activity
"""What a module is made of."""


@dataclass(frozen=True, slots=True)
class Completion:
    """What completes a module: nothing, the learner's own mark (``manual``), or all that is set."""

    manual: bool = False
    view: bool = False
    send: bool = False
    """A survey, a poll, an assignment is sent; an attempt at a quiz is finished."""
    grade: bool = False
    passed: bool = False
    """The grade is a pass, or of a SCORM package: the status its own rules reach when all is well."""
    entries: int = 0
    posts: int = 0

    @property
    def is_automatic(self) -> bool:
        return self.view or self.send or self.grade or self.passed or self.entries > 0 or self.posts > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One activity or resource of the Moodle course."""

    name: str
    """Unique in the backup and stable: its idnumber, at most 100 characters."""
    kind: str
    """Moodle's name of the plug-in: ``quiz``."""
    title: str
    content: Content
    course: Course
    """Whose language, sources, glossary and pictures its texts use."""
    entry: Entry
    """The line of the outline it comes from."""
    opens: Rule | None
    """Every name in it is that of a module."""
    completion: Completion
    number: int
    """Old course module id; ``number + 10_000`` is its context, ``number + 20_000`` its grade item."""
    section: int
    """Number of its section, from 0."""
    parts: tuple[str, ...] = ()
    """What rules call it besides its entry's name: ``folder/lesson``, and of a test ``folder/page``."""
    weight: int = 1
    """Of its grade in its category; 0 does not count."""

    @property
    def context(self) -> int:
        return self.number + 10_000

    @property
    def grade_item(self) -> int:
        return self.number + 20_000


@dataclass(frozen=True, slots=True)
class Room:
    """A section: what stands in it, in order."""

    section: Section
    number: int
    opens: Rule | None
    modules: tuple[Module, ...]

    @property
    def id(self) -> int:
        """Old id."""
        return 50 + self.number


@dataclass(frozen=True)
class Plan:
    """A whole Moodle course."""

    classroom: Classroom
    rooms: tuple[Room, ...]
    pages: Mapping[tuple[str, str], str]
    """(folder of a course, id of a page) -> name of the module that shows it."""
    completes: tuple[str, ...]
    """Names of the modules that have to be completed for the course to be."""

    @property
    def modules(self) -> Iterator[Module]:
        """All modules, in order."""
        for room in self.rooms:
            yield from room.modules

    @cached_property
    def by_name(self) -> Mapping[str, Module]:
        return {module.name: module for module in self.modules}
