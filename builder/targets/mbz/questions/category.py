"""Categories of the question bank (``question_categories``): which there are for a course, and what each holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from builder.model.course import Course, Page
from builder.model.question import Question
from builder.state.reach import objective_of
from builder.targets.banks import category_id
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.plan import COURSE, COURSE_CONTEXT
from builder.targets.mbz.questions.reading import named
from builder.targets.mbz.xml import Element, Value, branch, record
from builder.targets.safe import title

PLAIN_TEXT = 2
"""Moodle's number of the format of plain text."""

STAMP_LENGTH = 240
"""Characters of a stamp; Moodle has 255, of which those of fields of Cloze questions take some."""


@dataclass(slots=True, kw_only=True)
class Category:
    """One category being filled."""

    number: int
    """Old id."""
    path: tuple[str, ...]
    """The names of those above it below ``top``, and its own."""
    stamp: str
    """Tells it from all others, in every build: by it a later restore into the same course finds it again."""
    info: str = ""
    idnumber: str = ""
    parent: int = 0
    entries: list[Element] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    """Ids of what a random slot could draw here: questions, and scenarios that are one Cloze question."""

    def row(self) -> Element:
        """Its element in ``questions.xml``."""
        fields: dict[str, Value] = {
            "name": named(self.path[-1] if self.path else "top"),
            "contextid": COURSE_CONTEXT,
            "contextlevel": 50,
            "contextinstanceid": COURSE,
            "info": self.info,
            "infoformat": PLAIN_TEXT,
            "stamp": self.stamp,
            "parent": self.parent,
            "sortorder": 999 if self.parent else 0,
            "idnumber": self.idnumber or None,
        }
        entries = [branch("question_bank_entries", self.entries)] if self.entries else []
        return record("question_category", self.number, fields, entries)


class Held(NamedTuple):
    """A question or a scenario that stands by itself in the bank, with the page it stands on."""

    unit: Question
    page: Page
    is_drawn: bool
    """Whether a draw can take it: it is on a page that is drawn from, and brings points."""


class Tree:
    """The categories of one course below ``top``, which is that of the whole bank.

    Restoring finds one category for a random slot and no more, so that what is drawn together stands together: by
    objective, and where one is drawn from several pages, by page below it; or by page first, then by objective. What is
    not drawn never stands below an objective that is drawn.
    """

    __slots__ = ("_places", "all", "course", "ledger", "root")

    def __init__(self, ledger: Ledger, course: Course, top: Category, held: Sequence[Held], *, by_page: bool) -> None:
        self.ledger = ledger
        self.course = course
        self.all: list[Category] = []
        self.root = self.make(top, course.title, (), course.description)
        self._places: dict[str, Category] = {}
        made: dict[tuple[str, ...], Category] = {(): self.root}
        paths = _by_page(held) if by_page else _by_objective(held)
        for one, path in sorted(zip(held, paths, strict=True), key=self._order):
            names = {f"page {one.page.id}": (one.page.title, "")}
            if objective := course.objectives.get(objective_of(one.unit)):
                names[f"objective {objective.id}"] = (f"{objective.id}: {objective.text}", objective.text)
            known = tuple(key for key in path if key in names)
            for depth in range(1, len(known) + 1):
                if known[:depth] not in made:
                    name, info = names[known[depth - 1]]
                    made[known[:depth]] = self.make(made[known[: depth - 1]], name, known[:depth], info)
            self._places[one.unit.id] = made[known]
            made[known].asked.add(one.unit.id)

    def make(self, parent: Category, name: str, keys: tuple[str, ...], info: str = "") -> Category:
        """A category below ``parent``; ``keys`` say what it and those above it are for. Its idnumber is the one that a
        category in the same place has in Moodle XML."""
        path = (*parent.path, title(name))
        own = "-".join((self.course.id, self.course.language, *(key.partition(" ")[2] for key in keys)))
        made = Category(
            number=self.ledger.number(),
            path=path,
            stamp=stamp(self.course, "category", *keys),
            info=info,
            idnumber=category_id(path, own),
            parent=parent.number,
        )
        self.all.append(made)
        return made

    def place(self, unit: str) -> Category:
        """The category of a question or a scenario."""
        return self._places[unit]

    def holding(self, wanted: Set[str]) -> tuple[Category, bool] | None:
        """The category that holds exactly these, and whether that is with all below it; None where none does."""
        for deep in (False, True):
            for category in self.all:
                if wanted and {name for one in self._below(category, deep=deep) for name in one.asked} == wanted:
                    return category, deep
        return None

    def _below(self, category: Category, *, deep: bool) -> Iterator[Category]:
        yield category
        for other in self.all if deep else ():
            if other.parent == category.number:
                yield from self._below(other, deep=True)

    def _order(self, placed: tuple[Held, tuple[str, ...]]) -> int:
        """Objectives in the order of the course; what has none comes last."""
        names = list(self.course.objectives)
        own = objective_of(placed[0].unit)
        return names.index(own) if own in names else len(names)


def _by_objective(held: Iterable[Held]) -> list[tuple[str, ...]]:
    """What the categories above each are for: its objective; below it its page, if several are drawn from."""
    pages: dict[str, set[str]] = {}
    for one in held:
        if one.is_drawn:
            pages.setdefault(objective_of(one.unit), set()).add(one.page.id)
    paths: list[tuple[str, ...]] = []
    for unit, page, is_drawn in held:
        objective, own = (f"objective {objective_of(unit)}",), (f"page {page.id}",)
        several = len(pages.get(objective_of(unit), ())) > 1
        among = objective_of(unit) in pages
        paths.append((objective + own if several else objective) if is_drawn else own if among else objective)
    return paths


def _by_page(held: Iterable[Held]) -> list[tuple[str, ...]]:
    """The same by page; below it the objective, and what is not drawn apart."""
    return [
        (f"page {page.id}", f"objective {objective_of(unit)}") if is_drawn else (f"objective {objective_of(unit)}",)
        for unit, page, is_drawn in held
    ]


def stamp(course: Course, *names: str) -> str:
    """What tells a row of a course from all others, the same in every build."""
    whole = "+".join((course.id, course.language, *names))
    return whole if len(whole) <= STAMP_LENGTH else sha256(whole.encode()).hexdigest()
