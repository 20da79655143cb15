"""The activities of the reference are read without a word, and there is one of every kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.check import check_activities
from builder.diagnostics import Diagnostic
from builder.model.form import KINDS as WAYS
from builder.pipeline import Order, build
from builder.source.activity import read_activities
from builder.source.activity.head import OWNERS
from builder.source.activity.kinds import KINDS
from builder.source.load import load_programme
from tests.support.examples import PAGE, marked, write_course

FILES = ("activities/media/note.pdf", "activities/media/slides.pptx")
"""What the examples give to take away."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = write_course(tmp_path / "courses")
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"%PDF-1.7")
    return folder


def test_the_examples_are_read_and_checked_without_a_word(root: Path) -> None:
    programme, _ = load_programme(root)
    assert programme is not None
    found: list[Diagnostic] = []
    commons, activities = read_activities(programme, "en", found)
    assert [one.message for one in (*found, *check_activities(commons, activities, programme))] == []
    asked = {item.kind for activity in activities.values() for item in getattr(activity, "items", ())}
    assert asked == set(WAYS)
    items = {item.id: item for activity in activities.values() for item in getattr(activity, "items", ())}
    assert [option.value for option in items["s-recommend"].options] == [0, 5, 10]
    assert items["s-name"].page == 2


def test_every_kind_and_key_has_an_example() -> None:
    texts = [body for marks, body in marked(PAGE.read_text("utf-8")) if marks.get("file", "").startswith("activities/")]
    assert {kind for kind in KINDS if any(f"kind: {kind}\n" in text for text in texts)} == set(KINDS)
    written = PAGE.read_text("utf-8").partition("\n## Activities\n")[2]
    keys = {key for kind in KINDS.values() for key in kind.keys}
    assert {key for key in keys if f"`{key}: " not in written} == set()
    assert {name for name in OWNERS if f"`{name}=" not in written and f"`{name}`" not in written} == set()


def test_a_programme_of_all_examples_is_checked_as_a_whole(root: Path) -> None:
    programme, _ = load_programme(root)
    assert programme is not None
    _, activities = read_activities(programme, "en", [])
    entries = "".join(f"      - {name}\n" for name in activities)
    sections = f"  - id: start\n    title: Start\n    entries:\n      - course: c\n{entries}"
    (root / "outline.yaml").write_text(f"id: examples-whole\ntitle: Examples\nsections:\n{sections}", "utf-8")
    report = build(Order(root=str(root)))
    assert [f"{found.span.path}:{found.span.line} {found.message}" for found in report.diagnostics] == []
