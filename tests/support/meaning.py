"""What a course means, as plain values without places: for tests that compare courses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from builder.model.span import Span


def meaning(value: Any) -> Any:
    """``value`` as nested tuples, spans left out."""
    if isinstance(value, Span):
        return ()
    if is_dataclass(value):
        parts = ((field.name, meaning(getattr(value, field.name))) for field in fields(value) if field.name != "span")
        return (type(value).__name__, *parts)
    if isinstance(value, Mapping):
        return tuple((key, meaning(inner)) for key, inner in value.items())
    if isinstance(value, tuple | list):
        return tuple(meaning(inner) for inner in value)
    return str(value) if isinstance(value, Decimal) else value


def differences(before: Any, after: Any, place: str = "") -> Iterator[str]:
    """Where two meanings differ, ids that were '' left out."""
    if isinstance(before, tuple) and isinstance(after, tuple) and len(before) == len(after):
        if len(before) == 2 and before[0] == after[0] == "id" and before[1] == "":
            return
        name = str(before[0]) if before and isinstance(before[0], str) else ""
        for number, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from differences(one, other, f"{place}/{name}{number}")
    elif before != after:
        yield f"{place}: {before!r} != {after!r}"
