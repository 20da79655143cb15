"""The gradebook: categories, the course's total and its pass mark (``backup_gradebook_structure_step``).

Everything is a weighted mean, whose weights are those of the outline: a weight of 0 does not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from builder.targets.mbz.desk import Grade
from builder.targets.mbz.naming import named
from builder.targets.mbz.plan import GRADES, Module, Plan
from builder.targets.mbz.xml import Element, Value, branch, record

WEIGHTED_MEAN = 10
CATEGORY = 1000
"""Old ids of categories follow it, of their grade items ``CATEGORY * 2``."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A category below the course's own."""

    number: int
    title: str
    weight: int
    pass_mark: int


class Gradebook:
    """Which grade goes where."""

    __slots__ = ("_by_module", "plan", "shelves")

    def __init__(self, plan: Plan, graded: Mapping[str, Grade]) -> None:
        """``graded``: the modules that put something into the gradebook, by name."""
        self.plan = plan
        self.shelves: list[Shelf] = []
        self._by_module: dict[str, int] = {}
        modules = [module for module in plan.modules if module.name in graded]
        for category in plan.classroom.outline.categories:
            self._fill(
                [one for one in modules if one.entry.category == category.id],
                category.title,
                category.weight,
                category.pass_mark,
            )
        self._fill_by_course([one for one in modules if one.name not in self._by_module])

    def category_of(self, module: Module) -> int:
        """The old id of the category that a module's grade goes to."""
        return self._by_module.get(module.name, GRADES)

    def _fill_by_course(self, modules: list[Module]) -> None:
        """Courses of several grades have a category each, unless there is nothing but one course."""
        counts = Counter(one.entry.course for one in modules if one.entry.course)
        if len(self.plan.classroom.courses) < 2:
            return
        for folder, count in counts.items():
            if count > 1:
                course = self.plan.classroom.courses[folder]
                name = f"{course.code}: {course.title}" if course.code else course.title
                inner = [one for one in modules if one.entry.course == folder]
                self._fill(inner, name, 1 if any(one.weight for one in inner) else 0, 0)

    def _fill(self, modules: list[Module], title: str, weight: int, pass_mark: int) -> None:
        if modules:
            shelf = Shelf(CATEGORY + len(self.shelves), named(title), weight, pass_mark)
            self.shelves.append(shelf)
            self._by_module.update((one.name, shelf.number) for one in modules)

    def document(self, changed: int) -> Element:
        """The root of ``gradebook.xml``."""
        pass_mark = self.plan.classroom.outline.pass_mark
        categories = [_category(GRADES, None, "?", changed)]
        categories += [_category(one.number, GRADES, one.title, changed) for one in self.shelves]
        items = [_item(GRADES, {"itemtype": "course", "iteminstance": GRADES, "gradepass": pass_mark}, changed)]
        items += [
            _item(
                one.number * 2,
                {
                    "itemtype": "category",
                    "iteminstance": one.number,
                    "gradepass": one.pass_mark,
                    "aggregationcoef": one.weight,
                },
                changed,
            )
            for one in self.shelves
        ]
        return branch(
            "gradebook",
            [
                branch("attributes"),
                branch("grade_categories", categories),
                branch("grade_items", items),
                branch("grade_letters"),
                branch("grade_settings"),
            ],
        )


def module_item(module: Module, grade: Grade | None, category: int, changed: int) -> Element:
    """The root of a module's ``grades.xml`` (``backup_activity_grades_structure_step``)."""
    items: list[Element] = []
    if grade is not None:
        fields: dict[str, Value] = {
            "categoryid": category,
            "itemname": named(module.title),
            "itemtype": "mod",
            "itemmodule": module.kind,
            "iteminstance": module.number,
            "itemnumber": 0,
            "grademax": _decimal(grade.most),
            "gradepass": _decimal(grade.passing),
            "aggregationcoef": module.weight,
            "idnumber": module.name,
        }
        items.append(_item(module.grade_item, fields, changed))
    return branch("activity_gradebook", [branch("grade_items", items), branch("grade_letters")])


def _category(number: int, parent: int | None, name: str, changed: int) -> Element:
    fields: dict[str, Value] = {
        "parent": parent,
        "depth": 1 if parent is None else 2,
        "path": f"/{number}/" if parent is None else f"/{parent}/{number}/",
        "fullname": name,
        "aggregation": WEIGHTED_MEAN,
        "keephigh": 0,
        "droplow": 0,
        "aggregateonlygraded": 1,
        "aggregateoutcomes": 0,
        "timecreated": changed,
        "timemodified": changed,
        "hidden": 0,
    }
    return record("grade_category", number, fields)


def _item(number: int, fields: Mapping[str, Value], changed: int) -> Element:
    every: dict[str, Value] = {
        "categoryid": None,
        "itemname": None,
        "itemtype": "",
        "itemmodule": None,
        "iteminstance": 0,
        "itemnumber": None,
        "iteminfo": None,
        "idnumber": None,
        "calculation": None,
        "gradetype": 1,
        "grademax": 100,
        "grademin": 0,
        "scaleid": None,
        "outcomeid": None,
        "gradepass": 0,
        "multfactor": 1,
        "plusfactor": 0,
        "aggregationcoef": 1,
        "aggregationcoef2": 0,
        "weightoverride": 0,
        "sortorder": number,
        "display": 0,
        "decimals": None,
        "hidden": 0,
        "locked": 0,
        "locktime": 0,
        "needsupdate": 1,
        "timecreated": changed,
        "timemodified": changed,
    }
    return record("grade_item", number, {**every, **fields}, [branch("grade_grades")])


def _decimal(value: float) -> str:
    return f"{value:g}"
