"""Rules for content that are written are read back as the same rules."""

from __future__ import annotations

import pytest

from builder.diagnostics import Diagnostic
from builder.importers.write_content import write_content
from builder.model.content import Bounds, ContentRules, SentenceLength, StudyTime
from builder.model.span import Span
from builder.source.content import read_content
from builder.source.values import Values
from builder.source.yaml import read_yaml

ALL = ContentRules(
    words=Bounds(180, None),
    sentences=SentenceLength(None, 32),
    reading=45,
    interactions=Bounds(1, 3),
    levels={"apply": 45, "analyse": 25},
    feedback=True,
    options=1.35,
    objectives=True,
    study_time=StudyTime(120, 15),
    terms=True,
    figures=True,
)


@pytest.mark.parametrize("rules", [ALL, ContentRules(reading=40), ContentRules(words=Bounds())])
def test_rules_come_back(rules: ContentRules) -> None:
    found: list[Diagnostic] = []
    field, _ = read_yaml("\n".join(write_content(rules)) + "\n", "course.yaml")
    assert field is not None
    assert isinstance(field.value, dict)
    assert read_content(Values(field.value, Span("course.yaml", 0), found), ALL) == rules
    assert not found


def test_no_rules_are_no_lines() -> None:
    assert write_content(ContentRules()) == []
