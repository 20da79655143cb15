"""cmi5: the course structure against the schema and the specification's rules."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from builder.archive import zip_bytes
from builder.model.constructs import CONSTRUCTS
from builder.model.course import Objective
from builder.model.package import Package, packages_of
from builder.model.quiz import Quiz
from builder.targets import cmi5
from builder.targets.base import Context
from builder.targets.cmi5.ids import course_id, unit_id
from builder.targets.cmi5.structure import SPACE, structure
from builder.targets.safe import line
from tests.support import schemas
from tests.support.everything import everything
from tests.targets.samples import PAGES, PLACE, course, package, page, programme

OBJECTIVES = {name: Objective(name, f"Explain {name}", PLACE) for name in ("O1", "O2")}


def read(of: Package, **changes: object) -> etree._Element:
    return etree.fromstring(structure(of, programme(**changes)))


def unit_of(of: Package) -> etree._Element:
    (unit,) = read(of).iter(f"{{{SPACE}}}au")
    return unit


def texts(root: etree._Element, path: str) -> list[str]:
    return [one.text or "" for one in root.iterfind(path, {"c": SPACE})]


def with_tests(*quizzes: Quiz) -> Package:
    """A package with tests."""
    pages = tuple(replace(page(quiz.id), kind="test", quiz=quiz) for quiz in quizzes)
    whole = course()
    return package(lessons=(replace(whole.lessons[0], pages=(*whole.lessons[0].pages, *pages)),))


def quiz(id: str, mark: int | None, weight: int = 1) -> Quiz:
    return Quiz(id=id, role="test", intro=(), questions=(), span=PLACE, pass_mark=mark, weight=weight)


def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(schemas.schemas_folder() / "cmi5" / "CourseStructure.xsd"))


def test_the_schema_accepts_the_structure() -> None:
    whole = course(objectives=OBJECTIVES)
    lessons = packages_of(replace(whole, package="lesson"))
    for one in (package(), package(description=""), with_tests(quiz("t", 60)), *packages_of(whole), *lessons):
        assert schema().validate(read(one)), schema().error_log
    made = packages_of(everything()[1])[0]
    assert schema().validate(etree.fromstring(structure(made, everything()[0])))


def test_the_schema_can_refuse() -> None:
    broken = structure(package(), programme()).replace(b'moveOn="Completed"', b'moveOn="Done"')
    assert not schema().validate(etree.fromstring(broken))


@pytest.mark.parametrize(
    ("of", "mastery", "move_on"),
    [
        (package(), None, "Completed"),
        (with_tests(quiz("t", None)), None, "Completed"),
        (with_tests(quiz("t", 60)), "0.6", "CompletedAndPassed"),
        (with_tests(quiz("t", 100)), "1", "CompletedAndPassed"),
        (with_tests(quiz("t", 55)), "0.55", "CompletedAndPassed"),
        (with_tests(quiz("t", 60), quiz("u", 80)), None, "CompletedAndPassed"),
        (with_tests(quiz("t", 60, weight=0)), None, "CompletedAndPassed"),
    ],
)
def test_how_a_unit_is_satisfied_follows_the_players_rules(of: Package, mastery: str | None, move_on: str) -> None:
    unit = unit_of(of)
    assert (unit.get("masteryScore"), unit.get("moveOn"), unit.get("launchMethod")) == (mastery, move_on, "AnyWindow")


def test_ids_are_absolute_and_unique_and_stay() -> None:
    whole = package(objectives=OBJECTIVES)
    for changes in ({}, {"url": ""}, {"url": "example.org"}, {"url": "https://example.org/a b"}):
        root = read(whole, **changes)
        ids = [value for one in root.iter() if (value := one.get("id"))]
        assert len({*ids}) == len(ids) == 4
        assert all(re.fullmatch(r"[a-z]+:[^\s<>\"{}|\\^`]+", value) for value in ids)
    assert course_id(whole, programme()) == "https://example.org/programme/tg-101/fr"
    assert course_id(whole, programme(url="")) == "urn:coursewright:programme:tg-101:fr"
    same = package(title="New", edition="Next", description="", objectives=OBJECTIVES)
    assert unit_id(same, programme()) == unit_id(whole, programme())


def test_each_lesson_and_each_language_has_ids_of_its_own() -> None:
    lessons = packages_of(course(package="lesson"))
    others = packages_of(course(package="lesson", language="en"))
    assert len({course_id(one, programme()) for one in (*lessons, *others)}) == 4


def test_it_says_what_the_author_said() -> None:
    root = read(package(objectives=OBJECTIVES))
    assert texts(root, "c:course/c:title/c:langstring") == [line(course().title)]
    assert texts(root, "c:au/c:description/c:langstring") == ["Une description sur deux lignes."]
    assert texts(root, "c:objectives/c:objective/c:description/c:langstring") == ["Explain O1", "Explain O2"]
    assert {one.get("lang") for one in root.iter(f"{{{SPACE}}}langstring")} == {"fr"}
    known = [one.get("id") for one in root.iterfind("c:objectives/c:objective", {"c": SPACE})]
    assert known == [one.get("idref") for one in root.iterfind("c:au/c:objectives/c:objective", {"c": SPACE})]


def test_a_lesson_names_its_own_objectives() -> None:
    whole = course(objectives=OBJECTIVES, package="lesson")
    one = replace(whole.lessons[0], objectives=("O2",))
    first, second = packages_of(replace(whole, lessons=(one, whole.lessons[1])))
    assert texts(read(first), "c:objectives/c:objective/c:title/c:langstring") == ["O2"]
    assert texts(read(second), "c:objectives/c:objective/c:title/c:langstring") == []


def test_the_unit_begins_at_a_file_of_the_package_and_asks_for_nothing() -> None:
    (url,) = texts(read(package()), "c:au/c:url")
    assert url in {entry.path for entry in PAGES}
    assert not urlsplit(url).query
    assert not texts(read(package()), "c:au/c:launchParameters")


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1).filter(line))
def test_any_text_passes(text: str) -> None:
    root = read(package(title=text, description=text))
    assert texts(root, "c:au/c:title/c:langstring") == [line(text)]


def test_a_package_holds_the_structure_and_pages_that_may_talk_to_a_store() -> None:
    made = everything()
    product = cmi5.build(packages_of(made[1])[0], Context(made[0]))
    assert zip_bytes(product.entries) == zip_bytes(cmi5.build(packages_of(made[1])[0], Context(made[0])).entries)
    files = {entry.path: entry.data for entry in product.entries}
    assert {"cmi5.xml", "index.html", "cw/cmi5.js"} <= {*files}
    for path, data in files.items():
        if path.endswith(".html"):
            assert b"default-src 'self'; connect-src 'self' https: http:\"" in data, path
    assert b'"lms":"cmi5"' in files["cw/player.js"]


def test_support_names_every_construct() -> None:
    assert {*cmi5.TARGET.support} == {one.id for one in CONSTRUCTS}
