"""What the checks of an outline say and do not say; the fixtures show one example of each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.course import Course
from tests.support.outlines import ACTIVITIES, LEFT_OUT, PARTS, UNUSED, Bench


def delivered(bench: Bench, delivery: str) -> dict[str, Course]:
    return {name: replace(course, delivery=delivery) for name, course in bench.courses.items()}


def rule(text: str) -> str:
    """An entry with a rule, after entries of all else."""
    return "\n".join((*ACTIVITIES, "course: c", f"{{course: d, opens: {text}}}"))


NONE: list[str] = []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{done: c}", NONE),
        ("{done: c/l-lesson}", NONE),
        ("{passed: c/p-test}", NONE),
        ("{failed: c/p-test}", NONE),
        ("{failed: c}", NONE),
        ("{passed: c/l-lesson}", NONE),
        ("{failed: c/l-lesson}", ["U306"]),
        ("{grade: {of: c, least: 60}}", NONE),
        ("{grade: {of: c/l-lesson, least: 60}}", ["U306"]),
        ("{grade: {of: work, least: 60}}", NONE),
        ("{grade: {of: ungraded, least: 60}}", ["U306"]),
        ("{passed: work}", ["U306"]),
        ("{done: words}", ["U305"]),
        ("{undone: label}", ["U305"]),
        ("{done: text}", NONE),
        ("{done: c/p-check}", ["U301"]),
        ("{done: e}", ["U301"]),
        ("{none: [{all: [{done: nothing}]}]}", ["U301"]),
        ("{group: any}", ["U303"]),
    ],
)
def test_what_rules_can_be_about(bench: Bench, text: str, found: list[str]) -> None:
    assert bench(rule(text)) == found


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("{course: c, part: p-test, completes: send}", "{passed: c/p-test}", ["U306"]),
        ("{course: c, part: p-test, completes: pass}", "{passed: c/p-test}", NONE),
        ("{course: c, part: p-test, completes: none}", "{undone: c}", ["U305"]),
        ("{course: c, part: p-test, weight: 0}", "{grade: {of: c/p-test, least: 5}}", ["U306"]),
        ("{course: c, part: p-test}", "{done: c/l-lesson}", ["U301"]),
        ("{course: e}", "{grade: {of: e/l-lesson, least: 5}}", NONE),
        ("{course: e}", "{passed: e}", NONE),
        ("{activity: chat, completes: posts}", "{done: chat}", NONE),
        ("{activity: label, completes: manual}", "{done: label}", NONE),
        ("{activity: text, completes: none}", "{done: text}", ["U305"]),
    ],
)
def test_what_an_entry_says_of_itself_counts(bench: Bench, entry: str, text: str, found: list[str]) -> None:
    assert bench(f"{entry}\n{{course: d, opens: {text}}}") == found


def test_why_a_course_in_parts_is_never_known_to_be_passed(bench: Bench) -> None:
    parts = "{course: d, part: p-look}, {course: d, part: p-test, completes: send}"
    found = bench.diagnostics(f"- {{id: s, title: S, entries: [{parts}, {{course: c, opens: {{passed: d}}}}]}}")
    (said,) = [one.message for one in found if one.code.id == "U306"]
    assert said == "`passed` has no meaning for `d`: its entry says `completes: send`."


def test_courses_delivered_otherwise(bench: Bench) -> None:
    for text, found in (("{done: c/l-lesson}", ["U206"]), ("{passed: c}", NONE), ("{grade: {of: c, least: 5}}", NONE)):
        assert bench(rule(text), courses=delivered(bench, "scorm")) == found
        assert bench(rule(text), courses=delivered(bench, "native")) == NONE
    assert bench(rule("{failed: c/l-lesson}"), courses=delivered(bench, "native")) == NONE
    assert bench(rule("{failed: c}"), courses=delivered(bench, "scorm")) == ["U306"]
    assert bench("{course: c, part: l-lesson}\n{course: d, opens: {done: c}}", courses=delivered(bench, "scorm")) == [
        "U206"
    ]


def test_what_the_whole_asks_for(bench: Bench) -> None:
    assert bench("course: c\nconsent", "completes: [c, consent, c/p-test]\n") == NONE
    (unknown, undone) = bench.diagnostics(
        "- {id: s, title: S, entries: [chat, course: c, course: d, course: e]}", "completes: [concent, chat]\n"
    )[-2:]
    assert (unknown.code.id, unknown.span[1:3]) == ("U301", (3, 13))
    assert (undone.code.id, undone.span[1:3]) == ("U305", (3, 22))


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        ("text\ntext", ["U207"]),
        ("course: c\ncourse: c", ["U207"]),
        ("course: c\n{course: c, part: p-test}", ["U207"]),
        ("{course: c, part: p-test}\ncourse: c", ["U207"]),
        ("{course: c, part: p-test}\n{course: c, part: l-lesson}", NONE),
        ("{course: c, part: p-tes}", ["U204"]),
        ("{course: c, part: p-check}", ["U205"]),
        ("{course: x, part: p-test}", ["U202"]),
        ("c/p-test", ["U201"]),
        ("{activity: text, category: x}", ["U304"]),
        ("{activity: text, apart: true}", ["U303"]),
    ],
)
def test_entries(bench: Bench, entries: str, found: list[str]) -> None:
    assert bench(entries) == found


def test_a_course_named_as_an_activity_is_put_right(bench: Bench) -> None:
    found = bench.diagnostics("- {id: s, title: S, entries: [c/p-test, consemt]}")
    assert [one.remedy for one in found if one.code.id == "U201"] == [
        "Write `course: c` and `part: p-test`.",
        "Write the `id` of a file in `activities/en` (did you mean `consent`?).",
    ]


def test_what_is_left_out(bench: Bench) -> None:
    found = bench.diagnostics("- {id: s, title: S, entries: [text, {course: c, part: p-test}, course: d]}")
    assert [one.span.path for one in found if one.code.id == UNUSED] == [
        f"activities/en/{name}.md" for name in sorted(ACTIVITIES) if name != "text"
    ]
    assert [one.message for one in found if one.code.id in (LEFT_OUT, PARTS)] == [
        "The course `e` does not stand in the outline.",
        "Of the course `c` these parts stand nowhere in the outline: `l-lesson`.",
    ]


@pytest.mark.parametrize(
    ("entry", "completions"),
    [
        ("activity: text", "none manual view"),
        ("activity: label", "none manual"),
        ("activity: consent", "none manual view send"),
        ("activity: poll", "none manual view send"),
        ("activity: chat", "none manual view posts"),
        ("activity: words", "none manual view entries"),
        ("activity: measures", "none manual view entries"),
        ("activity: work", "none manual view send grade"),
        ("activity: ungraded", "none manual view send"),
        ("course: c", "none manual view pass"),
        ("course: c, part: l-lesson", "none manual view pass"),
        ("course: c, part: p-test", "none manual view send grade pass"),
        ("course: d, part: p-look", "none manual view send"),
        ("course: e", "none manual view grade pass"),
    ],
)
def test_completions(bench: Bench, entry: str, completions: str) -> None:
    for word in ("none", "manual", "view", "send", "grade", "pass", "entries", "posts"):
        found = bench(f"{{{entry}, completes: {word}}}")
        assert (word, found) == (word, NONE if word in completions.split() else ["U401"])


def test_completions_of_courses_delivered_otherwise(bench: Bench) -> None:
    for delivery, found in (("scorm", NONE), ("native", ["U401"])):
        for word in ("grade", "pass"):
            assert bench(f"{{course: c, completes: {word}}}", courses=delivered(bench, delivery)) == found


def test_counts_that_cannot_be_reached(bench: Bench) -> None:
    for count, found in ((2, NONE), (3, ["U402"])):
        assert bench(f"{{activity: measures, completes: entries, count: {count}}}") == found


def test_categories_without_grades(bench: Bench) -> None:
    head = "grades: {categories: {tests: {title: Tests}}}\n"
    for entry, found in (("activity: consent", ["U403"]), ("activity: work", NONE), ("course: c", NONE)):
        assert bench(f"{{{entry}, category: tests}}", head) == found


@pytest.mark.parametrize(
    ("length", "entry", "found"),
    [
        ("4 weeks", "{activity: text, expected: 4 weeks}", NONE),
        ("4 weeks", "{activity: text, expected: 29 days}", ["U404"]),
        ("4 weeks", "{activity: text, opens: {until: 5 weeks}}", ["U404"]),
        ("9 weeks", "work", NONE),
        ("8 weeks", "work", ["U404"]),
    ],
)
def test_moments_after_the_end(bench: Bench, length: str, entry: str, found: list[str]) -> None:
    assert bench(entry, f"length: {length}\n") == found
    assert bench(entry) == NONE


def test_the_id_of_a_course(bench: Bench) -> None:
    courses = {**bench.courses, "d": replace(bench.courses["d"], id="whole")}
    assert bench("course: c", courses=courses) == ["U211"]


def test_a_course_that_cannot_be_read_is_told_elsewhere(bench: Bench) -> None:
    assert bench("{course: c, part: p-x}\n{course: d, opens: {passed: c/p-x}}", courses={}) == NONE
