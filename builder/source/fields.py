"""Values read from YAML, each with the place it was written at."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from builder.model.span import Span

Value: TypeAlias = "dict[str, Field] | list[Field] | str | int | float | bool | None"


class Field(NamedTuple):
    """A YAML value; mappings and lists hold Fields in turn."""

    value: Value
    span: Span
    """Of the value; for a mapping's entry the key's place is ``key``."""
    key: Span | None = None


Fields: TypeAlias = dict[str, Field]
