"""Pieces of a course as HTML for formats that hold questions and plain pages: no theme, no scripts, no other page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from builder.archive import Entry
from builder.model.course import Course
from builder.model.question import Asked
from builder.model.text import Blocks, Footnote, Inlines, Paragraph
from builder.render.plain import plain
from builder.render.profile import Profile, no_page
from builder.render.writer import Writer

PLAIN = frozenset({"abbr"})
"""What questions may use beyond the elements every format takes."""


class Fragments:
    """Writes pieces of one course. What is written is well-formed as XML too.

    ``file`` turns a picture's path (``media/map.svg``) into its address in the format, ``link`` a link's target into an
    href or None.
    """

    __slots__ = ("course", "footnotes", "writer")

    def __init__(
        self,
        course: Course,
        file: Callable[[str], str] = str,
        *,
        link: Callable[[str], str | None] = no_page,
        elements: frozenset[str] = PLAIN,
    ) -> None:
        self.course = course
        profile = Profile(course.language, link, file, elements, themed=False, numbered=False)
        self.writer = Writer(course, profile)
        self.footnotes = notes_by_question(course)
        """Those of the page or bank a question stands on, by the question's id."""

    def html(self, blocks: Blocks) -> str:
        """Blocks as HTML; '' for none."""
        return str(self.writer.blocks(blocks))

    def inline(self, nodes: Inlines) -> str:
        """Inline nodes as HTML."""
        return str(self.writer.inlines(nodes))

    def tight(self, blocks: Blocks) -> str:
        """``tight`` of the fragments' writer."""
        return tight(self.writer, blocks)

    def prompt(self, question: Asked) -> str:
        """What is asked: the heading as a paragraph, then the stem. From then on marks of footnotes are those of this
        question's page."""
        self.writer.footnotes = self.footnotes.get(question.id, ())
        return "\n".join(part for part in (f"<p>{self.inline(question.title)}</p>", self.html(question.stem)) if part)

    def name(self, question: Asked) -> str:
        """The heading as plain text on one line, for lists of questions."""
        return " ".join(plain(question.title).split())

    def take_files(self) -> list[Entry]:
        """The pictures that were written since the last call, by path; one that cannot be read is left out (the checks
        have reported it)."""
        paths = sorted(self.writer.assets)
        self.writer.assets.clear()
        found = ((path, self.course.assets.get(path)) for path in paths)
        return [Entry(path, Path(asset.file).read_bytes()) for path, asset in found if asset and _is_there(asset.file)]


def tight(writer: Writer, blocks: Blocks) -> str:
    """Blocks as HTML; a single paragraph without its ``p``, as options are shown."""
    match blocks:
        case (Paragraph(children),):
            return str(writer.inlines(children))
    return str(writer.blocks(blocks))


def notes_by_question(course: Course) -> dict[str, tuple[Footnote, ...]]:
    """The footnotes of the page or bank each question stands on, by the question's id; where there are any."""
    return {
        question.id: page.footnotes
        for page in (*course.pages, *course.banks)
        if page.footnotes
        for quiz in page.quizzes
        for question in (*quiz.questions, *quiz.asked)
    }


def _is_there(file: str) -> bool:
    return Path(file).is_file()
