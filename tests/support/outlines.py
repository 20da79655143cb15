"""Outlines over three small courses and an activity of each kind that matters, and what is said of them."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from builder.check import check_classroom
from builder.diagnostics import Diagnostic
from builder.model.course import Course, Programme
from builder.model.outline import Classroom
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

    def classroom(self, outline: str, head: str = "", courses: Mapping[str, Course] | None = None) -> Classroom:
        """What ``outline``, a list of sections, makes of the bench."""
        text = f"id: whole\ntitle: Whole\n{head}sections:\n{textwrap.indent(textwrap.dedent(outline).strip(), '  ')}\n"
        (Path(self.programme.root) / NAME).write_text(text, encoding="utf-8")
        classroom, found = load_classroom(self.programme, "en", self.courses if courses is None else courses)
        assert found == []
        assert classroom is not None
        return classroom

    def diagnostics(
        self, outline: str, head: str = "", courses: Mapping[str, Course] | None = None, **changes: object
    ) -> list[Diagnostic]:
        """What the checks say of it, with ``changes`` of the programme."""
        programme = replace(self.programme, **changes)  # type: ignore[arg-type]
        return check_classroom(self.classroom(outline, head, courses), programme)

    def __call__(self, entries: str, head: str = "", **changes: object) -> list[str]:
        """The codes for one section with ``entries``, one a line."""
        lines = "\n".join(f"    - {line.strip()}" for line in entries.strip().splitlines())
        return codes(self.diagnostics(f"- id: s\n  title: S\n  entries:\n{lines}", head, **changes))  # type: ignore[arg-type]


def codes(found: list[Diagnostic]) -> list[str]:
    return [one.code.id for one in found if one.code.id not in (UNUSED, LEFT_OUT, PARTS)]


def bench_in(root: Path) -> Bench:
    """The bench, its files written into ``root``."""
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


def section(lines: str) -> str:
    """A section with an entry for each of ``lines``: its name, and after ``<`` its rule."""
    parts = []
    for line in lines.split(" | "):
        name, _, opens = line.partition(" < ")
        folder, _, part = name.partition("/")
        named = f"activity: {name}" if name in ACTIVITIES else f"course: {folder}{f', part: {part}' if part else ''}"
        parts.append(f"\n    - {{{named}{f', opens: {opens}' if opens else ''}}}")
    return f"- id: s\n  title: S\n  entries:{''.join(parts)}"
