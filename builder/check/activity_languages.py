"""Translations of activities: the same files, ids, questions and rules as the source language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.check.ids import place
from builder.diagnostics import Diagnostic
from builder.diagnostics.activity_codes import SETTING_DIFFERS
from builder.diagnostics.programme_codes import (
    ID_DIFFERS,
    KIND_DIFFERS,
    PAGE_EXTRA,
    PAGE_UNTRANSLATED,
    QUESTION_DIFFERS,
    QUESTION_EXTRA,
    QUESTION_UNTRANSLATED,
)
from builder.model import activity as a
from builder.model.course import Course
from builder.model.form import Item
from builder.model.span import Span

_SETTINGS = (
    *("anonymous", "again", "shared", "entries", "single", "limit", "several", "results"),
    *("print", "types", "text", "due", "points"),
)
"""Fields that are the same in all languages; addresses and files to take away may be translated."""


def check_files(master: Course, translation: Course) -> Iterator[Diagnostic]:
    """Files that only one of the two languages has."""
    originals, pages = ({page.path: page for page in course.pages} for course in (master, translation))
    for path in originals.keys() - pages.keys():
        span = Span(f"{translation.folder}/{translation.language}/{path}", 0)
        yield PAGE_UNTRANSLATED.at(span, path=path, language=translation.language)
    for path in pages.keys() - originals.keys():
        yield PAGE_EXTRA.at(pages[path].span, source=master.language)
    for path in pages.keys() & originals.keys():
        page, source = pages[path], originals[path]
        if page.id and page.id != source.id:
            yield ID_DIFFERS.at(page.span, what="activity", id=page.id, source=source.id)


def check_counterparts(master: Mapping[str, a.Activity], translation: Mapping[str, a.Activity]) -> Iterator[Diagnostic]:
    """Activities one by one, by the names of their files."""
    originals = {activity.page.path: activity for activity in master.values()}
    for activity in translation.values():
        source = originals.get(activity.page.path)
        if source is not None and _kind(activity) != _kind(source):
            yield KIND_DIFFERS.at(activity.page.span, kind=_kind(activity), source=_kind(source))
        elif source is not None:
            yield from _settings(source, activity)
            yield from _items(source, activity)


def _kind(activity: a.Activity) -> str:
    """As authors write it."""
    if isinstance(activity, a.Download):
        return "folder" if activity.folder else "file"
    return activity.kind


def _settings(source: a.Activity, activity: a.Activity) -> Iterator[Diagnostic]:
    span, where = activity.page.span, place(source.page.span)
    for name in _SETTINGS:
        if getattr(activity, name, None) != getattr(source, name, None):
            yield SETTING_DIFFERS.at(span, what=f"`{name}`", place=where)
    if isinstance(source, a.Assignment) and isinstance(activity, a.Assignment) and source.files != activity.files:
        yield SETTING_DIFFERS.at(span, what="`files`", place=where)
    if isinstance(source, a.Poll) and isinstance(activity, a.Poll) and len(source.options) != len(activity.options):
        yield SETTING_DIFFERS.at(span, what="the number of its options", place=where)


def _items(source: a.Activity, activity: a.Activity) -> Iterator[Diagnostic]:
    theirs = {item.id: item for item in getattr(source, "items", ())}
    mine = {item.id: item for item in getattr(activity, "items", ())}
    span = activity.page.span
    for name, item in theirs.items():
        if name and name not in mine:
            yield QUESTION_UNTRANSLATED.at(span, id=name, place=place(item.span))
        elif name and (what := _difference(item, mine[name])):
            yield QUESTION_DIFFERS.at(mine[name].span, id=name, what=what, place=place(item.span))
    yield from (QUESTION_EXTRA.at(item.span, id=name) for name, item in mine.items() if name and name not in theirs)
    if mine.keys() == theirs.keys() and [*mine] != [*theirs]:
        yield SETTING_DIFFERS.at(span, what="the order of its questions", place=place(source.page.span))


def _difference(source: Item, item: Item) -> str:
    """What sets a translated item apart in more than words, or ''."""
    if item.kind != source.kind:
        return f"its kind (`.{item.kind}` instead of `.{source.kind}`)"
    if len(item.options) != len(source.options):
        return "the number of its options"
    if [option.value for option in item.options] != [option.value for option in source.options]:
        return "the values of its scale"
    if _condition(item) != _condition(source):
        return "`when`"
    names = ("required", "least", "most", "max", "lines", "top")
    differing = (f"`{name}`" for name in names if getattr(item, name) != getattr(source, name))
    return next(differing, "the page it stands on" if item.page != source.page else "")


def _condition(item: Item) -> tuple[str, int] | None:
    return (item.when.item, item.when.option) if item.when else None
