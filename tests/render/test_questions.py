"""Questions as HTML: every type whole, accessible, safe, and true to its specification."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from builder.model import question as q
from builder.model import text as t
from builder.model.quiz import Draw, Quiz
from builder.render.environment import environment
from builder.render.profile import Profile
from builder.render.questions import quiz_html, result_html
from builder.render.questions.order import mixed_order, shown_order
from builder.render.questions.places import CLOSE, OPEN, mark_words, text_of
from builder.render.questions.quiz import asked_count, units_of
from builder.render.questions.spec import rules_of, spec_of
from builder.render.writer import Writer
from builder.state.keys import fingerprint_of, key_of
from tests.support import question_samples as samples

EVERY = samples.every_type()
ASKED = [
    each for question in EVERY for each in (question.questions if isinstance(question, q.Scenario) else (question,))
]


def tree(quiz: Quiz, *, language: str = "en", banks: tuple[samples.Page, ...] = ()) -> etree._Element:
    """The quiz as XML, which it must be too."""
    course = samples.course(samples.page(quiz), banks=banks, language=language)
    html = str(quiz_html(quiz, course, Writer(course, Profile(language=language))))
    return etree.fromstring(html)


@pytest.fixture(scope="module")
def page() -> etree._Element:
    return tree(samples.quiz())


@pytest.mark.parametrize("question", ASKED, ids=lambda each: each.id)
def test_a_question_says_what_the_player_needs(page: etree._Element, question: q.Question) -> None:
    [section] = page.xpath(f'.//section[@id="{question.id}"]')
    assert section.get("data-type") == question.type
    assert section.get("data-key") == f"{key_of(question.id):06x}"
    assert section.get("data-fp") == f"{fingerprint_of(question):02x}"
    assert json.loads(section.get("data-spec")) == json.loads(spec_of(question))
    assert section.get("data-objective") == "O1" or question.id == "q-multiple"


def test_specifications_are_those_of_the_reference() -> None:
    specs = {question.id: json.loads(spec_of(question)) for question in ASKED}
    assert specs["q-single"] == {"n": 4, "right": 0}
    assert specs["q-multiple"] == {"right": [1, 1, 0, 1]}
    assert specs["q-reasoned"] == {"n": 2, "right": 0, "reasons": 3, "reason": 0}
    assert specs["q-truefalse"]["reasons"] == 0
    assert specs["q-short"] == {"accept": ["Geneva", "Genève*"], "wrong": ["Zurich"], "case": False, "max": 40}
    assert specs["q-numerical"] == {"accept": [["32.5", "33.5"]], "wrong": [["24", "24"]], "estimate": False, "max": 16}
    assert specs["q-matching"] == {"right": [0, 1, 2], "values": 4}
    assert specs["q-ordering"] == {"n": 4}
    assert specs["q-gaps"] == {
        "gaps": [{"typed": True, "accept": ["1995", "nineteen ninety-five"]}, {"typed": False, "n": 3, "right": 0}],
        "case": False,
        "max": 40,
    }
    assert specs["q-reflection"] == {}
    assert specs["q-branch"]["steps"][0] == {"id": "s-start", "goto": ["s-data", "s-wrong"], "right": [1, 0]}
    assert specs["q-branch"]["w"] == 1
    assert specs["q-checklist"] == {"statements": 3, "scale": 3}


@pytest.mark.parametrize("role", ["practice", "quiz", "test"])
@pytest.mark.parametrize("language", ["en", "ar", "qps"])
def test_nothing_the_policy_forbids(role: str, language: str) -> None:
    quiz = tree(samples.quiz("quiz-1", role, minutes=5, attempts=2, pass_mark=60), language=language)
    assert not quiz.xpath(".//@style | .//script | .//style")
    assert not [name for each in quiz.iter() for name in each.attrib if str(name).startswith("on")]


def test_every_control_has_a_name(page: etree._Element) -> None:
    labelled = set(page.xpath(".//label/@for"))
    for control in page.xpath(".//input | .//select | .//textarea"):
        assert control.get("aria-label") or control.get("id") in labelled
    for button in page.xpath(".//button"):
        assert button.get("aria-label") or "".join(button.itertext()).strip()


def test_ids_stand_once_and_are_all_there(page: etree._Element) -> None:
    ids = page.xpath(".//@id")
    assert len(ids) == len(set(ids))
    assert set(page.xpath(".//label/@for")) <= set(ids)
    assert set(" ".join(page.xpath(".//@aria-describedby")).split()) <= set(ids)


def test_groups_are_fieldsets_with_the_question_as_legend(page: etree._Element) -> None:
    for section in page.xpath('.//section[@class="q"]'):
        [legend] = section.xpath("./form/fieldset/legend")
        assert legend.xpath("./h2 | ./h3")
    assert page.xpath('.//section[@id="q-case-1"]//legend/h3'), "one level below its scenario"


def test_feedback_is_hidden_and_tied_to_its_option(page: etree._Element) -> None:
    for box in page.xpath('.//*[contains(concat(" ", @class, " "), " say ")]'):
        assert box.get("hidden") is not None
    [said] = page.xpath('.//*[@id="q-single-1-f"]')
    assert "A comparison of groups" in "".join(said.itertext())


def test_the_source_order_gives_nothing_away(page: etree._Element) -> None:
    items = page.xpath('.//section[@id="q-ordering"]//li/@data-i')
    assert sorted(items) == ["0", "1", "2", "3"] != items
    values = page.xpath('.//select[@id="q-matching-0"]/option/@value')
    assert values[0] == "" and sorted(values[1:]) == ["0", "1", "2", "3"] != values[1:]


@given(st.text(), st.integers(0, 40))
def test_a_shown_order_is_a_permutation_and_never_the_right_one(id: str, count: int) -> None:
    order = shown_order(id, count)
    assert sorted(order) == list(range(count))
    assert count < 2 or list(order) != list(range(count))


def test_a_worked_example_says_whose_each_step_is(page: etree._Element) -> None:
    [box] = page.xpath('.//section[@id="q-completion"]//div[contains(@class, "steps")]')
    steps = box.findall("ol/li")
    assert [step.findtext("p[@class='whose']") for step in steps] == ["Given", "Given", "Your turn", "Your turn"]
    assert [step.findtext("div/b") for step in steps] == ["Question", "Workers", "Entrepreneurs", "Conclusion"]
    assert [len(step.xpath(".//*[contains(@class, 'field')]")) for step in steps] == [0, 0, 1, 2]


def test_what_is_said_of_a_step_stands_below_it_for_its_last_gap(page: etree._Element) -> None:
    [box] = page.xpath('.//section[@id="q-completion"]//div[contains(@class, "steps")]')
    given, own, last = box.findall("ol/li")[1:]
    assert given.findtext("div[@class='step-why']/p") == "You begin with who works."
    assert [(say.get("id"), say.get("hidden")) for say in own.findall("div[@class='say']")] == [
        ("q-completion-0-f", "")
    ]
    assert own.findtext("div[@class='say']/p") == "Owners buy what is imported."
    assert [say.get("id") for say in last.iter("span") if say.get("class") == "gap-say"] == [
        "q-completion-1-f",
        "q-completion-2-f",
    ]
    ids = [each.get("id") for each in box.iter() if each.get("id")]
    assert len(set(ids)) == len(ids) == 6


def test_long_choices_are_written_out_below(page: etree._Element) -> None:
    [box] = page.xpath('.//section[@id="q-completion"]//div[contains(@class, "steps")]')
    assert len(box.xpath(".//span[@class='gap long']/span[@class='chosen-text']")) == 1
    assert len(box.xpath(".//*[@class='chosen-text']")) == 1


def test_gaps_and_places_stand_in_the_text(page: etree._Element) -> None:
    [sentence] = page.xpath('.//section[@id="q-gaps"]//div[@class="q-gaps"]/p')
    assert sentence.xpath(".//input[@type='text']/@aria-label") == ["Gap 1"]
    assert sentence.xpath(".//select/@aria-label") == ["Gap 2"]
    rows = page.xpath('.//section[@id="q-spot-table"]//tbody/tr')
    assert [len(row.xpath(".//input")) for row in rows] == [1, 1, 1]
    words = page.xpath('.//section[@id="q-spot-text"]//div[@class="q-quoted"]//label')
    assert ["".join(word.itertext()).strip("\u2060") for word in words] == [
        "lead to",
        "firms that export",
        "employ more",
    ]


def test_longer_words_take_their_place_first() -> None:
    marked, found = mark_words(samples.para("trade policy and trade"), ["trade", "trade policy"])
    assert text_of(marked) == f"{OPEN}1:trade policy{CLOSE} and {OPEN}0:trade{CLOSE}"
    assert found == {0, 1}


def test_words_inside_words_are_left_alone() -> None:
    marked, found = mark_words(samples.para("trademark"), ["trade"])
    assert text_of(marked) == "trademark"
    assert not found


def test_options_without_a_place_are_listed_below() -> None:
    lost = replace(samples.spot_text(), options=(*samples.spot_text().options, samples.option("nowhere", right=True)))
    quiz = tree(samples.quiz(questions=(lost,)))
    assert quiz.xpath('.//p[@class="q-others"]//label')[0].text.endswith("nowhere")


HARD = "</script><b a='1'>&\"'\ue000 \ue001"


def test_what_authors_write_stays_text() -> None:
    single = samples.single()
    hard = (
        replace(
            single, title=samples.words(HARD), options=(samples.option(HARD, HARD, right=True), samples.option("x"))
        ),
        replace(samples.short(), answers=(q.Accepted(HARD, samples.para(HARD), samples.AT),)),
        replace(samples.matching(), values=(samples.words(HARD), *samples.matching().values[1:])),
    )
    quiz = tree(samples.quiz(questions=hard))
    assert not quiz.xpath(".//script | .//b[@a]")
    assert quiz.xpath('.//h2[@id="q-single-t"]')[0].text == HARD
    assert json.loads(quiz.xpath('.//section[@id="q-short"]/@data-spec')[0])["accept"] == [HARD]


def test_an_option_of_several_blocks_keeps_its_label_plain() -> None:
    bullets = t.List(False, 1, True, (t.ListItem(samples.para("a point"), None, samples.AT),), samples.AT)
    option = q.Option((*samples.para("first"), bullets), True, (), samples.AT)
    quiz = tree(samples.quiz(questions=(replace(samples.single(), options=(option, samples.option("x"))),)))
    assert quiz.xpath('.//label[@for="q-single-0"]')[0].text == "first"
    assert quiz.xpath('.//div[@class="opt-rest"]//li')[0].text.strip() == "a point"


def test_confidence_is_asked_for() -> None:
    sure = tree(samples.quiz(questions=(replace(samples.single(), confidence=True),)))
    assert sure.xpath(".//section/@data-confidence") == [""]
    assert sure.xpath('.//input[@name="q-single-c"]/@value') == ["1", "2", "3"]


def test_reflections_say_where_they_stay(page: etree._Element) -> None:
    [section] = page.xpath('.//section[@id="q-reflection"]')
    assert "stays on this device" in "".join(section.itertext())


def test_a_page_without_javascript_says_so(page: etree._Element) -> None:
    assert "JavaScript" in "".join(page.xpath(".//noscript")[0].itertext())
    assert all(each.get("hidden") is not None for each in page.xpath('.//p[@class="q-do"]'))


def test_rules_leave_out_what_is_not_set() -> None:
    assert json.loads(rules_of(samples.quiz())) == {"weight": 1}
    rules = json.loads(rules_of(samples.exam(minutes=30, wait=60, attempts=2, shuffle=True)))
    assert rules["draw"][0] == {"count": 3, "objective": "O1", "bank": "bank-1"}
    assert (rules["minutes"], rules["wait"], rules["attempts"], rules["shuffle"], rules["pass"]) == (
        30,
        60,
        2,
        True,
        60,
    )


def test_a_test_holds_the_questions_of_its_banks() -> None:
    banks = (samples.bank(4), samples.bank(2, "bank-2", "O2"), samples.bank(2, "bank-3", "O3"))
    course = samples.course(samples.page(samples.exam()), banks=banks)
    units = list(units_of(samples.exam(), course))
    assert [unit.bank for unit in units] == ["", ""] + ["bank-1"] * 4 + ["bank-2"] * 2
    assert asked_count(samples.exam()) == 4
    page = tree(samples.exam(), banks=banks)
    assert len(page.xpath('.//section[@data-bank="bank-1"]')) == 4
    assert [unit.bank for unit in units_of(samples.quiz(), course) if unit.bank] == [], "no draw, no bank"


def test_questions_of_another_objective_are_not_taken_from_a_bank() -> None:
    course = samples.course(samples.page(samples.exam()), banks=(samples.bank(2, "bank-1", "O9"),))
    assert [unit.question.id for unit in units_of(samples.exam(), course)] == ["q-multiple", "q-numerical"]
    anything = replace(samples.exam(), draws=(Draw(2, "", "bank-1", samples.AT),))
    assert len(list(units_of(anything, course))) == 4


def test_the_page_of_results_knows_its_quizzes() -> None:
    package = samples.package(samples.page(samples.exam(attempts=3)), banks=(samples.bank(4),))
    html = result_html(package, environment("en"), lambda page: f"{page.id}.html")
    section = etree.fromstring(str(html).strip())
    assert section.get("data-key") == f"{key_of('exam'):06x}"
    assert section.get("data-pass") == "60"
    questions = json.loads(section.get("data-questions"))
    assert [f"{key_of('q-multiple'):06x}", "O2", 1.0] in questions
    assert len(questions) == 6
    assert section.xpath(".//a/@href") == ["p-1.html"]


def test_the_pseudo_locale_finds_no_bare_word() -> None:
    """Every word of the templates is marked for translation."""
    quiz = tree(samples.quiz("t", "test", (samples.single(),), minutes=5, attempts=2, pass_mark=60), language="qps")
    own = {text_of(option.body) for option in samples.single().options} | {
        text_of(o.feedback) for o in samples.single().options
    }
    own |= {text_of(samples.single().title), text_of(samples.single().feedback)}
    bare = [text.strip() for text in quiz.itertext() if re.fullmatch(r"[A-Za-z ,.]{3,}", text.strip())]
    assert [text for text in bare if text not in own] == []


def test_questions_of_a_bank_keep_their_own_footnotes() -> None:
    def noted(id: str, number: int) -> q.Single:
        return replace(samples.single(id), stem=(t.Paragraph((t.Text("See"), t.FootnoteRef(number)), samples.AT),))

    first, second = (t.Footnote(str(n), samples.para(f"Note {n} of the bank.")) for n in (1, 2))
    bank = replace(samples.page(samples.quiz("b", "bank", (noted("q-a", 2), noted("q-b", 1))), "b"), kind="bank")
    quiz = samples.quiz(role="test", questions=(noted("q-own", 1),), draws=(Draw(1, "O1", "b", samples.AT),))
    course = samples.course(samples.page(quiz), banks=(replace(bank, footnotes=(first, second)),))
    writer = Writer(course, Profile(), (t.Footnote("1", samples.para("The test's own.")),))
    html = etree.fromstring(f"<div>{quiz_html(quiz, course, writer)}{writer.end()}</div>")
    marks = {each.get("id"): each.findtext(".//sup/a") for each in html.iter("section") if each.get("data-key")}
    assert marks == {"q-own": "1", "q-a": "3", "q-b": "2"}
    notes = {each.get("value"): "".join(each.itertext())[:-2].strip() for each in html.iterfind(".//section/ol/li")}
    assert {number: text[:18] for number, text in notes.items()} == {
        "1": "The test's own.",
        "2": "Note 1 of the bank",
        "3": "Note 2 of the bank",
    }


def test_the_right_choice_of_a_gap_stands_in_each_place_about_as_often() -> None:
    places = [mixed_order(f"q-{number}", 3).index(0) for number in range(600)]
    assert all(160 < places.count(place) < 240 for place in range(3))
