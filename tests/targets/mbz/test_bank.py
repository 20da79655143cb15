"""The question bank of a backup: categories, entries, what draws take from."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from builder.model import question as q
from builder.model.course import Course
from builder.model.quiz import Draw
from builder.model.text import Link, Paragraph
from builder.state.reach import pool_of
from builder.targets.base import Context
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.questions.bank import Bank
from builder.targets.mbz.xml import document
from builder.targets.moodlexml import TARGET as MOODLE_XML
from tests.support import question_samples as s
from tests.support.everything import everything
from tests.targets.bank_samples import package_of
from tests.targets.mbz.banked import bank_of, bank_page, course_of, drawn, entries
from tests.targets.mbz.rooms import entry, plan, section
from tests.targets.samples import programme


def mixed() -> Course:
    """Two banks and the test's own questions for O1, one bank for O2; a second test without draws, a lost bank."""
    banks = (
        bank_page("bank-a", s.single("a-1"), s.truefalse("a-2"), s.vote("a-3"), s.scenario("a-4")),
        bank_page("bank-b", s.single("b-1"), s.multiple("b-2")),
    )
    draws = (
        Draw(1, "O1", "bank-a", s.AT),
        Draw(1, "O1", "", s.AT),
        Draw(1, "O2", "", s.AT),
        Draw(1, "", "bank-b", s.AT),
        Draw(1, "", "", s.AT),
    )
    exam = s.page(s.quiz("exam", "test", (s.single("own-1"), s.reflection("own-2")), draws=draws), "p-exam")
    fixed = s.page(s.quiz("fixed", "test", (s.single("fixed-1"), s.scenario("fixed-2")), attempts=1), "p-fixed")
    lesson = s.page(s.quiz("check", "quiz", (s.single("check-1"),)), "p-check")
    return replace(s.course(exam, fixed, lesson, banks=banks), delivery="mixed")


def test_a_draw_takes_from_exactly_what_it_can_reach() -> None:
    for course in (mixed(), everything()[1], replace(everything()[1], delivery="native")):
        bank, root, _ = bank_of(course)
        known = {name: 0 if one.findtext("defaultmark") == "0" else 1 for name, one in entries(root).items()}
        asked = 0
        for quiz in course.quizzes:
            for draw in quiz.draws if quiz.role == "test" else ():
                pool = bank.pool(course, quiz, draw)
                expected = {unit.id for unit in pool_of(course, quiz, draw) if known.get(unit.id)}
                assert drawn(root, pool.category, deep=pool.deep, tag=pool.tag) == expected == pool.ids
                asked += 1
        assert asked >= 3


def named(course: Course) -> list[str]:
    """The pools of a course's first quiz: a category, ``/`` for those below it too, a tag where it takes one."""
    bank, root, _ = bank_of(course)
    quiz = next(course.quizzes)
    names = {int(row.get("id", "")): row.findtext("name") for row in root}
    pools = [bank.pool(course, quiz, draw) for draw in quiz.draws]
    return [f"{names[pool.category]}{'/' * pool.deep}{pool.tag}" for pool in pools]


def test_a_category_is_named_where_one_holds_the_pool() -> None:
    assert named(mixed()) == [
        "Page bank-a", "O1: Objective O1/", "O2: Objective O2", "A course/draw:1", "A course/draw:2",
    ]  # fmt: skip


def test_draws_that_name_banks_alone_get_categories_by_bank() -> None:
    banks = (bank_page("a", s.single("a-1"), s.multiple("a-2")), bank_page("b", s.single("b-1"), s.multiple("b-2")))
    draws = (Draw(1, "", "a", s.AT), Draw(2, "", "b", s.AT), Draw(1, "O2", "b", s.AT))
    assert named(course_of(banks=banks, draws=draws)) == ["Page a/", "Page b/", "O2: Objective O2"]


def test_what_is_not_drawn_stands_apart_from_what_is() -> None:
    drawn_from = s.page(
        s.quiz("one", "test", (s.single("a"), s.reflection("b")), draws=(Draw(1, "O1", "", s.AT),)), "p-1"
    )
    fixed = s.page(s.quiz("two", "test", (s.single("c"), s.multiple("d"))), "p-2")
    course = replace(s.course(drawn_from, fixed), delivery="mixed")
    assert named(course) == ["O1: Objective O1"]
    held = {row.findtext("name"): [one.text for one in row.iter("idnumber")][1:] for row in bank_of(course)[1]}
    assert {name: ids for name, ids in held.items() if ids} == {
        "O1: Objective O1": ["a"],
        "Page p-1": ["b"],
        "Page p-2": ["c"],
        "O2: Objective O2": ["d"],
    }


def test_one_bank_for_an_objective_needs_no_category_of_its_own() -> None:
    course = course_of(banks=(s.bank(4),), draws=(Draw(2, "O1", "bank-1", s.AT),))
    bank, root, _ = bank_of(course)
    assert [row.findtext("name") for row in root] == ["top", "A course", "O1: Objective O1"]
    assert bank.pool(course, next(course.quizzes), next(course.quizzes).draws[0]).tag == ""


def test_categories_hang_together() -> None:
    course = mixed()
    bank, root, _ = bank_of(course)
    numbers = [row.get("id") for row in root]
    assert tuple(map(int, numbers)) == bank.categories(course)  # type: ignore[arg-type]
    assert [row.findtext("parent") for row in root].count("0") == 1
    assert root[0].findtext("name") == "top"
    for row in root[1:]:
        assert row.findtext("parent") in numbers
        assert {entry.findtext("questioncategoryid") for entry in row.iter("question_bank_entry")} <= {row.get("id")}
    assert {row.findtext("contextid") for row in root} == {"100"}
    for cell in ("stamp", "idnumber"):
        values = [row.findtext(cell) for row in root]
        assert len(set(values)) == len(values)


def test_categories_have_the_idnumbers_of_moodle_xml() -> None:
    package = package_of(s.single(), s.multiple())
    made = bank_of(replace(package.course, delivery="mixed"))[1]
    data = MOODLE_XML.build(package, Context(programme())).entries[0].data.decode()
    names = [row.findtext("idnumber") or "" for row in made[1:]]
    assert len(names) == 3
    assert all(f"<idnumber>{name}</idnumber>" in data for name in names)


def test_only_what_a_test_asks_and_what_banks_hold() -> None:
    names = set(entries(bank_of(mixed())[1]))
    assert {"a-1", "a-2", "a-4", "b-1", "b-2", "own-1", "own-2", "fixed-1", "q-case-1", "q-case-2"} < names
    assert not {"a-3", "check-1"} & names


def test_lesson_quizzes_are_there_when_they_are_quizzes_of_moodle() -> None:
    assert "check-1" in entries(bank_of(replace(mixed(), delivery="native"))[1])
    bank, root, _ = bank_of(replace(mixed(), delivery="scorm"))
    assert len(root) == 0
    assert bank.listing().tag == "question_categories"


def test_every_old_id_is_given_once_and_nothing_is_empty() -> None:
    for course in (mixed(), replace(everything()[1], delivery="native")):
        _, root, _ = bank_of(course)
        for tag, number in Counter((one.tag, one.get("id")) for one in root.iter() if one.get("id")).items():
            assert number == 1, tag
        for container in ("question_hints", "answers", "tags", "question_bank_entries", "numerical_units"):
            assert all(len(one) for one in root.iter(container))
        assert all(len(one) for one in root.iter() if str(one.tag).startswith("plugin_"))


def test_nothing_in_it_is_of_today_or_of_this_machine() -> None:
    first, second = (bank_of(mixed())[1] for _ in range(2))
    assert document(first) == document(second)
    stamps = [one.findtext("stamp") for one in first.iter("question")]
    stamps = [stamp for stamp in stamps if stamp]
    assert len(set(stamps)) == len(stamps) > 10
    for cell in ("timecreated", "timemodified", "createdby", "modifiedby"):
        assert {one.findtext(cell) for one in first.iter("question") if len(one)} == {"0"}


def test_two_courses_share_the_top_and_nothing_else() -> None:
    every = (Draw(1, "", "", s.AT),)
    courses = [replace(course_of(s.single(), draws=every), folder=name, id=name) for name in ("one", "two")]
    made = plan(section("s", entry("one:"), entry("two:")), courses=courses)
    bank = Bank(Ledger(made, Context(programme())))
    first, second = (set(bank.categories(course)) for course in courses)
    assert len(first & second) == 1
    root = bank.listing()
    assert [row.findtext("name") for row in root] == ["top", *["A course", "O1: Objective O1"] * 2]
    assert bank.entry(courses[0], "q-single") != bank.entry(courses[1], "q-single")
    stamps = [one.text for one in root.iter("stamp")]
    assert len(set(stamps)) == len(stamps)
    taken = [bank.pool(course, next(course.quizzes), every[0]) for course in courses]
    assert all(
        {pool.category} <= set(bank.categories(course)) - (first & second)
        for pool, course in zip(taken, courses, strict=True)
    )


def test_a_question_without_a_form_has_no_entry() -> None:
    course = course_of(s.single(), s.vote())
    bank, root, _ = bank_of(course)
    assert bank.entry(course, "q-vote") == 0
    assert [one.get("id") for one in root.iter("question_bank_entry")] == [str(bank.entry(course, "q-single"))]


def test_links_lead_to_modules() -> None:
    said = (Paragraph((Link("01-lesson/p-2.md", s.words("there"), "", s.AT),), s.AT),)
    page = s.page(s.quiz("exam", "test", (replace(s.single(), feedback=said),)), "p-exam")
    course = replace(s.course(page, s.page(s.quiz("c", "practice", ()), "p-2")), delivery="native")
    general = entries(bank_of(course)[1])["q-single"].findtext("generalfeedback") or ""
    assert general.startswith('<p><a href="$@PAGEVIEWBYID*')


@pytest.mark.parametrize("length", [60, 300])
def test_long_ids_and_names_fit(length: int) -> None:
    name = "<" * length
    question = s.single("q-" + "x" * length, title=name)
    _, root, _ = bank_of(replace(course_of(question), title=name))
    for one in root.iter("name", "stamp"):
        assert 0 < len(one.text or "") <= 255
        assert "<" not in (one.text or "")
    assert all(len(one.text or "") <= 100 for one in root.iter("idnumber"))


def test_a_scenario_is_whole_where_it_is_drawn_and_apart_where_it_is_not() -> None:
    course = mixed()
    bank, root, found = bank_of(course)
    assert found == []
    whole = entries(root)["a-4"]
    assert whole.findtext("qtype") == "multianswer"
    assert str(bank.entry(course, "a-4")) == whole.get("id")
    assert bank.parts(course, "a-4") == ()
    kinds = {one.get("id"): one.findtext("qtype") for one in root.iter("question") if len(one)}
    parts = bank.parts(course, "fixed-2")
    assert [kinds[str(part)] for part in parts] == ["description", "multichoice", "truefalse"]
    assert parts[1:] == (bank.entry(course, "q-case-1"), bank.entry(course, "q-case-2"))
    text = next(one for one in root.iter("question") if one.get("id") == str(parts[0]))
    told = text.findtext("questiontext") or ""
    assert told.index("<strong>The border at Maravia</strong>") < told.index("tomatoes")
    assert (text.findtext("defaultmark"), text.findtext("length")) == ("0", "0")
    asked = entries(root)["q-case-1"]
    assert "tomatoes" not in (asked.findtext("questiontext") or "")
    assert "scenario:fixed-2" in [tag.text for tag in asked.iter("rawname")]


def test_a_part_without_a_form_keeps_its_place() -> None:
    scenario = replace(s.scenario(), questions=(s.vote(), s.single()))
    course = course_of(scenario)
    parts = bank_of(course)[0].parts(course, scenario.id)
    assert [bool(part) for part in parts] == [True, False, True]


def test_a_scenario_that_cannot_be_one_question_is_not_drawn() -> None:
    scenario = replace(s.scenario(), questions=(s.single("one"), s.ordering("two"), s.matching("three")))
    course = course_of(banks=(bank_page("bank", s.single(), scenario),), draws=(Draw(1, "O1", "", s.AT),))
    bank, root, found = bank_of(course)
    assert [one.code.id for one in found] == ["Z302"]
    assert "ordering, matching" in found[0].message
    quiz = next(course.quizzes)
    assert bank.pool(course, quiz, quiz.draws[0]).ids == {"q-single"}
    assert {"one", "two", "three"} < set(entries(root))


def test_what_brings_no_points_is_drawn_only_where_nothing_does() -> None:
    unscored = (s.reflection(), s.numerical(estimate=True))
    for own, ids in (((s.single(), *unscored), {"q-single"}), (unscored, {"q-reflection", "q-numerical"})):
        course = course_of(*own, draws=(Draw(1, "O1", "", s.AT),))
        quiz = next(course.quizzes)
        assert bank_of(course)[0].pool(course, quiz, quiz.draws[0]).ids == ids


def test_a_draw_that_finds_too_little_is_an_error() -> None:
    course = course_of(s.single(), s.vote(), draws=(Draw(2, "O1", "", s.AT),))
    assert [(one.code.id, one.is_error) for one in bank_of(course)[2]] == [("Z301", True)]


def test_questions_keep_their_tags() -> None:
    assert isinstance(s.spot_text(), q.Spot)
    tags = [tag.text for tag in entries(bank_of(course_of(s.spot_text()))[1])["q-spot-text"].iter("rawname")]
    assert {"objective:O1", "quiz:quiz-1", "role:test", "language:en", "type:spot"} == set(tags)
