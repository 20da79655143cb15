"""Questions as a backup keeps them: the same answers, shares, texts and files as in Moodle XML, which is proven."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model import question as q
from builder.model import text as t
from builder.targets.mbz.dress import dressed
from builder.targets.mbz.questions.reading import share
from tests.support import question_samples as s
from tests.targets.bank_samples import many, nasty_questions, package_of, pictured, shared
from tests.targets.mbz.banked import bank_of, entries, imported, kept, texts

KINDS = {
    "q-single": "multichoice", "q-multiple": "multichoice", "q-truefalse": "truefalse", "q-reasoned": "multichoice",
    "q-short": "shortanswer", "q-numerical": "numerical", "q-estimate": "numerical", "q-matching": "match",
    "q-classify": "match", "q-ordering": "ordering", "q-gaps": "multianswer", "q-completion": "multianswer",
    "q-spot-table": "multichoice", "q-spot-text": "multichoice", "q-reflection": "essay", "q-shared": "ddwtos",
    "q-many-13": "multianswer", "q-pictured": "multichoice",
}  # fmt: skip


def test_every_type_has_its_own() -> None:
    asked = (*(one for one in s.every_type() if not isinstance(one, q.Scenario)), shared(), many(13), pictured())
    _, found = kept(*asked)
    assert {name: one.findtext("qtype") for name, one in found.items()} == KINDS
    for name, one in found.items():
        assert one.find(f"plugin_qtype_{KINDS[name]}_question") is not None


def test_answers_and_shares_are_those_of_moodle_xml() -> None:
    asked = (*nasty_questions(), *s.every_type()[:10], many(1), many(7), many(10), pictured(), shared())
    _, found = kept(*asked)
    there = imported(*asked)
    compared = 0
    for name, one in found.items():
        other = there[name]
        if name.startswith("q-case") or one.findtext("qtype") == "multianswer":
            continue
        asked_there = dressed((other.findtext("questiontext/text") or "").strip())
        assert (one.findtext("questiontext"), one.findtext("defaultmark")) == (
            asked_there,
            other.findtext("defaultgrade"),
        )
        assert texts(one, "generalfeedback") == texts(other, "generalfeedback/text")
        said = [dressed((answer.findtext("feedback/text") or "").strip()) for answer in other.findall("answer")]
        if one.findtext("qtype") in ("multichoice", "shortanswer", "numerical"):
            shares = [(share(answer.get("fraction", "")),) for answer in other.findall("answer")]
            assert texts(one, ".//answer/fraction") == shares
            told = [(dressed(text),) for (text,) in texts(other, "answer/text")]
            assert texts(one, ".//answers/answer/answertext") == told
            assert [answer.findtext("feedback") or "" for answer in one.iterfind(".//answers/answer")] == said
            compared += len(shares)
    assert compared > 200


@pytest.mark.parametrize(
    ("percent", "fraction"), [("100", "1"), ("33.33333", "0.3333333"), ("-14.28571", "-0.1428571"), ("0", "0")]
)
def test_shares_have_the_decimals_of_moodle(percent: str, fraction: str) -> None:
    assert share(percent) == fraction


def test_true_and_false_are_found_again() -> None:
    one = kept(s.truefalse())[1]["q-truefalse"]
    words = {answer.get("id"): answer.findtext("answertext") for answer in one.iter("answer")}
    row = one.find(".//truefalse")
    assert row is not None
    assert [words[row.findtext(name)] for name in ("trueanswer", "falseanswer")] == ["True", "False"]
    assert texts(one, ".//answer/fraction") == [("1",), ("0",)]


def test_a_number_has_its_tolerance_and_its_unit() -> None:
    one = kept(s.numerical())[1]["q-numerical"]
    numbers = {answer.get("id"): answer.findtext("answertext") for answer in one.iterfind(".//answers/answer")}
    pairs = [(numbers[row.findtext("answer")], row.findtext("tolerance")) for row in one.iter("numerical_record")]
    assert pairs == [("33", "0.5"), ("24", "0")]
    assert texts(one, ".//numerical_unit/multiplier", ".//numerical_unit/unit") == [("1", "%")]
    assert one.findtext(".//numerical_option/showunits") == "0"


def test_a_number_without_a_unit_has_none() -> None:
    one = kept(replace(s.numerical(), unit=""))[1]["q-numerical"]
    assert (one.find(".//numerical_units"), one.findtext(".//showunits")) == (None, "3")


def test_rows_have_their_values() -> None:
    one, other = kept(s.matching())[1]["q-matching"], imported(s.matching())["q-matching"]
    assert texts(one, ".//match/questiontext", ".//match/answertext") == texts(
        other, "subquestion/text", "subquestion/answer/text"
    )
    assert texts(one, ".//match/questiontext")[-1] == ("",)
    assert one.findtext(".//matchoptions/shuffleanswers") == "1"


def test_items_are_numbered_in_their_order() -> None:
    one = kept(s.ordering())[1]["q-ordering"]
    assert [number for (number,) in texts(one, ".//answer/fraction")] == ["1", "2", "3", "4"]
    assert (one.findtext(".//ordering/gradingtype"), one.findtext(".//ordering/selecttype")) == ("0", "0")


def test_choices_for_gaps_have_their_groups() -> None:
    gaps = s.completion().gaps[:2]
    body = (t.Paragraph((t.Text("First "), gaps[0], t.Text(" then "), gaps[1]), s.AT),)
    _, found = kept(shared(), replace(s.gaps("q-lists"), gaps=gaps, body=body))
    dragged = [one for (one,) in texts(found["q-shared"], ".//answer/feedback")]
    assert dragged == ['O:8:"stdClass":2:{s:9:"draggroup";s:1:"1";s:8:"infinite";b:1;}'] * 3
    lists = texts(found["q-lists"], ".//answer/answertext", ".//answer/feedback")
    assert [group for _, group in lists] == ["1", "1", "1", "2", "2"]


def test_an_essay_has_what_graders_see() -> None:
    one = kept(s.reflection())[1]["q-reflection"]
    assert "model answer" in (one.findtext(".//essay/graderinfo") or "")
    assert one.findtext("defaultmark") == "0"


def test_pictures_stand_where_their_texts_are() -> None:
    course = replace(package_of(pictured()).course, delivery="mixed")
    bank, root, _ = bank_of(course)
    one = entries(root)["q-pictured"]
    first = next(one.iter("answer")).get("id")
    places = {
        (
            row.findtext("component"),
            row.findtext("filearea"),
            row.findtext("itemid"),
            row.findtext("filepath"),
            row.findtext("filename"),
        )
        for row in bank.ledger.files.listing()
    }
    assert places == {
        ("question", "questiontext", one.get("id"), "/maps/", "a b.svg"),
        ("question", "answer", first, "/", "sign.svg"),
        ("question", "answerfeedback", first, "/", "sign.svg"),
    }
    assert sorted(bank.files(course)) == [int(row.get("id", "")) for row in bank.ledger.files.listing()]


def test_pictures_and_tables_keep_to_the_width_of_a_phone() -> None:
    _, found = kept(pictured(), s.spot_table())
    shown = found["q-pictured"].findtext(".//answer/answertext") or ""
    assert '<img class="img-fluid" src="@@PLUGINFILE@@/sign.svg"' in shown
    assert '<div class="table-responsive"' in (found["q-spot-table"].findtext("questiontext") or "")
