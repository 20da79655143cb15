"""Going through the model: every node of some kinds below a value."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any


def nodes_in(root: object, kinds: Collection[type]) -> list[Any]:
    """The nodes of ``kinds`` in ``root``, in reading order: every dataclass of the model below it is looked at."""
    found: list[Any] = []
    waiting: list[Any] = [root]
    while waiting:
        value = waiting.pop()
        kind = value.__class__
        if kind is tuple:
            waiting += value[::-1]
            continue
        if kind in kinds:
            found.append(value)
        shape = shape_of(kind)
        if shape:
            if len(shape) == 1:  # most nodes of a text
                waiting.append(getattr(value, shape[0]))
            else:
                waiting += [getattr(value, name) for name in shape]
    return found


@cache
def shape_of(kind: Hashable) -> tuple[str, ...] | None:
    """The fields of a dataclass that can hold others, last first; None for another type."""
    if not isinstance(kind, type) or not is_dataclass(kind):
        return None
    plain = (
        "str",
        "int",
        "bool",
        "Span",
        "Decimal",
        "bool | None",
        "int | None",
        "Mapping[str, str]",
        "tuple[str, ...]",
    )
    return tuple(field.name for field in reversed(fields(kind)) if field.type not in plain)
