"""The index of the search: what it holds, how it is packed, and what it must not give away."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.render.search import folded, packed
from tests.support.reading import reading


def unpacked(text: str) -> dict[str, list[int]]:
    """Read ``packed`` as its docstring says."""
    found, word = {}, ""
    for shared, rest, steps in re.findall(r"([0-9a-z])([^A-Z]*)([A-Z]+)", text):
        units = word.encode("utf-16-le")[: 2 * int(shared, 36)] + rest.encode("utf-16-le")
        word = units.decode("utf-16-le")
        pages, page, step = [], 0, 0
        for letter in steps:
            high, digit = divmod(ord(letter) - ord("A"), 13)
            step = step * 13 + digit
            if not high:
                page += step
                pages.append(page)
                step = 0
        found[word] = pages
    return found


@given(
    st.dictionaries(
        st.text(st.characters(categories=["Ll", "Lo", "Nd"]), min_size=1, max_size=40),
        st.sets(st.integers(1, 5000), min_size=1, max_size=30).map(sorted),
    )
)
def test_what_is_packed_comes_out_again(postings: dict[str, list[int]]) -> None:
    assert unpacked(packed(postings)) == postings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Égalité", "EGALITE"),
        ("cigüeña", "CIGUENA"),
        ("STRASSE", "straße"),
        ("ΟΔΟΣ", "οδος"),
        ("الأُسْرَة", "الاسرة"),
        ("النهايـــة", "النهاية"),
        ("İstanbul", "istanbul"),
        ("Tie\u0302\u0301ng Việt", "tiếng viet"),
    ],
)
def test_what_counts_as_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def index(language: str = "en") -> tuple[list[list[object]], dict[str, list[int]]]:
    rows, words = json.loads(reading(language)["cw/index.js"].decode().removeprefix("cw.index=").removesuffix(";\n"))
    return rows, unpacked(words)


def test_pages_and_terms_with_their_words() -> None:
    rows, words = index()
    assert [row[0] for row in rows] == [
        "p-page.html",
        "p-border.html",
        "p-choices.html",
        "p-last.html",
        "p-test.html",
        "glossary.html#gender-lens",
    ]
    assert rows[1][1:] == ["Tariffs at the border", ["Who pays the duty", "who"]]
    assert words["household"] == [2]
    assert words["lorries"] == [2]
    assert words["exchange"] == [1, 4]
    assert words["asking"] == [2, 6]
    # The caption of a picture.
    assert words["wait"] == [3]


def test_titles_and_headings_stand_in_the_index_once() -> None:
    _, words = index()
    assert 2 not in words.get("duty", []) + words.get("border", [])


def test_nothing_that_is_asked_in_a_test_and_no_answer() -> None:
    text = reading()["cw/index.js"].decode().lower()
    for word in ("secret", "rightoption", "rightfeedback", "wrongoption", "opening hours"):
        assert word not in text
    _, words = index()
    assert not {"secretquestion", "rightoption", "longer", "opening"} & words.keys()


@pytest.mark.parametrize(("language", "word"), [("fr", "menage"), ("es", "contribucion"), ("ar", "الاسرة")])
def test_other_languages(language: str, word: str) -> None:
    assert index(language)[1][word] == [2]
