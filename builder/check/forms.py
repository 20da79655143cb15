"""Items of forms: each with its id, and asked on conditions that can be met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.check.hints import meant
from builder.diagnostics import Diagnostic
from builder.diagnostics import form_codes as codes
from builder.diagnostics.course_codes import ID_MISSING
from builder.model.form import Item, When

CONDITIONAL = ("one", "several", "menu", "rating")
"""Kinds whose options others can depend on."""


def check_items(items: Sequence[Item]) -> Iterator[Diagnostic]:
    """Each item, in the order in which they are asked. Of two with one id the anchors of the page tell."""
    for place, item in enumerate(items):
        if not item.id:
            yield ID_MISSING.at(item.span, what="question")
        if item.when is not None:
            yield from _condition(item, item.when, items, place)


def _condition(item: Item, when: When, items: Sequence[Item], place: int) -> Iterator[Diagnostic]:
    by_id = {each.id: (at, each) for at, each in enumerate(items) if each.id}
    if when.item not in by_id:
        yield codes.WHEN_UNKNOWN.at(when.span, item=when.item, hint=meant(when.item, by_id))
        return
    at, named = by_id[when.item]
    if at >= place:
        yield codes.WHEN_LATER.at(when.span, item=when.item)
    elif named.page >= item.page:
        yield codes.WHEN_PAGE.at(when.span, item=when.item)
    if named.kind not in CONDITIONAL:
        yield codes.WHEN_OTHER.at(when.span, item=when.item, kind=named.kind)
    elif named.options and when.option > len(named.options):
        yield codes.WHEN_OPTION.at(when.span, item=when.item, count=len(named.options), option=when.option)
