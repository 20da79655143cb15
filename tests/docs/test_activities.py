"""Of every kind of activity and question the reference has an example; tests/docs/test_authoring.py builds them."""

from __future__ import annotations

from pathlib import Path

from builder.diagnostics import Diagnostic
from builder.model.form import KINDS as WAYS
from builder.source.activity import read_activities
from builder.source.activity.head import OWNERS
from builder.source.activity.kinds import KINDS
from builder.source.load import load_programme
from tests.support.examples import PAGE, marked, write_course


def test_the_examples_ask_in_every_way(tmp_path: Path) -> None:
    programme, _ = load_programme(write_course(tmp_path / "courses"))
    assert programme is not None
    found: list[Diagnostic] = []
    _, activities = read_activities(programme, "en", found)
    assert found == []
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
