"""What the checks of an outline say and do not say; the fixtures show one example of each."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from builder.check import check_classroom
from builder.diagnostics import Diagnostic
from builder.model.course import Course, Programme
from builder.source.activity import read_activities
from builder.source.classroom import load_classroom
from builder.source.load import load_course, load_programme
from builder.source.outline import NAME
from tests.support.miniature import MINIATURE, write
from tests.support.pages import page, quiz, single

ACTIVITIES = {
    "text": ("page", ""),
    "consent": ("survey", ""),
    "poll": ("poll", ""),
    "chat": ("forum", ""),
    "label": ("label", ""),
    "words": ("glossary", ""),
    "measures": ("collection", "entries: 2\n"),
    "work": ("assignment", "points: 10\ndue: 9 weeks\n"),
    "ungraded": ("assignment", "points: 0\n"),
}
ITEM = "## Name? {#s-name .line}\n"
TEXTS = {"survey": ITEM, "collection": ITEM, "poll": "Which?\n\n- [ ] One\n- [ ] Two\n"}
UNUSED, LEFT_OUT, PARTS = "U208", "U209", "U210"
"""What nearly all of these small outlines are told; only the tests that are about it look."""


@dataclass(frozen=True)
class Bench:
    """Three courses (the third without tests) and an activity of each kind that matters."""

    programme: Programme
    courses: Mapping[str, Course]

    def diagnostics(
        self, outline: str, head: str = "", courses: Mapping[str, Course] | None = None, **changes: object
    ) -> list[Diagnostic]:
        text = f"id: whole\ntitle: Whole\n{head}sections:\n{textwrap.indent(textwrap.dedent(outline).strip(), '  ')}\n"
        (Path(self.programme.root) / NAME).write_text(text, encoding="utf-8")
        programme = replace(self.programme, **changes)  # type: ignore[arg-type]
        classroom, found = load_classroom(programme, "en", self.courses if courses is None else courses)
        assert found == []
        assert classroom is not None
        return check_classroom(classroom, programme)

    def __call__(self, entries: str, head: str = "", **changes: object) -> list[str]:
        """The codes for one section with ``entries``, one a line."""
        lines = "\n".join(f"    - {line.strip()}" for line in entries.strip().splitlines())
        return codes(self.diagnostics(f"- id: s\n  title: S\n  entries:\n{lines}", head, **changes))  # type: ignore[arg-type]


def codes(found: list[Diagnostic]) -> list[str]:
    return [one.code.id for one in found if one.code.id not in (UNUSED, LEFT_OUT, PARTS)]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    root = tmp_path_factory.mktemp("outline")
    files: dict[str, str | bytes | None] = {
        "programme.yaml": MINIATURE["programme.yaml"].replace("[c]", "[c, d, e]"),
    }
    for name in "cde":
        lesson = f"{name}/en/01-lesson"
        files[f"{name}/course.yaml"] = MINIATURE["c/course.yaml"].replace("id: c", f"id: {name}")
        files[f"{lesson}/lesson.yaml"] = MINIATURE["c/en/01-lesson/lesson.yaml"]
        files[f"{lesson}/01-page.md"] = page("Text.")
        files[f"{lesson}/02-check.md"] = quiz(single("q-check"), id="p-check", front="pass: 50\n")
        if name != "e":
            files[f"{name}/en/test.md"] = quiz(single("q-test"), id="p-test", kind="test", front="pass: 60\n")
    files["d/en/look.md"] = quiz(single("q-look"), id="p-look", kind="test", front="weight: 0\n")
    for name, (kind, more) in ACTIVITIES.items():
        text = f"---\nid: {name}\ntitle: {name}\nkind: {kind}\n{more}---\n\n{TEXTS.get(kind, 'Text.')}\n"
        files[f"activities/en/{name}.md"] = text
    programme, found = load_programme(write(root, files))
    assert programme is not None
    courses: dict[str, Course] = {}
    for folder in programme.courses:
        course, more = load_course(programme, folder, "en")
        assert course is not None
        courses[folder] = course
        found += more
    read_activities(programme, "en", found)
    assert found == []
    return Bench(programme, courses)


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


def test_courses_delivered_otherwise(bench: Bench) -> None:
    for text, found in (("{done: c/l-lesson}", ["U206"]), ("{passed: c}", NONE), ("{grade: {of: c, least: 5}}", NONE)):
        assert bench(rule(text), courses=delivered(bench, "scorm")) == found
        assert bench(rule(text), courses=delivered(bench, "native")) == NONE
    assert bench(rule("{failed: c}"), courses=delivered(bench, "scorm")) == ["U306"]
    assert bench("{course: c, part: l-lesson}", courses=delivered(bench, "scorm")) == ["U206"]


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


def opening(found: list[Diagnostic]) -> list[str]:
    """What is said of circles and of what never opens."""
    return [f"{one.span.line} {one.message}" for one in found if one.code.id.startswith("U5")]


CIRCLE = "These wait for each other, so that none of them ever opens: "


def section(lines: str) -> str:
    """A section with an entry for each of ``lines``: its name, and after ``<`` its rule."""
    parts = []
    for line in lines.split(" | "):
        name, _, opens = line.partition(" < ")
        folder, _, part = name.partition("/")
        named = f"activity: {name}" if name in ACTIVITIES else f"course: {folder}{f', part: {part}' if part else ''}"
        parts.append(f"\n    - {{{named}{f', opens: {opens}' if opens else ''}}}")
    return f"- id: s\n  title: S\n  entries:{''.join(parts)}"


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
        ("{all: [{passed: c}, {all: [{failed: c}]}]}", "`c` would have to be failed and passed"),
        ("{all: [{done: c}, {failed: c}]}", ""),
        ("{all: [{passed: c}, {none: [{passed: c}]}]}", "`c` would have to be not passed and passed"),
        ("{all: [{undone: text}, {any: [{done: text}, {passed: c}]}]}", ""),
        (
            "{all: [{undone: text}, {any: [{done: text}, {none: [{undone: text}]}]}]}",
            "`text` would have to be done and undone",
        ),
        ("{none: [{done: text}, {undone: text}]}", "`text` would have to be done and undone"),
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
        ("{all: [{grade: {of: c, least: 60}}, {grade: {of: work, below: 60}}]}", ""),
        (
            "{all: [{group: a}, {none: [{group: a}]}]}",
            "learners would have to be in the group `a` and not in it",
        ),
        ("{all: [{group: a}, {none: [{group: b}]}]}", ""),
        ("{all: [{group: a}, {none: [{group: any}]}]}", "learners would have to be in a group and in none"),
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
    assert codes(bench.diagnostics(outline, prerequisites={"d": ("c",)})) == NONE


def test_the_id_of_a_course(bench: Bench) -> None:
    courses = {**bench.courses, "d": replace(bench.courses["d"], id="whole")}
    assert bench("course: c", courses=courses) == ["U211"]


def test_a_course_that_cannot_be_read_is_told_elsewhere(bench: Bench) -> None:
    assert bench("{course: c, part: p-x}\n{course: d, opens: {passed: c/p-x}}", courses={}) == NONE
