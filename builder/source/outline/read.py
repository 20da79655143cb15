"""The whole of ``outline.yaml``, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from builder.diagnostics import Diagnostic
from builder.diagnostics.outline_codes import BAD_DATE
from builder.model.course import Programme
from builder.model.outline import Outline
from builder.model.span import Span
from builder.source.offset import read_offset
from builder.source.outline.groups import read_categories, read_groups
from builder.source.outline.sections import read_sections
from builder.source.outline.words import Words
from builder.source.records import read_mapping
from builder.source.values import NAME_ID, Values

NAME = "outline.yaml"
_KEYS = ("id", "title", "summary", "start", "length", "groups", "grades", "completes", "sections")
_START = "2030-01-07"


@dataclass(frozen=True, slots=True)
class Heading:
    """What the outline says of the whole: see ``Classroom``."""

    id: str
    title: str
    summary: str


def read_outline(programme: Programme, language: str, found: list[Diagnostic]) -> tuple[Heading, Outline] | None:
    """The outline of a programme in ``language``; None when the file cannot be read."""
    values = read_mapping(Path(programme.root), NAME, found)
    if values is None:
        return None
    words = Words(programme, language)
    values.expect(_KEYS)
    values.require("id", "id: my-programme")
    values.require("title", 'title: "…"')
    values.require("sections", "sections: [{id: start, title: …, entries: […]}]")
    grades = values.mapping("grades")
    grades.expect(("pass", "categories"))
    completes = values.texts("completes")
    outline = Outline(
        sections=tuple(read_sections(values, words)),
        span=Span(NAME, 0),
        start=_start(values),
        length=read_offset(values, "length") or 0,
        groups=tuple(read_groups(values, words)),
        categories=tuple(read_categories(grades, words)),
        pass_mark=grades.integer("pass", 0, 100),
        completes=completes,
        completes_at=_places(values, "completes"),
    )
    return Heading(values.id(pattern=NAME_ID), words.take(values, "title"), words.take(values, "summary")), outline


def _start(values: Values) -> str:
    text = values.text("start", _START)
    try:
        # The basic form and weeks, which Python also takes, would not be understood further on.
        if date.fromisoformat(text).isoformat() == text:
            return text
    except ValueError:
        pass
    if text:
        values.found.append(BAD_DATE.at(values.fields["start"].span, value=text, key="start"))
    return _START


def _places(values: Values, key: str) -> tuple[Span, ...]:
    """Where the texts of a list stand."""
    field = values.fields.get(key)
    if field is None:
        return ()
    return tuple(item.span for item in field.value) if isinstance(field.value, list) else (field.span,)
