"""The rules as a whole: their ids, their texts, and the page made of them."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from builder.diagnostics.catalogue import catalogue
from builder.validate.catalogue import AREAS, area_of, rules
from builder.validate.rule import Rule
from tests.support import rules as page


def test_the_page_is_made_of_the_rules() -> None:
    assert page.FILE.read_text(encoding="utf-8") == page.text(), "python -m tests.support.rules"


def test_ids_are_no_codes_of_the_tool() -> None:
    upper = [rule.id.upper() for rule in rules().values()]
    assert len(set(upper)) == len(upper)
    assert not set(upper) & set(catalogue())


@pytest.mark.parametrize("rule", rules().values(), ids=list(rules()))
def test_a_rule_teaches(rule: Rule) -> None:
    assert area_of(rule) in AREAS
    assert rule.summary.endswith(".")
    assert rule.remedy.endswith((".", "?", "}"))
    assert rule.explanation.endswith((".", "?"))
    assert rule.clause or rule.id.startswith("N")
    assert not re.search(r"  |\n", rule.summary + rule.remedy)
    for text in (rule.summary, rule.remedy):
        assert all(name != "" for _, name, _, _ in Formatter().parse(text)), text


def test_every_area_has_rules() -> None:
    assert {area_of(rule) for rule in rules().values()} <= set(AREAS)
