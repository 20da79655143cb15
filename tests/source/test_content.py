"""``content:`` of programme.yaml and course.yaml."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from builder.diagnostics import Diagnostic, DiagnosticCode
from builder.diagnostics.file_codes import BAD_NUMBER, UNKNOWN_KEY, UNKNOWN_VALUE, WRONG_TYPE
from builder.model.content import Bounds, ContentRules, SentenceLength, StudyTime
from builder.model.span import Span
from builder.source.content import read_content
from builder.source.values import Values
from builder.source.yaml import read_yaml

ALL = """\
content:
  words: {least: 180, most: 320}
  sentences: {average: 20, longest: 40}
  reading: 50
  interactions: {least: 1}
  levels: {apply: 45, analyse: 25}
  feedback: every
  options: 1.35
  objectives: complete
  study_time: {words: 120, within: 15}
  terms: fixed
  figures: cited
"""
RULES = ContentRules(
    words=Bounds(180, 320),
    sentences=SentenceLength(20, 40),
    reading=50,
    interactions=Bounds(1, None),
    levels={"apply": 45, "analyse": 25},
    feedback=True,
    options=1.35,
    objectives=True,
    study_time=StudyTime(120, 15),
    terms=True,
    figures=True,
)


def read(text: str, base: ContentRules | None = None) -> tuple[ContentRules, list[DiagnosticCode]]:
    found: list[Diagnostic] = []
    field, problems = read_yaml(text, "course.yaml")
    assert field is not None
    assert isinstance(field.value, dict)
    assert not problems
    rules = read_content(Values(field.value, Span("course.yaml", 0), found), base or ContentRules())
    return rules, [one.code for one in found]


def test_every_rule() -> None:
    assert read(ALL) == (RULES, [])


def test_nothing_is_asked_where_nothing_is_set() -> None:
    assert read("id: c\n") == (ContentRules(), [])


def test_a_course_takes_over_the_rules_of_its_programme() -> None:
    assert read("id: c\n", RULES) == (RULES, [])


def test_a_key_stands_instead_of_the_programmes() -> None:
    rules, found = read("content: {words: {most: 400}, study_time: {}}\n", RULES)
    assert not found
    assert rules.words == Bounds(None, 400)
    assert rules.study_time == StudyTime(130, 20)
    assert rules.sentences == RULES.sentences


@pytest.mark.parametrize("key", ALL.split("\n  ")[1:])
def test_no_takes_a_rule_away(key: str) -> None:
    name = key.partition(":")[0]
    rules, found = read(f"content: {{{name}: no}}\n", RULES)
    assert not found
    assert getattr(rules, name) == getattr(ContentRules(), name)
    assert rules != RULES


def test_no_takes_all_rules_away() -> None:
    assert read("content: no\n", RULES) == (ContentRules(), [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("word: {least: 1}", UNKNOWN_KEY),
        ("words: {fewest: 1}", UNKNOWN_KEY),
        ("words: 300", WRONG_TYPE),
        ("words: {least: 10, most: 5}", BAD_NUMBER),
        ("levels: {use: 20}", UNKNOWN_KEY),
        ("levels: {apply: 120}", BAD_NUMBER),
        ("reading: 7", BAD_NUMBER),
        ("options: long", WRONG_TYPE),
        ("options: 0.5", BAD_NUMBER),
        ("feedback: yes", WRONG_TYPE),
        ("feedback: some", UNKNOWN_VALUE),
    ],
)
def test_what_is_wrong_is_reported(text: str, code: DiagnosticCode) -> None:
    assert read(f"content: {{{text}}}\n")[1] == [code]


@pytest.mark.parametrize("guide", ["how-to/content-rules.md", "reference/authoring.md"])
def test_the_guides_show_rules_that_exist(guide: str) -> None:
    text = (Path(__file__).parents[2] / "docs" / guide).read_text(encoding="utf-8")
    blocks = [
        textwrap.dedent(block) for block in re.findall(r"^ *```yaml\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE)
    ]
    shown = [block for block in blocks if block.startswith("content:")]
    assert shown
    for block in shown:
        rules, found = read(block)
        assert not found
        assert rules != read("id: c\n")[0] or "no" in block
