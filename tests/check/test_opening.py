"""What opens when: circles, rules that clash, rules about oneself, and the order of courses."""

from __future__ import annotations

import pytest

from builder.diagnostics import Diagnostic
from tests.support.outlines import Bench, codes, section


def opening(found: list[Diagnostic]) -> list[str]:
    """What is said of circles and of what never opens."""
    return [f"{one.span.line} {one.message}" for one in found if one.code.id.startswith("U5")]


CIRCLE = "These wait for each other, so that none of them ever opens: "


@pytest.mark.parametrize(
    ("lines", "circles"),
    [
        ("text < {done: poll} | poll", []),
        ("text < {done: poll} | poll < {done: text}", ["`text` → `poll` → `text`"]),
        ("text < {undone: poll} | poll < {done: text}", []),
        ("text < {none: [{undone: poll}]} | poll < {done: text}", ["`text` → `poll` → `text`"]),
        ("text < {any: [{done: poll}, {since: 1 day}]} | poll < {done: text}", []),
        (
            "text < {any: [{done: poll}, {done: work}]} | poll < {done: text} | work < {done: poll}",
            ["`text` → `poll` → `text`"],
        ),
        ("d < {passed: c} | c/l-lesson | c/p-test < {done: d/l-lesson}", ["`d` → `c/p-test` → `d`"]),
        ("d < {done: c/l-lesson} | c/l-lesson | c/p-test < {done: d/l-lesson}", []),
        ("d < {failed: c} | c/l-lesson < {done: d} | c/p-test", []),
        (
            "text < {done: poll} | poll < {done: text} | consent < {done: work} | work < {done: consent}",
            ["`text` → `poll` → `text`", "`consent` → `work` → `consent`"],
        ),
        ("text < {done: poll} | poll < {done: text} | work < {done: poll}", ["`text` → `poll` → `text`"]),
    ],
)
def test_circles(bench: Bench, lines: str, circles: list[str]) -> None:
    found = opening(bench.diagnostics(section(lines)))
    assert [one.partition(CIRCLE)[2] for one in found] == [f"{circle}." for circle in circles]


def test_circles_through_sections(bench: Bench) -> None:
    outline = """
    - {id: one, title: One, opens: {done: work}, entries: [text, poll]}
    - {id: two, title: Two, opens: {done: poll}, entries: [work, {course: c, opens: {done: text}}]}
    """
    poll, work = "`poll` (by the rule of its section `one`)", "`work` (by the rule of its section `two`)"
    assert opening(bench.diagnostics(outline)) == [f"4 {CIRCLE}{poll} → {work} → {poll}."]


def test_a_section_that_waits_for_what_stands_in_it(bench: Bench) -> None:
    outline = "- {id: s, title: S, opens: {done: text}, entries: [poll, text]}"
    label = "`text` (by the rule of its section `s`)"
    assert opening(bench.diagnostics(outline)) == [f"4 {CIRCLE}{label} → {label}."]
    assert opening(bench.diagnostics(outline.replace("done", "undone"))) == []


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("text < {any: [{undone: text}, {done: poll}]} | poll", "text"),
        ("c < {passed: c/l-lesson}", "c"),
        ("c/p-test < {done: c} | c/l-lesson", "c/p-test"),
    ],
)
def test_rules_about_oneself(bench: Bench, lines: str, name: str) -> None:
    assert opening(bench.diagnostics(section(lines))) == [
        f"7 The rule by which `{name}` opens is about `{name}` itself."
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{all: [{done: text}, {undone: poll}]}", ""),
        ("{all: [{done: text}, {undone: text}]}", "`text` would have to be done and undone"),
        ("{all: [{passed: c}, {all: [{failed: c}]}]}", "`c` would have to be passed and failed"),
        ("{all: [{done: c}, {failed: c}]}", ""),
        ("{all: [{passed: c}, {none: [{passed: c}]}]}", "`c` would have to be passed and not passed"),
        ("{all: [{undone: text}, {any: [{done: text}, {passed: c}]}]}", ""),
        (
            "{all: [{undone: text}, {any: [{done: text}, {none: [{undone: text}]}]}]}",
            "`text` would have to be undone and done",
        ),
        ("{none: [{done: text}, {undone: text}]}", "`text` would have to be undone and done"),
        ("{none: [{all: [{done: text}, {undone: text}]}]}", ""),
        ("{all: [{since: 2 weeks}, {until: 3 weeks}]}", ""),
        ("{all: [{since: 2 weeks}, {until: 14 days}]}", "it would open after 2 weeks and close after 2 weeks"),
        ("{none: [{since: 1 day}, {until: 36 h}]}", "it would open after 36 h and close after 1 day"),
        ("{until: 0 s}", "it would open at the start and close at the start"),
        ("{since: 8 weeks}", "it would open after 8 weeks, when the course has ended (after 8 weeks)"),
        ("{since: 90 s}", ""),
        (
            "{all: [{grade: {of: c, least: 60}}, {grade: {of: c, below: 60}}]}",
            "the grade of `c` would have to be at least 60 and below 60",
        ),
        (
            "{all: [{grade: {of: c, least: 60}}, {none: [{grade: {of: c, least: 50}}]}]}",
            "the grade of `c` would have to be at least 60 and below 50",
        ),
        ("{none: [{grade: {of: c, least: 60}}, {grade: {of: c, below: 60}}]}", ""),
        ("{all: [{grade: {of: c, least: 60}}, {none: [{grade: {of: c, least: 60, below: 80}}]}]}", ""),
        ("{all: [{grade: {of: c, least: 60}}, {grade: {of: work, below: 60}}]}", ""),
        (
            "{all: [{group: a}, {none: [{group: a}]}]}",
            "learners would have to be in the group `a` and not in it",
        ),
        ("{all: [{group: a}, {none: [{group: b}]}]}", ""),
        ("{all: [{group: a}, {none: [{group: any}]}]}", "learners would have to be in a group and in none"),
        ("{all: [{none: [{group: any}]}, {group: any}]}", "learners would have to be in a group and in none"),
        ("{all: [{none: [{group: a}]}, {group: any}]}", ""),
    ],
)
def test_rules_that_clash(bench: Bench, text: str, reason: str) -> None:
    head = "length: 8 weeks\ngroups: {a: {title: A}, b: {title: B}}\n"
    entries = (
        f"[text, poll, course: c, {{activity: consent, opens: {text}}}, {{activity: words, opens: {{done: consent}}}}]"
    )
    found = opening(bench.diagnostics(f"- {{id: s, title: S, entries: {entries}}}", head))
    assert found == ([f"6 `consent` can never open: {reason}."] if reason else [])
    outline = f"- {{id: s, title: S, opens: {text}, entries: [consent]}}\n- {{id: t, title: T, entries: {entries}}}"
    found = opening(bench.diagnostics(outline.replace(f"{{activity: consent, opens: {text}}}, ", ""), head))
    assert found == ([f"6 The section `s` can never open: {reason}."] if reason else [])


def test_rules_of_a_section_and_an_entry_that_clash(bench: Bench) -> None:
    entries = "[text, {activity: poll, opens: {until: 1 week}}]"
    found = opening(bench.diagnostics(f"- {{id: s, title: S, opens: {{since: 2 weeks}}, entries: {entries}}}"))
    assert found == ["4 `poll` can never open: it would open after 2 weeks and close after 1 week."]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("c | d", "opens: {passed: c}"),
        ("d", ""),
        ("c | d < {passed: c}", ""),
        ("c | d < {any: [{done: c/l-lesson}, {since: 1 week}]}", ""),
        ("c | d < {undone: c}", "opens: {passed: c}"),
        ("c | text < {done: c} | d < {done: text}", ""),
        ("c | d/l-lesson < {done: c} | d/p-test", ""),
        ("c/l-lesson | d", "opens: {passed: c}"),
        ("d/p-look | e", "opens: {done: d}"),
    ],
)
def test_prerequisites(bench: Bench, lines: str, found: str) -> None:
    found_all = bench.diagnostics(section(lines), prerequisites={"d": ("c",), "e": ("d",)})
    remedies = [one.remedy for one in found_all if one.code.id == "U504"]
    assert [remedy.split("`")[1] for remedy in remedies] == ([found] if found else [])


def test_prerequisites_by_the_rule_of_a_section(bench: Bench) -> None:
    outline = "- {id: s, title: S, entries: [course: c]}\n- {id: t, title: T, opens: {done: c}, entries: [course: d]}"
    assert codes(bench.diagnostics(outline, prerequisites={"d": ("c",)})) == []
