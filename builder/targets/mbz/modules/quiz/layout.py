"""Slots, sections and grade items as Moodle keeps them (``backup_quiz_activity_structure_step``)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from math import ceil
from textwrap import shorten

from builder.model.course import Course, Objective
from builder.render.words import words
from builder.targets.banks import decimal
from builder.targets.mbz.modules.quiz.slots import Part, Slot
from builder.targets.mbz.plan import COURSE_CONTEXT
from builder.targets.mbz.questions.pools import Pool
from builder.targets.mbz.xml import Element, Value, record
from builder.targets.safe import line

Number = Callable[[], int]
"""Gives old ids."""

MOST_PER_PAGE = 5
"""Questions a page. Turning a page saves what was answered and loads Moodle's frame again, which weighs more than the
questions do: with one a page a test of twenty is twenty waits on a slow line, and all on one page is long to scroll on
a phone and loses most when the line is lost."""

NAME = 60
"""Characters of the name of a grade item, which heads a column of reports and stands in a narrow one of reviews."""


def total_of(parts: Sequence[Part]) -> Decimal:
    """The points of an attempt."""
    return sum((slot.points for part in parts for slot in part.slots), Decimal(0))


def profile_of(parts: Sequence[Part], course: Course) -> list[Objective]:
    """The objectives that can bring points, in the course's order; none where there is only one, whose grade would be
    that of the quiz."""
    scored = {slot.objective for part in parts for slot in part.slots if slot.points}
    found = [objective for name, objective in course.objectives.items() if name in scored]
    return found if len(found) > 1 else []


def grade_items_of(objectives: Sequence[Objective], numbers: Mapping[str, int]) -> Iterator[Element]:
    """A grade item for each objective; ``numbers`` are their old ids, by its id. Moodle has them since 4.4, and passes
    them over before."""
    for place, objective in enumerate(objectives, 1):
        fields: dict[str, Value] = {"sortorder": place, "name": _name(objective)}
        yield record("quiz_grade_item", numbers[objective.id], fields)


def _name(objective: Objective) -> str:
    """Its id and the beginning of its text, cut between words."""
    return shorten(line(f"{objective.id}: {objective.text}"), NAME, placeholder="\N{HORIZONTAL ELLIPSIS}")


def page_size(parts: Sequence[Part]) -> int:
    """Questions a page: so many that the pages of the longest section are about equally full."""
    longest = max((len(part.slots) for part in parts if not part.whole), default=1)
    return ceil(longest / ceil(longest / MOST_PER_PAGE))


def instances_of(parts: Sequence[Part], context: int, items: Mapping[str, int], number: Number) -> Iterator[Element]:
    """Every slot with what it refers to; ``context`` is the quiz's, ``items`` the grade item of each objective."""
    for place, (slot, page) in enumerate(_paged(parts), 1):
        fields: dict[str, Value] = {
            "slot": place,
            "page": page,
            "displaynumber": None,
            "requireprevious": 0,
            "maxmark": decimal(slot.points),
            "quizgradeitemid": items.get(slot.objective) if slot.points else None,
        }
        yield record("question_instance", number(), fields, [_reference(slot, context, number())])


def _paged(parts: Sequence[Part]) -> Iterator[tuple[Slot, int]]:
    """Each slot with its page: a section begins a page."""
    page, size = 0, page_size(parts)
    for part in parts:
        for place, slot in enumerate(part.slots):
            page += place == 0 or (not part.whole and place % size == 0)
            yield slot, page


def _reference(slot: Slot, context: int, number: int) -> Element:
    fields: dict[str, Value] = {"usingcontextid": context, "component": "mod_quiz", "questionarea": "slot"}
    if slot.pool is None:
        fields |= {"questionbankentryid": slot.entry, "version": None}
        return record("question_reference", number, fields)
    fields |= {"questionscontextid": COURSE_CONTEXT, "filtercondition": json.dumps(filter_of(slot.pool))}
    return record("question_set_reference", number, fields)


def filter_of(pool: Pool) -> dict[str, object]:
    """What a random slot draws from. Restoring finds the first category of a filter by its old id, but tags only in the
    form of before Moodle 4.3, by their names (``restore_question_set_reference_data_trait``)."""
    if pool.tag:
        deep = "1" if pool.deep else "0"
        return {"questioncategoryid": pool.category, "includingsubcategories": deep, "tags": [f"0,{pool.tag}"]}
    options = {"includesubcategories": pool.deep}
    return {"filter": {"category": {"jointype": 1, "values": [pool.category], "filteroptions": options}}}


def sections_of(parts: Sequence[Part], course: Course, number: Number, *, shuffle: bool) -> Iterator[Element]:
    """The sections; a scenario's is never shuffled. Where there are several, one without a name is "untitled"."""
    t = words(course.language).gettext
    first = 1
    for part in parts:
        heading = part.heading or (t("Questions") if len(parts) > 1 else "")
        shuffled = int(shuffle and not part.whole)
        yield record("section", number(), {"firstslot": first, "heading": heading, "shufflequestions": shuffled})
        first += len(part.slots)
