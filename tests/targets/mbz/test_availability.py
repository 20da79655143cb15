"""Rules as Moodle's conditions."""

from __future__ import annotations

import json
from typing import Any

import pytest

from builder.model.rule import Dated, Done, Every, Member, Neither, Rule, Scored, Some
from builder.targets.base import Context
from builder.targets.mbz.availability import availability
from builder.targets.mbz.ledger import Ledger, midnight
from tests.targets.mbz.rooms import PLACE, entry, plan, section, taught
from tests.targets.samples import programme

DAY, HOUR = 86400, 3600
START = midnight("2030-01-07")


def tree(rule: Rule, *, hidden: bool = False) -> Any:
    made = plan(section("a", entry("welcome"), entry("tg:")), courses=[taught()])
    said = availability(rule, Ledger(made, Context(programme())), {"waived": 72}, hidden=hidden)
    assert said is not None
    return json.loads(said)


def number(name: str) -> int:
    made = plan(section("a", entry("welcome"), entry("tg:")), courses=[taught()])
    return made.by_name[name].number


@pytest.mark.parametrize(
    ("name", "state", "code"),
    [
        ("welcome", "done", 1),
        ("welcome", "undone", 0),
        ("tg-l-2", "passed", 1),  # what a package reports completes it, no more
        ("tg-p-final", "done", 2),  # a quiz that was failed counts as completed
        ("tg-p-final", "passed", 2),
        ("tg-p-final", "failed", 3),
    ],
)
def test_states_of_completion(name: str, state: str, code: int) -> None:
    assert tree(Done(name, state, PLACE)) == {
        "op": "&",
        "c": [{"type": "completion", "cm": number(name), "e": code}],
        "showc": [True],
    }


def test_grades_dates_and_groups() -> None:
    rule = Every(
        (
            Scored("tg-p-final", 60, None, PLACE),
            Scored("tg-p-final", None, 80, PLACE),
            Dated(7 * DAY, None, PLACE),
            Dated(None, 14 * DAY, PLACE),
            Member("waived", PLACE),
            Member("", PLACE),
        )
    )
    item = number("tg-p-final") + 20_000
    assert tree(rule)["c"] == [
        {"type": "grade", "id": item, "min": 60},
        {"type": "grade", "id": item, "max": 80},
        {"type": "date", "d": ">=", "t": START + 7 * DAY + HOUR},
        {"type": "date", "d": "<", "t": START + 14 * DAY + HOUR},
        {"type": "group", "id": 72},
        {"type": "group"},
    ]


def test_a_tree_of_and_says_of_each_whether_it_is_shown_one_of_or_of_all() -> None:
    rules = (Done("welcome", "done", PLACE), Member("waived", PLACE))
    assert tree(Every(rules))["showc"] == [True, True]
    assert tree(Every(rules), hidden=True)["showc"] == [False, False]
    assert tree(Neither(rules), hidden=True)["showc"] == [False, False]
    either = tree(Some(rules))
    assert (either["op"], either["show"]) == ("|", True)
    assert "showc" not in either


def test_trees_inside_say_nothing_of_showing() -> None:
    inner = tree(Some((Every((Member("waived", PLACE), Member("", PLACE))), Neither((Member("", PLACE),)))))["c"]
    assert [one["op"] for one in inner] == ["&", "!|"]
    assert all(set(one) == {"op", "c"} for one in inner)


def test_no_rule_is_no_condition() -> None:
    made = plan(section("a", entry("welcome")))
    assert availability(None, Ledger(made, Context(programme())), {}, hidden=False) is None


def test_a_change_of_clocks_never_moves_a_day_to_the_one_before() -> None:
    made = plan(section("a", entry("welcome")))
    ledger = Ledger(made, Context(programme()))
    for seconds in (0, 7 * DAY):
        assert ledger.moment(seconds) - START - seconds == HOUR
        assert ledger.moment(seconds, 22) - START - seconds == 22 * HOUR
    assert ledger.moment(7 * DAY + 90) == START + 7 * DAY + 90, "who names an hour means it"
    assert ledger.moment(None) == 0
