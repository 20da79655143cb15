"""Restoring in a real Moodle: nothing is lost, and what stands there is what the model says."""

from __future__ import annotations

import tarfile
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from lxml import etree

from builder.archive import tgz_bytes
from builder.diagnostics import Severity
from builder.model.alone import classroom_of
from builder.model.course import Course, Page, Programme
from builder.model.outline import DELIVERIES, Classroom
from builder.source.classroom import load_classroom
from builder.source.load import load_course, load_programme
from builder.targets.base import Context
from builder.targets.mbz import build_classroom
from builder.targets.mbz.planning import plan_of
from builder.validate.run import validate
from tests.moodle.expected import differences
from tests.moodle.site import ask, needs_moodle, restore
from tests.support.everything import everything

pytestmark = needs_moodle

COURSES = Path(__file__).parents[2] / "courses"


@cache
def programme() -> tuple[Programme, Classroom]:
    """Our own programme."""
    found, _ = load_programme(COURSES)
    assert found is not None
    courses = {folder: load_course(found, folder, "en")[0] for folder in found.courses}
    room, _ = load_classroom(found, "en", {folder: course for folder, course in courses.items() if course is not None})
    assert room is not None
    return found, room


def rooms() -> dict[str, tuple[Programme, Classroom]]:
    found, ours = programme()
    whole, every = everything()
    cases = {"programme": (found, ours)}
    for delivery in DELIVERIES:
        essentials = ours.courses["tg-101-essentials"]
        cases[f"essentials-{delivery}"] = (found, classroom_of(replace(essentials, delivery=delivery)))
        cases[f"everything-{delivery}"] = (whole, classroom_of(replace(drawable(every), delivery=delivery)))
    return cases


def drawable(course: Course) -> Course:
    """``course`` with draws that need no questions Moodle cannot ask."""

    def page(one: Page) -> Page:
        if one.quiz is None:
            return one
        draws = tuple(replace(draw, count=min(draw.count, 12)) for draw in one.quiz.draws)
        return replace(one, quiz=replace(one.quiz, draws=draws))

    return replace(course, lessons=tuple(replace(one, pages=tuple(map(page, one.pages))) for one in course.lessons))


@cache
def restored(name: str) -> tuple[Classroom, int]:
    """The classroom, and the course that a Moodle made of its backup."""
    found, room = rooms()[name]
    file = written(name)
    assert file.stat().st_size > 0, found.id
    return room, restore(file)


@cache
def written(name: str) -> Path:
    found, room = rooms()[name]
    product = build_classroom(room, Context(found))
    errors = [one for one in product.diagnostics if one.code.severity is Severity.ERROR]
    assert not errors, errors
    file = Path(mkdtemp(prefix="coursewright-")) / f"{name}.mbz"
    file.write_bytes(tgz_bytes(product.entries))
    return file


@cache
def described(name: str) -> dict[str, Any]:
    return ask("describe", course=restored(name)[1])


NAMES = ("programme", *(f"{kind}-{delivery}" for kind in ("essentials", "everything") for delivery in DELIVERIES))


@pytest.mark.parametrize("name", NAMES)
def test_sections_rules_completion_and_grades_equal_the_model(name: str) -> None:
    room, _ = restored(name)
    assert differences(plan_of(room), described(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_file_is_lost(name: str) -> None:
    before = Counter(files_in(written(name)))
    after = {one["name"]: one["files"] for section in described(name)["sections"] for one in section["modules"]}
    assert {module: after[module] for module in before} == before


def files_in(file: Path) -> list[str]:
    """For each file of a backup that belongs to a module, the name of the module."""
    with tarfile.open(file) as archive:
        documents = {
            one.name: etree.fromstring(archive.extractfile(one).read())  # type: ignore[union-attr]
            for one in archive.getmembers()
            if one.name == "files.xml" or one.name.endswith("/module.xml")
        }
    names = {
        str(int(root.get("id", "0")) + 10_000): root.findtext("idnumber") or ""
        for path, root in documents.items()
        if path != "files.xml"
    }
    contexts = [one.findtext("contextid") for one in documents["files.xml"]]
    return [names[context] for context in contexts if context in names]


@pytest.mark.parametrize("name", NAMES)
def test_every_question_is_there_with_its_type_and_points(name: str) -> None:
    there = Counter((one["id"], one["kind"], one["points"]) for one in described(name)["questions"])
    assert there == bank_of(written(name))


def bank_of(file: Path) -> Counter[tuple[str | None, str, float]]:
    """Idnumber, type and points of every question of a backup that is no part of another."""
    with tarfile.open(file) as archive:
        member = archive.extractfile("questions.xml")
        assert member is not None
        root = etree.fromstring(member.read())
    found: Counter[tuple[str | None, str, float]] = Counter()
    for entry in root.iter("question_bank_entry"):
        for question in entry.iter("question"):
            if question.findtext("parent") == "0":
                idnumber = entry.findtext("idnumber")
                mark = float(question.findtext("defaultmark") or 0)
                kind = question.findtext("qtype") or ""
                found[None if idnumber in ("$@NULL@$", "", None) else idnumber, kind, mark] += 1
    return found


def test_restoring_twice_gives_two_courses_that_share_nothing() -> None:
    first = described("programme")
    second_course = restore(written("programme"))
    second = ask("describe", course=second_course)
    assert second_course != restored("programme")[1]
    strip = ("address",)
    assert {key: value for key, value in second.items() if key not in strip} == {
        key: value for key, value in first.items() if key not in strip
    }
    assert ask("shared", courses=[restored("programme")[1], second_course])["shared"] == []


def test_moodles_own_backup_restores_again_and_validates(tmp_path: Path) -> None:
    file = tmp_path / "again.mbz"
    ask("backup", course=restored("programme")[1], file=str(file))
    again = ask("describe", course=restore(file))
    first = described("programme")
    # Without users, Moodle leaves out the entries of the glossary: they count as users' own.
    for one in (module for section in (*first["sections"], *again["sections"]) for module in section["modules"]):
        if one["kind"] == "glossary":
            one.update(items=[], files=0)
    assert again["sections"] == first["sections"]
    assert again["questions"] == first["questions"]
    assert [one for one in validate(file, "moodle").diagnostics if one.is_error] == []
