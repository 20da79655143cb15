"""The table of scores through the player in every format: answers entered as learners do, read where the platform
keeps them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page

from builder.model import question as q
from builder.state.codec import decode
from builder.state.keys import key_of
from builder.targets.base import Context
from builder.targets.registry import registry
from tests.support.browsing import until
from tests.support.entering import ENTER, Step, entries, shown
from tests.support.everything import everything
from tests.support.lms.lrs_server import platform
from tests.support.lms.server import serve
from tests.support.question_samples import package, page, quiz

FILE = Path(__file__).resolve().parent.parent / "fixtures" / "scoring" / "cases.json"
FORMATS = ("scorm12", "scorm2004-4th", "cmi5", "web")


@dataclass(frozen=True)
class Case:
    """A row of the table as a learner meets it."""

    question: q.Question
    steps: list[Step]
    expected: int
    why: str


def cases() -> list[Case]:
    """The rows that controls can express; the others are held against the player's functions in tests/player."""
    found = []
    for number, row in enumerate(json.loads(FILE.read_text("utf-8"))):
        question = shown(row["type"], row["spec"], f"q-case-{number}")
        steps = entries(question, row["answer"])
        if row["expected"] is not None and row.get("decimal", ".") == "." and steps is not None:
            found.append(Case(question, steps, row["expected"], f"{row['type']}: {row['why']}"))
    return found


CASES = cases()


def files(target: str) -> Mapping[str, bytes]:
    course = package(page(quiz(questions=tuple(case.question for case in CASES)), "p-all"))
    product = registry(()).targets[target].build(course, Context(everything()[0]))
    return {entry.path: entry.data for entry in product.entries}


@dataclass
class Place:
    """A course that is open, and how to read what the platform keeps."""

    page: Page
    frame: Frame
    read: Any


@pytest.fixture
def opened(browser: Browser) -> Iterator[Any]:
    with ExitStack() as stack:
        page = browser.new_page()
        stack.callback(page.context.close)

        def enter(target: str) -> Place:
            content = files(target)
            if target == "cmi5":
                lrs = stack.enter_context(platform(content))
                session = lrs.launch(mastery=None)
                page.goto(lrs.address(session))
                return Place(page, page.main_frame, lambda: lrs.state(session))
            lms, server = serve(content)
            stack.callback(server.server_close)
            stack.callback(server.shutdown)
            if target == "web":
                page.goto(f"{lms.url}/content/index.html")
                return Place(page, page.main_frame, lambda: page.evaluate("localStorage.getItem('cw-state|c')"))
            lms.format = target.partition("-")[0]
            page.goto(f"{lms.url}/lms/frame.html?learner=ana")
            frame = page.frame(name="sco")
            assert frame is not None
            return Place(page, frame, lambda: lms.of("ana").get("cmi.suspend_data", ""))

        yield enter


def test_the_table_is_covered() -> None:
    """Only what no control can express is left out."""
    assert len(CASES) > 80
    assert {type(case.question).type for case in CASES} == {
        "single", "truefalse", "multiple", "short", "numerical", "matching", "ordering", "gaps", "spot", "branch"
    }  # fmt: skip
    assert {0, 40, 60, 80, 120} <= {case.expected for case in CASES}


@pytest.mark.parametrize("target", FORMATS)
def test_answers_score_as_the_table_says(opened: Any, target: str) -> None:
    place = opened(target)
    frame = place.frame
    frame.locator("#cw-prefs").wait_for()
    frame.locator(".begin a").click()
    frame.locator(".quiz[data-live]").wait_for()
    for case in CASES:
        frame.evaluate(ENTER, {"id": case.question.id, "steps": case.steps})
    until(frame, "['saved', 'local'].includes(document.getElementById('cw-save').dataset.state)")
    state = decode(place.read())
    assert state is not None
    given = {record.key: record.result for record in state.questions}
    wrong = [
        f"{case.why}: {given.get(key_of(case.question.id))} and not {case.expected}"
        for case in CASES
        if given.get(key_of(case.question.id)) != case.expected
    ]
    assert wrong == []
