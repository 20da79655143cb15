"""Moodle XML: what Moodle's import would stumble over, what questions are worth there, and what is left out."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from fractions import Fraction
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model import question as q
from builder.model.constructs import CONSTRUCTS
from builder.model.package import Package, packages_of
from builder.model.scoring import FULL, score
from builder.state.reach import questions_of
from builder.targets.banks import spellings, units_of
from builder.targets.base import Context, Level
from builder.targets.moodlexml import TARGET
from tests.support import question_samples as s
from tests.support.everything import everything
from tests.targets.bank_samples import every_package, many, nasty_questions, package_of, pictured, shared
from tests.targets.moodle_referee import fields, objections, text
from tests.targets.samples import programme

LOST = (q.Branch, q.Checklist, q.Vote, q.Rank, q.Budget)
PACKAGES = every_package()


def built(package: Package) -> bytes:
    product = TARGET.build(package, Context(programme()))
    assert [entry.path for entry in product.entries] == [f"{package.id}.xml"]
    return product.entries[0].data


def elements(package: Package) -> dict[str, ET.Element]:
    """The questions of the file by their idnumber."""
    root = ET.fromstring(built(package))
    return {each.findtext("idnumber") or "": each for each in root if each.get("type") != "category"}


def one(question: q.Question, **rules: object) -> ET.Element:
    return elements(package_of(question, **rules))[question.id]


@pytest.mark.parametrize("name", PACKAGES)
def test_moodle_would_take_all_of_it(name: str) -> None:
    assert objections(built(PACKAGES[name])) == []


def test_moodle_would_take_every_construct_and_every_lesson() -> None:
    for division in ("course", "lesson"):
        for package in packages_of(everything(division)[1]):
            assert objections(built(package)) == []


@pytest.mark.parametrize(
    ("old", "new", "objection"),
    [
        ('fraction="50"', 'fraction="37"', "stops the import"),
        ("<tolerance>0.5</tolerance>", "<tolerance></tolerance>", "drops all following"),
        ("<text>Sews shirts in an export zone</text>", "<text></text>", "drops all following"),
        ("<idnumber>q-short</idnumber>", "<idnumber>q-single</idnumber>", "is missing, too long or taken"),
        ("ABSOLUTE_POSITION", "RELATIVE_NEXT", "another rule"),
        ("{1:NUMERICAL:=2024:0}", "{1:NUMERICAL:2024:0}", "worth all"),
        ("$course$/top/A course/O2", "A course/O2", "path"),
        ("<selectoption>", "<x>", "not well-formed"),
    ],
)
def test_the_referee_can_refuse(old: str, new: str, objection: str) -> None:
    data = built(package_of(*s.every_type(), replace(s.gaps("q-more"), gaps=s.gaps().gaps[1:], body=_sentence())))
    assert old.encode() in data
    assert any(objection in found for found in objections(data.replace(old.encode(), new.encode(), 1)))


def _sentence() -> s.t.Blocks:
    return (s.t.Paragraph((s.t.Text("In "), s.gaps().gaps[1]), s.AT),)


@pytest.mark.parametrize("name", PACKAGES)
def test_every_question_is_there_or_declared_lost(name: str) -> None:
    wanted = {one.id for one in questions_of(PACKAGES[name]).values() if not isinstance(one, LOST)}
    assert set(elements(PACKAGES[name])) == wanted
    for construct in ("branch", "checklist", "vote", "rank", "budget"):
        assert TARGET.support[construct].level is Level.LOST


def test_support_is_declared_for_every_construct() -> None:
    assert set(TARGET.support) == {construct.id for construct in CONSTRUCTS}


def test_the_same_bytes_every_time() -> None:
    for package in PACKAGES.values():
        assert built(package) == built(package)


def test_a_package_without_questions_says_so() -> None:
    product = TARGET.build(package_of(s.vote()), Context(programme()))
    assert [found.code.id for found in product.diagnostics] == ["K101"]


def test_questions_stand_under_their_objectives_and_scenarios() -> None:
    root = ET.fromstring(built(package_of(*s.every_type())))
    paths = [text(each.find("category")) for each in root if each.get("type") == "category"]
    assert paths[:2] == ["$course$/top/A course", "$course$/top/A course/O1: Objective O1"]
    assert paths[-1] == "$course$/top/A course/O2: Objective O2"
    scenario = s.scenario()
    at = next(place for place, each in enumerate(root) if each.findtext("idnumber") == scenario.questions[0].id)
    assert text(root[at - 1].find("category")).endswith("/The border at Maravia")
    assert all("scenario" in text(root[at + n].find("questiontext")) for n in range(len(scenario.questions)))


def test_after_a_scenario_its_objective_goes_on() -> None:
    root = ET.fromstring(built(package_of(s.scenario(), s.single())))
    assert text(root[-2].find("category")) == "$course$/top/A course/O1: Objective O1"


def test_a_course_of_another_name_has_other_idnumbers() -> None:
    """An idnumber that another path has stops Moodle's import with an error of the database."""
    package = package_of(s.single())
    other = replace(package, course=replace(package.course, title="Another/ one/"))
    ids = [{each.findtext("idnumber") for each in ET.fromstring(built(p)) if each.get("type") == "category"}
           for p in (package, other)]  # fmt: skip
    assert not ids[0] & ids[1]
    assert objections(built(other)) == []


def test_a_draw_brings_its_bank() -> None:
    package = s.package(s.page(s.exam()), banks=(s.bank(8),))
    assert len(elements(package)) == len(questions_of(package)) == 10


def test_tags_tell_what_moodle_has_no_field_for() -> None:
    question = replace(s.single(), rev=3, parallel="q-pre", see="p-1", level="apply", confidence=True, shuffle=False)
    tags = [text(tag) for tag in one(question).iterfind("tags/tag")]
    assert tags == [
        "objective:O1", "quiz:quiz-1", "role:test", "language:en", "rev:3", "parallel:q-pre", "see:p-1", "level:apply",
        "confidence:asked", "shuffle:no",
    ]  # fmt: skip
    assert text(one(question).find("hint")) == "<p>Read again: Page p-1</p>"


def test_options_are_shuffled_as_the_question_or_its_quiz_says() -> None:
    assert one(s.single()).findtext("shuffleanswers") == "false"
    assert one(s.single(), shuffle_options=True).findtext("shuffleanswers") == "true"
    assert one(replace(s.single(), shuffle=False), shuffle_options=True).findtext("shuffleanswers") == "false"


def test_pictures_stand_beside_the_texts_that_show_them() -> None:
    question = one(pictured())
    stem = question.find("questiontext")
    assert stem is not None
    assert [(file.get("path"), file.get("name")) for file in stem.iterfind("file")] == [("/maps/", "a b.svg")]
    assert "@@PLUGINFILE@@/maps/a%20b.svg" in text(stem)
    assert [file.get("name") for file in question.iterfind("answer/feedback/file")] == ["sign.svg"]


def test_right_to_left_is_marked() -> None:
    question = elements(PACKAGES["arabic"])["q-single"]
    assert text(question.find("questiontext")).startswith('<div dir="rtl" lang="ar" style="text-align:right">')
    assert all(text(answer).startswith('<div dir="rtl"') for answer in question.iterfind("answer"))


def test_words_for_true_and_false_are_the_types_own_or_a_choice() -> None:
    assert one(s.truefalse()).get("type") == "truefalse"
    own = replace(s.truefalse(), options=(s.option("Yes", right=True), s.option("No")))
    assert one(own).get("type") == "multichoice"


def test_gaps_with_the_same_words_are_words_to_drag() -> None:
    question = one(shared())
    assert question.get("type") == "ddwtos"
    assert "Stop is [[1]] and go is [[2]]." in text(question.find("questiontext"))
    assert len(question.findall("dragbox")) == 3
    assert all(box.find("infinite") is not None for box in question.iterfind("dragbox"))


def test_cloze_fields_say_what_the_gaps_accept() -> None:
    fill, completion = one(s.gaps()), one(s.completion())
    assert fields(text(fill.find("questiontext")))[0] == (
        "SHORTANSWER",
        [(1.0, "1995", ""), (1.0, "nineteen ninety-five", "")],
    )
    assert [kind for kind, _ in fields(text(completion.find("questiontext")))] == [
        "MULTICHOICE_S", "MULTICHOICE_S", "NUMERICAL",
    ]  # fmt: skip


def test_nasty_texts_come_through_cloze_fields() -> None:
    read = elements(PACKAGES["nasty"])
    for question in nasty_questions():
        element = read[question.id]
        if isinstance(question, q.GapFill) and element.get("type") == "cloze":
            typed, chosen = fields(text(element.find("questiontext")))
            wanted = question.gaps[0].choices[0].text.replace("*", "\\*")
            numbers = [f"{wanted}:0"] if typed[0] == "NUMERICAL" else []
            assert [answer for _, answer, _ in typed[1]] == (numbers or spellings(wanted))
            assert [unescape(answer) for _, answer, _ in chosen[1]] == [one.text for one in question.gaps[1].choices]


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 26), st.integers(0, 6), st.data())
def test_a_multiple_response_is_worth_what_it_is_worth_here(right: int, wrong: int, data: st.DataObject) -> None:
    """Moodle adds the shares of what is chosen, between nothing and all."""
    question = many(right, max(wrong, 1))
    chosen = data.draw(st.lists(st.booleans(), min_size=len(question.options), max_size=len(question.options)))
    element = one(question)
    if element.get("type") == "cloze":
        ((_, answers),) = fields(text(element.find("questiontext")))
        shares = [Fraction(str(round(share, 7))) for share, _, _ in answers]
        assert sum(share for share in shares if share > 0) == 1
    else:
        shares = [Fraction(answer.get("fraction") or "0") / 100 for answer in element.iterfind("answer")]
    there = min(max(sum(share for share, taken in zip(shares, chosen, strict=True) if taken), 0), 1)
    here = score(question, [int(each) for each in chosen])
    assert here is not None
    assert abs(there * FULL - here) <= Fraction(51, 100)


def test_a_judgement_with_its_reason_is_right_as_a_pair_only() -> None:
    question = s.reasoned()
    shares = [answer.get("fraction") for answer in one(question).iterfind("answer")]
    pairs = [{"choice": a, "reason": b} for a in range(2) for b in range(3)]
    assert [float(share or 0) * FULL / 100 for share in shares] == [score(question, pair) for pair in pairs]


def test_unscored_types_are_worth_nothing() -> None:
    assert one(s.reflection()).findtext("defaultgrade") == "0"
    assert one(s.numerical("q-e", estimate=True)).findtext("defaultgrade") == "0"


def test_units_know_their_quizzes_in_order() -> None:
    package = s.package(s.page(s.exam()), banks=(s.bank(4),))
    assert {quiz.id for unit in units_of(package) for quiz in unit.quizzes} == {"exam"}
