"""outline.yaml: all that can be written, and every slip with its place."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.check import check_classroom
from builder.diagnostics import Diagnostic
from builder.diagnostics.activity_codes import BAD_OFFSET
from builder.model.course import Course, Programme
from builder.model.outline import Category, Classroom, Entry, Group, Outline
from builder.model.rule import Dated, Done, Every, Member, Neither, Rule, Scored, Some
from builder.model.span import Span
from builder.source.classroom import load_classroom
from builder.source.outline import NAME, read_outline
from tests.support.examples import PAGE
from tests.support.miniature import write

WEEK = 604_800
HEAD = "id: whole\ntitle: Whole\n"
PLACE = Span("", 0)


def programme(root: Path, *languages: str) -> Programme:
    languages = languages or ("en",)
    return Programme(
        root=str(root), id="p", title={}, source_language="en", languages=languages, courses=("c",), span=PLACE
    )


def read(root: Path, text: str, language: str = "en", *languages: str) -> tuple[Outline, list[str]]:
    """The outline that ``text`` is, and ``line:column CODE`` of what is wrong with it."""
    (root / NAME).write_text(text, encoding="utf-8")
    found: list[Diagnostic] = []
    outlined = read_outline(programme(root, *languages), language, found)
    assert outlined is not None
    return outlined[1], [f"{one.span.line}:{one.span.column} {one.code.id}" for one in found]


def entries(root: Path, text: str) -> tuple[tuple[Entry, ...], list[str]]:
    outline, found = read(root, f"{HEAD}sections:\n  - id: s\n    title: S\n    entries:\n{text}")
    return outline.sections[0].entries, found


def rule_of(root: Path, text: str) -> tuple[Rule | None, list[str]]:
    outline, found = read(root, f"{HEAD}sections:\n  - id: s\n    title: S\n    opens: {text}\n    entries: []\n")
    return outline.sections[0].opens, found


def test_everything_is_read(tmp_path: Path) -> None:
    text = """\
id: whole
title: {en: Whole, fr: Tout}
summary: {en: All of it., fr: Le tout.}
start: 2031-02-28
length: 26 weeks
groups:
  nominated: {title: {en: Nominated, fr: Nommés}, description: {en: By letter., fr: Par lettre.}}
  waived: {title: Waived}
grades:
  pass: 50
  categories:
    tests: {title: {en: Tests, fr: Examens}, weight: 3, pass: 60}
completes: [consent, c]
sections:
  - id: start
    title: {en: Start, fr: Début}
    summary: First things.
    hidden: true
    opens: {group: any}
    entries:
      - welcome
      - activity: chat
        completes: posts
        count: 2
        expected: 4 weeks
        hidden: true
        apart: true
      - course: c
      - course: c
        part: p-test
        category: tests
        weight: 0
"""
    outline, found = read(tmp_path, text, "fr", "en", "fr")
    assert found == []
    (section,) = outline.sections
    assert (outline.start, outline.length, outline.pass_mark) == ("2031-02-28", 26 * WEEK, 50)
    assert outline.groups == (
        Group("nominated", "Nommés", "Par lettre.", Span(NAME, 7, 3, 9)),
        Group("waived", "Waived", "", Span(NAME, 8, 3, 6)),
    )
    assert outline.categories == (Category("tests", "Examens", 3, 60, Span(NAME, 12, 5, 5)),)
    assert (outline.completes, [span.column for span in outline.completes_at]) == (("consent", "c"), [13, 22])
    assert (section.id, section.title, section.summary, section.hidden) == ("start", "Début", "First things.", True)
    assert section.opens == Member("", Span(NAME, 19, 20, 3))
    assert [entry.name for entry in outline.entries] == ["welcome", "chat", "c", "c/p-test"]
    assert section.entries[1:] == (
        Entry(
            activity="chat",
            completes="posts",
            count=2,
            expected=4 * WEEK,
            hidden=True,
            apart=True,
            span=Span(NAME, 22, 19, 4),
        ),
        Entry(course="c", span=Span(NAME, 28, 17, 1)),
        Entry(course="c", part="p-test", category="tests", weight=0, span=Span(NAME, 30, 15, 6)),
    )


def test_the_example_of_the_reference(tmp_path: Path) -> None:
    section = PAGE.read_text("utf-8").partition("### outline.yaml\n")[2]
    example = re.search(r"^```yaml\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert example
    outline, found = read(tmp_path, example[1])
    assert found == []
    assert [len(one.entries) for one in outline.sections] == [3, 2, 1]


RULES = [
    ("{done: a}", Done("a", "done", PLACE)),
    ("{passed: c/p}", Done("c/p", "passed", PLACE)),
    ("{failed: a}", Done("a", "failed", PLACE)),
    ("{undone: a}", Done("a", "undone", PLACE)),
    ("{grade: {of: a, least: 60, below: 80}}", Scored("a", 60, 80, PLACE)),
    ("{grade: {of: a, below: 100}}", Scored("a", None, 100, PLACE)),
    ("{grade: {of: a, least: 0}}", Scored("a", 0, None, PLACE)),
    ("{since: 3 weeks}", Dated(3 * WEEK, None, PLACE)),
    ("{until: 90 min}", Dated(None, 5400, PLACE)),
    ("{group: x}", Member("x", PLACE)),
    ("{group: any}", Member("", PLACE)),
    ("{all: [{done: a}, {none: [{group: x}]}]}", Every((Done("a", "done", PLACE), Neither((Member("x", PLACE),))))),
    ("{any: [{done: a}]}", Some((Done("a", "done", PLACE),))),
]


@pytest.mark.parametrize(("text", "rule"), RULES)
def test_rules(tmp_path: Path, text: str, rule: Rule) -> None:
    read, found = rule_of(tmp_path, text)
    assert found == []
    assert _placeless(read) == rule


def _placeless(rule: Any) -> Any:
    if isinstance(rule, Every | Some | Neither):
        return type(rule)(tuple(map(_placeless, rule.rules)))
    return type(rule)(
        *(PLACE if isinstance(value, Span) else value for value in map(rule.__getattribute__, _keys(rule)))
    )


def _keys(rule: Any) -> tuple[str, ...]:
    return tuple(type(rule).__dataclass_fields__)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("consent", ["6:12 U101"]),
        ("[{done: a}]", ["6:12 U101"]),
        ("{}", ["6:12 U101"]),
        ("{done: a, passed: b}", ["6:12 U102"]),
        ("{after: a}", ["6:13 Y212"]),
        ("{done: [a, b]}", ["6:19 Y211"]),
        ("{done: }", ["6:13 Y221"]),
        ("{all: {done: a}}", ["6:18 Y211"]),
        ("{any: []}", ["6:18 U103"]),
        ("{all: [{done: a}, b, {group: }]}", ["6:30 U101", "6:34 Y221"]),
        ("{grade: a}", ["6:20 Y211"]),
        ("{grade: {of: a}}", ["6:13 U104"]),
        ("{grade: {of: a, least: 60, below: 60}}", ["6:13 U104"]),
        ("{grade: {least: 60}}", ["6:13 Y213"]),
        ("{grade: {of: a, least: 160, under: 5}}", ["6:40 Y212", "6:35 Y215"]),
        ("{since: 3}", [f"6:20 {BAD_OFFSET.id}"]),
        ("{until: soon}", [f"6:20 {BAD_OFFSET.id}"]),
    ],
)
def test_slips_in_rules(tmp_path: Path, text: str, found: list[str]) -> None:
    assert rule_of(tmp_path, text)[1] == found


def test_what_can_be_read_of_a_list_is_kept(tmp_path: Path) -> None:
    rule, found = rule_of(tmp_path, "{all: [{done: a}, {don: b}]}")
    assert _placeless(rule) == Every((Done("a", "done", PLACE),))
    assert found == ["6:31 Y212"]
    assert rule_of(tmp_path, "{all: [{don: b}]}")[0] is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("      - {activity: a, course: c}\n", ["7:9 U106"]),
        ("      - {part: l}\n", ["7:9 U106"]),
        ("      - {completes: view}\n", ["7:9 U106"]),
        ("      - [a]\n", ["7:9 Y211"]),
        ("      - 7\n", ["7:9 Y211"]),
        ("      -\n", ["7:8 Y211"]),
        ("      - {activity: a, complete: view}\n", ["7:23 Y212"]),
        ("      - {activity: a, completes: seen}\n", ["7:34 Y214"]),
        ("      - {activity: a, completes: view, count: 2}\n", ["7:40 U107"]),
        ("      - {activity: a, completes: posts, count: 0}\n", ["7:48 Y215"]),
        ("      - {activity: a, hidden: 1}\n", ["7:31 Y211"]),
        ("      - {activity: a, weight: -1}\n", ["7:31 Y215"]),
        ("      - {activity: }\n", ["7:10 Y221"]),
    ],
)
def test_slips_in_entries(tmp_path: Path, text: str, found: list[str]) -> None:
    assert entries(tmp_path, text)[1] == found


def test_an_unknown_completion_is_left_to_the_kind(tmp_path: Path) -> None:
    (entry,), _ = entries(tmp_path, "      - {activity: a, completes: seen}\n")
    assert entry.completes == ""


@pytest.mark.parametrize(
    "day", ["2030-1-7", "20300107", "2030-W01-1", "2030-02-30", "2030-01-07T10:00", "7", "next week", "2030-01-07 "]
)
def test_days(tmp_path: Path, day: str) -> None:
    good = day.strip() == "2030-01-07"
    outline, found = read(tmp_path, f"{HEAD}start: '{day}'\nsections: []\n")
    assert found == ([] if good else ["3:8 U105"])
    assert outline.start == "2030-01-07"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sections: []\n", []),
        ("", ["0:1 Y213"]),
        ("sections: {a: b}\n", ["3:11 Y211"]),
        ("sections: [a]\n", ["3:12 Y211"]),
        ("sections:\n  - {id: a, title: A}\n  - {id: a, title: B}\n", ["5:10 Y217"]),
        ("sections:\n  - {title: A}\n", ["4:5 Y213"]),
        ("sections:\n  - {id: a, title: A, entries: a}\n", ["4:32 Y211"]),
        ("sections: []\ngroups: {any: {title: Any}, B: {title: B}, c: }\n", ["4:10 Y216", "4:29 Y216", "4:44 Y213"]),
        ("sections: []\ngroups: [a]\n", ["4:9 Y211"]),
        ("sections: []\ngroups: {a: A}\n", ["4:13 Y211", "4:13 Y213"]),
        ("sections: []\ngrades: {pas: 1, categories: {a: {title: A, weigth: 1}}}\n", ["4:10 Y212", "4:45 Y212"]),
        ("sections: []\nlenght: 3 weeks\n", ["4:1 Y212"]),
    ],
)
def test_slips_around(tmp_path: Path, text: str, found: list[str]) -> None:
    assert read(tmp_path, HEAD + text)[1] == found


def test_a_language_without_text_is_told_once_and_gets_the_master_s(tmp_path: Path) -> None:
    text = "id: whole\ntitle: {en: Whole}\nsections: []\n"
    assert read(tmp_path, text, "en", "en", "fr")[1] == []
    assert read(tmp_path, text, "fr", "en", "fr")[1] == ["2:1 Y218"]


def classroom(root: Path) -> tuple[Classroom | None, list[str]]:
    found, diagnostics = load_classroom(programme(root), "en", {})
    return found, [f"{one.span.path} {one.code.id}" for one in diagnostics]


def test_without_outline_there_is_no_classroom(tmp_path: Path) -> None:
    assert classroom(write(tmp_path)) == (None, [])


def test_an_outline_that_cannot_be_read(tmp_path: Path) -> None:
    assert classroom(write(tmp_path, {NAME: "id: ["})) == (None, [f"{NAME} Y201"])
    assert classroom(write(tmp_path, {NAME: "- a"})) == (None, [f"{NAME} Y211"])


def test_the_classroom_holds_the_activities(tmp_path: Path) -> None:
    files = {NAME: f"{HEAD}sections: []\n", "activities/en/a.md": "---\nid: a\ntitle: A\nkind: page\n---\n\nText.\n"}
    found, said = classroom(write(tmp_path, files))
    assert said == []
    assert found is not None
    assert (found.id, found.title, found.language, [*found.activities]) == ("whole", "Whole", "en", ["a"])
    assert [page.id for page in found.commons.pages] == ["a"]


WHOLE: dict[str, Any] = {
    "id": "whole",
    "title": "Whole",
    "start": "2030-01-07",
    "length": "4 weeks",
    "groups": {"a": {"title": "A"}},
    "grades": {"pass": 5, "categories": {"t": {"title": "T", "weight": 1}}},
    "completes": ["a"],
    "sections": [
        {
            "id": "s",
            "title": "S",
            "opens": {"all": [{"done": "a"}, {"any": [{"group": "a"}, {"since": "1 week"}]}]},
            "entries": ["a", {"course": "c", "opens": {"grade": {"of": "c", "least": 5}}, "category": "t"}],
        }
    ],
}
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=5)
    | st.sampled_from("ac"),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("done", "all", "x")), inner, max_size=2)
    ),
    max_leaves=4,
)


def spoiled(value: Any, data: st.DataObject) -> Any:
    """``value`` with one of its parts replaced by something else."""
    if not isinstance(value, dict | list) or not value or data.draw(st.integers(0, 4)) == 0:
        return data.draw(JUNK)
    keys = [*value] if isinstance(value, dict) else [*range(len(value))]
    chosen = data.draw(st.sampled_from(keys))
    pairs = [(key, spoiled(value[key], data) if key == chosen else value[key]) for key in keys]
    return dict(pairs) if isinstance(value, dict) else [one for _, one in pairs]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_outline_is_read_and_checked(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    root = tmp_path_factory.getbasetemp()
    (root / NAME).write_text(json.dumps(spoiled(WHOLE, data)), encoding="utf-8")
    course = Course(id="c", folder="c", language="en", title="C", description="", lessons=(), span=PLACE)
    found, diagnostics = load_classroom(programme(root), "en", {"c": course})
    if found is not None:
        diagnostics += check_classroom(found, programme(root))
    assert all(one.message and one.remedy for one in diagnostics)
