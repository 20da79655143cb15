"""Sections of the outline and their entries."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics.file_codes import DUPLICATE_ID
from builder.diagnostics.outline_codes import COUNT_ALONE, ENTRY_SHAPE
from builder.model.outline import COMPLETIONS, Entry, Section
from builder.model.span import Span
from builder.source.fields import Field
from builder.source.offset import read_offset
from builder.source.outline.rules import read_opening
from builder.source.outline.words import Words, listed
from builder.source.records import report_type
from builder.source.values import Values

_KEYS = ("id", "title", "summary", "opens", "hidden", "entries")
_ENTRY_KEYS = (
    *("activity", "course", "part", "opens", "hidden", "completes", "count", "expected", "category", "weight"),
    "apart",
)
_WRITTEN = COMPLETIONS[1:]
_MOST = 1000


def read_sections(values: Values, words: Words) -> Iterator[Section]:
    """What stands under ``sections``, in order; each id once."""
    known: dict[str, int] = {}
    for item in listed(values, "sections", "{id: …, title: …, entries: […]}"):
        if not isinstance(item.value, dict):
            report_type(item, "A section", "a mapping", "- id: …", values.found)
            continue
        section = _section(Values(item.value, item.span, values.found), words)
        if section.id in known:
            values.found.append(DUPLICATE_ID.at(section.span, value=section.id, line=known[section.id]))
        elif section.id:
            known[section.id] = section.span.line
        yield section


def _section(values: Values, words: Words) -> Section:
    values.expect(_KEYS)
    values.require("id", "id: before-you-start")
    values.require("title", 'title: "…"')
    entries = (_entry(item, values) for item in listed(values, "entries", "welcome"))
    return Section(
        id=values.id(),
        title=words.take(values, "title"),
        summary=words.take(values, "summary"),
        entries=tuple(entry for entry in entries if entry is not None),
        span=values.fields["id"].span if "id" in values.fields else values.span,
        opens=read_opening(values),
        hidden=values.boolean("hidden"),
    )


def _entry(item: Field, section: Values) -> Entry | None:
    """A line: the id of an activity alone, or a mapping."""
    found = section.found
    if isinstance(item.value, str) and item.value.strip():
        return Entry(activity=item.value.strip(), span=item.span)
    if not isinstance(item.value, dict):
        report_type(item, "An entry", "the id of an activity, or a mapping", "- course: …", found)
        return None
    values = Values(item.value, item.span, found)
    values.expect(_ENTRY_KEYS)
    activity, course, part = (values.text(key) for key in ("activity", "course", "part"))
    _check_shape(values)
    completes = _completes(values)
    if "count" in values.fields and completes not in ("entries", "posts"):
        found.append(COUNT_ALONE.at(values.fields["count"].key or values.span))
    entry = Entry(
        activity="" if course else activity,
        course=course,
        part=part if course else "",
        opens=read_opening(values),
        hidden=values.boolean("hidden"),
        completes=completes,
        count=values.integer("count", 1, _MOST, 1),
        expected=read_offset(values, "expected"),
        category=values.text("category"),
        weight=values.integer("weight", 0, _MOST, 1),
        apart=values.boolean("apart"),
        span=_place(values),
        at={key: field.span for key, field in values.fields.items()},
    )
    return entry if entry.name else None


def _check_shape(values: Values) -> None:
    keys = values.fields.keys()
    if {"activity", "course"} <= keys:
        problem, remedy = "names an activity and a course", "Write an entry for each."
    elif "part" in keys and "course" not in keys:
        problem, remedy = "names a `part` without its course", "Add a line `course: …` with the folder of the course."
    elif not {"activity", "course"} & keys:
        problem, remedy = "names nothing", "Add a line `activity: …` with an id, or `course: …` with a folder."
    else:
        return
    values.found.append(ENTRY_SHAPE.at(values.span, problem=problem, remedy=remedy))


def _completes(values: Values) -> str:
    """What completes it; '' for what its kind says, also where nothing known is written."""
    field = values.fields.get("completes")
    if field is None:
        return ""
    word = values.choice("completes", _WRITTEN)
    return word if word == field.value else ""


def _place(values: Values) -> Span:
    """Where an entry names what it shows."""
    return next(
        (values.fields[key].span for key in ("part", "course", "activity") if key in values.fields), values.span
    )
