"""YAML text to Fields: values with their places, and diagnostics in plain words.

Course files need a small part of YAML: mappings, lists, texts, numbers, yes and no. Anchors, aliases, tags and several
documents are refused. The event stream is read directly, so depth is bounded and no object is ever constructed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from builder.diagnostics import Diagnostic, DiagnosticCode
from builder.diagnostics.file_codes import (
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    YAML_ALIAS,
    YAML_COLON,
    YAML_DEEP,
    YAML_DOCUMENTS,
    YAML_KEY,
    YAML_QUOTE,
    YAML_SYNTAX,
    YAML_TAB,
    YAML_TAG,
)
from builder.model.span import Span
from builder.source.fields import Field, Fields, Value
from builder.source.files import CONTROL

DEEPEST = 20
"""Levels of lists and mappings."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+")
_STRANGE = re.compile(r"[^\t\n\x20-\x7e\x85\xa0-\ufffd\U00010000-\U0010ffff]")
_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
"""Signs that YAML 1.1 takes for line ends and no editor does: blanks, so that lines are those of the file."""
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys((w for s in ("true", "yes", "on") for w in (s, s.title(), s.upper())), True),
    **dict.fromkeys((w for s in ("false", "no", "off") for w in (s, s.title(), s.upper())), False),
}


def read_yaml(text: str, path: str, first: int = 1) -> tuple[Field | None, list[Diagnostic]]:
    """The value in ``text``, which begins in line ``first`` of the file ``path``; None when there is none.

    A mapping's value is a ``dict`` of Fields by key (keys are texts as written, ``no`` is "no"), a list's a ``list``.
    """
    reader = _Reader(text, path, first)
    try:
        return reader.read(), reader.found
    except _Refused:
        return None, reader.found
    except yaml.YAMLError as error:
        reader.explain(error)
        return None, reader.found


class _Refused(Exception):  # noqa: N818 - not an error of the program
    """Reading stops; the diagnostic is noted."""


class _Reader:
    __slots__ = ("events", "first", "found", "lines", "path", "text")

    def __init__(self, text: str, path: str, first: int) -> None:
        self.text = text.translate(_BREAKS)
        self.lines = self.text.split("\n")
        self.path = path
        self.first = first
        self.found: list[Diagnostic] = []
        self.events: Iterator[Event] = iter(())

    def read(self) -> Field | None:
        self.events = yaml.parse(self.text, Loader=_LOADER)
        result: Field | None = None
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(YAML_DOCUMENTS, event)
            elif isinstance(event, (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent)):
                result = self._value(event, 0)
        return result

    def _value(self, event: Event, depth: int, key: Span | None = None) -> Field:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None) is not None:
            self._refuse(YAML_ALIAS, event)
        if getattr(event, "tag", None) is not None:
            self._refuse(YAML_TAG, event)
        if depth > DEEPEST:
            self._refuse(YAML_DEEP, event, limit=DEEPEST)
        if isinstance(event, MappingStartEvent):
            return Field(self._mapping(depth), self._span(event), key)
        if isinstance(event, SequenceStartEvent):
            items: list[Field] = []
            while not isinstance(item := next(self.events), SequenceEndEvent):
                items.append(self._value(item, depth + 1))
            return Field(items, self._span(event), key)
        return Field(self._scalar(event), self._span(event), key)

    def _mapping(self, depth: int) -> Fields:
        fields: Fields = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                self._refuse(YAML_ALIAS if isinstance(event, AliasEvent) else YAML_KEY, event)
            span = self._span(event)
            name = str(getattr(event, "value", ""))
            known = fields.get(name)
            value = self._value(next(self.events), depth + 1, span)
            if known is not None and known.key is not None:
                self.found.append(DUPLICATE_KEY.at(span, key=name, line=known.key.line))
            else:
                fields[name] = value
        return fields

    def _scalar(self, event: Any) -> Value:
        value: str = event.value
        bad = CONTROL.search(value)
        if bad is not None:
            self.found.append(CONTROL_CHARACTER.at(self._span(event), number=ord(bad[0])))
            value = CONTROL.sub("", value)
        if not event.implicit[0]:
            return value
        if value in _WORDS:
            return _WORDS[value]
        if _INTEGER.fullmatch(value):
            return int(value)
        if _DECIMAL.fullmatch(value):
            return float(value)
        return value

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1
        return Span(self.path, start.line + self.first, start.column + 1, max(width, 1))

    def _refuse(self, code: DiagnosticCode, event: Event, **values: Any) -> None:
        self.found.append(code.at(self._span(event), **values))
        raise _Refused

    def explain(self, error: yaml.YAMLError) -> None:
        """Say in plain words why the parser gave up."""
        strange = _STRANGE.search(self.text) if isinstance(error, yaml.reader.ReaderError) else None
        if strange is not None:
            before = self.text[: strange.start()].split("\n")
            place = Span(self.path, len(before) - 1 + self.first, len(before[-1]) + 1)
            self.found.append(CONTROL_CHARACTER.at(place, number=ord(strange[0])))
            return
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = (mark.line, mark.column) if mark is not None else (0, 0)
        line = min(line, len(self.lines) - 1)
        said = f"{getattr(error, 'problem', None) or ''} {getattr(error, 'context', None) or ''}"
        for number in range(line, max(line - 2, -1), -1):
            indent = self.lines[number][: len(self.lines[number]) - len(self.lines[number].lstrip())]
            if "\t" in indent or ("cannot start any token" in said and "\t" in self.lines[number]):
                place = Span(self.path, number + self.first, self.lines[number].index("\t") + 1)
                self.found.append(YAML_TAB.at(place))
                return
        if "escape character" in said:
            column = max(self.lines[line].rfind("\\", 0, column + 1), 0)
        if "mapping values are not allowed" in said:
            self.found.append(YAML_COLON.at(Span(self.path, line + self.first, column + 1)))
        elif "quoted scalar" in said and "escape" not in said:
            opened = getattr(error, "context_mark", None)
            opened_line, opened_column = (opened.line, opened.column) if opened is not None else (line, column)
            self.found.append(YAML_QUOTE.at(Span(self.path, opened_line + self.first, opened_column + 1)))
        else:
            self.found.append(
                YAML_SYNTAX.at(Span(self.path, line + self.first, column + 1), problem=_problem(said, self.lines[line]))
            )


def _problem(said: str, line: str) -> str:
    """What the parser stumbled over, by its own words."""
    for words, problem in (
        ("could not find expected ':'", "a key without a colon, or a text that goes on without being indented"),
        ("escape character", "a backslash in double quotes (write it twice, or use single quotes)"),
        ("cannot start any token", "a sign that must stand in quotes (`@`, `%`, a backtick)"),
        ("block collection", "an item that is not indented like those above it"),
        ("block mapping", "a key that is not indented like those above it"),
        ("flow sequence", "a list in brackets that is not closed with `]`, or lacks a comma"),
        ("flow mapping", "a mapping in braces that is not closed with `}`, or lacks a comma"),
        ("expected <document start>", "text after the end of the value"),
    ):
        if words in said:
            return problem
    return f"`{line.strip()[:40]}` fits no rule"
