"""A backup of our own is broken at every place that names something else; nothing of it passes in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

import pytest
from lxml import etree

from builder.diagnostics import Severity
from builder.model.outline import Section
from builder.model.rule import Done, Every, Member, Scored, Some
from builder.targets.base import Context
from builder.targets.mbz.backup import backup
from tests.targets.mbz.rooms import entry, room, section, taught
from tests.targets.samples import PLACE, programme
from tests.validate.breaking import Break, Judge, breaks
from tests.validate.whole_backup import files

WARNINGS = frozenset({"B36", "B38", "B45", "B48", "B52", "B55", "B56", "B63", "B65", "B70", "B75"})
"""Rules that are enough where a place is broken: restore goes by another place, or Moodle lets its own authors leave
such a thing behind, so that it stands in backups of its own."""

FREE = frozenset({"completion.xml is gone"})
"""No harm: what a course asks for to be complete may be nothing."""

NAMED = (
    "module.xml module@id", "module.xml module/sectionid", "module.xml module/modulename",
    "sections/…/own.xml section@id", "section.xml section/sequence strange", "section.xml section/sequence short",
    "course.xml course@id", "…/own.xml activity@contextid", "…/own.xml activity@moduleid", "activity/moduleid",
    "activity/sectionid", "activity/directory", "section/sectionid", "section/directory", "course/courseid",
    "activity is not listed", "section is not listed", "setting/activity", "setting/section", "setting/name",
    "original_course_contextid", "availability completion.cm", "availability grade.id", "availability group.id",
    "availabilityjson completion.cm", "availabilityjson group.id", "course_completion_criteria/moduleinstance",
    "module/completiongradeitemnumber", "grade_item/categoryid", "grade_category/parent", "grade_category/path",
    "grade_item/iteminstance", "inforef.xml file/id", "inforef.xml grade_item/id",
    "inforef.xml question_category/id", "inforef.xml role/id", "inforef.xml file is gone",
    "inforef.xml grade_item is gone", "inforef.xml question_category is gone", "inforef.xml role is gone",
    "override/roleid", "enrol/roleid", "file/contenthash", "file/contextid", "file/component", "file/filearea",
    "file/itemid", "file/filepath", "file/filename", "contents is gone", "contents changed", "contents longer",
    "question_reference/questionbankentryid", "question_reference/usingcontextid",
    "question_reference/component", "question_set_reference/questionscontextid", "filtercondition values.",
    "filtercondition .questioncategoryid", "filtercondition tags.", "question_instance/quizgradeitemid",
    "section/firstslot", "question_category/parent", "question_category/contextid",
    "question_category/contextlevel", "question_bank_entry/questioncategoryid", "question/parent",
    "multianswer/sequence strange", "multianswer/sequence short", "truefalse/trueanswer",
    "truefalse/falseanswer", "numerical_record/answer", "tag@contextid", "question/questiontext: shown file",
    "answer/answertext: shown file", "answer/feedback: shown file", "page/content: shown file",
    "chapter/content: shown file", "page/content: link", "page/content: type of link",
    "data/addtemplate: shown field", "item/dependitem", "item/dependvalue", "scorm/launch", "scorm/reference",
    "scorm/sha1hash", "sco/launch", "sco/parent", "sco/organization",
)  # fmt: skip
"""Kinds of places that must be among those that were found and broken."""


@cache
def judge() -> Judge:
    return Judge(files())


def found(broken: Break | None = None) -> dict[str, str]:
    """The rules that are broken, with what is said; notes left out."""
    return {one.code.id: one.message for one in judge()(broken) if one.code.severity is not Severity.NOTE}


def is_caught(broken: Break) -> bool:
    serious = {one.code.id for one in judge()(broken) if one.is_error}
    return bool(serious or WARNINGS & found(broken).keys()) or broken.kind in FREE


def test_the_whole_backup_is_right() -> None:
    assert found() == {}


def test_every_broken_place_is_found() -> None:
    every = breaks(files())
    assert [name for name in NAMED if not any(kind.endswith(name) or name in kind for kind in every)] == []
    assert [kind for kind, broken in every.items() if not is_caught(broken)] == []


def categories() -> list[str]:
    root = judge().roots["questions.xml"]
    return [one.get("id", "") for one in root.iterfind("question_category")]


def test_every_category_of_questions_must_be_named() -> None:
    there = categories()
    assert len(there) > 5
    assert [id_ for id_ in there if "B40" not in {one.code.id for one in _without(id_)}] == []


def _without(category: str) -> Iterator[object]:
    """What is said when no quiz names a category."""
    roots = dict(judge().roots)
    for path in [path for path in roots if path.startswith("activities/quiz_") and path.endswith("inforef.xml")]:
        copy = etree.fromstring(etree.tostring(roots[path]))
        for one in copy.xpath(f"//question_category[id='{category}']"):
            one.getparent().remove(one)
        roots[path] = copy
    other = Judge({})
    other.files, other.roots = judge().files, roots
    return iter(other())


def test_two_activities_cannot_share_a_context() -> None:
    forum = next(path for path in files() if path.endswith("/forum.xml"))
    label = next(path for path in files() if path.endswith("/label.xml"))
    context = judge().roots[label].get("contextid", "")

    def share(root: etree._Element) -> None:
        root.set("contextid", context)

    assert "B50" in found(Break("", forum, share))


DONE, THERE = partial(Done, state="done", span=PLACE), Member("waived", PLACE)


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ((section("a", entry("welcome", opens=DONE("note"))), section("b", entry("note", completes="manual"))), ""),
        (
            (
                section("a", entry("welcome", opens=DONE("consent"))),
                section("b", entry("consent", opens=DONE("welcome"))),
            ),
            "Title of consent, Title of welcome",
        ),
        (
            (section("a", entry("welcome"), opens=DONE("welcome")),),
            "Title of welcome",
        ),
        (
            (
                section("a", entry("welcome"), opens=DONE("consent")),
                section("b", entry("consent"), opens=DONE("welcome")),
            ),
            "Title of consent, Title of welcome",
        ),
        (
            (
                section("a", entry("welcome", opens=Every((THERE, Some((DONE("consent"),)))))),
                section("b", entry("consent"), opens=Every((THERE, DONE("welcome")))),
            ),
            "Title of consent, Title of welcome",
        ),
        (
            (
                section("a", entry("welcome", opens=Some((THERE, DONE("consent"))))),
                section("b", entry("consent", opens=DONE("welcome"))),
            ),
            "",
        ),
        (
            (
                section("a", entry("tg:p-final", opens=DONE("consent"))),
                section("b", entry("consent", opens=Scored("tg/p-final", 60, None, PLACE))),
            ),
            "Title of consent, p-final",
        ),
    ],
)
def test_circles_go_through_activities_sections_and_grades(sections: tuple[Section, ...], expected: str) -> None:
    made = backup(room(*sections, courses=[taught()]), Context(programme(languages=("en",), source_language="en")), "x")
    said = {one.code.id: one.message for one in Judge({one.path: one.data for one in made.entries})()}
    assert ", ".join(sorted(set(re.findall("“(.*?)”", said.get("B21", ""))))) == expected
