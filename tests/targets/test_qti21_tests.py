"""Tests in QTI 2.1: they select, order and sum as our quizzes do."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from lxml import etree

from builder.model import question as q
from builder.model.quiz import Draw
from tests.support import question_samples as samples
from tests.support.qti_engine import read_item, read_test
from tests.support.qti_engine.items import QTI
from tests.targets.qti_samples import asking, exam, files_of, presented, words_of


def test_draws_select_their_numbers_and_nothing_twice() -> None:
    files = asking(samples.exam(), samples.bank(8))
    seen: set[str] = set()
    for seed in range(60):
        found = presented(files, seed)
        assert len(found) == len(set(found)) == 4
        assert sum(name.startswith("bank-1") for name in found) == 3
        seen.update(found)
    assert len(seen) == 9


def test_draws_that_share_questions_never_ask_one_twice() -> None:
    draws = tuple(
        Draw(count, objective, name, samples.AT)
        for count, objective, name in ((3, "", ""), (3, "O1", ""), (2, "O1", "b-1"))
    )
    files = asking(exam(samples.multiple(), draws=draws), samples.bank(5, "b-1"), samples.bank(3, "b-2", "O2"))
    for seed in range(40):
        found = presented(files, seed)
        assert len(found) == len(set(found)) == 8


def test_banks_too_small_to_part_are_shared() -> None:
    draws = (Draw(2, "", "b-1", samples.AT), Draw(2, "O1", "", samples.AT))
    files = asking(exam(draws=draws), samples.bank(3, "b-1"))
    assert {len(presented(files, seed)) for seed in range(20)} == {4}
    short = asking(exam(draws=(Draw(5, "", "b-1", samples.AT),)), samples.bank(3, "b-1"))
    assert sorted(presented(short, 0)) == ["b-1-0", "b-1-1", "b-1-2"]


def test_a_draw_that_cases_alone_make_takes_no_part_of_one() -> None:
    cases = [
        replace(
            samples.scenario(), id=f"q-case-{n}", questions=(samples.single(f"q-{n}-a"), samples.single(f"q-{n}-b"))
        )
        for n in range(3)
    ]
    bank = samples.page(samples.quiz("b", "bank", (*cases, samples.single("q-alone"))), "b-page")
    for count in (1, 2, 3, 4, 5):
        found = presented(asking(exam(draws=(Draw(count, "", "b-page", samples.AT),)), bank), 0)
        assert len(found) == count
        assert ("q-alone" in found) == (count % 2 == 1)


def test_a_draw_counts_the_questions_of_a_case() -> None:
    case = samples.scenario()
    bank = samples.page(samples.quiz("b", "bank", (case, *(samples.single(f"q-{n}") for n in range(6)))), "b-page")
    draw = Draw(4, "", "b-page", samples.AT)
    files = asking(exam(draws=(draw,), shuffle=True), bank)
    with_case = 0
    for seed in range(40):
        found = presented(files, seed)
        assert len(found) == 4
        if "q-case-1" in found:
            with_case += 1
            at = found.index("q-case-1")
            assert found[at + 1] == "q-case-2"
    assert with_case == 40, "one case and two others, so that each can be asked"


def test_shuffled_questions_are_and_cases_stay_together() -> None:
    asked = (*(samples.single(f"q-{n}") for n in range(6)), samples.scenario())
    files = asking(exam(*asked, shuffle=True))
    orders = {tuple(presented(files, seed)) for seed in range(30)}
    assert len(orders) == 30
    assert all(order.index("q-case-2") == order.index("q-case-1") + 1 for order in orders)
    assert {order.index("q-case-1") for order in orders} == set(range(7))
    fixed = asking(exam(*asked))
    assert {tuple(presented(fixed, seed)) for seed in range(5)} == {
        (*(f"q-{n}" for n in range(6)), "q-case-1", "q-case-2")
    }


def test_draws_of_a_shuffled_test_mix() -> None:
    files = asking(samples.exam(shuffle=True), samples.bank(8))
    assert len({presented(files, seed).index("q-multiple") for seed in range(40)}) == 4


def test_a_case_stands_above_its_questions() -> None:
    files = asking(exam(samples.scenario()))
    found = read_test(files["test-exam.xml"]).present(Random(0))
    assert [one.sections[-1] for one in found] == ["The border at Maravia"] * 2
    assert "Amina sells tomatoes" in words_of(files["test-exam.xml"])


@pytest.mark.parametrize(
    ("right", "score", "passed"),
    [((0, 1, 2), 6.0, True), ((1, 2), 5.0, True), ((0, 2), 4.0, True), ((0, 1), 3.0, False), ((), 0.0, False)],
)
def test_a_test_sums_points_and_knows_who_passed(right: tuple[int, ...], score: float, passed: bool) -> None:  # noqa: FBT001
    """Points 1, 2 and 3, and an open question: 60 per cent are 3.6 points."""
    asked = [replace(samples.single(f"q-{n}"), points=Decimal(n + 1)) for n in range(3)]
    files = asking(exam(*asked, samples.reflection(), pass_mark=60))
    test = read_test(files["test-exam.xml"])
    items = {path: read_item(data) for path, data in files.items() if path.startswith("item-")}
    answers = {f"q-{n}": {"RESPONSE": "c1" if n in right else "c2"} for n in range(3)}
    outcomes = test.result(test.present(Random(0)), items, {**answers, "q-reflection": {"RESPONSE": "A thought"}})
    assert [one.one if one else None for one in outcomes.values()] == [score, 6.0, passed]
    left = test.result(test.present(Random(0)), items, {})
    assert [one.one if one else None for one in left.values()] == [0.0, 6.0, False]


def test_six_sixths_pass_exactly() -> None:
    """Shares are rounded up and bounded: rounding never costs a learner the pass mark."""
    options = tuple(samples.option(str(n), right=True) for n in range(6))
    question = q.Multiple(**samples.asked("q-six", "Which?"), options=options)
    files = asking(exam(question, pass_mark=50))
    test, items = read_test(files["test-exam.xml"]), {"item-q-six.xml": read_item(files["item-q-six.xml"])}
    for taken in range(7):
        given = {"q-six": {"RESPONSE": [f"c{n + 1}" for n in range(taken)]}}
        assert test.result(test.present(Random(0)), items, given)["PASS"].one == (taken >= 3)


def test_rules_of_a_test() -> None:
    files = asking(exam(samples.single(), minutes=40, extend=10, attempts=3, pass_mark=60))
    root = etree.fromstring(files["test-exam.xml"])
    limits, part = root.find(f"{QTI}timeLimits"), root.find(f"{QTI}testPart")
    assert dict(limits.attrib) == {"maxTime": "2400", "allowLateSubmission": "true"}
    assert part.get("submissionMode") == "simultaneous"
    assert part.find(f"{QTI}itemSessionControl").get("maxAttempts") == "1"
    lesson = files_of(samples.package(samples.page(samples.quiz("exam", "quiz", (samples.single(),)), "p")))
    part = etree.fromstring(lesson["test-exam.xml"]).find(f"{QTI}testPart")
    assert part.get("submissionMode") == "individual"
    assert part.find(f"{QTI}itemSessionControl").get("maxAttempts") == "0"


def test_a_test_with_a_branching_case_submits_each_answer() -> None:
    files = asking(exam(samples.branch()))
    assert b'submissionMode="individual"' in files["test-exam.xml"]


def test_practice_is_a_test_a_lesson() -> None:
    pages = [samples.page(samples.quiz(f"quiz-{n}", questions=(samples.single(f"q-{n}"),)), f"p-{n}") for n in range(3)]
    files = files_of(samples.package(*pages, samples.page(exam(samples.truefalse()), "p-exam")))
    assert [path for path in files if path.startswith("test-")] == ["test-practice-l-1.xml", "test-exam.xml"]
    found = read_test(files["test-practice-l-1.xml"]).present(Random(0))
    assert [(one.identifier, one.sections) for one in found] == [(f"q-{n}", (f"Page p-{n}",)) for n in range(3)]
