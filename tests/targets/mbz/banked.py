"""The bank of a course by itself, and what a reader of ``questions.xml`` makes of it, knowing nothing of our model."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.model import question as q
from builder.model.alone import classroom_of
from builder.model.course import Course, Page
from builder.targets.base import Context
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.planning import plan_of
from builder.targets.mbz.questions.bank import Bank
from builder.targets.mbz.xml import Element
from builder.targets.moodlexml import TARGET as MOODLE_XML
from tests.support import question_samples as s
from tests.targets.bank_samples import package_of
from tests.targets.samples import programme


def bank_of(course: Course) -> tuple[Bank, Element, list[Diagnostic]]:
    """The bank, the root of its file, and what it reported."""
    ledger = Ledger(plan_of(classroom_of(course)), Context(programme()))
    bank = Bank(ledger)
    return bank, bank.listing(), ledger.diagnostics


def course_of(*questions: q.Question, banks: tuple[Page, ...] = (), **rules: object) -> Course:
    """A course of one test with these questions."""
    return replace(s.course(s.page(s.quiz("quiz-1", "test", questions, **rules)), banks=banks), delivery="mixed")


def bank_page(id: str, *questions: q.Question) -> Page:
    return s.page(s.quiz(f"{id}-quiz", "bank", questions), id)


def entries(root: Element) -> dict[str, Element]:
    """The questions that are no fields of others, by their idnumber."""
    found = (
        (entry.findtext("idnumber") or "", next(entry.iter("question"))) for entry in root.iter("question_bank_entry")
    )
    return {name: question for name, question in found if question.findtext("parent") == "0"}


def fields(root: Element, question: Element) -> list[Element]:
    """The fields of a Cloze question, in their order."""
    by_id = {one.get("id"): one for one in root.iter("question")}
    return [by_id[number] for number in (question.findtext(".//sequence") or "").split(",")]


def drawn(root: Element, category: int, *, deep: bool, tag: str) -> set[str]:
    """What a random slot of Moodle's takes from (``random_question_loader``): no fields, no descriptions."""
    rows = {row.get("id"): row for row in root}
    here = {str(category)}
    if deep:
        while more := {name for name, row in rows.items() if row.findtext("parent") in here} - here:
            here |= more  # type: ignore[arg-type]
    found = set()
    for name in here:
        for entry in rows[name].iter("question_bank_entry"):
            one = next(entry.iter("question"))
            tags = [each.text for each in one.iterfind("tags/tag/rawname")]
            if one.findtext("parent") == "0" and one.findtext("qtype") != "description" and (not tag or tag in tags):
                found.add(entry.findtext("idnumber") or "")
    return found


def kept(*questions: q.Question) -> tuple[Element, dict[str, Element]]:
    """The root of ``questions.xml`` of a test with these, and the questions in it."""
    course = replace(package_of(*questions).course, delivery="mixed")
    root = bank_of(course)[1]
    return root, entries(root)


def imported(*questions: q.Question) -> dict[str, Element]:
    """The same in Moodle XML."""
    data = MOODLE_XML.build(package_of(*questions), Context(programme())).entries[0].data
    return {one.findtext("idnumber") or "": one for one in etree.fromstring(data) if one.get("type") != "category"}


def texts(element: Element, *paths: str) -> list[tuple[str, ...]]:
    """Texts of several paths side by side, without the space around them."""
    return list(zip(*([(one.text or "").strip() for one in element.iterfind(path)] for path in paths), strict=True))
