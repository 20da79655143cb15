"""``mod_book``: chapters to read in order (``backup_book_activity_structure_step``)."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.activity import Book
from builder.model.text import Blocks
from builder.render.plain import plain
from builder.targets.mbz.desk import HTML, Desk, Written
from builder.targets.mbz.naming import named
from builder.targets.mbz.xml import Element, Value, branch, record

NUMBERED = 1
"""Chapters have numbers (``BOOK_NUM_NUMBERS``)."""


def write_book(desk: Desk) -> Written:
    """A chapter a heading; what stands before the first heading is a chapter named as the book is."""
    book: Book = desk.module.content  # type: ignore[assignment]
    lead = desk.inline(book.page.lead)
    chapters = [_chapter(desk, place, *chapter) for place, chapter in enumerate(_chapters(book), 1)]
    fields: dict[str, Value] = {
        "intro": desk.turned(f"<p>{lead}</p>") if lead else "",
        "introformat": HTML,
        "numbering": NUMBERED,
        "navstyle": 1,
        "customtitles": 0,
        "timecreated": desk.ledger.start,
        "timemodified": desk.ledger.start,
    }
    return Written(fields=fields, children=(branch("chapters", chapters),) if chapters else ())


def _chapters(book: Book) -> Iterator[tuple[str, Blocks, bool]]:
    """Titles, texts, and whether each is a part of the chapter before."""
    if book.page.blocks:
        yield book.title, book.page.blocks, False
    for place, chapter in enumerate(book.chapters):
        first = place == 0 and not book.page.blocks
        yield plain(chapter.title), chapter.blocks, chapter.sub and not first


def _chapter(desk: Desk, place: int, title: str, blocks: Blocks, sub: bool) -> Element:  # noqa: FBT001 - of a tuple
    number = desk.number()
    notes = desk.module.content.page.footnotes  # type: ignore[union-attr]
    fields: dict[str, Value] = {
        "pagenum": place,
        "subchapter": int(sub),
        "title": named(title),
        "content": desk.html(blocks, "chapter", number, notes),
        "contentformat": HTML,
        "hidden": 0,
        "timemcreated": desk.ledger.start,
        "timemodified": desk.ledger.start,
        "importsrc": "",
    }
    return record("chapter", number, fields)
