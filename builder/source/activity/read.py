"""The folder ``activities`` in one language, one file an activity."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.diagnostics import Diagnostic
from builder.diagnostics.activity_codes import FOLDER_TAKEN, UNREAD
from builder.diagnostics.file_codes import LEAVES_FOLDER
from builder.model.activity import Activity, Download
from builder.model.course import Asset, Course, Lesson, Page, Programme
from builder.model.span import Span
from builder.source.activity.kinds import read_activity
from builder.source.files import is_folder, list_folder, stays_inside
from builder.source.media import read_assets
from builder.source.page import Place

FOLDER = "activities"
"""The folder beside the courses; the id of the commons, too."""


def read_activities(programme: Programme, language: str, found: list[Diagnostic]) -> tuple[Course, dict[str, Activity]]:
    """The folder read as a course, and the activities by their ids; empty where there is no such folder.

    The pages of that course hold all the text of their files. ``Activity.page`` is the same page up to the first
    question, chapter or option. Of activities without an id, or with that of another, only the pages are kept: the
    checks report them. What is wrong goes to ``found``; nothing raises.
    """
    root = Path(programme.root)
    if FOLDER in programme.courses:
        found.append(FOLDER_TAKEN.at(programme.span))
        return _commons(programme, language, (), {}), {}
    if not stays_inside(root, root / FOLDER):
        found.append(LEAVES_FOLDER.at(Span(FOLDER, 0), name=FOLDER))
        return _commons(programme, language, (), {}), {}
    if not is_folder(root / FOLDER / language):
        return _commons(programme, language, (), {}), {}
    pages: list[Page] = []
    images: list[str] = []
    activities: dict[str, Activity] = {}
    place = Place(root, FOLDER, language, None)
    for name in _names(root, f"{FOLDER}/{language}", found):
        read = read_activity(place, name, found)
        if read is None:
            continue
        pages.append(read.page)
        images += read.images
        if isinstance(read.activity, Download):
            images += read.activity.files
        if read.page.id:
            activities.setdefault(read.page.id, read.activity)
    return _commons(programme, language, tuple(pages), read_assets(root, FOLDER, images, found)), activities


def _names(root: Path, top: str, found: list[Diagnostic]) -> Iterator[str]:
    """The files of the activities; others are reported."""
    listing = list_folder(root, top, found)
    if listing is None:
        return
    for name in (*listing.folders, *listing.files):
        if name.endswith(".md") and name in listing.files:
            yield name
        else:
            found.append(UNREAD.at(Span(f"{top}/{name}", 0), name=name))


def _commons(programme: Programme, language: str, pages: tuple[Page, ...], assets: dict[str, Asset]) -> Course:
    span = Span(f"{FOLDER}/{language}", 0)
    return Course(
        id=FOLDER,
        folder=FOLDER,
        language=language,
        title=programme.title.get(language, ""),
        description="",
        lessons=(Lesson(id=FOLDER, title="", pages=pages, span=span, folder=""),) if pages else (),
        span=span,
        content=programme.content,
        sources=programme.sources,
        glossary=programme.glossaries.get(language, {}),
        assets=assets,
    )
