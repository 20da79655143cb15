"""The dates of a course: its content, its next review, its changes (docs/reference/authoring.md, "course.yaml")."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from builder.diagnostics.file_codes import DATE_ORDER
from builder.model.course import Change
from builder.source.fields import Field
from builder.source.values import Values


class Dates(NamedTuple):
    """``as_of``, ``review_by`` and ``changes`` of a course."""

    as_of: str
    review_by: str
    changes: tuple[Change, ...]


def read_dates(values: Values, take: Callable[[Values, str], str]) -> Dates:
    """The dates in course.yaml; ``take`` gives a text in the course's language. What contradicts is reported."""
    as_of, review_by, changes = values.date("as_of"), values.date("review_by"), _changes(values, take)
    if review_by and _before(review_by, as_of):
        at = values.fields["review_by"].span
        values.found.append(DATE_ORDER.at(at, key="review_by", value=review_by, other="as_of", before=as_of))
    for change in changes:
        if _before(as_of, change.date):
            found = DATE_ORDER.at(change.span, key="as_of", value=as_of, other="changes", before=change.date)
            values.found.append(found)
    return Dates(as_of, review_by, changes)


def _changes(values: Values, take: Callable[[Values, str], str]) -> tuple[Change, ...]:
    """What was changed, by its date, the latest first."""
    inner, found = values.mapping("changes"), []
    for name, field in inner.fields.items():
        at = field.key or field.span
        date = Values({"changes": Field(name, at)}, at, inner.found).date("changes")
        if date:
            found.append(Change(date, take(inner, name), at))
    return tuple(sorted(found, key=lambda change: change.date, reverse=True))


def _before(one: str, other: str) -> bool:
    """Whether ``one`` comes before ``other`` as far as both say: a month alone holds all its days."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]
