"""The blocks of a document to lessons and pages: Heading 1 is a lesson, 2 a page, 3 a question or a heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from builder.diagnostics import Diagnostic
from builder.diagnostics.import_codes import PAGE_EMPTY, QUESTION_UNREAD
from builder.importers.asking import UnreadableError
from builder.importers.docx.notes import PageNotes, without_marks
from builder.importers.docx.question import question_of
from builder.importers.html_runs import words
from builder.model.course import Lesson, Page
from builder.model.question import Question
from builder.model.quiz import Quiz
from builder.model.span import Span
from builder.model.text import Block, Blocks, Heading, Paragraph, QuizBlock

_QUESTION = 3
"""The level of headings that may open a question."""


@dataclass(slots=True)
class _Part:
    """A heading of level 1 or 2 and what stands below it, up to the next."""

    title: str
    level: int
    blocks: list[Block] = field(default_factory=list)


def lessons_of(
    blocks: Blocks, title: str, at: Span, notes: Mapping[int, Blocks]
) -> tuple[tuple[Lesson, ...], list[Diagnostic]]:
    """The lessons in a document with the title ``title``, and what was left out."""
    found: list[Diagnostic] = []
    groups: list[tuple[str, int, list[Page]]] = []
    for part in _parts(blocks, title):
        if part.level < 2:
            groups.append((part.title, part.level, []))
        page = _page(part, at, notes, found)
        if page is not None:
            groups[-1][2].append(page)
        elif part.level == 2:
            found.append(PAGE_EMPTY.at(at, title=part.title))
    found += (PAGE_EMPTY.at(at, title=name) for name, level, pages in groups if level and not pages)
    lessons = (Lesson(id="", title=name, pages=tuple(pages), span=at) for name, _, pages in groups if pages)
    return tuple(lessons), found


def _parts(blocks: Blocks, title: str) -> list[_Part]:
    parts = [_Part(title, 0)]
    for block in blocks:
        if isinstance(block, Heading) and block.level < _QUESTION:
            parts.append(_Part(without_marks(" ".join(words(block.children).split())), block.level))
        else:
            parts[-1].blocks.append(block)
    return parts


def _page(part: _Part, at: Span, notes: Mapping[int, Blocks], found: list[Diagnostic]) -> Page | None:
    if not part.blocks:
        return None
    own = PageNotes(notes)
    items = list(_items(own.blocks(part.blocks), at, found))
    page = Page(id="", path="", title=part.title, kind="page", blocks=(), span=at, footnotes=own.footnotes)
    asked = [item for item in items if not isinstance(item, Block)]
    intro = [item for item in items[: len(items) - len(asked)] if isinstance(item, Block)]
    if len(asked) > 1 and len(intro) + len(asked) == len(items) and all(isinstance(each, Paragraph) for each in intro):
        quiz = Quiz(id="", role="quiz", intro=tuple(intro), questions=tuple(asked), span=at)
        return replace(page, kind="quiz", quiz=quiz)
    return replace(page, blocks=tuple(_with_quizzes(items, at)))


def _items(blocks: Sequence[Block], at: Span, found: list[Diagnostic]) -> Iterator[Block | Question]:
    """The blocks of a page, those that make a question in its place; the levels of headings moved up by one."""
    level = 1
    place = 0
    while place < len(blocks):
        block = blocks[place]
        place += 1
        if not isinstance(block, Heading):
            yield block
            continue
        end = next((n for n in range(place, len(blocks)) if _opens(blocks[n])), len(blocks))
        question = _question(block, blocks[place:end], at, found) if block.level == _QUESTION else None
        if question is not None:
            place = end
            yield question
        else:
            level = min(block.level - 1, level + 1)
            yield replace(block, level=level)


def _opens(block: Block) -> bool:
    return isinstance(block, Heading) and block.level <= _QUESTION


def _question(heading: Heading, blocks: Sequence[Block], at: Span, found: list[Diagnostic]) -> Question | None:
    try:
        return question_of(heading, blocks, at)
    except UnreadableError as error:
        found.append(QUESTION_UNREAD.at(at, title=words(heading.children), reason=str(error)))
        return None


def _with_quizzes(items: Sequence[Block | Question], at: Span) -> Iterator[Block]:
    """Blocks with the questions that follow each other in a quiz."""
    run: list[Question] = []
    for item in (*items, None):
        if item is not None and not isinstance(item, Block):
            run.append(item)
            continue
        if run:
            quiz = Quiz(id="", role="practice", intro=(), questions=tuple(run), span=at)
            yield QuizBlock(quiz, at)
            run = []
        if item is not None:
            yield item
