"""One activity: its front matter and text, by its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from builder.diagnostics import Diagnostic
from builder.diagnostics import activity_codes as codes
from builder.model import activity as a
from builder.model.course import Page
from builder.model.span import Span
from builder.model.text import Blocks, QuizFence
from builder.source.activity.book import read_chapters
from builder.source.activity.files import read_files, read_types
from builder.source.activity.form import Form, read_form
from builder.source.activity.poll import read_poll
from builder.source.markdown.document import Origin, read_document
from builder.source.offset import read_offset
from builder.source.page import Place, open_page
from builder.source.testimony import KEYS as TESTIMONY
from builder.source.testimony import read_testimony
from builder.source.values import Values

MOST_ENTRIES = 1000
MOST_LEARNERS = 100_000
MOST_FILES = 20
"""More than any platform's default lets a learner hand in."""
MOST_POINTS = 1000


class Read(NamedTuple):
    """What a file holds: all of it as a page, the activity, the pictures it uses."""

    page: Page
    activity: a.Activity
    images: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What the reader of a kind is given."""

    page: Page
    values: Values
    lines: list[str]
    """Of the file."""

    def up_to(self, blocks: Blocks) -> Page:
        """The page with these blocks only."""
        return replace(self.page, blocks=blocks)


def _text(source: Source) -> a.Activity:
    return a.Text(page=source.page)


def _testimony(source: Source) -> a.Activity:
    return a.Text(page=source.up_to((read_testimony(source.values), *source.page.blocks)))


def _label(source: Source) -> a.Activity:
    return a.Label(page=source.page)


def _book(source: Source) -> a.Activity:
    before, chapters = read_chapters(source.page.blocks, source.values.found)
    return a.Book(page=source.up_to(before), chapters=chapters)


def _survey(source: Source) -> a.Activity:
    values = source.values
    intro, items = read_form(source.page.blocks, Form("survey", values, source.lines))
    return a.Survey(
        page=source.up_to(intro),
        items=items,
        anonymous=values.boolean("anonymous"),
        again=values.boolean("again"),
        thanks=values.text("thanks"),
    )


def _collection(source: Source) -> a.Activity:
    values = source.values
    intro, items = read_form(source.page.blocks, Form("collection", values, source.lines))
    return a.Collection(
        page=source.up_to(intro),
        items=items,
        shared=values.boolean("shared"),
        entries=values.integer("entries", 0, MOST_ENTRIES),
    )


def _forum(source: Source) -> a.Activity:
    return a.Forum(page=source.page, single=source.values.boolean("single"))


def _poll(source: Source) -> a.Activity:
    values = source.values
    text, options = read_poll(source.page.blocks, source.page.span, values.found)
    return a.Poll(
        page=source.up_to(text),
        options=options,
        limit=values.integer("limit", 0, MOST_LEARNERS),
        several=values.boolean("several"),
        results=values.choice("results", ("after", "never", "always")),
    )


def _address(source: Source) -> a.Activity:
    values = source.values
    values.require("url", "url: https://example.org/")
    return a.Address(page=source.page, url=values.text("url"))


def _file(source: Source) -> a.Activity:
    source.values.require("file", "file: media/note.pdf")
    return a.Download(page=source.page, files=read_files(source.values, "file"))


def _folder(source: Source) -> a.Activity:
    values = source.values
    hand_outs = tuple(filter(None, values.texts("print")))
    return a.Download(page=source.page, files=read_files(values, "files"), folder=True, print=hand_outs)


def _assignment(source: Source) -> a.Activity:
    values = source.values
    return a.Assignment(
        page=source.page,
        files=values.integer("files", 0, MOST_FILES, 1),
        types=read_types(values),
        text=values.boolean("text", default=True),
        due=read_offset(values, "due"),
        points=values.integer("points", 0, MOST_POINTS, 100),
    )


def _words(source: Source) -> a.Activity:
    return a.Words(page=source.page)


class _Kind(NamedTuple):
    read: Callable[[Source], a.Activity]
    keys: tuple[str, ...] = ()


KINDS: Mapping[str, _Kind] = MappingProxyType(
    {
        "page": _Kind(_text),
        "testimony": _Kind(_testimony, TESTIMONY),
        "label": _Kind(_label),
        "book": _Kind(_book),
        "survey": _Kind(_survey, ("anonymous", "again", "thanks", "scale")),
        "collection": _Kind(_collection, ("shared", "entries", "scale")),
        "forum": _Kind(_forum, ("single",)),
        "poll": _Kind(_poll, ("limit", "several", "results")),
        "url": _Kind(_address, ("url",)),
        "file": _Kind(_file, ("file",)),
        "folder": _Kind(_folder, ("files", "print")),
        "assignment": _Kind(_assignment, ("files", "types", "text", "due", "points")),
        "glossary": _Kind(_words),
    }
)
"""Who reads a kind, and the keys of its front matter beside those all have."""

FORMS = ("survey", "collection")
"""The kinds whose headings ask."""

_COMMON = ("id", "title", "kind", "lead")


def read_activity(place: Place, name: str, found: list[Diagnostic]) -> Read | None:
    """The activity in the file ``name`` of the language folder; None for a file that is none, as ``found`` says."""
    opened = open_page(place, name, found)
    if opened is None:
        return None
    values = opened.values
    kind = _read_kind(values)
    form = kind in FORMS or not _is_known(values)  # what the headings of an unknown kind mean cannot be told
    origin = Origin(path=opened.path, page=name, language=place.language, form=form)
    document = read_document(opened.lines, opened.base, origin, opened.lead)
    found.extend(document.diagnostics)
    values.require("title", 'title: "…"')
    page = Page(
        id=values.id(),
        path=name,
        title=values.text("title"),
        kind="page",
        blocks=tuple(block for block in document.blocks if not isinstance(block, QuizFence)),
        span=Span(opened.path, 0),
        lead=document.lead,
        footnotes=document.footnotes,
    )
    fences = (block for block in document.blocks if isinstance(block, QuizFence))
    found.extend(codes.QUIZ_HERE.at(fence.span) for fence in fences)
    return Read(page, KINDS[kind].read(Source(page, values, opened.lines)), document.images)


def _read_kind(values: Values) -> str:
    """The kind, once the keys are checked."""
    kind = values.choice("kind", tuple(KINDS))
    everywhere = {key for each in KINDS.values() for key in each.keys}
    elsewhere = everywhere - {*_COMMON, *KINDS[kind].keys} if _is_known(values) else set()
    for key in values.fields.keys() & elsewhere:
        owners = ", ".join(name for name, each in KINDS.items() if key in each.keys)
        at = values.fields[key].key or values.span
        values.found.append(codes.KEY_ELSEWHERE.at(at, key=key, kind=kind, owners=owners))
    values.expect((*_COMMON, *sorted(everywhere)))
    return kind


def _is_known(values: Values) -> bool:
    return "kind" not in values.fields or values.fields["kind"].value in tuple(KINDS)
