"""A page: its front matter, its text, its quizzes (docs/reference/authoring.md, "Page front matter")."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from builder.diagnostics import Diagnostic
from builder.diagnostics.file_codes import BOTH_KEYS, QUIZ_KEY
from builder.model.course import Page
from builder.model.quiz import Quiz
from builder.model.span import Span
from builder.model.text import Blocks, QuizBlock, QuizFence
from builder.source.files import read_text
from builder.source.frontmatter import read_front_matter
from builder.source.markdown.document import Document, Origin, read_document
from builder.source.quiz import read_quiz, read_settings
from builder.source.quiz.settings import KEYS
from builder.source.testimony import KEYS as TESTIMONY
from builder.source.testimony import read_testimony
from builder.source.values import Values

KINDS = ("page", "quiz", "test", "bank", "testimony")
TEXTS = ("page", "testimony")
"""The kinds whose text is read from beginning to end; the others are quizzes."""
_KEYS = ("id", "title", "objective", "objectives", "minutes", "lead", "kind")
_MOST_MINUTES = 1000


class Place(NamedTuple):
    """Where pages are read from."""

    root: Path
    folder: str
    """The course's folder."""
    language: str
    pass_mark: int | None
    """The pass mark of tests that name none."""


class Opened(NamedTuple):
    """A file with front matter, before its text is read."""

    path: str
    """Relative to the folder of courses."""
    lines: list[str]
    base: int
    """The number of lines before the text."""
    values: Values

    @property
    def lead(self) -> tuple[str, Span] | None:
        """The opening sentence and its place."""
        values = self.values
        return (values.text("lead"), values.fields["lead"].span) if "lead" in values.fields else None


def open_page(place: Place, name: str, found: list[Diagnostic]) -> Opened | None:
    """The file ``name`` (relative to the language folder); None, and the reason in ``found``, if it is no page."""
    path = f"{place.folder}/{place.language}/{name}"
    text = read_text(place.root, path, found)
    if text is None:
        return None
    lines = text.split("\n")
    values, base = read_front_matter(lines, path, found)
    return None if values is None else Opened(path, lines, base, values)


def read_page(place: Place, name: str, found: list[Diagnostic]) -> tuple[Page, tuple[str, ...]] | None:
    """The page in the file ``name`` (relative to the language folder), and the pictures it uses.

    None for a file that is no page; what is wrong goes to ``found``.
    """
    opened = open_page(place, name, found)
    if opened is None:
        return None
    values = opened.values
    kind = _read_kind(values)
    origin = Origin(path=opened.path, page=name, language=place.language, quiz=kind not in TEXTS)
    document = read_document(opened.lines, opened.base, origin, opened.lead)
    found.extend(document.diagnostics)
    values.require("title", 'title: "…"')
    page_id = values.id()
    span = Span(opened.path, 0)
    blocks, quiz = document.blocks, None
    if kind in TEXTS:
        blocks = _with_quizzes(blocks, place.language, found)
        if kind == "testimony":
            blocks, kind = (read_testimony(values), *blocks), "page"
    else:
        blocks, quiz = (), _read_quiz(document, kind, values, place, id=page_id)
    page = Page(
        id=page_id,
        path=name,
        title=values.text("title"),
        kind=kind,
        blocks=blocks,
        span=span,
        lead=document.lead,
        minutes=values.integer("minutes", 0, _MOST_MINUTES),
        objectives=_objectives(values),
        footnotes=document.footnotes,
        quiz=quiz,
    )
    return page, document.images


def _read_kind(values: Values) -> str:
    """The page's kind, once its keys are checked."""
    kind = values.choice("kind", KINDS)
    if kind in TEXTS:
        for key in KEYS & values.fields.keys():
            values.found.append(QUIZ_KEY.at(values.fields[key].key or values.span, key=key, kind=kind))
    values.expect((*_KEYS, *(TESTIMONY if kind == "testimony" else ()), *sorted(KEYS)))
    return kind


def _objectives(values: Values) -> tuple[str, ...]:
    if "objective" in values.fields and "objectives" in values.fields:
        span = values.fields["objective"].key or values.span
        values.found.append(BOTH_KEYS.at(span, key="objective", other="objectives"))
    one = values.text("objective")
    return ((one,) if one else ()) + tuple(filter(None, values.texts("objectives")))


def _read_quiz(document: Document, kind: str, values: Values, place: Place, *, id: str) -> Quiz:
    """The quiz that a page of kind quiz, test or bank is."""
    settings, problems = read_settings(values.fields, kind, default_pass=place.pass_mark, span=values.span)
    values.found.extend(problems)
    quiz, problems = read_quiz(
        document.blocks,
        id=id,
        role=kind,
        span=Span(values.span.path, 0),
        settings=settings,
        language=place.language,
    )
    values.found.extend(problems)
    return quiz


def _with_quizzes(blocks: Blocks, language: str, found: list[Diagnostic]) -> Blocks:
    """``blocks`` with each quiz fence replaced by the quiz it holds."""
    if not any(isinstance(block, QuizFence) for block in blocks):
        return blocks
    return tuple(
        QuizBlock(_fenced(block, language, found), block.span) if isinstance(block, QuizFence) else block
        for block in blocks
    )


def _fenced(fence: QuizFence, language: str, found: list[Diagnostic]) -> Quiz:
    settings, problems = read_settings({}, "practice", default_pass=None, span=fence.span)
    found.extend(problems)
    quiz, problems = read_quiz(
        fence.blocks, id=fence.id, role="practice", span=fence.span, settings=settings, language=language
    )
    found.extend(problems)
    return quiz
