"""Learners of three groups in a real Moodle: what each sees, what opens it, and what is recorded at the end.

What they do goes through the plug-ins' own functions, and what they see is read from Moodle, here from its records and
in ``test_pages`` from its pages.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from tests.moodle.site import ask, needs_moodle
from tests.moodle.test_restore import programme, restored

pytestmark = needs_moodle

LESSONS = tuple(
    f"tg-101-l-{name}"
    for name in (
        *("setting-the-scene", "concepts-and-gender-lens", "the-links", "trade-rules", "wto-at-work", "first-steps"),
    )
)
TEST, DIAGNOSTIC, ENTRY = "tg-101-p-final-test", "tg-000", "unit-1-entry"


@cache
def people() -> dict[str, Any]:
    """A learner in each group, in the restored programme."""
    groups = [group.id for group in programme()[1].outline.groups]
    return ask("learners", course=course(), learners={group: group for group in groups})


def course() -> int:
    return restored("programme")[1]


def see(name: str) -> dict[str, Any]:
    return ask("see", course=course(), user=people()["users"][name])


def modules(name: str) -> dict[str, Any]:
    found: dict[str, Any] = see(name)["modules"]
    return found


def act(name: str, module: str, *, right: bool = True) -> dict[str, Any]:
    return ask("act", course=course(), user=people()["users"][name], module=module, right=right)


def is_open(name: str, module: str) -> bool:
    return bool(modules(name)[module]["open"])


def test_who_begins_finds_the_course_closed_and_reads_why() -> None:
    for name in people()["users"]:
        found = modules(name)
        for lesson in (*LESSONS, TEST):
            assert not found[lesson]["open"]
            assert found[lesson]["shown"]
            assert "Before you start is marked complete" in found[lesson]["why"]
            assert "Your two choices is marked complete" in found[lesson]["why"]


def test_each_group_sees_what_is_for_it() -> None:
    found = {name: modules(name) for name in people()["users"]}
    assert not found["open"][ENTRY]["shown"], "nobody is led to a door that stays closed"
    assert found["nominated"][ENTRY]["shown"]
    assert not found["nominated"][ENTRY]["open"]
    assert {name: found[name]["themes-overview"]["open"] for name in found} == {
        "nominated": False,
        "open": False,
        "waived": True,
        "trainers": False,
    }
    assert {name: found[name]["notes-lessons"]["shown"] for name in found if found[name]["notes-lessons"]["shown"]} == {
        "trainers": True
    }
    assert found["waived"]["tg-300"]["open"]
    assert "You belong to Waived" in found["nominated"]["themes-overview"]["why"]


def test_failing_keeps_unit_1_locked_and_passing_opens_it() -> None:
    name = "nominated"
    assert act(name, LESSONS[0])["locked"]
    for module in ("consent", DIAGNOSTIC, *LESSONS):
        told = act(name, module)
        assert (told["locked"], told["state"]) == (False, 1)
    assert is_open(name, "tg-300"), "lesson 2 opens the toolbox"
    act(name, TEST, right=False)
    assert not is_open(name, ENTRY)
    assert "Final test is complete and passed" in modules(name)[ENTRY]["why"]
    assert is_open(name, "survey-end"), "who failed is asked, too"
    assert not see(name)["complete"]
    act(name, TEST)
    assert not is_open(name, ENTRY), "the questionnaire is not sent yet"
    assert act(name, "questionnaire")["state"] == 1
    assert is_open(name, ENTRY)
    assert is_open(name, "themes-overview")
    done = see(name)
    assert done["complete"]
    assert done["grade"] == pytest.approx(100)


def test_ten_learners_start_every_quiz_and_draw_different_questions() -> None:
    names = {f"learner{number}": "waived" for number in range(10)}
    made = ask("learners", course=course(), learners=names)["users"]
    for user in made.values():
        for module in ("consent", DIAGNOSTIC):
            ask("act", course=course(), user=user, module=module)
    drawn = [ask("act", course=course(), user=user, module=TEST)["entries"] for user in made.values()]
    assert len({tuple(sorted(entries)) for entries in drawn}) > 1
    assert all(len(set(entries)) == len(entries) for entries in drawn)


def test_who_is_waived_takes_the_thematic_modules_at_once() -> None:
    made = ask("learners", course=course(), learners={"graduate": "waived", "novice": "open"})["users"]
    for folder, taught in programme()[1].courses.items():
        if not folder.startswith("tg-2"):
            continue
        parts = [lesson.id for lesson in taught.lessons if not lesson.loose]
        tests = [page.id for page in taught.pages if page.kind == "test"]
        assert parts and tests
        for part in (*parts, *tests):
            module = f"{taught.id}-{part}"
            assert ask("act", course=course(), user=made["novice"], module=module)["locked"]
            told = ask("act", course=course(), user=made["graduate"], module=module)
            assert not told["locked"]
            assert told["state"] in {1, 2}, "complete, or complete with a pass"
