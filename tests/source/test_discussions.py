"""``discussions`` in course.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.diagnostics import file_codes
from builder.source.load import load_course, load_programme

COURSE = "id: c-1\ntitle: {{en: One, fr: Un}}\n{more}"
PROGRAMME = "id: p\ntitle: P\nlanguages: [en, fr]\nsource_language: en\ncourses: [c]\n"


def read(folder: Path, more: str, language: str = "en") -> tuple[object, list[tuple[str, int]]]:
    """The discussions of a course and the codes found in its course.yaml, each with its line."""
    for name in ("en", "fr"):
        (folder / "c" / name / "01-a").mkdir(parents=True, exist_ok=True)
        (folder / "c" / name / "01-a" / "01-p.md").write_text("---\nid: p\ntitle: P\n---\n\nText.\n", "utf-8")
        (folder / "c" / name / "01-a" / "lesson.yaml").write_text("id: l\ntitle: L\n", "utf-8")
    (folder / "programme.yaml").write_text(PROGRAMME, "utf-8")
    (folder / "c" / "course.yaml").write_text(COURSE.format(more=more), "utf-8")
    programme, _ = load_programme(folder)
    assert programme is not None
    course, found = load_course(programme, "c", language)
    assert course is not None
    topics = [(topic.id, topic.title, topic.text, topic.span.line) for topic in course.discussions]
    return topics, [(one.code.id, one.span.line) for one in found if one.span.path == "c/course.yaml"]


def test_topics_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    more = "discussions:\n  d-b: {title: B, text: Say b.}\n"
    more += "  d-a:\n    title: {en: A, fr: Un}\n    text: {en: Say, fr: Dis}\n"
    assert read(tmp_path, more) == ([("d-b", "B", "Say b.", 4), ("d-a", "A", "Say", 5)], [])
    assert read(tmp_path, more, "fr")[0] == [("d-b", "B", "Say b.", 4), ("d-a", "Un", "Dis", 5)]


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("discussions: [d-a]", ["WRONG_TYPE"]),
        ("discussions:\n  d-a: Ask", ["WRONG_TYPE", "MISSING_KEY", "MISSING_KEY"]),
        ("discussions:\n  d-a: {title: A}", ["MISSING_KEY"]),
        ("discussions:\n  d-a: {title: A, text: B, when: now}", ["UNKNOWN_KEY"]),
        ("discussions:\n  Ask me: {title: A, text: B}", ["BAD_ID"]),
        ("discussions:\n  d-a: {title: A, text: {en: B}}", []),
        ("discussion:\n  d-a: {title: A, text: B}", ["UNKNOWN_KEY"]),
    ],
)
def test_mistakes_are_said(tmp_path: Path, more: str, codes: list[str]) -> None:
    _, found = read(tmp_path, more)
    assert sorted(code for code, _ in found) == sorted(getattr(file_codes, name).id for name in codes)
