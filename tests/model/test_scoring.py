"""The scoring table, on the cases the player is held against too."""

from __future__ import annotations

import json
from decimal import Decimal
from fnmatch import fnmatchcase
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model import question as q
from builder.model.scoring import FULL, absolute_position, right_minus_wrong, score, share, share_right
from builder.model.typed import matches, normal, parse_number
from tests.support.spec import COMMON, question_of

CASES = json.loads((Path(__file__).parent.parent / "fixtures" / "scoring" / "cases.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['type']}: {case['why']}")
def test_case(case: dict[str, Any]) -> None:
    question = question_of(case["type"], case["spec"])
    assert score(question, case["answer"], decimal=case.get("decimal", ".")) == case["expected"]


def test_cases_cover_every_type() -> None:
    assert len(CASES) >= 80
    types = {"single", "multiple", "truefalse", "short", "numerical", "matching", "ordering", "gaps", "spot"}
    assert {case["type"] for case in CASES} == types | {"branch", "reflection", "checklist", "vote", "rank", "budget"}


def test_a_scenario_is_scored_through_its_questions() -> None:
    assert score(q.Scenario(**COMMON, questions=()), None) is None


@given(st.integers(1, 239), st.data())
def test_share_is_the_nearest_120th(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    assert abs(Fraction(part, whole) * FULL - share(part, whole)) <= Fraction(1, 2)
    assert (share(part, whole) == FULL) == (part == whole)


@given(st.lists(st.booleans(), min_size=1), st.data())
def test_rules_stay_within_bounds(right: list[bool], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.booleans(), min_size=len(right), max_size=len(right)))
    assert 0 <= right_minus_wrong(right, chosen) <= FULL
    assert share_right(right) == share(right.count(True), len(right))
    if any(right):
        assert right_minus_wrong(right, right) == FULL


@given(st.permutations(range(6)))
def test_absolute_position(order: list[int]) -> None:
    assert absolute_position(6, order) == 20 * sum(place == item for place, item in enumerate(order))


@given(st.text("ab*", max_size=8), st.text("ab", min_size=1, max_size=12))
def test_wildcards_agree_with_another_matcher(pattern: str, answer: str) -> None:
    assert matches(pattern, answer) == fnmatchcase(normal(answer), normal(pattern))


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3))
def test_numbers_are_read_back_from_how_they_print(number: Decimal) -> None:
    english = f"{number:,f}"
    french = english.translate({ord(","): "\u202f", ord("."): ","})
    german = english.translate({ord(","): ".", ord("."): ","})
    assert parse_number(english) == number
    assert parse_number(french, ",") == number
    assert parse_number(german, ",") == number


@given(st.text(max_size=20), st.sampled_from(".,"))
def test_any_text_is_read_or_refused(text: str, sign: str) -> None:
    number = parse_number(text, sign)
    assert number is None or number.is_finite()


@settings(deadline=None, max_examples=40)
@given(st.one_of(st.none(), st.integers(), st.text(), st.lists(st.one_of(st.none(), st.integers(), st.text()))))
def test_any_answer_scores_within_bounds(answer: object) -> None:
    for case in CASES:
        assert (score(question_of(case["type"], case["spec"]), answer) or 0) in range(FULL + 1)


def test_a_hostile_pattern_takes_no_time() -> None:
    assert not matches("*a" * 60 + "b", "a" * 127)
