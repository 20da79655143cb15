"""Programme, course, lesson, page, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from builder.model.content import ContentRules
from builder.model.quiz import Quiz
from builder.model.span import Span
from builder.model.text import Blocks, Footnote, Inlines, QuizBlock


@dataclass(frozen=True, slots=True)
class Source:
    """A citable source; an unverified one must not be cited."""

    id: str
    statement: str
    year: str
    source: str
    url: str
    verified: bool
    span: Span
    mark: str = ""
    """How it was checked, in the programme's own letters; '' where nobody said."""


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry in one language."""

    id: str
    term: str
    definition: str
    span: Span
    forms: tuple[str, ...] = ()
    """How it stands in a text; () for the term itself."""
    avoid: tuple[str, ...] = ()
    """What is not written for it."""
    common: bool = False
    """So common a word that its first use need not lead to the glossary."""


@dataclass(frozen=True, slots=True)
class Objective:
    """What a learner can do afterwards."""

    id: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Discussion:
    """A topic that learners discuss where a platform has a place for it."""

    id: str
    title: str
    text: str
    """What opens it; an empty line parts paragraphs."""
    span: Span


@dataclass(frozen=True, slots=True)
class Change:
    """What was changed in a course, and when: an ISO 8601 day or month."""

    date: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages show, relative to the course folder, with its bytes' place on disk."""

    path: str
    file: str
    """Absolute path of the file on this machine; never written into a package."""
    source: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """A course that comes before this one, or after it, as learners know it."""

    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. ``quiz`` is set for ``kind: quiz``, ``test`` and ``bank``; other quizzes stand in ``blocks``."""

    id: str
    path: str
    """Relative to the language folder: ``01-setting-the-scene/02-why.md``."""
    title: str
    kind: str
    """``page``, ``quiz``, ``test`` or ``bank`` (a bank is never shown)."""
    blocks: Blocks
    span: Span
    lead: Inlines = ()
    """The opening sentence, set larger."""
    minutes: int = 0
    objectives: tuple[str, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    quiz: Quiz | None = None

    @property
    def quizzes(self) -> Iterator[Quiz]:
        """The quizzes on this page, in reading order."""
        yield from (block.quiz for block in self.blocks if isinstance(block, QuizBlock))
        if self.quiz is not None:
            yield self.quiz


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A folder of pages; ``loose`` for a page that stands directly in the language folder."""

    id: str
    title: str
    pages: tuple[Page, ...]
    span: Span
    folder: str = ""
    minutes: int = 0
    objectives: tuple[str, ...] = ()
    loose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A course in one language."""

    id: str
    folder: str
    language: str
    title: str
    description: str
    lessons: tuple[Lesson, ...]
    span: Span
    objectives: Mapping[str, Objective] = field(default_factory=dict)
    banks: tuple[Page, ...] = ()
    """Pages of ``kind: bank``, whose questions tests draw from."""
    programme: str = ""
    """Id of the programme, where what a learner did in one package is to be set beside another; '' where there is only
    one."""
    code: str = ""
    """How the programme calls it: TG-101."""
    colour: str = "teal"
    """Name of the module's colour in the theme."""
    mark: str = ""
    """Name of the module's mark (``builder/render/marks.py``); '' for the one of its code."""
    keywords: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    licence: str = ""
    minutes: int = 0
    edition: str = ""
    """Shown to learners: ``November 2026``."""
    as_of: str = ""
    """The date of the content: an ISO 8601 day or month; '' where only ``edition`` says it, or nothing."""
    review_by: str = ""
    """When it is to be looked at again at the latest, as a date like that."""
    changes: tuple[Change, ...] = ()
    """The latest first."""
    notice: str = ""
    """What readers should know of its standing: that it is training material, say. An empty line parts paragraphs."""
    release: int = 0
    """Number of the last release in ``course.lock``; 0 before the first."""
    needs: str = ""
    """What a learner should have at hand, besides the courses that come before."""
    next: str = ""
    """What to do after the course."""
    prerequisites: tuple[Prerequisite, ...] = ()
    followers: tuple[Prerequisite, ...] = ()
    """The courses that come after this one: those that name it among their prerequisites."""
    discussions: tuple[Discussion, ...] = ()
    package: str = "course"
    """``course`` or ``lesson``: what one package holds."""
    delivery: str = "mixed"
    """How it stands on a platform of its own: one of ``builder.model.outline.DELIVERIES``."""
    interactions: str = "scored"
    """Which answers are reported as interactions: ``none``, ``scored`` or ``all``."""
    complete_pages: bool = False
    """Completion also asks that every page was opened."""
    complete_quizzes: bool = False
    """Completion also asks that every quiz with a pass mark was passed."""
    content: ContentRules = field(default_factory=ContentRules)
    """What is asked of its content, where it departs from the programme included."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    assets: Mapping[str, Asset] = field(default_factory=dict)

    @property
    def pages(self) -> Iterator[Page]:
        """The pages learners see, in order."""
        for lesson in self.lessons:
            yield from lesson.pages

    @property
    def quizzes(self) -> Iterator[Quiz]:
        """Every quiz a learner can meet, in reading order."""
        for page in self.pages:
            yield from page.quizzes


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """The folder of courses: ``programme.yaml``, ``sources.yaml``, the glossaries."""

    root: str
    """Absolute path of the folder; never written into a package."""
    id: str
    title: Mapping[str, str]
    """By language."""
    source_language: str
    languages: tuple[str, ...]
    courses: tuple[str, ...]
    """Folder names, in order."""
    span: Span
    prerequisites: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notice: Mapping[str, str] = field(default_factory=dict)
    """By language: that of the courses that have none of their own."""
    publisher: str = ""
    url: str = ""
    content: ContentRules = field(default_factory=ContentRules)
    """What is asked of the content of its courses."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    glossaries: Mapping[str, Mapping[str, Term]] = field(default_factory=dict)
    lms: Mapping[str, str] = field(default_factory=dict)
    targets: tuple[str, ...] = ()
    """The formats to build, by name; () for the usual ones."""
    targets_at: Span | None = None
    """Where they are named; None where they are not."""
