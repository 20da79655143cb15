"""No rule that the checks let pass is lost on the way into a backup."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from builder.check import check_classroom
from builder.targets.mbz.planning import plan_of
from tests.support.outlines import ACTIVITIES, Bench, bench_in

NAMES = ("c", "c/l-lesson", "c/p-test", *ACTIVITIES)
FORMS = ("done: {}", "passed: {}", "failed: {}", "undone: {}", "grade: {{of: {}, least: 60}}")
RULES = [form.format(name) for form, name in product(FORMS, NAMES)]
FIRST = 4
"""The line of the first section, which holds all entries; a section a rule follows, each in a line."""


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return bench_in(tmp_path_factory.mktemp("outline"))


@pytest.mark.parametrize(
    ("delivery", "entry", "count"),
    [
        ("mixed", "course: c", 26),
        ("mixed", "course: c, part: l-lesson", 19),
        ("mixed", "course: c, part: p-test", 23),
        ("native", "course: c", 27),
        ("native", "course: c, part: l-lesson", 21),
        ("scorm", "course: c", 17),
    ],
)
def test_rules_that_pass_are_kept(bench: Bench, delivery: str, entry: str, count: int) -> None:
    courses = {name: replace(course, delivery=delivery) for name, course in bench.courses.items()}
    sections = [f"- {{id: all, title: All, entries: [{', '.join(ACTIVITIES)}, {{{entry}}}]}}"]
    sections += [f"- {{id: s-{number}, title: S, opens: {{{rule}}}}}" for number, rule in enumerate(RULES)]
    classroom = bench.classroom("\n".join(sections), courses=courses)
    wrong = {one.span.line for one in check_classroom(classroom, bench.programme)}
    rooms = plan_of(classroom).rooms[2:]
    kept = {
        rule: room.opens
        for number, (rule, room) in enumerate(zip(RULES, rooms, strict=True))
        if FIRST + 1 + number not in wrong
    }
    assert [rule for rule, opens in kept.items() if opens is None] == []
    assert len(kept) == count
