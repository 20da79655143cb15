"""Whether two sources mean the same, whatever their line numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from builder.model.span import Span
from builder.model.text import AnswerLine
from builder.source.fields import Field, Fields
from builder.source.fmt.sheet import Sheet


def is_same(before: Sheet, after: Sheet) -> bool:
    """Whether two pages have the same content; an id that was missing may have been written since."""
    return is_same_fields(before.fields, after.fields) and all(
        _same(getattr(before.document, part), getattr(after.document, part))
        for part in ("lead", "blocks", "footnotes", "images")
    )


def is_same_fields(before: Fields, after: Fields) -> bool:
    """The same for two mappings of YAML."""
    name = before.get("id")
    if name is not None and name.value is not None and not _same(name, after.get("id")):
        return False
    others = before.keys() - {"id"}
    return others == after.keys() - {"id"} and all(_same(before[key], after[key]) for key in others)


def _same(one: object, other: object) -> bool:
    if isinstance(one, Span):
        return True
    if isinstance(one, Field):
        return isinstance(other, Field) and _same(one.value, other.value)
    if isinstance(one, tuple | list):
        return type(one) is type(other) and len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, Mapping):
        return isinstance(other, Mapping) and one.keys() == other.keys() and all(_same(one[k], other[k]) for k in one)
    if not is_dataclass(one):
        return type(one) is type(other) and one == other
    return type(one) is type(other) and all(_same_field(one, other, field.name) for field in fields(one))


def _same_field(one: object, other: object, name: str) -> bool:
    mine, yours = getattr(one, name), getattr(other, name)
    if name == "id" and mine == "":
        return True
    if name == "text" and isinstance(one, AnswerLine):
        return bool(mine.replace("±", "+-") == yours.replace("±", "+-"))
    return _same(mine, yours)
