"""A Word document to a draft."""

from __future__ import annotations

from pathlib import PurePosixPath

from builder.diagnostics import Diagnostic
from builder.diagnostics.import_codes import LOST_MARKUP, PACKED_UNREADABLE, PICTURE_REFUSED
from builder.importers.base import Draft
from builder.importers.docx.convert import Converted, convert
from builder.importers.docx.notes import marks_to_notes
from builder.importers.docx.pages import lessons_of
from builder.importers.docx.prepare import language_of, prepare, title_of
from builder.importers.html import read_html
from builder.importers.media import Pictures
from builder.importers.packed import open_packed
from builder.model.span import Span

KIND = "Word document"


def read_docx(name: str, data: bytes) -> tuple[Draft | None, list[Diagnostic]]:
    """The lessons in a Word document, its pictures, and everything in it that could not be taken over.

    All of it is placed at the file as a whole: a document has no lines.
    """
    at = Span(name, 0)
    parts, found = open_packed(name, data, KIND)
    if found:
        return None, found
    prepared = prepare(parts)
    pictures = Pictures()
    if prepared is None:
        return None, [PACKED_UNREADABLE.at(at, kind=KIND)]
    cleaned, lost = prepared
    try:
        converted = convert(cleaned, pictures)
    except Exception:  # whatever the library raises for a document that is none
        return None, [PACKED_UNREADABLE.at(at, kind=KIND)]
    title = converted.title or title_of(parts) or _name(name)
    draft, losses = _draft(converted, title, at, pictures, found)
    lost += losses
    found += (LOST_MARKUP.at(at, where=title, what=what) for what in dict.fromkeys(lost))
    if converted.styles:
        styles = f"the styles {', '.join(converted.styles[:20])} (their text is plain)"
        found.append(LOST_MARKUP.at(at, where=title, what=styles))
    found += (PICTURE_REFUSED.at(at, name=each) for each in dict.fromkeys(pictures.refused))
    return _with_language(draft, language_of(parts)), found


def _draft(
    converted: Converted, title: str, at: Span, pictures: Pictures, found: list[Diagnostic]
) -> tuple[Draft, list[str]]:
    """The lessons, and what the HTML of the document loses."""

    def media(source: str) -> str | None:
        return source if source in pictures.files else None

    blocks, lost = read_html(converted.html, at, media)
    notes = {}
    for number, html in converted.notes.items():
        inner, more = read_html(html, at, media, headings=False)
        notes[number] = inner
        lost += more
    lessons, left = lessons_of(marks_to_notes(blocks), title, at, notes)
    found += left
    return Draft(title, lessons=lessons, media=pictures.files), lost


def _with_language(draft: Draft, language: str) -> Draft:
    return Draft(draft.title, draft.lessons, draft.banks, draft.objectives, draft.media, language)


def _name(name: str) -> str:
    words = PurePosixPath(name.replace("\\", "/")).stem.replace("_", " ").replace("-", " ").split()
    return " ".join(words).capitalize() or "Document"
