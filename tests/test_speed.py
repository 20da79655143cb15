"""How long building takes, in processor time, so that a busy machine fails no test; the bounds leave it room."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from subprocess import run

import pytest

from benchmarks.build import MEMORY, compare
from benchmarks.course import write_course
from builder.archive import tgz_bytes
from builder.model.activity import Download
from builder.model.outline import Classroom
from builder.source.classroom import load_classroom
from builder.source.load import load_course, load_programme
from builder.targets.base import Context
from builder.targets.mbz import build_classroom

ROOT = Path(__file__).parents[1]

RATIO = 1.8
"""Times the floor at 60 pages; the goal is benchmarks.build.RATIO."""

SECONDS = 1.2
"""Of one `coursewright build` of TG-101 for all targets, from the start of the process to its end."""


WHOLE = 3.0
"""Of the backup of the whole programme, from reading its sources to the archive, without the hand-outs that a library
lays out as PDF."""


pytestmark = pytest.mark.usefixtures("untraced")


def test_the_tool_keeps_near_the_floor(tmp_path: Path) -> None:
    root = write_course(tmp_path, 60)
    floor, tool = compare(root, 4)
    if tool.seconds > RATIO * floor.seconds:  # a second look, for a machine that slowed down in between
        floor, tool = compare(root, 8)
    assert tool.seconds <= RATIO * floor.seconds
    assert tool.memory <= MEMORY


@pytest.mark.skipif(sys.platform == "win32", reason="no processor time of a child there")
def test_a_course_is_built_within_a_second(tmp_path: Path) -> None:
    assert min(_build(tmp_path / str(number)) for number in range(3)) <= SECONDS


def _build(out: Path) -> float:
    """Processor seconds of one build."""
    before = os.times()
    named = ["--target", "scorm12", "--target", "web"]
    command = [sys.executable, "-m", "builder", "build", "tg-101", *named, "--out", str(out)]
    run(command, cwd=ROOT, check=True, capture_output=True)
    after = os.times()
    assert len(list(out.glob("*.zip"))) == 2
    return after.children_user - before.children_user + after.children_system - before.children_system


def test_the_programme_is_one_backup_within_three_seconds() -> None:
    seconds = _backup()
    if seconds > WHOLE:  # a second look, as above
        seconds = _backup()
    assert seconds <= WHOLE


def _backup() -> float:
    """Processor seconds of the backup of our own programme."""
    begin = time.process_time()
    programme, _ = load_programme(ROOT / "courses")
    assert programme
    courses = {folder: load_course(programme, folder, "en")[0] for folder in programme.courses}
    room, _ = load_classroom(programme, "en", {folder: course for folder, course in courses.items() if course})
    assert room
    data = tgz_bytes(build_classroom(_unprinted(room), Context(programme)).entries)
    assert len(data) > 100_000
    return time.process_time() - begin


def _unprinted(room: Classroom) -> Classroom:
    activities = {
        name: replace(one, print=()) if isinstance(one, Download) else one for name, one in room.activities.items()
    }
    return replace(room, activities=activities)
