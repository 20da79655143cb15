"""A programme as a whole: built where an outline says how, in the languages there are, and never beside a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder import pipeline
from builder.pipeline import Order, Report, build
from tests.whole.support import codes, put

PAGE = "---\nid: p-{name}\ntitle: A page\nobjective: O1\n---\n\nA text of a few words.\n"

OUTLINE = """\
id: whole
title: {en: The whole, fr: Le tout}
sections:
  - id: first
    title: {en: First, fr: "D'abord"}
    entries:
      - course: a
      - course: b
        opens: {done: a}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(
        tmp_path,
        {
            "programme.yaml": "id: p\ntitle: {en: P, fr: P}\nlanguages: [en, fr]\nsource_language: en\n"
            "courses: [a, b]\ntargets: [mbz]\n",
            "outline.yaml": OUTLINE,
        },
    )
    for name in "ab":
        course = f"id: c-{name}\ntitle: {{en: C, fr: C}}\nobjectives: {{O1: {{en: O, fr: O}}}}\n"
        put(tmp_path / name, {"course.yaml": course, "en/01.md": PAGE.format(name=name)})
    return tmp_path


def made(root: Path, **order: object) -> Report:
    return build(Order(root=str(root), out=str(root / "dist"), **order))  # type: ignore[arg-type]


def files(report: Report) -> list[str]:
    return [one.file for one in report.made]


def test_courses_and_the_whole_are_built(root: Path) -> None:
    report = made(root)
    assert (codes(report), report.failed) == ([], False)
    assert files(report) == ["c-a-en-mbz.mbz", "c-b-en-mbz.mbz", "whole-en.mbz"]
    whole = report.made[-1]
    assert (whole.package, whole.target, whole.pages) == ("whole", "mbz", 2)
    inside = sorted(path.name for path in (root / "dist" / "whole-en").iterdir())
    assert inside == ["c-a-p-a-en-scorm12.zip", "c-b-p-b-en-scorm12.zip"], "to be replaced one by one"


def test_courses_by_themselves_need_no_whole(root: Path) -> None:
    assert files(made(root, courses=("a",))) == ["c-a-en-mbz.mbz"]
    (root / "outline.yaml").unlink()
    assert files(made(root)) == ["c-a-en-mbz.mbz", "c-b-en-mbz.mbz"]


def test_a_format_without_room_for_a_programme_makes_none(root: Path) -> None:
    assert files(made(root, targets=("gift", "web"))) == [
        *("c-a-en-gift.txt", "c-a-en-web.zip", "c-b-en-gift.txt", "c-b-en-web.zip"),
    ]


def test_without_activities_the_languages_are_those_of_the_courses(root: Path) -> None:
    for name in "ab":
        put(root / name, {"fr/01.md": PAGE.format(name=name)})
    assert [file for file in files(made(root)) if file.startswith("whole")] == ["whole-en.mbz", "whole-fr.mbz"]
    assert [file for file in files(made(root, languages=("fr",))) if file.startswith("whole")] == ["whole-fr.mbz"]
    put(root, {"activities/en/note.md": "---\nid: note\ntitle: N\nkind: page\n---\n\nText.\n"})
    assert "whole-fr.mbz" not in files(made(root)), "the activities are not translated yet"


def test_a_course_with_a_mistake_stops_the_whole_and_not_the_other(root: Path) -> None:
    put(root / "b", {"en/01.md": PAGE.format(name="b").replace("A text", "[A link](nowhere.md)")})
    report = made(root)
    assert report.failed
    assert files(report) == ["c-a-en-mbz.mbz"]
    assert codes(report) == ["L301"]


def test_a_mistake_in_the_outline_stops_the_whole_alone(root: Path) -> None:
    put(root, {"outline.yaml": OUTLINE.replace("done: a", "done: c")})
    report = made(root)
    assert report.failed
    assert files(report) == ["c-a-en-mbz.mbz", "c-b-en-mbz.mbz"]
    checked = build(Order(root=str(root)))
    assert (codes(checked), checked.failed) == (codes(report), True)


def test_processes_make_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = [(each.file, each.digest) for each in made(root).made]
    monkeypatch.setattr(pipeline, "PARALLEL_FROM", 0)
    assert [(each.file, each.digest) for each in made(root, jobs=2).made] == one
