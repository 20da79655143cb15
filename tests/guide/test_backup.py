"""What stands beside a backup: how to restore it, what opens when, and the users to upload."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest

from builder.archive import Entry
from builder.guide.guide import beside, guide_of
from builder.guide.rules import Teller, dates_in, groups_in
from builder.guide.users import users_csv
from builder.model.activity import Assignment, Words
from builder.model.outline import Category, Classroom, Group
from builder.model.rule import Dated, Done, Every, Member, Neither, Rule, Scored, Some
from builder.targets import mbz
from builder.targets.mbz.planning import plan_of
from tests.guide.packs import backup, course, packed, told
from tests.targets.mbz.rooms import PLACE, activity, entry, room, section, taught

WEEK = 604_800
QUESTIONS = Entry(
    "questions.xml",
    b"<question_categories><question><parent>0</parent><qtype>match</qtype></question>"
    b"<question><parent>7</parent><qtype>shortanswer</qtype></question></question_categories>",
)


def programme(**rules: object) -> Classroom:
    first = section("one", entry("welcome"), entry("consent", completes="send", expected=WEEK))
    rule = Every((Done("consent", "done", PLACE), Member("nominated", PLACE)))
    second = section("two", entry("tg:", opens=rule, category="tests"), opens=Dated(2 * WEEK, None, PLACE), hidden=True)
    tests = (Category("tests", "Final tests", 3, 60, PLACE),)
    return room(first, second, courses=[taught()], categories=tests, pass_mark=50, length=26 * WEEK, **rules)


def with_more(classroom: Classroom, kind: type, name: str, **fields: object) -> Classroom:
    """``classroom`` with one more activity in its first section."""
    head, *others = classroom.outline.sections
    head = replace(head, entries=(*head.entries, entry(name)))
    made = activity(kind, name, **fields)
    outline = replace(classroom.outline, sections=(head, *others))
    return replace(classroom, outline=outline, activities={**classroom.activities, name: made})


def test_it_tells_sections_activities_and_their_rules() -> None:
    said = told(backup(programme(), QUESTIONS))
    assert (
        "Section one Activity Kind Complete by Title of welcome Page viewing Title of consent Feedback sending" in said
    )
    assert "Opens when it is 2 weeks after the start, or later. Until then it is not shown at all." in said
    assert "1. Lesson l-1 SCORM package “Title of consent” is done and the learner is in group “Nominated”" in said
    assert "2. Lesson l-2 SCORM package (the same) status passed" in said
    assert "p-final Quiz (the same) a grade of 60% or more" in said


def test_it_tells_numbers_to_compare() -> None:
    said = told(backup(programme(), QUESTIONS))
    assert "Sections 3 Activities and resources 5 Questions in the bank 1" in said
    kinds = "Feedback 1, Page 1, Quiz 1, SCORM package 2."
    assert f"Activities and resources (in the course, Reports, Activity report): {kinds}" in said
    assert "match 1." in said
    assert "shortanswer" not in said, "a part of another question"


def test_dates_are_offsets() -> None:
    said = told(backup(with_more(programme(start="2031-05-05"), Assignment, "work", due=3 * WEEK)))
    assert "The backup begins on 2031-05-05" in said
    assert "The course ends 26 weeks after the start." in said
    assert "Title of consent 1 week after the start" in said
    assert "Section two 2 weeks after the start" in said
    assert "Title of work 3 weeks after the start" in said
    assert "Nothing in this course hangs on a date." in told(backup(room(section("a", entry("welcome")))))


def test_groups_grades_and_completion() -> None:
    said = told(backup(programme()))
    assert "Nominated TG-101" in said
    assert "Waived & more none: it is for your lists and messages" in said
    assert "Final tests 3 60%" in said
    assert "Course total 50%" in said
    assert "all of these are (Moodle's scheduled tasks note it, so cron has to run): Title of welcome, " in said


def test_boxes_are_named_where_they_matter() -> None:
    grouped = told(backup(programme()))
    assert "Include groups and groupings has to be ticked" in grouped
    assert "Include enrolled users has to be ticked" not in grouped
    plain = room(section("a", entry("welcome")))
    bare = told(backup(replace(plain, outline=replace(plain.outline, groups=()))))
    assert "groups" not in bare.partition("The start date moves")[0].partition("There are no learners")[2]
    words = told(backup(with_more(programme(), Words, "words")))
    assert "Include enrolled users has to be ticked" in words
    assert "The backup brings manual enrolment and no other." in words
    assert "those that the site gives every new course" in grouped


def test_updates_are_told_for_the_kinds_that_are_there() -> None:
    said = told(backup(programme())).partition("When a newer edition comes")[2]
    for kind in ("SCORM package", "Quiz", "Feedback", "Page, Text and media area, Book"):
        assert kind in said
    for kind in ("Database", "Choice", "Assignment"):
        assert kind not in said
    assert "tg-l-1 (1. Lesson l-1), tg-l-2 (2. Lesson l-2)." in said


def test_a_course_by_itself_has_a_backup_guide_too() -> None:
    files = {one.path: one.data for one in beside(packed(course(), mbz.TARGET))}
    assert sorted(files) == ["tg-en-mbz.import.html", "tg-en-mbz.users.csv"]
    page = files["tg-en-mbz.import.html"].decode()
    assert "Restore as a new course" in page
    assert "<code>tg-en-mbz.users.csv</code>" in page


def test_it_is_small_and_the_same_each_time() -> None:
    pack = backup(programme(), QUESTIONS)
    assert guide_of(pack) == guide_of(pack)
    assert len(guide_of(pack)) < 40_000


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Done("welcome", "done", PLACE), "“Title of welcome” is done"),
        (Done("tg", "passed", PLACE), "“TG-101” is passed"),
        (Done("tg/l-1", "undone", PLACE), "“1. Lesson l-1” is not done yet"),
        (Done("consent", "failed", PLACE), "“Title of consent” was failed"),
        (Scored("tg", 60, 80, PLACE), "the grade of “TG-101” is at least 60% and below 80%"),
        (Scored("tg", 60, None, PLACE), "the grade of “TG-101” is at least 60%"),
        (Scored("tg", None, 80, PLACE), "the grade of “TG-101” is below 80%"),
        (Dated(3 * WEEK, None, PLACE), "it is 3 weeks after the start, or later"),
        (Dated(0, None, PLACE), "it is the start date, or later"),
        (Dated(None, 86_400, PLACE), "it is before 1 day after the start"),
        (Member("nominated", PLACE), "the learner is in group “Nominated”"),
        (Member("", PLACE), "the learner is in any group"),
        (
            Some((Member("nominated", PLACE), Every((Member("", PLACE), Done("welcome", "done", PLACE))))),
            "the learner is in group “Nominated” or (the learner is in any group and “Title of welcome” is done)",
        ),
        (Neither((Member("nominated", PLACE),)), "none of this holds: the learner is in group “Nominated”"),
    ],
)
def test_rules_in_words(rule: Rule, words: str) -> None:
    assert Teller(plan_of(programme()), "en").say(rule) == words


def test_what_a_rule_names() -> None:
    rule = Some((Neither((Member("waived", PLACE),)), Every((Member("", PLACE), Dated(1, None, PLACE)))))
    assert groups_in(rule) == {"waived", ""}
    assert dates_in(Every((rule, Dated(None, 5, PLACE)))) == [1, 5]
    assert groups_in(None) == set()


def test_users_to_upload() -> None:
    data = users_csv(programme())
    rows = list(csv.DictReader(StringIO(data.decode("utf-8"), newline="")))
    assert list(rows[0]) == ["username", "firstname", "lastname", "email", "course1", "group1", "cohort1"]
    assert [row["group1"] for row in rows] == ["Nominated", "Waived & more"]
    assert {row["course1"] for row in rows} == {"programme-en"}, "the short name that a restore proposes"
    assert all(row["email"].endswith("@example.org") for row in rows)
    assert data == users_csv(programme())


def test_no_value_is_a_formula_to_a_spreadsheet() -> None:
    classroom = programme()
    bad = replace(classroom, outline=replace(classroom.outline, groups=(Group("g", '=HYPERLINK("x"),"y"', "", PLACE),)))
    (row,) = csv.DictReader(StringIO(users_csv(bad).decode(), newline=""))
    assert row["group1"] == ' =HYPERLINK("x"),"y"', "Moodle takes the blank away"


def test_without_groups_there_is_one_line() -> None:
    classroom = programme()
    alone = replace(classroom, outline=replace(classroom.outline, groups=()))
    (row,) = csv.DictReader(StringIO(users_csv(alone).decode(), newline=""))
    assert (row["username"], row["group1"]) == ("example.learner", "")
