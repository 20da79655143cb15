"""Cloze questions of a backup, and scenarios that are one: fields, weights, what is said, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from builder.model import question as q
from builder.model.course import Course
from builder.model.quiz import Draw
from builder.targets.mbz.questions.types.cloze import fields_of
from builder.targets.mbz.xml import Element
from tests.support import question_samples as s
from tests.targets import moodle_referee
from tests.targets.bank_samples import many, nasty_questions, package_of, pictured, shared
from tests.targets.mbz.banked import bank_of, bank_page, entries, fields, imported, kept, texts


def test_fields_are_what_moodle_reads() -> None:
    nasty = imported(*nasty_questions(), s.gaps(), s.completion(), many(7), many(13)).values()
    compared = 0
    for one in (one for one in nasty if one.get("type") == "cloze"):
        expected = moodle_referee.fields(one.findtext("questiontext/text") or "")
        made = fields_of(one)
        assert len(made) == len(expected)
        for field, (kind, answers) in zip(made, expected, strict=True):
            number = kind == "NUMERICAL"
            assert [
                (
                    float(answer.get("fraction", "")) / 100,
                    (answer.findtext("text") or "") + (f":{answer.findtext('tolerance')}" if number else ""),
                    answer.findtext("feedback/text") or "",
                )
                for answer in field.findall("answer")
            ] == answers
            compared += 1
        left = one.findtext("questiontext/text") or ""
        assert [f"{{#{place}}}" in left for place in range(1, len(made) + 1)] == [True] * len(made)
    assert compared > 40


def test_a_cloze_question_names_its_fields_and_shares_its_mark() -> None:
    root, found = kept(replace(s.gaps(), points=Decimal("2.5")))
    one = found["q-gaps"]
    inner = fields(root, one)
    assert [part.findtext("qtype") for part in inner] == ["shortanswer", "multichoice"]
    assert {part.findtext("parent") for part in inner} == {one.get("id")} == {one.findtext(".//multianswer/question")}
    assert (one.findtext("defaultmark"), [part.findtext("defaultmark") for part in inner]) == ("2.5", ["1.25", "1.25"])
    numbers = {entry.findtext("questioncategoryid") for entry in root.iter("question_bank_entry")}
    assert len(numbers) == 1


def drawn_scenario(*parts: q.Question, **more: object) -> tuple[Course, Element, Element, list[Element]]:
    """A scenario that a test draws: its course, the file, its question and the fields of that."""
    scenario = replace(s.scenario(), questions=parts, **more)
    made = package_of(draws=(Draw(1, "O1", "", s.AT),)).course
    course = replace(made, delivery="mixed", banks=(bank_page("bank", scenario),))
    root = bank_of(course)[1]
    return course, root, entries(root)["q-scenario"], fields(root, entries(root)["q-scenario"])


def weights(inner: Sequence[Element]) -> list[int]:
    return [int((one.findtext("questiontext") or "")[1:].partition(":")[0]) for one in inner]


def test_a_scenario_holds_every_type_it_can() -> None:
    parts = (
        s.single(), s.multiple(), many(7), s.spot_text(), s.truefalse(), s.reasoned(), s.short(),
        replace(s.short("q-case"), case=True), s.numerical(), s.gaps(), shared(),
    )  # fmt: skip
    _, _, one, inner = drawn_scenario(*parts)
    kinds = [(field.findtext("questiontext") or "").split(":")[1] for field in inner]
    assert kinds == [
        "MULTICHOICE_V", "MULTIRESPONSE", "MULTIRESPONSE", "MULTIRESPONSE", "MULTICHOICE_V", "MULTICHOICE_V",
        "SHORTANSWER", "SHORTANSWER_C", "NUMERICAL", "SHORTANSWER", "MULTICHOICE_S", "MULTICHOICE_S", "MULTICHOICE_S",
    ]  # fmt: skip
    assert one.findtext("defaultmark") == "11"
    assert sum(Decimal(field.findtext("defaultmark") or "") for field in inner) == pytest.approx(Decimal(11))
    assert weights(inner) == [2] * 9 + [1] * 4
    text = one.findtext("questiontext") or ""
    assert text.index("The border at Maravia") < text.index("tomatoes") < text.index("{#1}") < text.index("{#13}")


def test_the_weights_of_a_scenario_are_in_the_ratio_of_its_points() -> None:
    points = ("2", "0.5", "1.25")
    parts = tuple(replace(s.single(f"q-{n}"), points=Decimal(value)) for n, value in enumerate(points))
    _, _, one, inner = drawn_scenario(*parts, replace(s.gaps(), points=Decimal(1)), s.numerical("q-e", estimate=True))
    assert weights(inner) == [8, 2, 5, 2, 2, 0]
    assert one.findtext("defaultmark") == "4.75"
    assert [field.findtext("defaultmark") for field in inner] == ["2", "0.5", "1.25", "0.5", "0.5", "0"]


def test_a_scenario_keeps_what_is_said() -> None:
    said = replace(s.numerical(), see="p-1")
    _, _, one, inner = drawn_scenario(s.single(), said, s.completion(), feedback=s.para("Of it all."))
    answers = texts(inner[0], ".//answer/answertext", ".//answer/fraction")
    assert [share for _, share in answers] == ["1", "0", "0", "0"]
    first = next(inner[0].iter("answer"))
    assert first.findtext("feedback") == "<p>The figures compare two groups of firms, and nothing more.</p>"
    general = one.findtext("generalfeedback") or ""
    kept_texts = ("Of it all.", "Ask of each figure", "World Bank", "Ask who gains first", "Owners buy")
    assert all(text in general for text in kept_texts)
    assert "Page p-1" in (one.findtext(".//question_hint/hint") or "")
    assert [inner[1].findtext(path) for path in (".//numerical_unit/unit", ".//showunits")] == ["%", "0"]
    assert "scenario:q-scenario" in [tag.text for tag in one.iter("rawname")]


def test_signs_of_the_format_stay_text_in_a_scenario() -> None:
    able = tuple(one for one in nasty_questions() if not isinstance(one, q.Matching | q.Ordering | q.Reflection))
    there = imported(*able)
    _, _, one, inner = drawn_scenario(*able)
    expected: list[list[tuple[str, str]]] = []
    for question in able:
        element = there[question.id]
        if isinstance(question, q.GapFill):
            continue
        answers = texts(element, "answer/text")
        said = [(answer.findtext("feedback/text") or "").strip() for answer in element.findall("answer")]
        expected.append([(text, feedback) for (text,), feedback in zip(answers, said, strict=True)])
    made = [
        [
            (answer.findtext("answertext") or "", answer.findtext("feedback") or "")
            for answer in field.iterfind(".//answers/answer")
        ]
        for field in inner
    ]
    for answers in expected:
        assert answers in made
    assert "{1:" not in (one.findtext("questiontext") or "")
    assert len(inner) == (one.findtext("questiontext") or "").count("{#")


def test_pictures_of_a_scenario_stand_where_their_texts_are() -> None:
    course, _, _, _ = drawn_scenario(pictured(), s.truefalse())
    bank, root, _ = bank_of(course)
    one = entries(root)["q-scenario"]
    inner = fields(root, one)[0]
    first = next(inner.iter("answer")).get("id")
    places = {
        (row.findtext("filearea"), row.findtext("itemid"), row.findtext("filename"))
        for row in bank.ledger.files.listing()
    }
    assert places == {
        ("questiontext", one.get("id"), "a b.svg"),
        ("questiontext", inner.get("id"), "sign.svg"),
        ("answer", first, "sign.svg"),
        ("answerfeedback", first, "sign.svg"),
    }
    assert len(bank.files(course)) == 4
