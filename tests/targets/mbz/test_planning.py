"""What an outline becomes: modules, their names, their completion, and rules over them."""

from __future__ import annotations

from typing import Any

import pytest

from builder.model.alone import classroom_of
from builder.model.course import Discussion
from builder.model.rule import Dated, Done, Every, Member, Neither, Rule, Scored, Some
from builder.targets.mbz.plan import Completion, Module, Reading, Sco
from builder.targets.mbz.planning import plan_of
from tests.targets.mbz.rooms import PLACE, entry, plan, section, taught


def modules(delivery: str, part: str = "") -> list[Module]:
    return list(plan(section("a", entry(f"tg:{part}")), courses=[taught(delivery=delivery)]).modules)


def test_a_mixed_course_is_a_package_a_lesson_and_a_quiz_a_test() -> None:
    found = modules("mixed")
    assert [(one.kind, one.name, one.weight) for one in found] == [
        ("scorm", "tg-l-1", 0),
        ("scorm", "tg-l-2", 0),
        ("quiz", "tg-p-final", 3),
    ]
    contents = [one.content for one in found]
    assert isinstance(contents[0], Sco)
    assert [page.id for page in contents[0].package.pages] == ["p-1", "p-2"]
    assert found[2].completion == Completion(passed=True)


def test_lessons_are_numbered_where_there_are_several() -> None:
    assert [one.title for one in modules("mixed")] == ["1. Lesson l-1", "2. Lesson l-2", "p-final"]
    assert [one.title for one in modules("mixed", "l-2")] == ["2. Lesson l-2"]
    assert modules("native")[0].title == "1. Lesson l-1"
    content = modules("mixed")[0].content
    assert isinstance(content, Sco)
    assert content.package.title == "Lesson l-1", "inside the package the course counts its lessons itself"
    alone = taught(lessons=taught().lessons[1:])
    assert [one.title for one in plan(section("a", entry("tg:")), courses=[alone]).modules] == ["Lesson l-2", "p-final"]


def test_a_course_as_scorm_is_one_package() -> None:
    (one,) = modules("scorm")
    assert (one.kind, one.name, one.weight) == ("scorm", "tg", 1)
    assert isinstance(one.content, Sco)
    assert [page.id for page in one.content.package.pages] == ["p-1", "p-2", "p-3", "p-check", "p-final"]


def test_a_native_course_is_pages_and_quizzes_under_the_names_of_its_lessons() -> None:
    found = modules("native")
    assert [(one.kind, one.name) for one in found] == [
        ("label", "tg-l-1"),
        ("page", "tg-p-1"),
        ("quiz", "tg-c-1"),
        ("page", "tg-p-2"),
        ("label", "tg-l-2"),
        ("page", "tg-p-3"),
        ("quiz", "tg-p-check"),
        ("quiz", "tg-p-final"),
    ]
    assert [one.weight for one in found if one.kind == "quiz"] == [0, 0, 3], "with a test, lessons do not count"
    practice = found[2]
    assert practice.completion == Completion()
    assert practice.title == "Questions: p-1"


@pytest.mark.parametrize(
    ("part", "names"),
    [("l-2", ["tg-l-2"]), ("p-final", ["tg-p-final"])],
)
def test_a_part_of_a_course_stands_alone(part: str, names: list[str]) -> None:
    assert [one.name for one in modules("mixed", part)] == names


def test_pages_are_found_where_they_stand() -> None:
    made = plan(section("a", entry("tg:"), entry("welcome")), courses=[taught()])
    assert made.pages["tg", "p-2"] == "tg-l-1"
    assert made.pages["tg", "p-final"] == "tg-p-final"
    assert made.pages["activities", "welcome"] == "welcome"


def test_two_modules_of_one_name_keep_their_idnumbers_apart() -> None:
    made = plan(section("a", entry("welcome"), entry("welcome")))
    assert [one.name for one in made.modules] == ["welcome", "welcome-2"]


@pytest.mark.parametrize(
    ("asked", "completion"),
    [
        ("", Completion(send=True)),
        ("none", Completion()),
        ("manual", Completion(manual=True)),
        ("view", Completion(view=True)),
        ("posts", Completion(posts=3)),
    ],
)
def test_completion_is_what_the_entry_says_else_what_is_usual(asked: str, completion: Completion) -> None:
    made = plan(section("a", entry("consent", completes=asked, count=3)))
    assert [one.completion for one in made.modules] == [completion]


def opens(rule: Rule) -> Any:
    """``rule`` over a whole course, an activity and a label, as the plan has it."""
    sections = (section("a", entry("tg:"), entry("consent"), entry("note")), section("b", entry("welcome", opens=rule)))
    return list(plan(*sections, courses=[taught()]).modules)[-1].opens


def done(*names: str, state: str = "done") -> list[Done]:
    return [Done(name, state, PLACE) for name in names]


def test_a_course_is_passed_when_its_lessons_are_done_and_its_test_is_passed() -> None:
    assert opens(Done("tg", "passed", PLACE)) == Every((*done("tg-l-1", "tg-l-2"), *done("tg-p-final", state="passed")))
    assert opens(Done("tg", "failed", PLACE)) == Done("tg-p-final", "failed", PLACE)
    assert opens(Done("tg", "done", PLACE)) == Every(tuple(done("tg-l-1", "tg-l-2", "tg-p-final")))
    assert opens(Done("tg", "undone", PLACE)) == Some(tuple(done("tg-l-1", "tg-l-2", "tg-p-final", state="undone")))


def test_rules_name_parts_of_a_course_that_stands_whole() -> None:
    assert opens(Done("tg/l-2", "done", PLACE)) == Done("tg-l-2", "done", PLACE)
    assert opens(Scored("tg/p-final", 60, None, PLACE)) == Scored("tg-p-final", 60, None, PLACE)


def test_what_cannot_be_completed_binds_nobody() -> None:
    assert opens(Done("note", "done", PLACE)) is None
    assert opens(Every((Done("note", "done", PLACE), Member("waived", PLACE)))) == Member("waived", PLACE)
    assert opens(Neither((Done("note", "done", PLACE),))) is None


def test_rules_keep_their_form() -> None:
    rule = Some((Neither((Member("", PLACE),)), Dated(5, None, PLACE), Done("consent", "done", PLACE)))
    assert opens(rule) == rule


def test_the_whole_is_completed_by_all_that_can_be_or_by_what_is_named() -> None:
    sections = (section("a", entry("welcome"), entry("note"), entry("talk"), entry("tg:")),)
    every = plan(*sections, courses=[taught()])
    assert every.completes == ("welcome", "tg-l-1", "tg-l-2", "tg-p-final")
    named = plan(*sections, courses=[taught()], completes=("tg",))
    assert named.completes == ("tg-l-1", "tg-l-2", "tg-p-final")
    part = plan(*sections, courses=[taught()], completes=("tg/p-final",))
    assert part.completes == ("tg-p-final",)


@pytest.mark.parametrize("asked", ["manual", "view"])
def test_the_name_of_a_lesson_is_nothing_to_complete(asked: str) -> None:
    made = plan(section("a", entry("tg:", completes=asked)), courses=[taught(delivery="native")])
    assert {one.completion for one in made.modules if one.kind == "label"} == {Completion()}
    assert {one.completion for one in made.modules if one.kind != "label"} == {Completion(**{asked: True})}


def test_a_course_by_itself_has_its_lessons_and_its_discussions() -> None:
    topic = Discussion("d-ask", "Ask", "One.\n\nTwo.", PLACE)
    made = plan_of(classroom_of(taught(discussions=(topic,))))
    assert [one.kind for one in made.modules] == ["scorm", "scorm", "quiz", "forum"]
    native = plan_of(classroom_of(taught(discussions=(topic,), delivery="native")))
    titles = [room.section.title for room in native.rooms]
    assert titles == ["About this course", "Lesson l-1", "Lesson l-2", "Lesson p-final"]
    assert isinstance(native.by_name["tg-p-1"].content, Reading)
    assert native.rooms[-1].modules[-1].kind == "forum"
