"""Moodle backups: what the slots of a quiz draw, and whether there is enough to draw from."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.validate.formats.mbz_read import Activity, Backup, Bank, backup, bank, plain, references
from builder.validate.nodes import attribute, below, child, children, number, value
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of

NO_ENTRY = must(
    "B12",
    "Moodle 4.5.6, tried",
    "Slot {slot} of {quiz} shows the question {id}, which is not in questions.xml.",
    "Write the id of a question_bank_entry that is there.",
    "Restore keeps the number as it is, so the slot shows whatever question of the site has that number.",
)
NO_CATEGORY = must(
    "B13",
    "Moodle 4.5.6, tried",
    "Slot {slot} of {quiz} draws from the category {id}, which is not in questions.xml.",
    "Write the id of a category that is there.",
    "The slot has nothing to draw from: learners cannot start an attempt.",
)
WRONG_CONTEXT = must(
    "B14",
    "Moodle 4.5.6, tried",
    "Slot {slot} of {quiz} has {field} {found}, and not {expected}.",
    "Write {expected}.",
    "Restore keeps what is written, with a warning in its log at most: the slot is empty, and no attempt can start.",
)
NOT_LISTED = must(
    "B40",
    "Moodle 4.5.6, tried",
    "The inforef.xml of {quiz} does not name the category “{name}” that its slots need.",
    "List it under <question_categoryref>, with every category above it up to top and below it.",
    "Restore reports success; the quiz has no questions, or those of another course.",
)
BAD_FILTER = must(
    "B16",
    "Moodle 4.5.6, tried",
    "The filtercondition of slot {slot} of {quiz} {problem}.",
    "Write it as JSON that names a category.",
    "Restore stops with an exception, or the slot draws nothing.",
)
TAG_IDS = must(
    "B17",
    "Moodle 4.5.6, tried",
    "Slot {slot} of {quiz} draws by the numbers of tags.",
    'Write the filter of Moodle before 4.3, which restore converts by name: "tags": ["0,easy"].',
    "The numbers are those of the other site and are not mapped: the slot finds no question, no attempt can start.",
)
TAG_IDS_OF_SITE = should(
    "B74",
    "Moodle 4.5.6, tried",
    "Slot {slot} of {quiz} draws by tags as the site numbers them that made the backup.",
    "Restore it on that site only; elsewhere, choose the tags anew before learners come.",
    "Moodle writes its own numbers of tags and does not map them: on another site the slot finds no question.",
)
TOO_SMALL = must(
    "B18",
    "Moodle 4.5.6, tried",
    "Slot {slot} of {quiz} draws from {pool}, which has {count} questions; slots before it need {used} of them.",
    "Add questions, or draw fewer.",
    "There are not enough questions: no learner can start an attempt, and restore does not say so.",
)
BY_LUCK = must(
    "B31",
    "Moodle 4.5.6, tried",
    "Slot {slot} of {quiz} draws from {pool}, all {count} questions of which slots before it may use up.",
    "Put the slots with narrow pools first, those with wide pools last.",
    "Slots are filled in order. For some learners nothing is left for this one, and their attempt cannot start.",
)
SUM = should(
    "B41",
    "Moodle 4.5.6, read in its source",
    "{quiz} has sumgrades {said}; the marks of its slots add up to {sum}.",
    "Write {sum}.",
    "Moodle scales all grades by it, so every learner gets a wrong one until somebody edits the quiz.",
)
SECTIONS = must(
    "B42",
    "Moodle 4.5.6, read in its source",
    "No section of {quiz} begins with slot 1.",
    "Let the first section have firstslot 1.",
    "The slots in front of the first section belong to none: the quiz fails when it is opened.",
)
SCALE = should(
    "B43",
    "Moodle 4.5.6, read in its source",
    "{quiz} is completed by a passing grade, and its grade item has no gradepass.",
    "Write gradepass into its grades.xml.",
    "Without a grade to pass nobody can complete it.",
)

RULES = (
    NO_ENTRY,
    NO_CATEGORY,
    WRONG_CONTEXT,
    NOT_LISTED,
    BAD_FILTER,
    TAG_IDS,
    TAG_IDS_OF_SITE,
    TOO_SMALL,
    BY_LUCK,
    SUM,
    SECTIONS,
    SCALE,
)


_MOST = 100
"""Different pools of a quiz that are compared with each other."""


@dataclass(frozen=True, slots=True)
class _Pool:
    """What a random slot draws from."""

    slot: str
    name: str
    entries: frozenset[str]
    line: int


@dataclass(frozen=True, slots=True)
class _Filter:
    """A filtercondition: categories, and tags by name."""

    categories: tuple[str, ...]
    is_deep: bool
    tags: frozenset[str]
    tag_ids: frozenset[str]


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of quizzes."""
    found = backup(subject)
    if found is None:
        return
    held = bank(found)
    for one in found.activities:
        yield from _passing(found, one)
        own = found.own(one)
        if one.module == "quiz" and own is not None:
            yield from _quiz(found, held, one, own)


def _quiz(found: Backup, held: Bank, quiz: Activity, own: etree._Element) -> Iterator[Diagnostic]:
    slots = sorted(
        children(child(own, "question_instances"), "question_instance"),
        key=lambda one: number(value(one, "slot")) or 0.0,
    )
    fixed: dict[str, int] = {}
    drawn: list[tuple[str, _Filter, int]] = []
    for slot in slots:
        reference, set_reference = child(slot, "question_reference"), child(slot, "question_set_reference")
        if reference is not None:
            yield from _fixed(found, held, quiz, slot, reference)
            fixed.setdefault(value(reference, "questionbankentryid"), line_of(slot))
        elif set_reference is not None:
            yield from _drawn(found, held, quiz, slot, set_reference)
            filter_ = _filter(plain(value(set_reference, "filtercondition")))
            if isinstance(filter_, _Filter):
                drawn.append((value(slot, "slot"), filter_, line_of(slot)))
    yield from _listed(found, held, quiz, fixed, drawn)
    entries = {filter_: _entries(held, filter_) for filter_ in {one for _, one, _ in drawn}}
    pools = [_Pool(slot, _called(held, filter_), entries[filter_], line) for slot, filter_, line in drawn]
    yield from _enough(found, quiz, set(fixed), pools)
    yield from _form(found, quiz, own, slots)


def _listed(
    found: Backup, held: Bank, quiz: Activity, fixed: dict[str, int], drawn: list[tuple[str, _Filter, int]]
) -> Iterator[Diagnostic]:
    """Whether inforef.xml names the categories of all questions that the slots can show, and those above them."""
    needed: dict[str, int] = {}
    for id_, line in fixed.items():
        if id_ in held.entries:
            needed.setdefault(held.entries[id_].category, line)
    for filter_, line in {one: line for _, one, line in drawn}.items():
        for id_ in filter_.categories:
            for deeper in held.within(id_, deep=filter_.is_deep):
                needed.setdefault(deeper, line)
    for id_, line in tuple(needed.items()):
        above = held.categories[id_].parent if id_ in held.categories else ""
        while above in held.categories and above not in needed:
            needed[above] = line
            above = held.categories[above].parent
    named = set(references(found.part(f"{quiz.folder}/inforef.xml"), "question_category"))
    for id_, line in needed.items():
        if id_ in held.categories and id_ not in named:
            at = found.subject.at(f"{quiz.folder}/quiz.xml", line)
            yield NOT_LISTED.at(at, quiz=quiz.name, name=held.categories[id_].name)


def _fixed(
    found: Backup, held: Bank, quiz: Activity, slot: etree._Element, reference: etree._Element
) -> Iterator[Diagnostic]:
    at = found.subject.at(f"{quiz.folder}/quiz.xml", line_of(slot))
    id_ = value(reference, "questionbankentryid")
    if id_ not in held.entries:
        yield NO_ENTRY.at(at, slot=value(slot, "slot"), quiz=quiz.name, id=id_)
    yield from _context(found, quiz, slot, reference)


def _context(found: Backup, quiz: Activity, slot: etree._Element, reference: etree._Element) -> Iterator[Diagnostic]:
    at = found.subject.at(f"{quiz.folder}/quiz.xml", line_of(slot))
    for field, expected in (
        ("usingcontextid", found.context(quiz)),
        ("component", "mod_quiz"),
        ("questionarea", "slot"),
    ):
        told = value(reference, field)
        if told != expected:
            values = {"field": field, "found": told or "(none)", "expected": expected}
            yield WRONG_CONTEXT.at(at, slot=value(slot, "slot"), quiz=quiz.name, **values)


def _drawn(
    found: Backup, held: Bank, quiz: Activity, slot: etree._Element, reference: etree._Element
) -> Iterator[Diagnostic]:
    at = found.subject.at(f"{quiz.folder}/quiz.xml", line_of(slot))
    number_ = value(slot, "slot")
    yield from _context(found, quiz, slot, reference)
    filter_ = _filter(plain(value(reference, "filtercondition")))
    if not isinstance(filter_, _Filter):
        yield BAD_FILTER.at(at, slot=number_, quiz=quiz.name, problem=filter_)
        return
    if filter_.tag_ids:
        there = {attribute(one, "id") for one in below(found.part("questions.xml"), "tag")}
        rule = TAG_IDS_OF_SITE if there >= filter_.tag_ids else TAG_IDS
        yield rule.at(at, slot=number_, quiz=quiz.name)
    told = value(reference, "questionscontextid")
    for id_ in filter_.categories:
        category = held.categories.get(id_)
        if category is None:
            yield NO_CATEGORY.at(at, slot=number_, quiz=quiz.name, id=id_)
        elif told != category.context:
            values = {"field": "questionscontextid", "found": told or "(none)", "expected": category.context}
            yield WRONG_CONTEXT.at(at, slot=number_, quiz=quiz.name, **values)


def _filter(said: str) -> _Filter | str:
    """What a filtercondition says, in the form of 4.3 or the one before; what is wrong with it otherwise."""
    if not said:
        return "is empty"
    try:
        given = json.loads(said)
    except (ValueError, RecursionError):
        return "is no JSON"
    found = (_newer(given) or _older(given)) if isinstance(given, dict) else None
    return found or "names no category"


def _older(given: dict[str, object]) -> _Filter | None:
    """The form before 4.3, with tags as ``number,name``."""
    id_, tags = given.get("questioncategoryid"), given.get("tags")
    if not isinstance(id_, int | str):
        return None
    names = frozenset(str(one).partition(",")[2] for one in tags) if isinstance(tags, list) else frozenset[str]()
    return _Filter((str(id_),), str(given.get("includingsubcategories")) == "1", names, frozenset())


def _newer(given: dict[str, object]) -> _Filter | None:
    """The form of 4.3, with tags as numbers."""
    conditions = given.get("filter")
    category = conditions.get("category") if isinstance(conditions, dict) else None
    values = category.get("values") if isinstance(category, dict) else None
    if not isinstance(conditions, dict) or not isinstance(category, dict) or not isinstance(values, list) or not values:
        return None
    options, tagged = category.get("filteroptions"), conditions.get("qtagids")
    is_deep = isinstance(options, dict) and bool(options.get("includesubcategories"))
    tags = tagged.get("values") if isinstance(tagged, dict) else None
    numbers = frozenset(str(one) for one in tags) if isinstance(tags, list) else frozenset[str]()
    return _Filter(tuple(str(one) for one in values), is_deep, frozenset(), numbers)


def _entries(held: Bank, filter_: _Filter) -> frozenset[str]:
    """What a filter can draw: questions that are ready and no parts of others."""
    categories = {deeper for id_ in filter_.categories for deeper in held.within(id_, deep=filter_.is_deep)}
    wanted = {tag.casefold() for tag in filter_.tags}
    return frozenset(
        one.id
        for one in held.entries.values()
        if one.category in categories
        and one.is_ready
        and one.parent in {"", "0"}
        and wanted <= {tag.casefold() for tag in one.tags}
    )


def _called(held: Bank, filter_: _Filter) -> str:
    """A pool in words."""
    first = held.categories.get(filter_.categories[0])
    tagged = f" with the tag {', '.join(sorted(filter_.tags))}" if filter_.tags else ""
    return f"“{first.name if first else filter_.categories[0]}”{tagged}{' and all below' if filter_.is_deep else ''}"


def _enough(found: Backup, quiz: Activity, fixed: set[str], pools: list[_Pool]) -> Iterator[Diagnostic]:
    """Whether each slot finds a question, whatever the slots before it drew."""
    before: Counter[frozenset[str]] = Counter()
    free_of: dict[frozenset[str], frozenset[str]] = {}
    for pool in pools:
        if len(free_of) > _MOST:
            return
        free = free_of.setdefault(pool.entries, pool.entries - fixed)
        inside = sum(count for one, count in before.items() if one <= free)
        touching = sum(count for one, count in before.items() if not one.isdisjoint(free))
        before[free] += 1
        at = found.subject.at(f"{quiz.folder}/quiz.xml", pool.line)
        if len(free) <= inside:
            used = inside + len(pool.entries) - len(free)
            values = {"count": len(pool.entries), "used": used}
            yield TOO_SMALL.at(at, slot=pool.slot, quiz=quiz.name, pool=pool.name, **values)
        elif len(free) <= touching:
            yield BY_LUCK.at(at, slot=pool.slot, quiz=quiz.name, pool=pool.name, count=len(free))


def _form(found: Backup, quiz: Activity, own: etree._Element, slots: list[etree._Element]) -> Iterator[Diagnostic]:
    at = found.subject.at(f"{quiz.folder}/quiz.xml", line_of(own))
    said = number(value(own, "sumgrades"))
    marks = [number(value(slot, "maxmark")) for slot in slots]
    total = sum(mark for mark in marks if mark is not None)
    if said is not None and None not in marks and abs(said - total) > 0.001:
        yield SUM.at(at, quiz=quiz.name, said=f"{said:g}", sum=f"{total:g}")
    sections = list(children(child(own, "sections"), "section"))
    if slots and sections and not any(value(one, "firstslot") == "1" for one in sections):
        yield SECTIONS.at(at, quiz=quiz.name)


def _passing(found: Backup, one: Activity) -> Iterator[Diagnostic]:
    if value(found.module(one), "completionpassgrade") != "1":
        return
    path = f"{one.folder}/grades.xml"
    items = list(children(child(found.part(path), "grade_items"), "grade_item"))
    if not any((number(value(item, "gradepass")) or 0) > 0 for item in items):
        yield SCALE.at(found.subject.at(path), quiz=one.name)
