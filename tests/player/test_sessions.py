"""Random sessions of a learner against a perfect recorder: what was called saved is never missing."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.support.node import ROOT, node

COUNT = int(os.environ.get("COURSEWRIGHT_SESSIONS", "300"))
"""Sessions to play; 3000 on demand."""

Step = tuple[Any, ...]

QUESTIONS = st.integers(0, 5)
DEVICES = st.integers(0, 1)
LINES = st.sampled_from(["up", "lost", "error", "false", "deaf", "login"])
TIMES = st.sampled_from([1, 5, 12, 40, 130, 400, 700, 4000])

ANSWERS = st.tuples(st.just("answer"), QUESTIONS, st.integers(0, 120))
DOINGS = st.one_of(
    ANSWERS,
    ANSWERS,
    st.tuples(st.just("turn"), st.integers(0, 2)),
    st.tuples(st.just("test"), st.sampled_from([0, 1000, 5990, 6000, 8000, 10_000])),
    st.tuples(st.just("line"), DEVICES, LINES),
    st.tuples(st.just("pass"), TIMES),
    st.tuples(st.just("hide"), TIMES),
    st.tuples(st.just("go"), st.integers(0, 3)),
    st.tuples(st.just("edit"), st.sampled_from(["remove", "add", "rebuild"]), QUESTIONS),
)
ENDS: st.SearchStrategy[list[Step]] = st.sampled_from([[], [("close",)], [("close",)], [("die",)]])
VISITS = st.builds(
    lambda device, doings, end: [("open", device), *doings, *end], DEVICES, st.lists(DOINGS, max_size=8), ENDS
)
SESSIONS = st.lists(VISITS, min_size=1, max_size=6).map(lambda visits: [step for visit in visits for step in visit])


class Player:
    """The core in one process of Node, which plays session after session."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("sessions.js")
        self._process = subprocess.Popen(
            [node(), str(script)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def play(self, lms: str, steps: list[Step]) -> str | None:
        """What went wrong, or None."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"lms": lms, "steps": steps}) + "\n")
        self._process.stdin.flush()
        outcome: str | None = json.loads(self._process.stdout.readline())
        return outcome

    def end(self) -> None:
        """Let the process end."""
        self._process.communicate()


@pytest.fixture(scope="module")
def player() -> Iterator[Player]:
    made = Player()
    yield made
    made.end()


@pytest.mark.parametrize("lms", ["scorm12", "scorm2004"])
@settings(max_examples=COUNT // 2, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=SESSIONS)
@example(steps=[("open", 0), ("answer", 0, 120), ("open", 1), ("answer", 1, 60), ("close",), ("close",)])
@example(steps=[("open", 0), ("line", 0, "false"), ("answer", 0, 9), ("open", 1), ("answer", 1, 6), ("line", 0, "up")])
def test_what_was_called_saved_is_never_missing(player: Player, lms: str, steps: list[Step]) -> None:
    assert player.play(lms, steps) is None


@pytest.mark.parametrize("lms", ["scorm12", "scorm2004"])
def test_what_is_lost_is_noticed(player: Player, lms: str) -> None:
    forgetful = [("open", 0), ("answer", 0, 120), ("pass", 20), ("forget",)]
    assert player.play(lms, forgetful) == "after step 4: 000010 is missing"
