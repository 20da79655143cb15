"""Questions in a Common Cartridge: what they become, what is right, what they weigh, which a test holds."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from builder.model import question as q
from builder.model import text as t
from builder.model.course import Course, Page
from builder.model.quiz import Draw, Quiz
from builder.model.scoring import FULL, score
from builder.render.plain import plain
from builder.targets.imscc.assess import units_of, weighed
from builder.targets.imscc.items import Part
from builder.targets.imscc.qti import Essay
from tests.support import question_samples as made
from tests.targets.imscc_made import AT, asked, cartridge, everything, files
from tests.targets.imscc_referee import Question, questions


def right_text(item: Question) -> str:
    """The option that is right, as plain text."""
    (right,) = item.right
    return re.sub(r"<[^>]*>", "", item.labels[right])


def text_of(blocks: t.Blocks) -> str:
    return " ".join(plain(block.children) for block in blocks if isinstance(block, t.Paragraph))


def test_what_is_right_in_the_cartridge_is_right_in_the_player() -> None:
    """The answers that the cartridge takes for right, given to the scoring table."""
    matching, ordering, gaps, branch = made.matching(), made.ordering(), made.gaps(), made.branch()
    values = [plain(value) for value in matching.values]
    rows = [values.index(right_text(item)) for item in asked(matching)]
    assert score(matching, rows) == FULL
    order: list[int | None] = [None] * len(ordering.items)
    for item in asked(ordering):
        shown = re.findall(r"<strong>(.*?)</strong>", item.prompt)[-1]
        place = next(n for n, step in enumerate(ordering.items) if text_of(step.body) == shown)
        order[int(right_text(item)) - 1] = place
    assert score(ordering, order) == FULL
    typed, chosen = asked(gaps)
    assert score(gaps, [typed.right[0], [each.text for each in gaps.gaps[1].choices].index(right_text(chosen))]) == FULL
    steps = {step.id: step for step in branch.steps}
    ways = [[text_of(option.body) for option in steps[name].options] for name in ("s-start", "s-data")]
    chosen_ways = [way.index(right_text(item)) for way, item in zip(ways, asked(branch), strict=True)]
    assert score(branch, chosen_ways) == FULL
    for many in (made.multiple(), made.spot_table(), made.spot_text()):
        (item,) = asked(many)
        assert score(many, [int(f"o{n}" in item.right) for n in range(1, len(many.options) + 1)]) == FULL
    for short in (made.short(), made.numerical()):
        (item,) = asked(short)
        assert {score(short, text.replace("*", "x")) for text in item.right} == {FULL}


def test_a_choice_of_two_gets_a_third() -> None:
    two = replace(made.single(), options=made.single().options[:2])
    (item,) = asked(two)
    assert list(item.labels.values())[-1] == "I do not know"
    assert item.right == ("o1",)


@pytest.mark.parametrize(
    ("texts", "right", "found"),
    [
        (("True", "False"), 0, ("true",)),
        (("False", "True"), 0, ("false",)),
        (("Faux.", "Vrai."), 1, ("true",)),
        (("Falso", "Verdadero"), 1, ("true",)),
        (("خطأ", "صحيح"), 1, ("true",)),
        (("Yes", "No"), 0, ("o1",)),
        (("No", "True"), 0, ("o1",)),
    ],
)
def test_platforms_that_write_true_and_false_themselves_keep_the_key(
    texts: tuple[str, str], right: int, found: tuple[str, ...]
) -> None:
    options = tuple(made.option(text, right=index == right) for index, text in enumerate(texts))
    (item,) = asked(replace(made.truefalse(), options=options))
    assert item.right == found
    assert item.profile == ("cc.true_false.v0p1" if len(item.labels) == 2 else "cc.multiple_choice.v0p1")


def number(*ranges: tuple[str, str], wrong: tuple[tuple[str, str], ...] = (), unit: str = "") -> q.Numerical:
    def made_of(pairs: tuple[tuple[str, str], ...]) -> tuple[q.Range, ...]:
        return tuple(q.Range(Decimal(low), Decimal(high), made.para(f"{low} to {high}"), AT) for low, high in pairs)

    return replace(made.numerical(), answers=made_of(ranges), wrong=made_of(wrong), unit=unit)


def test_numbers_are_written_out() -> None:
    (item,) = asked(number(("31", "33"), wrong=(("24", "24"),)))
    assert item.right == ("31", "32", "33")
    assert item.told["24"].startswith("<p>24 to 24")
    (item,) = asked(number(("1234.5", "1234.5"), unit="%"))
    assert {"1234.5", "1,234.5", "1234.5 %", "1,234.5%"} <= set(item.right)


def test_numbers_are_written_as_the_language_does() -> None:
    page = made.page(made.quiz(questions=(number(("15.1", "15.1")),)))
    (item,) = questions(cartridge(made.package(page, language="fr")))
    assert item.right == ("15.1", "15,1")


@pytest.mark.parametrize("ranges", [(("30000", "35000"),), (("-1", "1"),), (("0", "0"),)])
def test_many_numbers_become_ranges_to_choose(ranges: tuple[tuple[str, str], ...]) -> None:
    (item,) = asked(number(*ranges))
    assert item.profile == "cc.multiple_choice.v0p1"
    assert item.right == ("o2",)
    assert len(item.labels) == 3


def test_ranges_to_choose_have_what_lies_between() -> None:
    (item,) = asked(number(("100", "200"), ("300", "400"), ("350", "500")))
    below, first, between, second, third, above = item.labels.values()
    assert (below, first, between, second) == ("less than 100", "100 to 200", "200 to 300", "300 to 400")
    assert (third, above) == ("350 to 500", "more than 500")
    assert item.right == ("o2", "o4", "o5")


def test_options_to_shuffle_stand_in_one_order_of_their_own() -> None:
    many = tuple(made.option(f"Option {n}", right=n == 0) for n in range(8))
    (kept,), (mixed,) = (
        asked(replace(made.single(), options=many)),
        asked(replace(made.single(), options=many), shuffle_options=True),
    )
    assert list(kept.labels.values()) == [f"Option {n}" for n in range(8)]
    assert sorted(mixed.labels.values()) == list(kept.labels.values()) != list(mixed.labels.values())
    assert right_text(mixed) == "Option 0"
    (fixed,) = asked(replace(made.single(), options=many, shuffle=False), shuffle_options=True)
    assert fixed.labels == kept.labels


def test_multiple_response_gets_no_option_more() -> None:
    options = (made.option("A", right=True), made.option("B", right=True))
    (item,) = asked(replace(made.multiple(), options=options))
    assert list(item.labels.values()) == ["A", "B"]


def test_feedback_is_told_where_it_belongs() -> None:
    single, short = asked(made.single()), asked(made.short())
    assert single[0].told["o2"] == "<p>A comparison of groups does not show a cause.</p>"
    assert single[0].general.startswith("<p>Ask of each figure")
    assert short[0].told == {
        "Geneva": "<p>On the lake.</p>",
        "Zurich": "<p>That is the largest city of Switzerland.</p>",
    }
    (first, _) = asked(made.branch())
    assert "She has the figures you did not ask for." in first.told["o2"]


def test_a_case_stands_before_each_of_its_questions() -> None:
    first, second = asked(made.scenario())
    assert (first.ident, second.ident) == ("q-case-1", "q-case-2")
    assert all("Amina sells tomatoes" in item.prompt for item in (first, second))


def test_weights_are_to_each_other_as_points_are() -> None:
    given = (
        replace(made.single(), points=Decimal("0.5")),
        replace(made.multiple(), points=Decimal(2)),
        replace(made.matching(), points=Decimal(1)),
    )
    sums: dict[str, Fraction] = defaultdict(Fraction)
    for item in asked(*given):
        sums[item.ident.partition(".")[0]] += item.weight
    assert sums == {"q-single": 3, "q-multiple": 12, "q-matching": 6}


def test_weights_stay_between_1_and_99() -> None:
    parts = [Part(f"q{n}", "", "", Essay(), Fraction(n)) for n in (0, 1, 997)]
    assert [item.weight for item in weighed(parts)] == [1, 1, 99]
    assert weighed([]) == ()
    assert [item.weight for item in weighed(parts[:1])] == [1]


def drawing(*draws: Draw, banks: tuple[Page, ...], questions: tuple[q.Question, ...] = ()) -> tuple[Course, Quiz]:
    test = made.quiz("exam", "test", questions, draws=draws)
    return made.course(made.page(test, "p-t"), banks=banks), test


def test_draws_are_the_same_whatever_the_order_of_the_bank() -> None:
    bank = made.bank(8)
    assert bank.quiz is not None
    mixed = list(bank.quiz.questions)
    Random(1).shuffle(mixed)
    shuffled = replace(bank, quiz=replace(bank.quiz, questions=tuple(mixed)))
    chosen = [
        {unit.id for unit in units_of(*drawing(Draw(3, "O1", "bank-1", AT), banks=(one,)))} for one in (bank, shuffled)
    ]
    assert chosen[0] == chosen[1]
    assert len(chosen[0]) == 3


def test_draws_do_not_take_a_question_twice_and_keep_a_case_whole() -> None:
    course, test = drawing(
        Draw(2, "", "", AT),
        Draw(2, "O1", "bank-1", AT),
        banks=(made.bank(3),),
        questions=(made.scenario(),),
    )
    units = units_of(course, test)
    assert len({unit.id for unit in units}) == len(units)
    assert sum(2 if isinstance(unit, q.Scenario) else 1 for unit in units) in (3, 4)
    course, test = drawing(Draw(1, "", "", AT), banks=(), questions=(made.scenario(),))
    assert units_of(course, test) == ()


def test_a_test_holds_its_draws_and_the_bank_the_pool() -> None:
    held = questions(cartridge(everything()))
    test = [item.ident for item in held if item.file == "quiz-exam.xml"]
    bank = [item.ident for item in held if item.file == "bank.xml"]
    assert len(test) == 4
    assert set(test) < set(bank)
    assert len(bank) == 10
    rules = files(cartridge(everything()))["quiz-exam.xml"].decode()
    assert re.findall(r"<fieldentry>(\d+|unlimited)</fieldentry>", rules)[:2] == ["3", "40"]
