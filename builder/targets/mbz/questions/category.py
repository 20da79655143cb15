"""Categories of the question bank (``question_categories``): which there are for a course, and what each holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from hashlib import sha256

from builder.model.course import Course
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


class Tree:
    """The categories of one course below ``top``, which is that of the whole bank."""

    __slots__ = ("_bases", "all", "course", "ledger", "root")

    def __init__(self, ledger: Ledger, course: Course, top: Category, sources: Iterable[tuple[str, str, str]]) -> None:
        """``sources`` are the places that have questions: an objective, with the id and the title of the page they are
        drawn from, or '' where they are not drawn.

        Below the course's category there is one an objective, and below that, where questions are drawn from several
        pages or not drawn at all, one for each page that is drawn from.
        """
        self.ledger = ledger
        self.course = course
        self.all: list[Category] = []
        self.root = self.make(top, course.title, "", course.description)
        self._bases: dict[tuple[str, str], Category] = {}
        pages: dict[str, dict[str, str]] = {}
        for name, page, called in sources:
            pages.setdefault(name, {})[page] = called
        order = {name: place for place, name in enumerate(course.objectives)}
        for name in sorted(pages, key=lambda name: order.get(name, len(order))):
            objective = course.objectives.get(name)
            base = self.make(self.root, f"{name}: {objective.text}", name, objective.text) if objective else self.root
            for page, called in pages[name].items():
                alone = not page or len(pages[name]) == 1
                self._bases[name, page] = base if alone else self.make(base, called, f"{name}-{page}")

    def make(self, parent: Category, name: str, key: str, info: str = "") -> Category:
        """A category below ``parent``; ``key`` is its own among those of the course. Its idnumber is the one that a
        category in the same place has in Moodle XML."""
        path = (*parent.path, title(name))
        own = "-".join(filter(None, (self.course.id, self.course.language, key)))
        made = Category(
            number=self.ledger.number(),
            path=path,
            stamp=stamp(self.course, "category", key),
            info=info,
            idnumber=category_id(path, own),
            parent=parent.number,
        )
        self.all.append(made)
        return made

    def base(self, objective: str, page: str) -> Category:
        """The category of what has this objective and is drawn from this page ('' for what is not drawn)."""
        return self._bases[objective, page]

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


def stamp(course: Course, *names: str) -> str:
    """What tells a row of a course from all others, the same in every build."""
    whole = "+".join((course.id, course.language, *names))
    return whole if len(whole) <= STAMP_LENGTH else sha256(whole.encode()).hexdigest()
