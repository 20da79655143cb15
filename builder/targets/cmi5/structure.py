"""``cmi5.xml``: the course structure (cmi5 section 13), as ``CourseStructure.xsd`` has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from lxml import etree

from builder.model.course import Objective, Programme
from builder.model.package import Package
from builder.state.reach import questions_of
from builder.targets.cmi5.ids import course_id, objective_id, unit_id
from builder.targets.document import xml_bytes
from builder.targets.safe import line

SPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"

START = "index.html"
"""The page a platform launches."""


def structure(package: Package, programme: Programme) -> bytes:
    """The course structure of ``package``: one course with one assignable unit."""
    course = package.course
    root = etree.Element(f"{{{SPACE}}}courseStructure", nsmap=cast("dict[str, str]", {None: SPACE}))
    whole = _add(root, "course", id=course_id(package, programme))
    _add_texts(whole, course.language, package.title, course.description)
    objectives = list(_objectives(package))
    if objectives:
        listed = _add(root, "objectives")
        for objective in objectives:
            one = _add(listed, "objective", id=objective_id(package, programme, objective.id))
            _add_texts(one, course.language, objective.id, objective.text)
    _add_unit(root, package, programme, objectives)
    etree.indent(root)
    return xml_bytes(root)


def _add_unit(root: etree._Element, package: Package, programme: Programme, objectives: list[Objective]) -> None:
    """The assignable unit (13.1.4). By ``moveOn`` the platform sees that it is done, as the player's rules have it."""
    course = package.course
    passes = any(quiz.pass_mark for quiz in package.graded)
    unit = _add(
        root, "au", id=unit_id(package, programme), launchMethod="AnyWindow",
        moveOn="CompletedAndPassed" if passes else "Completed",
    )  # fmt: skip
    if mark := package.pass_mark:
        unit.set("masteryScore", f"{mark / 100:g}")
    _add_texts(unit, course.language, package.title, course.description)
    if objectives:
        listed = _add(unit, "objectives")
        for objective in objectives:
            _add(listed, "objective", idref=objective_id(package, programme, objective.id))
    _add(unit, "url").text = START


def _objectives(package: Package) -> Iterator[Objective]:
    """The objectives of the course; for a lesson by itself those that it names."""
    course = package.course
    named = {name for lesson in package.lessons for name in lesson.objectives}
    named |= {name for page in package.pages for name in page.objectives}
    named |= {question.objective for question in questions_of(package).values()}
    whole = package.lessons == course.lessons
    return (objective for objective in course.objectives.values() if whole or objective.id in named)


def _add_texts(parent: etree._Element, language: str, title: str, description: str) -> None:
    """Title and description, both of which must be there."""
    for name, text in (("title", line(title)), ("description", line(description) or line(title))):
        _add(_add(parent, name), "langstring", lang=language).text = text


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{SPACE}}}{name}", attributes)
