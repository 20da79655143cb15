"""Draws as random slots: how many, in which order, worth what, and when there are too few questions."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, permutations

import pytest

from builder.model import question as q
from builder.model.quiz import Draw
from builder.targets.mbz.questions.pools import Pool, in_order, most_taken, short_pools, slots_of, worth, worth_of
from tests.support import question_samples as s

Slots = Sequence[tuple[int, frozenset[str]]]


def pool(*units: q.Question) -> Pool:
    return Pool(1, False, "", units)


def of(names: str) -> Pool:
    return pool(*(s.single(name) for name in names))


def draw(count: int) -> Draw:
    return Draw(count, "", "", s.AT)


def scenario(id: str, size: int) -> q.Scenario:
    return replace(s.scenario(id), questions=tuple(s.single(f"{id}-{n}") for n in range(size)))


def worst(before: Slots, wanted: frozenset[str], taken: frozenset[str] = frozenset()) -> int:
    """The most of ``wanted`` that slots can take, by trying everything they may take."""
    if not before:
        return len(taken & wanted)
    (count, there), *rest = before
    left = sorted(there - taken)
    choices = combinations(left, min(count, len(left)))
    return max(worst(rest, wanted, taken | frozenset(choice)) for choice in choices)


def cases(count: int) -> list[list[tuple[int, frozenset[str]]]]:
    """Draws that overlap in all ways, always the same."""
    dice = random.Random(5)
    return [
        [(dice.randint(1, 3), frozenset(dice.sample("abcdef", dice.randint(1, 6)))) for _ in range(dice.randint(1, 4))]
        for _ in range(count)
    ]


def test_the_worst_that_can_happen_is_found() -> None:
    for *before, (_, wanted) in cases(150):
        assert most_taken(before, wanted) == worst(before, wanted)


def test_an_order_that_works_is_found_if_there_is_one() -> None:
    found = 0
    for case in cases(120):
        draws = [draw(count) for count, _ in case]
        pools = [of("".join(sorted(there))) for _, there in case]

        def fits(order: Sequence[int], case: Slots = case) -> bool:
            slots = [case[place] for place in order]
            return all(n <= len(there) - worst(slots[:at], there) for at, (n, there) in enumerate(slots))

        order = in_order(draws, pools)
        assert sorted(order) == list(range(len(case)))
        possible = any(fits(each) for each in permutations(range(len(case))))
        assert fits(order) == possible == (not list(short_pools(draws, pools)))
        found += possible
    assert 20 < found < 100


def test_narrow_pools_come_first_and_equal_ones_keep_their_order() -> None:
    pools = [of("abcdef"), of("ab"), of("abc"), of("de"), of("abcdef")]
    assert in_order([draw(1)] * 5, pools) == (1, 3, 2, 0, 4)


def test_a_wide_pool_that_is_nearly_used_up_still_comes_last() -> None:
    draws, pools = [draw(5), draw(1)], [of("abcdef"), of("abcde")]
    assert in_order(draws, pools) == (1, 0)
    assert list(short_pools(draws, pools)) == []


def test_pools_that_overlap_can_ask_for_another_order() -> None:
    draws, pools = [draw(1), draw(4)], [of("abc"), of("cdef")]
    assert in_order(draws, pools) == (1, 0)
    assert list(short_pools(draws, pools)) == []


def test_what_is_short_is_said_with_counts() -> None:
    (found,) = short_pools([draw(3), draw(2)], [of("abcd"), of("ab")])
    assert "takes 3 of 4 questions" in found.message
    assert "used up 2" in found.message
    assert found.is_error
    (found,) = short_pools([draw(2)], [pool()])
    assert "takes 2 of 0 questions" in found.message


@pytest.mark.parametrize(
    ("count", "singles", "sizes", "slots"),
    [(20, 30, (), 20), (6, 0, (3, 3, 3), 2), (3, 0, (3,), 1), (1, 0, (3, 3), 1), (10, 8, (2, 2), 8), (4, 0, (), 4)],
)
def test_a_scenario_counts_its_questions(count: int, singles: int, sizes: tuple[int, ...], slots: int) -> None:
    units = (*(s.single(f"q-{n}") for n in range(singles)), *(scenario(f"s-{n}", size) for n, size in enumerate(sizes)))
    assert slots_of(draw(count), pool(*units)) == slots


def test_points() -> None:
    two = replace(s.single(), points=Decimal(2))
    assert [worth(one) for one in (two, s.reflection(), s.numerical(estimate=True), scenario("s", 3))] == [2, 0, 0, 3]
    assert worth_of(pool(two, two)) == 2
    assert worth_of(pool(two, s.single("b"), s.single("c"))) == Decimal("1.33")
    assert worth_of(pool()) == 0
