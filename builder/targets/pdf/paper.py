"""A course as documents for paper: HTML that reads from the first page to the last, without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from builder.model import question as q
from builder.model.course import Lesson, Page
from builder.model.package import Package
from builder.model.quiz import Quiz
from builder.model.text import Citation, paragraphs
from builder.model.walk import nodes_in
from builder.render.dates import written
from builder.render.environment import environment
from builder.render.numbers import numbers
from builder.render.opening import edition_of, minutes_of, objectives_of
from builder.render.profile import Profile
from builder.render.questions.order import shown_order
from builder.render.words import words
from builder.render.writer import Writer
from builder.state.reach import pool_of, units_of
from builder.targets.fragments import notes_by_question
from builder.targets.pdf.asked import asked
from builder.targets.pdf.key import answered

ELEMENTS = frozenset({"abbr", "figure", "section", "svg"})
"""What paper can show of what not every reader of HTML takes."""

HEADING = re.compile(r"(</?h)([2-5])(?=[ >])")


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the course on paper."""

    page: Page
    body: Markup
    sources: tuple[tuple[str, str], ...]
    """What it cites: the source with its year, and its address."""


class PaperWriter(Writer):
    """Writes text and questions for paper; recordings become their transcripts, with a word on what they are."""

    __slots__ = ("notes", "numbers")

    def __init__(self, package: Package, places: frozenset[str]) -> None:
        def link(target: str) -> str | None:
            kind, _, name = target.partition(":")
            anchor = f"g-{name}" if kind == "glossary" else ids.get(target.partition("#")[0], "")
            return f"#{anchor}" if anchor in places else None

        ids = {page.path: page.id for page in package.course.pages}
        profile = Profile(package.course.language, link, str, ELEMENTS, numbered=False)
        super().__init__(package.course, profile)
        self.numbers = numbers_of(package)
        self.notes = notes_by_question(package.course)

    def quiz(self, quiz: Quiz) -> Markup:
        """The questions of a quiz, numbered as in the answer key."""
        return self.questions(quiz.questions)

    def questions(self, units: Iterable[q.Question]) -> Markup:
        """Some questions, with the numbers they have in the answer key."""
        return Markup("\n".join(self._asked(unit) for unit in units))  # noqa: S704 - asked escapes

    def _asked(self, unit: q.Question) -> str:
        with self.noted_as(unit):
            return asked(self, unit, self.numbers[unit.id])

    @contextmanager
    def noted_as(self, unit: q.Question) -> Iterator[None]:
        """Within, marks of footnotes are those of the page or bank that ``unit`` stands on."""
        before, self.footnotes = self.footnotes, self.notes.get(unit.id, ())
        yield
        self.footnotes = before

    def answered(self, unit: q.Question) -> str:
        """What is right, and why."""
        with self.noted_as(unit):
            return answered(self, unit, self.numbers[unit.id])


def numbers_of(package: Package) -> dict[str, str]:
    """The number of each question and scenario on its page, by id."""
    return {
        unit.id: str(number)
        for page in package.pages
        for number, unit in enumerate((unit for quiz in page.quizzes for unit in units_of(package.course, quiz)), 1)
    }


def drawn(package: Package, quiz: Quiz) -> tuple[q.Question, ...]:
    """What a test asks on paper: a draw takes the first of its pool in an order that depends on the test's id alone."""
    if not quiz.draws:
        return quiz.questions
    taken: dict[str, q.Question] = {}
    for draw in quiz.draws:
        pool = pool_of(package.course, quiz, draw)
        there = [pool[index] for index in shown_order(f"{quiz.id} {draw.bank} {draw.objective}", len(pool))]
        fresh = [unit for unit in there if unit.id not in taken]
        taken |= {unit.id: unit for unit in fresh[: draw.count]}
    return tuple(unit for unit in units_of(package.course, quiz) if unit.id in taken)


def booklet(package: Package, lessons: tuple[Lesson, ...], title: str) -> str:
    """The course, or one lesson of it, with contents, glossary and sources."""
    places = frozenset({page.id for lesson in lessons for page in lesson.pages})
    terms = frozenset(f"g-{term}" for term in package.course.glossary)
    writer = PaperWriter(package, places | terms)
    chapters = [(lesson, [_part(writer, page) for page in lesson.pages]) for lesson in lessons]
    whole = lessons == package.lessons
    return _render(
        package,
        title,
        chapters=chapters,
        cover=whole,
        objectives=tuple(objectives_of(package)) if whole else (),
        minutes=minutes_of(package),
        terms=[package.course.glossary[term] for term in sorted(writer.terms) if term in package.course.glossary],
        key=(),
    )


def handout(package: Package, page: Page) -> str:
    """One page by itself."""
    writer = PaperWriter(package, frozenset({page.id}))
    lesson = Lesson(id="", title="", pages=(page,), span=page.span, loose=True)
    return _render(package, page.title, chapters=[(lesson, [_part(writer, page)])])


def test_sheet(package: Package, page: Page, quiz: Quiz) -> str:
    """A test to take on paper."""
    writer = PaperWriter(package, frozenset())
    body = writer.blocks(quiz.intro) + writer.questions(drawn(package, quiz))
    lesson = Lesson(id="", title="", pages=(page,), span=page.span, loose=True)
    return _render(package, page.title, chapters=[(lesson, [Part(page, body, ())])], sheet=True)


def answer_key(package: Package, title: str) -> str:
    """The answers of all questions a learner of the package can meet, quiz by quiz."""
    writer = PaperWriter(package, frozenset())
    key: list[tuple[str, Markup]] = []
    for page in package.pages:
        units = [unit for quiz in page.quizzes for unit in units_of(package.course, quiz)]
        parts = [writer.answered(unit) for unit in units]
        if parts:
            key.append((page.title, Markup("\n".join(parts))))  # noqa: S704 - answered escapes
    return _render(package, title, key=key)


def _part(w: PaperWriter, page: Page) -> Part:
    quiz, w.footnotes = page.quiz, page.footnotes
    body = w.blocks(page.blocks)
    if quiz is not None and quiz.role == "test":
        note = escape(w.t("The test is taken on the learning platform. A sheet for paper comes with this booklet."))
        body += w.blocks(quiz.intro) + Markup(f'<p class="aside">{note}</p>')  # noqa: S704 - escaped above
    elif quiz is not None:
        body += w.blocks(quiz.intro) + w.quiz(quiz)
    lead = Markup('<p class="lead">%s</p>') % w.inlines(page.lead) if page.lead else Markup()
    # The page's title is an h2 below the lesson's; what an author wrote begins one level further down.
    lower = HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", lead + body)
    return Part(page, Markup(lower), tuple(_sources(w, page)))  # noqa: S704 - written by the writer


def _sources(w: PaperWriter, page: Page) -> Iterator[tuple[str, str]]:
    """What a page cites, once each, in the order of the text."""
    cited = (one for node in nodes_in((page.lead, page.blocks, page.footnotes), (Citation,)) for one in node.ids)
    for one in dict.fromkeys(cited):
        source = w.course.sources.get(one)
        if source is not None:
            year = f" ({source.year})" if source.year and source.year not in source.source else ""
            yield f"{source.source}{year}", source.url


def _render(package: Package, title: str, **values: object) -> str:
    course = package.course
    given = {
        "package": package,
        "course": course,
        "title": title,
        "direction": numbers(course.language).direction,
        "chapters": (),
        "cover": False,
        "sheet": False,
        "objectives": (),
        "minutes": 0,
        "terms": (),
        "key": (),
        "edition": edition_of(course),
        "notice": paragraphs(course.notice),
        "changes": tuple((written(change.date, course.language), change.text) for change in course.changes),
        "count": words(course.language).ngettext,
        **values,
    }
    return environment(course.language).get_template("paper/document.html").render(**given)
