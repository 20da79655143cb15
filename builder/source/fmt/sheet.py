"""A page as ``fmt`` sees it: its lines, what they mean, and the places where ids stand or are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from builder.model.text import Blocks, Heading, QuizFence
from builder.source.activity.form import ITEM_LEVEL
from builder.source.activity.kinds import FORMS
from builder.source.activity.read import FOLDER
from builder.source.fields import Fields
from builder.source.fmt.names import slug
from builder.source.frontmatter import read_front_matter
from builder.source.markdown.document import Document, Origin, read_document
from builder.source.page import TEXTS
from builder.source.quiz.section import Section, split_sections
from builder.source.quiz.words import plain


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for an id."""

    sign: str
    """How its ids begin: ``p-``, ``bank-``, ``quiz-``, ``q-``, ``s-`` or ``f-``; '' for activities."""
    id: str
    """'' when missing."""
    words: str
    """The title it names."""
    line: int
    """Index of the line to write it in."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page read; ``base`` is the number of lines before the Markdown."""

    lines: list[str]
    base: int
    fields: Fields
    document: Document
    activity: str = ""
    """The file's name, without its ending, if it is an activity."""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The page's own slot, then those of its quizzes, questions and items in reading order."""
        return (self._own(), *self._inner())

    def _own(self) -> Slot:
        if self.activity:
            # The outline names it, so its id is as short as the name of its file.
            words = self.activity.lstrip("0123456789-_. ") or self._text("title")
            sign = "" if slug(words)[:1].isalpha() else "activity-"
            return Slot(sign, self._text("id"), words, 0)
        sign = "bank-" if self._kind == "bank" else "p-"
        return Slot(sign, self._text("id"), self._text("title"), 0)

    def _inner(self) -> Iterator[Slot]:
        if self.activity:
            yield from self._items()
            return
        if self._kind not in TEXTS:
            yield from _questions(self.document.blocks, self.lines)
            return
        for block in self.document.blocks:
            if isinstance(block, QuizFence):
                yield Slot("quiz-", block.id, "", block.span.line - 1)
                yield from _questions(block.blocks, self.lines)

    def _items(self) -> Iterator[Slot]:
        sign = "f-" if self._kind == "collection" else "s-"
        for block in self.document.blocks if self._kind in FORMS else ():
            if isinstance(block, Heading) and block.level == ITEM_LEVEL:
                yield _slot(sign, block, self.lines)

    @property
    def _kind(self) -> str:
        return self._text("kind") or "page"

    def _text(self, key: str) -> str:
        value = self.fields[key].value if key in self.fields else None
        return value if isinstance(value, str) else ""


def read_sheet(path: str, text: str) -> Sheet | None:
    """The page in ``text``, or None when its front matter cannot be read. ``path`` is relative to the courses."""
    lines = text.split("\n")
    values, base = read_front_matter(lines, path, [])
    if values is None:
        return None
    kind = values.fields["kind"].value if "kind" in values.fields else "page"
    folder, language, page = path.split("/", 2)
    activity = PurePosixPath(page).stem if folder == FOLDER else ""
    origin = Origin(
        path=path,
        page=page,
        language=language,
        quiz=not activity and kind not in TEXTS,
        form=bool(activity) and kind in FORMS,
    )
    lead = values.fields.get("lead")
    opening = (lead.value, lead.span) if lead is not None and isinstance(lead.value, str) else None
    return Sheet(lines, base, values.fields, read_document(lines, base, origin, opening), activity)


def _questions(blocks: Blocks, lines: list[str]) -> Iterator[Slot]:
    """The questions of a quiz, those of scenarios and the steps of cases after the heading above them."""
    for section in split_sections(blocks)[1]:
        yield _slot("q-", section.heading, lines)
        yield from _parts(section, lines)


def _parts(section: Section, lines: list[str]) -> Iterable[Slot]:
    sign = "s-" if "branch" in section.heading.classes else "q-"
    return (_slot(sign, part.heading, lines) for part in section.parts)


def _slot(sign: str, heading: Heading, lines: list[str]) -> Slot:
    line = heading.span.line - 1
    if not lines[line].lstrip().startswith("#"):
        # An underlined heading: the braces stand at the end of its text, above the line of signs.
        while line + 2 < len(lines) and lines[line + 1].strip().strip("-="):
            line += 1
    return Slot(sign, heading.id, plain(heading.children), line)
