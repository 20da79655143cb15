"""Which grade goes where, and what counts."""

from __future__ import annotations

from dataclasses import replace

from builder.model.outline import Category
from builder.targets.mbz.desk import Grade
from builder.targets.mbz.grades import Gradebook, module_item
from builder.targets.mbz.plan import GRADES, Plan
from tests.targets.mbz.rooms import PLACE, entry, plan, section, taught

TWO = (taught(), taught(id="th", folder="th", title="Other"))


def book(made: Plan) -> Gradebook:
    graded = [one.name for one in made.modules if one.kind in ("quiz", "scorm")]
    return Gradebook(made, dict.fromkeys(graded, Grade(100, 60)))


def test_courses_of_several_grades_have_a_category_each() -> None:
    made = plan(section("a", entry("tg:"), entry("th:")), courses=TWO)
    shelves = book(made).shelves
    assert [one.title for one in shelves] == ["TG-101: Course", "TG-101: Other"]
    assert book(made).category_of(made.by_name["th-p-final"]) == shelves[1].number


def test_a_course_by_itself_needs_none() -> None:
    made = plan(section("a", entry("tg:")), courses=[taught()])
    assert book(made).shelves == []
    assert book(made).category_of(made.by_name["tg-p-final"]) == GRADES


def test_the_outline_names_categories_with_weights_and_pass_marks() -> None:
    tests = (Category("tests", "Final tests", 3, 70, PLACE), Category("empty", "Nothing", 1, 0, PLACE))
    lines = (entry("tg:", category="tests", weight=2), entry("th:"))
    made = plan(section("a", *lines), courses=TWO, categories=tests, pass_mark=60)
    found = book(made)
    assert [(one.title, one.weight, one.pass_mark) for one in found.shelves] == [
        ("Final tests", 3, 70),
        ("TG-101: Other", 1, 0),
    ]
    root = found.document(0)
    assert root.findtext("grade_items/grade_item[itemtype='course']/gradepass") == "60"
    assert [one.findtext("aggregationcoef") for one in root.findall("grade_items/grade_item[itemtype='category']")] == [
        "3",
        "1",
    ]
    assert {one.findtext("path") for one in root.iter("grade_category")} >= {"/1/", "/1/1000/"}


def test_the_weight_of_a_line_is_that_of_its_grades() -> None:
    made = plan(section("a", entry("tg:", weight=2)), courses=[taught()])
    weights = {one.name: one.weight for one in made.modules}
    assert weights == {"tg-l-1": 0, "tg-l-2": 0, "tg-p-final": 6}
    item = module_item(made.by_name["tg-p-final"], Grade(100, 60), 1000, 0)
    row = item.find("grade_items/grade_item")
    assert row is not None
    assert [row.findtext(name) for name in ("categoryid", "gradepass", "aggregationcoef", "idnumber")] == [
        "1000",
        "60",
        "6",
        "tg-p-final",
    ]


def test_what_has_no_grade_has_no_item() -> None:
    made = plan(section("a", entry("welcome")))
    module = replace(next(made.modules))
    assert module_item(module, None, GRADES, 0).find("grade_items/grade_item") is None
