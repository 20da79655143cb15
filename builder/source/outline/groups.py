"""Groups of learners and categories of grades."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics.file_codes import BAD_ID
from builder.model.outline import Category, Group
from builder.source.outline.words import Words, named
from builder.source.values import PAGE_ID, RULES, Values

_MOST_WEIGHT = 1000


def read_groups(values: Values, words: Words) -> Iterator[Group]:
    """What stands under ``groups``: an id each."""
    for name, group in named(values, "groups"):
        _check_id(group, name)
        if name == "any":
            rule = "another word: a rule with `group: any` is about members of any group"
            group.found.append(BAD_ID.at(group.span, value=name, rule=rule))
        group.expect(("title", "description"))
        group.require("title", 'title: "…"')
        yield Group(name, words.take(group, "title"), words.take(group, "description"), group.span)


def read_categories(values: Values, words: Words) -> Iterator[Category]:
    """What stands under ``categories`` of ``grades``: an id each."""
    for name, category in named(values, "categories"):
        _check_id(category, name)
        category.expect(("title", "weight", "pass"))
        category.require("title", 'title: "…"')
        weight = category.integer("weight", 0, _MOST_WEIGHT, 1)
        yield Category(name, words.take(category, "title"), weight, category.integer("pass", 0, 100), category.span)


def _check_id(values: Values, name: str) -> None:
    if PAGE_ID.fullmatch(name) is None:
        values.found.append(BAD_ID.at(values.span, value=name, rule=RULES[PAGE_ID]))
