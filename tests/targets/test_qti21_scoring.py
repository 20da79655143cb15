"""Acceptance A3 in QTI 2.1: every answer of the scoring table, run through the item we write and an engine that knows
only the specification."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from builder.model import question as q
from builder.model.typed import matches, normal, parse_number
from builder.targets.fragments import Fragments
from builder.targets.qti21.item import Sheet
from builder.targets.qti21.pattern import number_pattern, text_pattern
from builder.targets.qti21.questions import item_of
from tests.support import question_samples as samples
from tests.support.node import ROOT
from tests.support.qti_engine import Item, Session, read_item
from tests.support.qti_engine.patterns import fits
from tests.support.spec import question_of

pytestmark = pytest.mark.usefixtures("unmeasured")

CASES: list[dict[str, Any]] = json.loads((ROOT / "tests/fixtures/scoring/cases.json").read_text("utf-8"))

LANGUAGE = {".": "en", ",": "fr"}
"""A language for each decimal sign."""

DEVIATIONS: Mapping[tuple[str, str], int] = {
    # An ordering holds items without places between them: the empty second place is lost, and with it the third.
    ("ordering", "an empty place"): 40,
    # A float is read as xs:double: no per cent sign, comma, thousands, other digits or blank after the sign ...
    **{
        ("numerical", why): 0
        for why in (
            "a per cent sign may follow",
            "without a blank too",
            "a comma in English that parts no thousands",
            "French",
            "by value",
            "Arabic digits and decimal sign",
            "Arabic digits, Latin comma",
            "Persian digits",
            "Devanagari digits",
            "full-width digits",
            "marks of direction are not seen",
            "English thousands",
            "German thousands",
            "French thousands: narrow no-break space",
            "plain blank",
            "Swiss apostrophe",
            "typographic apostrophe",
            "Arabic thousands",
            "a thousand in English",
            "a thousand in French",
            "no thousands begin with 0",
            "millions",
            "lakhs",
            "a real minus sign",
            "minus and a blank",
        )
    },
    # ... but with an exponent.
    ("numerical", "no exponents"): 120,
}
"""What an answer scores in QTI where that is not what our table says, as declared for the target: by type and reason of
the case."""


def item_for(question: q.Question, language: str = "en") -> Item:
    pieces = Fragments(samples.course(language=language), elements=frozenset())
    return read_item(item_of(question, Sheet(pieces, shuffle=False)))


def score_of(item: Item, question: q.Question, answer: object) -> float | None:
    """SCORE for an answer in the form of the table."""
    if isinstance(question, q.Branch):
        session = Session(item)
        outcomes = dict(session.outcomes)
        for choice in answer if isinstance(answer, list) else []:
            step = outcomes["STEP"].one
            outcomes = session.attempt({f"RESPONSE_{step}": identifier(f"{step}c", choice)})
    else:
        outcomes = item.answer(response_of(question, answer))
    return outcomes["SCORE"].one if "SCORE" in outcomes else None


def response_of(question: q.Question, answer: object) -> dict[str, Any]:  # noqa: PLR0911 - one case a type
    """An answer of the table as a learner would give it in QTI."""
    match question, answer:
        case _, None:
            return {}
        case ((q.Single() | q.TrueFalse() | q.Vote()), dict()):
            reasons = {"REASON": identifier("r", answer["reason"])} if getattr(question, "reasons", ()) else {}
            return {"RESPONSE": identifier("c", answer["choice"]), **reasons}
        case ((q.Multiple() | q.Spot() | q.Budget()), list()):
            return {"RESPONSE": [f"c{at}" for at, taken in enumerate(answer, 1) if taken]}
        case ((q.Ordering() | q.Rank()), list()):
            return {"RESPONSE": [one for given in answer if (one := identifier("i", given))]}
        case q.Matching(), list():
            pairs = [(at, identifier("v", given)) for at, given in enumerate(answer, 1)]
            return {"RESPONSE": [f"r{at} {value}" for at, value in pairs if value]}
        case q.GapFill(), list():
            given = zip(question.gaps, answer, strict=False)
            return {
                f"RESPONSE_{at}": (one if isinstance(one, str) else None) if gap.typed else identifier("g", one)
                for at, (gap, one) in enumerate(given, 1)
            }
        case q.Checklist(), list():
            return {}
    return {"RESPONSE": answer}


def identifier(prefix: str, index: object) -> str | None:
    return f"{prefix}{index + 1}" if isinstance(index, int) and not isinstance(index, bool) else None


@pytest.mark.parametrize("points", ["1", "2.5"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['type']}-{case['why']}")
def test_an_item_scores_as_the_table_says(case: dict[str, Any], points: str) -> None:
    question = replace(question_of(case["type"], case["spec"]), points=Decimal(points))
    item = item_for(question, LANGUAGE[case.get("decimal", ".")])
    got = score_of(item, question, case["answer"])
    expected = DEVIATIONS.get((case["type"], case["why"]), case["expected"])
    if expected is None:
        assert got is None
        assert "MAXSCORE" not in item.outcomes
    else:
        assert got == pytest.approx(expected / 120 * float(points), abs=0.5 / 120 * float(points) + 1e-9)
        assert (got == float(points)) == (expected == 120), "only a wholly right answer has all points, and exactly"
        assert item.outcomes["MAXSCORE"].default.one == float(points)


def test_every_deviation_is_one() -> None:
    found = {(case["type"], case["why"]): case["expected"] for case in CASES}
    assert not {key for key, score in DEVIATIONS.items() if found[key] == score}


@pytest.mark.parametrize("question", samples.every_type(), ids=lambda one: one.id)
def test_the_right_answer_has_all_points(question: q.Question) -> None:
    """What an item declares as right is worth its points; of a case, along the way of the right choices."""
    if isinstance(question, q.Scenario):
        return
    item = item_for(question)
    right = {key: list(map(written, one.correct.items)) for key, one in item.responses.items() if one.correct}
    if "SCORE" not in item.outcomes:
        assert not question.scored or question.estimate
        return
    session = Session(item)
    outcomes: dict[str, Any] = {}
    for _ in range(len(question.steps) if isinstance(question, q.Branch) else 1):
        outcomes = session.attempt(right)
    assert outcomes["SCORE"].one == float(question.points)


def written(value: object) -> str:
    return " ".join(value) if isinstance(value, tuple) else str(value)


ALPHABET = st.sampled_from(["e\u0301", "E\u0301", *"aBsSßéÉi\u0131İﬁ' \u2019\u00a0*\\$.^[(-Σςσ", "ss", "  ", "\\*"])
TEXTS = st.lists(ALPHABET, max_size=6).map("".join)

PAIRS = TEXTS.filter(normal).flatmap(
    lambda pattern: st.tuples(
        st.just(pattern), st.one_of(TEXTS, TEXTS.map(lambda text: pattern.replace("*", text).swapcase()))
    )
)


@settings(max_examples=300)
@given(PAIRS, st.booleans())
@example(("a *", "a  "), False)
@example(("* a", "  a"), False)
@example(("*", "  "), False)
@example(("a * b", "a  b"), False)
@example(("masse", "ma\u00dfe"), False)
@example(("\u00e9", "e\u0301"), True)
def test_a_pattern_takes_what_our_own_reading_takes(pair: tuple[str, str], case: bool) -> None:  # noqa: FBT001
    pattern, answer = pair
    assume("*" not in pattern or not {"\u0301", "\u00df", "\ufb01"} & {*answer, *pattern})
    assert fits(text_pattern(pattern, case=case), answer) == matches(pattern, answer, case=case)


NUMBERS = st.lists(st.sampled_from([*"0125.,-+ '%", "\u202f", "\u0665", "\u066b"]), max_size=9).map("".join)
VALUES = [
    Decimal(text) for text in ["0", "5", "-5", "0.5", "0.125", "15.1", "3.142", "1000", "1995", "1234567", "-1234.5"]
]


@settings(max_examples=300)
@given(NUMBERS, st.sampled_from(".,"))
def test_no_other_number_is_taken(typed: str, sign: str) -> None:
    for value in VALUES:
        if fits(number_pattern(value, sign), typed):
            assert parse_number(typed, sign) == value


WAYS = st.tuples(
    st.sampled_from(["", ",", ".", "'", "\u2019", " ", "\u202f", "\u066c"]),
    st.sampled_from([2, 3]),
    st.sampled_from([".", ",", "\u066b"]),
    st.sampled_from(["", "0", "00", "000"]),
    st.sampled_from(["{}", " {} ", "+{}", "\u200f{}\u200f", "{} %", "0{}"]),
)
"""How thousands are parted and by how many digits, the decimal sign, zeros behind it, and what stands around."""


@given(st.sampled_from(VALUES), st.sampled_from(".,"), WAYS)
def test_a_number_is_taken_however_it_is_typed(value: Decimal, sign: str, way: tuple[str, int, str, str, str]) -> None:
    """In every way that ``parse_number`` reads as that value."""
    between, size, point, zeros, around = way
    whole, _, fraction = str(abs(value)).partition(".")
    groups = [whole[-3:]]
    rest = whole[:-3]
    while rest:
        groups.insert(0, rest[-size:])
        rest = rest[:-size]
    digits = between.join(groups) + (point + fraction + zeros if fraction or zeros else "")
    typed = ("-" if value < 0 else "") + digits if value < 0 else around.format(digits)
    assert fits(number_pattern(value, sign), typed) == (parse_number(typed, sign) == value)
