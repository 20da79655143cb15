"""Moodle XML: the questions of a package as a bank in one file, for Moodle's question import (4.4 or later; ordering
questions need a plug-in before)."""

from __future__ import annotations

from lxml import etree

from builder.archive import Entry
from builder.diagnostics.bank_codes import NO_QUESTIONS
from builder.model.course import Course
from builder.model.package import Package
from builder.targets.banks import Unit, category_id, category_of, category_path, units_of
from builder.targets.base import Context, Product, Target
from builder.targets.document import xml_bytes
from builder.targets.fragments import Fragments
from builder.targets.moodlexml.questions import element_of
from builder.targets.moodlexml.sheet import Sheet, address
from builder.targets.moodlexml.support import SUPPORT
from builder.targets.prompts import Prompts

SUFFIX = ".xml"


def build(package: Package, context: Context) -> Product:
    """All questions that have a form, by objective; the others are in the loss report."""
    del context
    prompts = Prompts(Fragments(package.course, address))
    root = etree.Element("quiz")
    here: tuple[str, ...] = ()
    for unit in units_of(package):
        element = element_of(unit, prompts)
        if element is None:
            continue
        names = category_of(unit, package.course)
        if names != here:
            about = _about(unit, package.course)
            root.extend(
                _category(names[:depth], *about[depth - 1], prompts)
                for depth in range(1, len(names) + 1)
                if depth == len(names) or names[:depth] != here[:depth]
            )
            here = names
        root.append(element)
    missing = [] if len(root) else [NO_QUESTIONS.at(package.course.span, package=package.id, target=TARGET.name)]
    etree.indent(root)
    data = xml_bytes(root)
    return Product((Entry(f"{package.id}{SUFFIX}", data),), tuple(missing))


def _about(unit: Unit, course: Course) -> list[tuple[str, str]]:
    """The id and the description of each category above a question."""
    about = [(f"{course.id}-{course.language}", course.description)]
    if unit.objective in course.objectives:
        about.append((f"{about[0][0]}-{unit.objective}", course.objectives[unit.objective].text))
    if unit.scenario:
        about.append((f"{about[0][0]}-{unit.scenario.id}", ""))
    return about


def _category(names: tuple[str, ...], id: str, info: str, prompts: Prompts) -> etree._Element:
    sheet = Sheet(prompts, "category")
    sheet.plain("category", category_path(names))
    if info:
        sheet.plain("info", info).set("format", "plain_text")
    sheet.value("idnumber", category_id(names, id))
    return sheet.root


TARGET = Target("moodlexml", "Moodle XML question bank", build, suffix=SUFFIX, single=True, support=SUPPORT)
