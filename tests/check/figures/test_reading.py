"""Numbers, years and dates as values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.check.figures.evidence import Library
from builder.check.figures.passages import Passage
from builder.check.figures.reading import figures_in
from builder.check.figures.verdict import judge
from builder.model.course import Source
from builder.model.span import Span


def read(text: str, language: str = "en") -> list[str]:
    return [f"{one.kind} {one.value.normalize():f}{one.unit}" for one in figures_in(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("1,000 and 1000 and 1\u202f000", "en", ["number 1000"] * 3),
        ("4.7 billion, USD 37 bn, 83k", "en", ["number 4700000000", "number 37000000000", "number 83000"]),
        ("6,500+ traders, \u221245.8%", "en", ["number 6500", "number 45.8%"]),
        ("5.8 percentage points, 33 per cent, 33%", "en", ["number 5.8pp", "number 33%", "number 33%"]),
        ("20-40% or 16 to 37 billion", "en", ["number 20", "number 40%", "number 16000000000", "number 37000000000"]),
        ("in 2016-17", "en", ["year 2016", "year 2017"]),
        ("23 September 2020", "en", ["day 923", "year 2020"]),
        ("September 23, 2020", "en", ["day 923", "year 2020"]),
        ("28 Mar-1 Apr; 22-29 Apr", "en", ["day 328", "day 401", "day 422", "day 429"]),
        ("June 2022", "en", ["month 202206", "year 2022"]),
        ("one in five, 1 in 4", "en", ["ratio 20%", "ratio 25%"]),
        ("thirty-two boats", "en", ["word 32"]),
        ("5,8 points de pourcentage, 12 500 firmes, 33\u00a0%", "fr", ["number 5.8pp", "number 12500", "number 33%"]),
        ("4,7 milliards le 23 septembre 2020", "fr", ["number 4700000000", "day 923", "year 2020"]),
        ("12.500 empresas, 5,8 puntos porcentuales", "es", ["number 12500", "number 5.8pp"]),
        ("37 mil millones, una de cada cinco", "es", ["number 37000000000", "ratio 20%"]),
        ("treinta y cinco, 1 de junio de 2022", "es", ["word 35", "day 601", "year 2022"]),
        ("\u0663\u0663%", "ar", ["number 33%"]),
    ],
)
def test_figures(text: str, language: str, values: list[str]) -> None:
    assert read(text, language) == values


@pytest.mark.parametrize(
    "text",
    ["TG-101", "MC12", "COVID-19", "WT/L/1095/Rev.1", "WT/MIN(24)/DEC", "21st", "5Cs", "5.5.1", "34:2021", "9 a.m."],
)
def test_names_that_hold_digits(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["mid-2020", "(2020)", "2020.", "since 2020,"])
def test_years_beside_signs(text: str) -> None:
    assert read(text) == ["year 2020"]


@given(st.text("0123456789.,-%:/ \u202fabMay2o1n", max_size=40), st.sampled_from(["en", "fr", "es", "ar"]))
def test_no_text_is_too_odd(text: str, language: str) -> None:
    for figure in figures_in(text, language):
        assert 0 <= figure.start < figure.end <= len(text)


SOURCE = Source("A-1", "One in five of 4.7 billion in 2016-17, 0 million, half.", "2019", "S", "", True, Span("s", 1))


@given(
    st.lists(
        st.sampled_from([*"0123456789.,%=+-/()", " ", "\u00d7", "÷", "≈", " million", " in ", "one", "\u2212"]),
        max_size=40,
    ),
    st.sampled_from(["en", "fr", "es", "ar"]),
)
def test_no_claim_is_too_odd(signs: list[str], language: str) -> None:
    text = f"The gap is {''.join(signs)} of both, in total."
    passage = Passage(text, Span("p", 1), ("A-1",), "here", given=(text[:20], "0 and 7"))
    for one in judge(passage, Library({"A-1": SOURCE}, "en"), language, tuple(figures_in(text, language))[:1]):
        assert one.message
