"""The front matter of quizzes."""

from __future__ import annotations

import pytest

from builder.model.quiz import Draw
from builder.model.span import Span
from builder.source.quiz import KEYS, Settings, read_settings
from builder.source.quiz.duration import read_duration
from builder.source.yaml import read_yaml

FRONT = Span("c/en/x.md", 1, 1, 3)


def read(text: str, role: str = "quiz", default_pass: int | None = 50) -> tuple[Settings, list[str]]:
    field, problems = read_yaml(text, "c/en/x.md", 2)
    assert not problems
    fields = field.value if field is not None else {}
    assert isinstance(fields, dict)
    settings, found = read_settings(fields, role, default_pass=default_pass, span=FRONT)
    return settings, [f"{each.span.line}:{each.span.column} {each.code.id} {each.message}" for each in found]


def test_everything_is_read() -> None:
    text = (
        "pass: 60\nattempts: 3\nwait: 7 days\ntime: 40 min\nshuffle: true\nshuffle_options: true\nweight: 2\n"
        "confidence: true\ndraw:\n  - {objective: O1, count: 3}\n  - {bank: b, count: 1}\nkind: test\n"
    )
    settings, found = read(text, "test")
    draws = settings.draws
    assert found == []
    assert settings == Settings(60, 3, 604_800, 40, 10, True, True, 2, True, draws)
    assert [(each.count, each.objective, each.bank) for each in draws] == [(3, "O1", ""), (1, "", "b")]
    assert draws[0].span.line == 11
    assert isinstance(draws[0], Draw)


def test_defaults() -> None:
    assert read("") == (Settings(), [])
    assert read("", "test")[0].pass_mark == 50
    assert read("pass: 0", "test")[0].pass_mark == 0
    assert read("weight: 0")[0].weight == 0
    assert read("", "practice") == (Settings(), [])


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        *(("90 s", 90), ("40 min", 2400), ("24 h", 86_400), ("1 day", 86_400), ("7 days", 604_800)),
        *(("1 week", 604_800), ("3weeks", 1_814_400)),
    ],
)
def test_durations(text: str, seconds: int) -> None:
    assert read_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "7", "days", "7 months", "-1 h", "1.5 h", "\u0667 h", "1 h 5 min", "9999999 s"])
def test_no_durations(text: str) -> None:
    assert read_duration(text) is None


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("pass: 101", "quiz", "2:7 D101"),
        ("pass: true", "quiz", "2:7 D101"),
        ("pass: '60'", "quiz", "2:7 D101"),
        ("attempts: -1", "quiz", "2:11 D101"),
        ("shuffle: often", "quiz", "2:10 D101"),
        ("wait: 7", "quiz", "2:7 D102"),
        ("wait: [7]", "quiz", "2:7 D102"),
        ("wait: 400 days", "quiz", "2:7 D101"),
        ("time: 90 s", "quiz", "2:7 D101"),
        ("time: 10 min\nextend: 90 s", "test", "3:9 D101"),
        ("time: 10 min\nextend: 11 min", "test", "3:9 D101"),
        ("extend: 5 min", "test", "2:9 D101"),
        ("time: 10 min\nextend: [5]", "test", "3:9 D102"),
        ("pass: 60", "bank", "2:1 D103"),
        ("draw: O1", "test", "2:7 D201"),
        ("draw: []", "test", "2:7 D201"),
        ("draw: [O1]", "test", "2:8 D201"),
        ("draw: [{count: 0}]", "test", "2:16 D201"),
        ("draw: [{count: 1, bank: [b]}]", "test", "2:25 D201"),
        ("draw: [{count: 1, from: b}]", "test", "2:19 D202"),
    ],
)
def test_mistakes(text: str, role: str, expected: str) -> None:
    found = read(text, role)[1]
    assert [each.rsplit(" ", len(each.split(" ")) - 2)[0] for each in found] == [expected]


def test_keys_are_those_that_are_read() -> None:
    known = {"pass", "attempts", "wait", "time", "extend", "shuffle", "shuffle_options", "weight", "confidence", "draw"}
    assert known == KEYS


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", 0),
        ("time: 40 min", 10),
        ("time: 25 min", 7),
        ("time: 12 min", 5),
        ("time: 3 min", 3),
        ("time: 40 min\nextend: 15 min", 15),
        ("time: 40 min\nextend: yes", 10),
        ("time: 40 min\nextend: no", 0),
    ],
)
def test_time_can_be_extended_unless_it_counts(text: str, minutes: int) -> None:
    settings, found = read(text, "test")
    assert not found
    assert settings.extend == minutes
