"""What the readers of the outline share: texts in one language, and lists of mappings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from builder.model.course import Programme
from builder.source.fields import Field
from builder.source.records import report_type
from builder.source.values import Values


class Words(NamedTuple):
    """Takes texts that are written by language, or once for all."""

    programme: Programme
    language: str

    def take(self, values: Values, key: str) -> str:
        """The text under ``key`` in this language, else in the source language; '' for none."""
        languages, source = self.programme.languages, self.programme.source_language
        return values.by_language(key, languages, source, only=self.language).get(self.language, "")


def listed(values: Values, key: str, example: str) -> Iterator[Field]:
    """The items of the list under ``key``; anything else is reported with ``example`` of an item."""
    field = values.fields.get(key)
    if field is None:
        return
    if isinstance(field.value, list):
        yield from field.value
    else:
        report_type(field, key, "a list", f"{key}: [{example}]", values.found)


def named(values: Values, key: str) -> Iterator[tuple[str, Values]]:
    """The mappings within the mapping under ``key``, by their keys; a name alone stands for an empty one."""
    inner = values.mapping(key)
    for name, field in inner.fields.items():
        if field.value is None:
            yield name, Values({}, field.key or field.span, values.found)
        else:
            yield name, inner.mapping(name)
