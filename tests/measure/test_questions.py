"""What questions take, type by type."""

from __future__ import annotations

import pytest

from builder.measure.feedback import unexplained
from builder.measure.questions import question_words, thinking
from builder.model import question as q
from builder.model.question import is_scored
from tests.measure.support import measure
from tests.support import question_samples as samples
from tests.support.pages import CHECK, quiz

MINUTES = {
    "single": 0.75,
    "multiple": 1,
    "truefalse": 0.75,
    "reasoned": 1,
    "short": 1,
    "numerical": 1,
    "matching": 1,
    "classify": 1,
    "ordering": 1,
    "gaps": 1,
    "completion": 2,
    "spot_table": 1,
    "reflection": 3,
    "branch": 3,
    "vote": 0.5,
    "rank": 1,
    "budget": 3,
}


@pytest.mark.parametrize(("name", "minutes"), MINUTES.items())
def test_minutes_to_think(name: str, minutes: float) -> None:
    assert thinking(getattr(samples, name)()) == minutes


def test_an_estimate_is_quick() -> None:
    assert thinking(samples.numerical(estimate=True)) == 0.75


def test_a_scenario_takes_what_its_questions_take() -> None:
    scenario = samples.scenario()
    assert thinking(scenario) == sum(map(thinking, scenario.questions))


def test_a_checklist_takes_its_rows() -> None:
    checklist = samples.checklist()
    assert thinking(checklist) == pytest.approx(0.3 * sum(len(part.statements) for part in checklist.parts))


@pytest.mark.parametrize("question", samples.every_type(), ids=lambda question: question.id)
def test_every_type_has_words_to_read(question: q.Question) -> None:
    assert question_words(question) > 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "## What is traded? {#q-1}\n\nA stem.\n\n- [x] Goods\n  > Yes, of course.\n- [ ] Two clouds\n  > No.\n",
            3 + 2 + 1 + 2,
        ),
        ("## Why? {#q-1 .truefalse}\n\n- [x] True\n- [ ] False\n\nWhy so?\n\n- [x] A b\n- [ ] C\n", 1 + 2 + 2 + 3),
        ("## Roles {#q-1}\n\n| Role | Example |\n|---|---|\n| Worker | Hana sews |\n| Owner | Ines |\n", 1 + 2 + 3),
        ("## Order {#q-1}\n\n1. Ask first\n2. Act\n", 1 + 3),
        ("## Fill {#q-1}\n\nIn [[1995]] at [[=Lake Geneva / Rome]] it opened.\n", 1 + 1 + 1 + 3 + 2),
        ("## Stop where? {#q-1 .spot}\n\n> Owners register.\n\n- [x] register\n- [ ] Owners\n", 2 + 2 + 2),
        ("## How many? {#q-1}\n\n= 8\n! 9\n> Nine is wrong.\n\n> Count them.\n", 2),
        ("## Reach {#q-1 .reflection}\n\nThink.\n\n::: model\n\nA good answer.\n\n:::\n", 1 + 1),
        (
            "## Case {#q-1}\n\nShe waits.\n\n### Why? {#q-2}\n\n- [x] Fees\n- [ ] Rain\n\n### When? {#q-3}\n\n= 8\n",
            3 + 3 + 1,
        ),
    ],
)
def test_feedback_and_models_are_read_later(text: str, words: int) -> None:
    page = measure({CHECK: quiz(text)}).pages[1]
    assert page.question_words == words


@pytest.mark.parametrize("question", samples.every_type(), ids=lambda question: question.id)
def test_estimates_and_opinions_are_not_scored(question: q.Question) -> None:
    unscored = q.Reflection | q.Checklist | q.Vote | q.Rank | q.Budget
    estimate = isinstance(question, q.Numerical) and question.estimate
    assert is_scored(question) is not (isinstance(question, unscored) or estimate)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- [x] Goods\n- [ ] Clouds\n  > No.\n- [ ] Songs\n", [10, 13]),
        ("- [x] Goods\n- [ ] Clouds\n\n> Goods are traded.\n", [10, 11]),
        ("- [x] True\n- [ ] False\n\n> So it is.\n", []),
        ("- [x] True\n- [ ] False\n  > No.\n", []),
        ("- [x] True\n- [ ] False\n\nWhy?\n\n- [x] A\n  > Yes.\n- [ ] B\n", [17]),
        ("= 8\n! 9\n> Nine is wrong.\n", [8]),
        ("= 8\n\n> Count them.\n", []),
        ("1. Ask\n2. Act\n", [8]),
        ("1. Ask\n   > First.\n2. Act\n   > Then.\n", []),
        ("| A | B |\n|---|---|\n| c | d |\n| e | f |\n", [8]),
        ("In [[1995]] it opened.\n", [8]),
    ],
)
def test_what_nobody_explains(text: str, lines: list[int]) -> None:
    kind = " .truefalse" if "True" in text else ""
    item = measure({CHECK: quiz(f"## What is it? {{#q-1{kind}}}\n\n{text}")}).items[0]
    assert [span.line for span in unexplained(item.question)] == lines


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("1. **A**: given\n2. **B**: [[=x / y]]\n   > Because.\n", True),
        ("1. **A**: given\n   > Because.\n2. **B**: [[=x / y]]\n", False),
    ],
)
def test_the_steps_left_to_learners_are_explained(text: str, *, explained: bool) -> None:
    item = measure({CHECK: quiz(f"## Finish it {{#q-1 .completion}}\n\n{text}")}).items[0]
    assert bool(unexplained(item.question)) is not explained


@pytest.mark.parametrize(
    "text",
    [
        "## Who gains? {#q-1 .vote}\n\n- [ ] A\n- [ ] B\n\n> Look at figures.\n",
        "## Spend {#q-1 .budget limit=10}\n\n- [ ] A (3)\n- [ ] B (7)\n\n::: model\n\nAsk first.\n\n:::\n",
        "## Needs {#q-1 .rank top=2}\n\n- A\n- B\n- C\n",
    ],
)
def test_opinions_need_one_text_or_none(text: str) -> None:
    assert unexplained(measure({CHECK: quiz(text)}).items[0].question) == ()
