"""``programme.yaml``, ``sources.yaml`` and the glossaries (docs/reference/authoring.md, "Files")."""

from __future__ import annotations

from pathlib import Path

from builder.diagnostics import Diagnostic
from builder.diagnostics.file_codes import LEAVES_FOLDER, UNKNOWN_VALUE
from builder.model.content import ContentRules
from builder.model.course import Programme, Source, Term
from builder.model.span import Span
from builder.source.content import read_content
from builder.source.hints import did_you_mean
from builder.source.records import read_list, read_mapping
from builder.source.values import LANGUAGE, NAME_ID, Values

_KEYS = (
    *("id", "title", "languages", "source_language", "courses", "prerequisites"),
    *("publisher", "url", "lms", "targets", "notice", "content"),
)
_SOURCE_KEYS = ("id", "statement", "year", "source", "url", "status", "mark", "note")
_TERM_KEYS = ("id", "term", "definition", "forms", "avoid", "common")


def read_programme(root: Path, found: list[Diagnostic]) -> Programme | None:
    """The programme in the folder ``root``; None when programme.yaml cannot be read."""
    values = read_mapping(root, "programme.yaml", found)
    if values is None:
        return None
    values.expect(_KEYS)
    values.require("id", "id: my-programme")
    values.require("title", 'title: "…"')
    values.require("languages", "languages: [en]")
    values.require("source_language", "source_language: en")
    values.require("courses", "courses: [my-first-course]")
    languages = tuple(dict.fromkeys(filter(None, values.ids("languages", LANGUAGE))))
    source = values.text("source_language")
    if languages and source and source not in languages:
        hint = did_you_mean(source, languages)
        span = values.fields["source_language"].span
        found.append(UNKNOWN_VALUE.at(span, value=source, key="source_language", hint=hint))
    inner = values.mapping("prerequisites")
    return Programme(
        root=str(root.absolute()),
        id=values.id(pattern=NAME_ID),
        title=values.by_language("title", languages, source),
        source_language=source,
        languages=languages,
        courses=_courses(values),
        span=Span("programme.yaml", 0),
        prerequisites={folder: inner.texts(folder) for folder in inner.fields},
        notice=values.by_language("notice", languages, source) if "notice" in values.fields else {},
        publisher=values.text("publisher"),
        url=values.text("url"),
        sources=_sources(root, found),
        glossaries={language: _glossary(root, language, found) for language in languages},
        content=read_content(values, ContentRules()),
        lms=values.texts_by_key("lms"),
        targets=values.texts("targets"),
        targets_at=values.fields["targets"].span if "targets" in values.fields else None,
    )


def _courses(values: Values) -> tuple[str, ...]:
    """The folders of the courses; names that lead elsewhere are reported and left out."""
    folders: list[str] = []
    for folder in values.texts("courses"):
        if "/" in folder or "\\" in folder or folder.startswith(".") or ":" in folder:
            values.found.append(LEAVES_FOLDER.at(values.fields["courses"].span, name=folder))
        elif folder and folder not in folders:
            folders.append(folder)
    return tuple(folders)


def _sources(root: Path, found: list[Diagnostic]) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for name, values in read_list(root, "sources.yaml", "id", found):
        values.expect(_SOURCE_KEYS)
        values.id(pattern=NAME_ID)
        values.require("statement", "statement: …")
        values.require("status", "status: verified")
        sources[name] = Source(
            name,
            values.text("statement"),
            values.text("year"),
            values.text("source"),
            values.text("url"),
            values.choice("status", ("unverified", "verified")) == "verified",
            values.fields["id"].span,
            values.text("mark"),
        )
    return sources


def _glossary(root: Path, language: str, found: list[Diagnostic]) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    for name, values in read_list(root, f"glossary/{language}.yaml", "id", found):
        values.expect(_TERM_KEYS)
        values.id()
        values.require("term", "term: …")
        values.require("definition", "definition: …")
        terms[name] = Term(
            name,
            values.text("term"),
            values.text("definition"),
            values.fields["id"].span,
            values.texts("forms"),
            values.texts("avoid"),
            values.boolean("common"),
        )
    return terms
