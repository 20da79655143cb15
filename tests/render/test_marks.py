"""The marks of courses: a family of figures that tells modules apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from builder.render.marks import FAMILY, TURNS, draw, icon, mark, mark_of
from builder.source.course import MARKS
from builder.source.load import load_course, load_programme
from tests.render.sample import sample
from tests.support.miniature import MINIATURE, write

PROGRAMME = ["TG-000", "TG-101", *(f"TG-{number}" for number in range(201, 213)), "TG-300"]


def test_authors_may_name_each_of_the_family() -> None:
    assert tuple(FAMILY) == MARKS


def test_the_courses_of_a_programme_have_marks_of_their_own() -> None:
    assert len({mark_of(code) for code in PROGRAMME}) == len(PROGRAMME)


@given(st.text(max_size=8), st.integers(0, 10_000), st.integers(1, len(FAMILY) * TURNS - 1))
def test_codes_that_follow_each_other_never_share_a_mark(head: str, number: int, step: int) -> None:
    head = head.rstrip("0123456789") + "-"
    assert mark_of(f"{head}{number}") != mark_of(f"{head}{number + step}")


@given(st.text())
def test_every_code_has_a_mark(code: str) -> None:
    name, turn = mark_of(code)
    assert name in FAMILY
    assert 0 <= turn < TURNS
    assert mark_of(code) == (name, turn)


def test_no_two_drawings_are_alike() -> None:
    assert len({draw(name, turn) for name in FAMILY for turn in range(TURNS)}) == len(FAMILY) * TURNS


def test_a_named_mark_stands_as_it_is_drawn() -> None:
    course = replace(sample().course, code="TG-204", mark="ring")
    assert mark(course) == draw("ring")
    assert mark(replace(course, mark="")) == draw(*mark_of("TG-204"))
    assert mark(replace(course, mark="", code="")) == draw(*mark_of(course.id))


@pytest.mark.parametrize("name", FAMILY)
def test_a_mark_is_light_and_decorates_only(name: str) -> None:
    svg = etree.fromstring(draw(name, 1))
    assert svg.get("aria-hidden") == "true"
    assert len(draw(name, 1)) <= 360


@pytest.mark.parametrize("colour", ["teal", "rust"])
def test_the_icon_brings_its_colours_along(colour: str) -> None:
    svg = etree.fromstring(icon(replace(sample().course, colour=colour, mark="sail")))
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    fills = [svg.get("fill"), *(path.get("fill") for path in svg)]
    assert [fill for fill in fills if fill] == {"teal": ["#0b5c6b", "#c98a12"], "rust": ["#97401e", "#5f97a3"]}[colour]
    assert svg.xpath("//@class") == []


def test_a_mark_nobody_drew_is_an_error_with_the_names_there_are(tmp_path: Path) -> None:
    write(tmp_path, {"c/course.yaml": MINIATURE["c/course.yaml"] + "mark: zzz\n"})
    programme, _ = load_programme(tmp_path)
    assert programme
    _, found = load_course(programme, "c", "en")
    (wrong,) = found
    assert (wrong.code.id, wrong.span.line, wrong.span.column) == ("Y214", 6, 7)
    assert all(f"`{name}`" in wrong.remedy for name in FAMILY)
