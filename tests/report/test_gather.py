"""The numbers of a report."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from builder.pipeline import Order, inspect
from builder.report import as_json, gather
from builder.report.gather import is_due
from tests.report.bench import programme_in
from tests.support.pages import PAGE, page


def report(root: Path, files: dict[str, str] | None = None, on: date | None = None) -> dict[str, Any]:
    programme, shelf, found = inspect(Order(root=str(programme_in(root, files))))
    assert programme is not None
    courses = {place: checked.course for place, checked in shelf.items()}
    made = gather(programme, courses, found.diagnostics, activities={}, failed=found.failed, on=on)
    read: dict[str, Any] = json.loads(as_json(made))
    return read


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    (one,) = report(tmp_path_factory.mktemp("report"), on=date(2026, 11, 22))["courses"]
    assert isinstance(one, dict)
    return one


def test_sums(course: dict[str, Any]) -> None:
    totals = course["totals"]
    assert (totals["pages"], totals["pages_of_text"], totals["quizzes"], totals["tests"], totals["banks"]) == (
        3,
        1,
        1,
        1,
        1,
    )
    assert totals["questions"] == 5
    assert totals["minutes_stated"] == 9
    assert (course["as_of"], course["review_by"], course["review_due"]) == ("2026-11-22", "2027-11", False)


def test_pages_say_what_the_check_has_against_them(course: dict[str, Any]) -> None:
    first, check, test = course["pages"]
    assert first["path"] == f"{PAGE}"
    assert (first["words"], first["interactions"], first["minutes_stated"]) == (14, 1, 2)
    assert first["beyond"] == ["words"]
    assert first["longest_sentence"]["line"] == 8
    assert first["sources"] == ["EV-01"]
    assert (check["kind"], check["questions"]) == ("quiz", {"numerical": 1, "single": 1})
    assert (test["kind"], test["minutes_counted"], test["lesson"]) == ("test", 5.0, "")


def test_objectives_levels_and_types(course: dict[str, Any]) -> None:
    (objective,) = course["objectives"]
    assert objective["taught"] == ["p-page"]
    assert [item["id"] for item in objective["practised"]] == ["q-who", "q-what", "q-many"]
    assert [(item["id"], item["page"]) for item in objective["tested"]] == [("q-why", "bank-o1"), ("q-true", "bank-o1")]
    assert course["levels"] == {
        "practice": {"remember": 1, "understand": 1, "apply": 1},
        "test": {"analyse": 1, "none": 1},
        "diagnostic": {},
        "limits": [{"level": "analyse", "least": 60, "share": 50.0}],
    }
    assert list(course["interactions"].items()) == [("single", 3), ("numerical", 1), ("truefalse", 1)]


def test_explanations_and_keys(course: dict[str, Any]) -> None:
    assert course["feedback"]["unexplained"] == [{"id": "q-what", "path": "c/en/01-lesson/02-check.md", "lines": [12]}]
    assert course["keys"] == {
        "places": [{"options": 2, "places": [1, 1]}, {"options": 3, "places": [0, 1, 0]}],
        "longest_right": 2,
        "single": 3,
    }


def test_sources_and_terms(course: dict[str, Any]) -> None:
    cited = course["citations"]
    assert (cited["cited"], cited["resolved"], cited["verified"], cited["missing"]) == (1, 1, 1, [])
    assert cited["marks"] == {"": 1}
    assert cited["sources"][0]["pages"] == ["p-page"]
    assert course["glossary"] == [{"id": "gender-lens", "term": "Gender lens", "page": "p-page", "linked": True}]


def test_findings_have_places(course: dict[str, Any]) -> None:
    assert {(one["code"], one["path"]) for one in course["findings"]} >= {("X101", PAGE)}


def test_bad_courses_are_reported_as_far_as_they_can_be_read(tmp_path: Path) -> None:
    files = {
        "programme.yaml": "id: p\ntitle: P\nlanguages: [en]\nsource_language: en\ncourses: [c, d]\n",
        PAGE: page("A claim. [@Z-01] Another. [@EV-99]"),
    }
    found = report(tmp_path, files)
    assert found["failed"]
    assert found["courses"][0]["citations"]["missing"] == ["EV-99"]
    assert (found["courses"][0]["citations"]["verified"], found["courses"][0]["citations"]["cited"]) == (0, 2)
    assert [(one["folder"], len(one["findings"])) for one in found["unread"]] == [("d", 1)]


def test_the_same_programme_makes_the_same_report(tmp_path: Path) -> None:
    assert json.dumps(report(tmp_path / "a")) == json.dumps(report(tmp_path / "b"))


@pytest.mark.parametrize(
    ("review_by", "on", "due"),
    [
        ("2027-05-22", date(2027, 5, 21), False),
        ("2027-05-22", date(2027, 5, 22), True),
        ("2027-12", date(2027, 12, 30), False),
        ("2027-12", date(2027, 12, 31), True),
        ("2028-02", date(2028, 2, 28), False),
        ("2028-02", date(2028, 2, 29), True),
    ],
)
def test_days_of_review(review_by: str, on: date, *, due: bool) -> None:
    assert is_due(review_by, on) is due
