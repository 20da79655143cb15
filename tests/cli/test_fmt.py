"""``coursewright fmt`` and the folder of activities."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.support import Ran, run
from tests.support.miniature import write


@pytest.mark.parametrize(
    ("named", "lines"),
    [
        ([], ["changed activities/en/a.md"]),
        (["activities"], ["changed activities/en/a.md"]),
        (["c"], ["Nothing to change."]),
    ],
)
def test_the_command_formats_activities_too(tmp_path: Path, named: list[str], lines: list[str]) -> None:
    root = write(tmp_path, {"activities/en/a.md": "---\ntitle: A\nkind: survey\n---\n\n## Why? {.text}\n"})
    assert run("fmt", "--root", root, *named).output.splitlines() == lines


def test_a_programme_without_activities(tmp_path: Path) -> None:
    assert run("fmt", "--root", write(tmp_path), "activities") == Ran(0, "Nothing to change.\n")
