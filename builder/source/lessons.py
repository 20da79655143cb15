"""The folder of a language: lessons, the pages between them, and banks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from builder.diagnostics import Diagnostic
from builder.diagnostics.file_codes import NO_PAGES, NOT_A_BANK, ODD_ORDER, UNUSED_FILE
from builder.model.course import Lesson, Page
from builder.model.span import Span
from builder.source.files import list_folder
from builder.source.page import Place, read_page
from builder.source.records import read_mapping

BANKS = "banks"
_LESSON_KEYS = ("id", "title", "minutes", "objectives")
_MOST_MINUTES = 10_000
_NUMBER = re.compile(r"\d+")


@dataclass(slots=True)
class Content:
    """What a language folder holds."""

    lessons: tuple[Lesson, ...] = ()
    banks: tuple[Page, ...] = ()
    images: list[str] = field(default_factory=list)


def read_lessons(place: Place, found: list[Diagnostic]) -> Content | None:
    """The lessons, in the order of the names, and the banks; None if there is no such folder."""
    top = f"{place.folder}/{place.language}"
    listing = list_folder(place.root, top, found)
    if listing is None:
        return None
    content = Content()
    names = sorted((*listing.folders, *_pages(top, listing.files, found)))
    _check_order(top, names, found)
    for name in names:
        if name == BANKS:
            _read_banks(place, content, found)
        elif name in listing.folders:
            _read_lesson(place, name, content, found)
        elif page := _take(place, name, content, found):
            content.lessons += (
                Lesson(
                    id=page.id,
                    title=page.title,
                    pages=(page,),
                    span=page.span,
                    minutes=page.minutes,
                    objectives=page.objectives,
                    loose=True,
                ),
            )
    if not names:
        found.append(NO_PAGES.at(Span(top, 0), name=top))
    return content


def _read_lesson(place: Place, name: str, content: Content, found: list[Diagnostic]) -> None:
    folder = f"{place.folder}/{place.language}/{name}"
    listing = list_folder(place.root, folder, found)
    if listing is None:
        return
    values = read_mapping(place.root, f"{folder}/lesson.yaml", found)
    if values is not None:
        values.expect(_LESSON_KEYS)
        values.require("id", "id: l-first-steps")
        values.require("title", 'title: "…"')
    names = _pages(folder, listing.files, found, "lesson.yaml")
    found.extend(UNUSED_FILE.at(Span(f"{folder}/{inner}", 0), name=inner) for inner in listing.folders)
    _check_order(folder, names, found)
    if not names:
        found.append(NO_PAGES.at(Span(folder, 0), name=folder))
    pages = tuple(page for file in names if (page := _take(place, f"{name}/{file}", content, found)))
    lesson = Lesson(
        id=values.id() if values else "",
        title=values.text("title") if values else "",
        pages=pages,
        span=Span(f"{folder}/lesson.yaml", 0),
        folder=name,
        minutes=values.integer("minutes", 0, _MOST_MINUTES) if values else 0,
        objectives=values.texts("objectives") if values else (),
    )
    content.lessons += (lesson,)


def _read_banks(place: Place, content: Content, found: list[Diagnostic]) -> None:
    folder = f"{place.folder}/{place.language}/{BANKS}"
    listing = list_folder(place.root, folder, found)
    if listing is None:
        return
    for file in _pages(folder, listing.files, found):
        page = _take(place, f"{BANKS}/{file}", content, found)
        if page is not None:
            found.append(NOT_A_BANK.at(page.span, kind=page.kind))


def _take(place: Place, name: str, content: Content, found: list[Diagnostic]) -> Page | None:
    """Read a page; a bank goes to its place and is not returned."""
    read = read_page(place, name, found)
    if read is None:
        return None
    page, images = read
    content.images.extend(images)
    if page.kind == "bank":
        content.banks += (page,)
        return None
    return page


def _pages(folder: str, files: Iterable[str], found: list[Diagnostic], *known: str) -> list[str]:
    """The files that are pages; others but those ``known`` are reported."""
    pages: list[str] = []
    for file in files:
        if file.endswith(".md"):
            pages.append(file)
        elif file not in known:
            found.append(UNUSED_FILE.at(Span(f"{folder}/{file}", 0), name=file))
    return pages


def _check_order(folder: str, names: list[str], found: list[Diagnostic]) -> None:
    """Report numbers that do not come in their order, for lack of leading zeros."""
    numbered = [(int(match[0]), name) for name in names if (match := _NUMBER.match(name))]
    for (number, name), (following, other) in pairwise(numbered):
        if number > following:
            found.append(ODD_ORDER.at(Span(f"{folder}/{name}", 0), name=name, other=other))
