"""Questions that went out into a bank and came back, compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any, get_args

from builder.importers.base import Draft
from builder.importers.html_runs import tidy
from builder.model import question as q
from builder.model import text as t
from builder.model.course import Course
from builder.model.package import Package
from builder.model.span import Span
from builder.model.walk import nodes_in
from builder.targets.banks import units_of
from tests.support.meaning import differences, meaning

INLINES = get_args(t.Inline)
OUTSIDE = ("http:", "https:", "mailto:", "tel:")


def sent(package: Package) -> dict[str, q.Question]:
    """What a package asks, by id: scenarios, and the questions in them too."""
    found: dict[str, q.Question] = {}
    for unit in units_of(package):
        found[unit.question.id] = unit.question
        if unit.scenario:
            found[unit.scenario.id] = unit.scenario
    return found


def received(draft: Draft) -> dict[str, q.Question]:
    """What a draft asks, in the same way."""
    found: dict[str, q.Question] = {}
    for page in draft.banks:
        for question in page.quiz.questions if page.quiz else ():
            found[question.id] = question
            if isinstance(question, q.Scenario):
                found.update((inner.id, inner) for inner in question.questions)
    return found


def changes(before: q.Question, after: q.Question, course: Course) -> list[str]:
    """Where two questions differ, but for what every text loses in a bank (docs/reference/moodle-xml.md)."""
    return list(differences(meaning(as_shown(before, course)), meaning(as_shown(after, course))))


def has_notes(question: q.Question) -> bool:
    """Whether it has footnotes, whose text moves into the sentence."""
    return bool(list(nodes_in(question, (t.FootnoteRef,))))


def as_shown(value: Any, course: Course) -> Any:
    """``value`` with its texts as a reader of the bank sees them: no citations, no links between pages."""
    change = CHANGES.get(type(value))
    if change is not None:
        value = change(value)
    if isinstance(value, tuple) and not isinstance(value, Span):
        parts = tuple(_parts(value, course))
        return tidy(parts) if parts and all(isinstance(part, INLINES) for part in parts) else parts
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: as_shown(getattr(value, each.name), course) for each in fields(value)})
    return value


def _number(value: Decimal) -> Decimal:
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def _picture(value: t.Image) -> t.Image:
    """In a draft, media have no folders, and names without blanks."""
    return replace(value, source=value.source.rpartition("/")[2].replace(" ", "-"))


CHANGES: Mapping[type, Callable[[Any], Any]] = {
    Decimal: _number,
    t.Image: _picture,
    t.Code: lambda value: t.Code(" ".join(value.text.split())),
    t.CodeBlock: lambda value: replace(value, language=""),
    t.Table: lambda value: replace(value, align=tuple(side.replace("left", "") for side in value.align)),
}


def _parts(values: Iterable[Any], course: Course) -> Iterator[Any]:
    for each in values:
        if isinstance(each, t.Citation):
            sources = (course.sources[name] for name in each.ids)
            yield t.Text(f"({'; '.join(f'{source.source}, {source.year}' for source in sources)})")
        elif isinstance(each, t.Link) and not each.target.startswith(OUTSIDE):
            yield from as_shown(each.children, course)
        else:
            yield as_shown(each, course)
