"""The player's questions against the builder: scores, stored answers, draws, interactions. Run by Node."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from builder.model import question as q
from builder.model.text import GapChoice
from builder.render.questions.spec import spec_of
from builder.state.answers import Answer, Part, Value, encode_answer
from tests.support import question_samples as samples
from tests.support.node import ask

HERE = Path(__file__).parent
CASES = HERE.parent / "fixtures" / "scoring" / "cases.json"


def player(*tasks: dict[str, Any]) -> list[Any]:
    answers: list[Any] = ask(HERE / "questions.js", tasks)
    return answers


def test_scores_are_those_of_the_table() -> None:
    cases = json.loads(CASES.read_text("utf-8"))
    scores = player(*({"do": "score", **case} for case in cases))
    wrong = [
        (case["why"], case["expected"], score)
        for case, score in zip(cases, scores, strict=True)
        if score != case["expected"]
    ]
    assert not wrong
    assert len(cases) > 100


def test_numbers_are_kept_with_a_point() -> None:
    typed = [("15,1", ","), ("1,500", "."), ("1 500,25", ","), ("\u22123", "."), ("٣٣", ","), ("about 3", ".")]
    assert player(*({"do": "number", "typed": text, "decimal": sign} for text, sign in typed)) == [
        "15.1", "1500", "1500.25", "-3", "33", None,
    ]  # fmt: skip


def _answers(chance: random.Random) -> list[tuple[q.Question, Value, Any]]:
    """A question, an answer as the builder holds it, and the same as the player does."""

    def some(count: int) -> int | None:
        return chance.choice([None, *range(count)])

    text = "".join(chance.choice("abc 19é語😀") for _ in range(chance.randrange(12)))
    picked = chance.randrange(4)
    ticks: tuple[Part, ...] = tuple(chance.random() < 0.5 for _ in range(4))
    rows = tuple(some(4) for _ in range(3))
    order = chance.sample(range(4), 4)
    reasons = (chance.randrange(2), chance.randrange(3))
    gap = some(3)
    states = tuple(some(3) for _ in range(3))
    return [
        (samples.single(), picked, {"choice": picked, "reason": None}),
        (samples.multiple(), ticks, [int(bool(tick)) for tick in ticks]),
        (samples.reasoned(), reasons, {"choice": reasons[0], "reason": reasons[1]}),
        (samples.truefalse(), (reasons[0], None), {"choice": reasons[0], "reason": None}),
        (samples.short(), text, text),
        (samples.numerical(), "-15.25", "-15.25"),
        (samples.matching(), rows, list(rows)),
        (samples.ordering(), tuple(order), order),
        (samples.gaps(), (text, gap), [text, gap]),
        (samples.branch(), (0, 1), [0, 1]),
        (samples.checklist(), states, list(states)),
        (samples.vote(), picked % 3, {"choice": picked % 3, "reason": None}),
        (samples.rank(), (order[0], None), [order[0], None]),
        (samples.budget(), ticks, [int(bool(tick)) for tick in ticks]),
    ]


@pytest.mark.parametrize("confidence", [False, True])
def test_stored_answers_are_the_builders(*, confidence: bool) -> None:
    chance = random.Random(5)
    packs, unpacks, bits, plain = [], [], [], []
    for _ in range(40):
        for question, value, answer in _answers(chance):
            sure = chance.randrange(4) if confidence else 0
            object.__setattr__(question, "confidence", confidence)
            stored = encode_answer(question, Answer(value, sure))
            task = {"type": question.type, "spec": json.loads(spec_of(question)), "confidence": confidence}
            packs.append({"do": "pack", "answer": answer, "sure": sure, **task})
            unpacks.append({"do": "unpack", "bits": stored, **task})
            bits.append(stored)
            plain.append({"sure": sure, "a": answer})
    assert player(*packs) == bits
    assert player(*unpacks) == plain


def test_long_gaps_are_kept_as_their_whole_beginning() -> None:
    gap = q.GapFill(
        **samples.asked("q-long", "Long"),
        body=(),
        gaps=tuple(samples.t.Gap((GapChoice("x", correct=True),), True, samples.AT) for _ in range(4)),
    )
    answer = ["ж" * 40] * 4
    bits = encode_answer(gap, Answer(tuple(answer)))
    spec = json.loads(spec_of(gap))
    assert 600 < len(bits) <= 1047
    assert player({"do": "pack", "type": "gaps", "spec": spec, "answer": answer}) == [bits]
    assert player({"do": "unpack", "type": "gaps", "spec": spec, "bits": bits})[0]["a"] == [answer[0], "", "", ""]


def _units(count: int, **more: Any) -> list[dict[str, Any]]:
    return [{"key": f"{n * 7919:06x}", "objective": "O1", "bank": "b", "size": 1, **more} for n in range(count)]


def test_draws_differ_by_seed_and_hold_by_it() -> None:
    rules = [{"count": 5, "objective": "O1", "bank": ""}]
    draws = player(*({"do": "draw", "units": _units(20), "rules": rules, "seed": seed % 300} for seed in range(600)))
    assert draws[:300] == draws[300:]
    assert {len(drawn) for drawn in draws} == {5}
    assert len({tuple(drawn) for drawn in draws}) > 280
    asked = [sum(unit["key"] in drawn for drawn in draws[:300]) for unit in _units(20)]
    assert min(asked) > 40 and max(asked) < 115  # 75 on average


def test_an_edit_of_the_bank_changes_a_draw_by_one_question_at_most() -> None:
    rules = [{"count": 5, "objective": "O1", "bank": "b"}]
    tasks = [
        {"do": "draw", "units": units, "rules": rules, "seed": seed}
        for seed in range(60)
        for units in (_units(20), _units(20)[1:])
    ]
    draws = player(*tasks)
    changes = [len(set(whole) - set(less)) for whole, less in zip(draws[::2], draws[1::2], strict=True)]
    assert set(changes) == {0, 1}


def test_scenarios_are_drawn_whole_and_the_count_is_met() -> None:
    units = _units(3, size=3) + [{**unit, "key": f"a{n}", "size": 2} for n, unit in enumerate(_units(3))]
    size = {unit["key"]: unit["size"] for unit in units}
    for count, reached in ((5, 5), (7, 7), (8, 8), (1, 0), (14, 13), (99, 15)):
        rules = [{"count": count, "objective": "O1", "bank": ""}]
        for drawn in player(*({"do": "draw", "units": units, "rules": rules, "seed": seed} for seed in range(30))):
            assert sum(size[key] for key in drawn) == reached


def test_rules_that_name_a_bank_are_served_first() -> None:
    units = [*_units(3), {"key": "own", "objective": "O1", "bank": "", "size": 1}]
    rules = [{"count": 1, "objective": "O1", "bank": ""}, {"count": 3, "objective": "O1", "bank": "b"}]
    for drawn in player(*({"do": "draw", "units": units, "rules": rules, "seed": seed} for seed in range(20))):
        assert len(drawn) == 4


def test_shuffling_keeps_every_item() -> None:
    items = [f"i{n}" for n in range(9)]
    orders = player(*({"do": "shuffle", "list": items, "seed": seed} for seed in range(50)))
    assert all(sorted(order) == items for order in orders)
    assert len({tuple(order) for order in orders}) > 45


def _report(question: q.Question, answer: Any, result: int) -> Any:
    task = {"type": question.type, "spec": json.loads(spec_of(question))}
    return player({"do": "report", "answer": answer, "result": result, **task})[0]


@pytest.mark.parametrize(
    ("question", "answer", "result", "expected"),
    [
        (samples.single(), {"choice": 2, "reason": None}, 0, ("choice", "c", "a", "wrong")),
        (samples.multiple(), [1, 1, 0, 0], 80, ("choice", "a,b", "{a,b,d}", "0.67")),
        (samples.truefalse(), {"choice": 0, "reason": None}, 120, ("true-false", "t", "t", "correct")),
        (samples.reasoned(), {"choice": 0, "reason": 1}, 0, ("matching", "1.a,2.b", "{1.a,2.a}", "wrong")),
        (samples.short(), "Bern", 0, ("fill-in", "Bern", "", "wrong")),
        (samples.numerical(), "33", 120, ("numeric", "33", "", "correct")),
        (samples.numerical(estimate=True), "20", 127, ("numeric", "20", "", "neutral")),
        (samples.matching(), [0, None, 2], 80, ("matching", "1.a,3.c", "{1.a,2.b,3.c}", "0.67")),
        (samples.ordering(), [1, 0, 2, 3], 60, ("sequencing", "b,a,c,d", "a,b,c,d", "0.50")),
        (samples.gaps(), ["1994", 0], 60, ("fill-in", "1994; a", "1995; a", "0.50")),
        (samples.branch(), [0, 1], 60, ("performance", "a,b", "", "0.50")),
        (samples.checklist(), [2, None, 0], 127, ("performance", "c,,a", "", "neutral")),
        (samples.vote(), {"choice": 1, "reason": None}, 127, ("choice", "b", "", "neutral")),
        (samples.rank(), [3, 0], 127, ("sequencing", "d,a", "", "neutral")),
        (samples.budget(), [1, 0, 1, 0], 127, ("choice", "a,c", "", "neutral")),
    ],
)  # fmt: skip
def test_interactions_are_scorm_12(question: q.Question, answer: Any, result: int, expected: tuple[str, ...]) -> None:
    said = _report(question, answer, result)
    assert (said["type"], said["response"], said["correct"], said["result"]) == expected
    assert (said["id"], said["objective"]) == ("q-1", "O1")


def test_reflections_are_not_reported() -> None:
    assert _report(samples.reflection(), "private", 127) == {}
