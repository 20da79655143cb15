"""Activities: nothing empty, nothing too long for a platform, files and addresses that are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from builder.check.forms import check_items
from builder.check.hints import meant
from builder.check.pictures import real_name
from builder.check.view import View, text_of
from builder.diagnostics import Diagnostic
from builder.diagnostics import activity_codes as codes
from builder.diagnostics.course_codes import LINK_HTTP
from builder.model import activity as a
from builder.model.form import Choice, Item
from builder.model.span import Span

LONGEST = 255
"""Characters of a name in Moodle: of activities, items and fields (``name``), of chapters (``title``)."""


def check_activity(activity: a.Activity, view: View) -> Iterator[Diagnostic]:
    """One activity of the commons that ``view`` lays open."""
    span = activity.page.span
    yield from _length("title", activity.title, span)
    if activity.id in view.programme.courses:
        yield codes.ID_OF_COURSE.at(span, id=activity.id)
    match activity:
        case a.Text() | a.Label():
            yield from _text(activity, f"`kind: {activity.kind}` is nothing but its text")
        case a.Forum(single=True):
            yield from _text(activity, "the only thread of a forum (`single: true`) begins with it")
        case a.Book():
            yield from _book(activity, view)
        case a.Survey() | a.Collection():
            yield from _lengths(activity.items)
            yield from check_items(activity.items)
        case a.Address():
            yield from _address(activity)
        case a.Download():
            yield from _download(activity, view)
        case a.Assignment(files=0, text=False):
            yield codes.NOTHING_TO_HAND_IN.at(span)


def _length(what: str, text: str, span: Span) -> Iterator[Diagnostic]:
    if len(text) > LONGEST:
        yield codes.LONG_TITLE.at(span, what=what, count=len(text), limit=LONGEST)


def _lengths(items: Iterable[Item]) -> Iterator[Diagnostic]:
    """Headings, and options, which are what conditions are compared with (``feedback_item.dependvalue``)."""
    options: dict[Choice, None] = {}
    for item in items:
        yield from _length("heading", text_of(item.title), item.span)
        options.update(dict.fromkeys(item.options))  # ratings share the scale of the front matter
    for option in options:
        yield from _length("option", text_of(option.text), option.span)


def _text(activity: a.Activity, why: str) -> Iterator[Diagnostic]:
    if not activity.page.blocks and not activity.page.lead:
        yield codes.ACTIVITY_EMPTY.at(activity.page.span, why=why)


def _book(book: a.Book, view: View) -> Iterator[Diagnostic]:
    if not book.chapters:
        yield codes.NO_CHAPTERS.at(book.page.span)
    for page, heading in view.headings:
        if page.path == book.page.path:
            yield from _length("heading", text_of(heading.children), heading.span)


def _address(address: a.Address) -> Iterator[Diagnostic]:
    try:
        parts = urlsplit(address.url)
    except ValueError:  # brackets that hold no address
        parts = urlsplit("")
    if not address.url:
        return  # reported where it is read
    if parts.scheme not in ("http", "https") or not parts.netloc or any(sign.isspace() for sign in address.url):
        yield codes.BAD_ADDRESS.at(address.page.span, value=address.url)
    elif parts.scheme == "http":
        yield LINK_HTTP.at(address.page.span)


def _download(download: a.Download, view: View) -> Iterator[Diagnostic]:
    span, courses = download.page.span, view.programme.courses
    if download.folder and not download.files and not download.print:
        yield codes.FOLDER_EMPTY.at(span, example=courses[0] if courses else "my-course")
    folder = Path(view.programme.root) / view.course.folder
    for path in download.files:
        real = real_name(folder, path)
        if real is None:
            there = (f"media/{file.relative_to(folder / 'media').as_posix()}" for file in (folder / "media").rglob("*"))
            yield codes.FILE_MISSING.at(span, path=path, hint=meant(path, there))
        elif real != path:
            yield codes.FILE_CASE.at(span, real=real)
    printable = (*courses, *(page.id for page in view.course.pages))
    for name in download.print:
        if name not in printable:
            yield codes.PRINT_UNKNOWN.at(span, name=name, hint=meant(name, printable))
