"""The lead of a page is read as text of its own."""

from __future__ import annotations

from pathlib import Path

from builder.model.text import Emphasis, Text
from builder.source.load import load_course, load_programme
from tests.support.miniature import write


def test_a_lead_is_read_with_its_markup(tmp_path: Path) -> None:
    page = "---\nid: p-one\ntitle: One\nobjective: O1\nlead: Trade *reaches* people.\n---\n\nText.\n"
    write(tmp_path, {"c/en/01-lesson/01-page.md": page})
    programme, _ = load_programme(tmp_path)
    assert programme is not None
    course, found = load_course(programme, "c", "en")
    assert course is not None and not found
    assert next(course.pages).lead == (Text("Trade "), Emphasis((Text("reaches"),)), Text(" people."))
