"""What rules name: there, and with a state that a platform knows."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.hints import meant
from builder.check.outline.demands import Leaf
from builder.check.outline.units import UNMARKED, Scene, Unit
from builder.diagnostics import Diagnostic
from builder.diagnostics.outline_codes import (
    CATEGORY_UNGRADED,
    CATEGORY_UNKNOWN,
    GROUP_TITLE_TWICE,
    GROUP_UNKNOWN,
    NAME_UNKNOWN,
    NO_GROUPS,
    NOT_COMPLETED,
    NOT_GRADED,
    PART_OF_SCORM,
)
from builder.model.outline import Outline
from builder.model.rule import Done, Every, Member, Neither, Rule, Scored, Some
from builder.model.span import Span


def check_names(scene: Scene) -> Iterator[Diagnostic]:
    """Rules of sections and entries, then categories, groups and what completes the whole."""
    outline = scene.classroom.outline
    for leaf in leaves_in(outline):
        yield from _leaf(leaf, scene)
    for entry in outline.entries:
        if entry.apart and not outline.groups:
            yield NO_GROUPS.at(entry.place("apart"), what="`apart`")
        yield from _category(entry.category, entry.name, entry.place("category"), scene)
    yield from _titles(outline)
    for number, name in enumerate(outline.completes):
        span = outline.completes_at[number] if number < len(outline.completes_at) else outline.span
        yield from _known(name, span, scene)
        yield from _completed(name, span, scene)


def leaves_in(outline: Outline) -> Iterator[Leaf]:
    """The rules that hold no others, of all sections and entries."""
    for section in outline.sections:
        yield from leaves_of(section.opens)
        for entry in section.entries:
            yield from leaves_of(entry.opens)


def leaves_of(rule: Rule | None) -> Iterator[Leaf]:
    """The rules within ``rule`` that hold no others."""
    if isinstance(rule, Every | Some | Neither):
        for inner in rule.rules:
            yield from leaves_of(inner)
    elif rule is not None:
        yield rule


def _leaf(leaf: Leaf, scene: Scene) -> Iterator[Diagnostic]:
    match leaf:
        case Member(group, span):
            yield from _group(group, span, scene)
        case Done(name, state, span):
            yield from _known(name, span, scene)
            yield from _completed(name, span, scene) if state in ("done", "undone") else _passed(leaf, scene)
        case Scored(name, _, _, span):
            yield from _known(name, span, scene)
            units = scene.named.get(name, ())
            if units and not any(unit.graded for unit in units):
                remedy = "Name a test, an assignment with points, or a course with tests; or write `done: …`."
                yield NOT_GRADED.at(span, key="grade", name=name, reason=_ungraded(units), remedy=remedy)


def _known(name: str, span: Span, scene: Scene) -> Iterator[Diagnostic]:
    if name in scene.named or name in scene.entered:  # an entry that names nothing is told there
        return
    course = scene.classroom.courses.get(name.partition("/")[0])
    if course is not None and course.folder in scene.named and course.delivery == "scorm":
        yield PART_OF_SCORM.at(span, course=course.folder)
    else:
        yield NAME_UNKNOWN.at(span, name=name, hint=meant(name, scene.named))


def _group(name: str, span: Span, scene: Scene) -> Iterator[Diagnostic]:
    groups = [group.id for group in scene.classroom.outline.groups]
    if not groups:
        yield NO_GROUPS.at(span, what=f"`group: {name or 'any'}`")
    elif name and name not in groups:
        yield GROUP_UNKNOWN.at(span, name=name, hint=meant(name, groups))


def _titles(outline: Outline) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for group in outline.groups:
        other = first.setdefault(group.title, group.id)
        if other != group.id and group.title:
            yield GROUP_TITLE_TWICE.at(group.span, id=group.id, other=other, title=group.title)


def _category(name: str, entry: str, span: Span, scene: Scene) -> Iterator[Diagnostic]:
    known = [category.id for category in scene.classroom.outline.categories]
    units = scene.named.get(entry, ())
    if name and name not in known:
        yield CATEGORY_UNKNOWN.at(span, name=name, hint=meant(name, known))
    elif name and units and not any(unit.graded for unit in units):
        yield CATEGORY_UNGRADED.at(span, name=entry, category=name)


def _completed(name: str, span: Span, scene: Scene) -> Iterator[Diagnostic]:
    units = scene.named.get(name, ())
    if not units or any(unit.completed for unit in units):
        return
    unit = units[0]
    if unit.entry.completes == "none":
        reason, remedy = "its entry says `completes: none`", "Remove that, or name something else."
    else:
        reason = f"it is a {unit.what}"
        remedy = f"Write `completes: {UNMARKED[unit.what]}` in its entry, or name something else."
    yield NOT_COMPLETED.at(span, name=name, reason=reason, remedy=remedy)


def _passed(rule: Done, scene: Scene) -> Iterator[Diagnostic]:
    units = scene.named.get(rule.name, ())
    fitting = [unit for unit in units if unit.passed and (unit.quizzed or rule.state == "passed")]
    if not units or fitting:
        return
    remedy = "Write `done: …`, or name a test with a pass mark."
    if not any(unit.marked for unit in units):
        reason = "nothing in it asks for a mark to be passed"
        if any(unit.what in ("test", "lesson", "course") for unit in units):
            remedy = "Write `done: …`, or give its test a pass mark (`pass: 60`)."
    elif not any(unit.passed for unit in units):
        unit = next(unit for unit in units if unit.marked)
        reason = f"its entry says `completes: {unit.entry.completes}`"
        remedy = "Write `completes: pass` there, or a rule with `grade`."
    else:
        reason = "a package reports that it is passed, but not that it is failed"
    yield NOT_GRADED.at(rule.span, key=rule.state, name=rule.name, reason=reason, remedy=remedy)


def _ungraded(units: tuple[Unit, ...]) -> str:
    if any(unit.what == "lesson" for unit in units):
        return "its quizzes do not count beside the tests of the course, or there are none"
    if any(unit.entry.weight == 0 for unit in units):
        return "its entry says `weight: 0`"
    return "it has no grade"
