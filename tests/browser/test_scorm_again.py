"""The package under a run-time of another make, which holds values to the letter of SCORM 1.2."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from builder.state.codec import decode
from builder.state.keys import key_of
from tests.support.lms.server import Lms

INTERACTIONS = [
    ("true-false", "t", "f", "wrong"),
    ("choice", "a,b", "a,c", "0.5"),
    ("fill-in", "1995", "1995", "correct"),
    ("matching", "1.a,2.b", "1.a,2.b", "correct"),
    ("sequencing", "a,c,b", "a,b,c", "wrong"),
    ("numeric", "33.5", "33", "neutral"),
    ("performance", "a", "a", "correct"),
]


@pytest.fixture
def launched(page: Page, lms: Lms) -> Page:
    page.clock.install()
    page.goto(f"{lms.url}/lms/again.html")
    page.frame_locator("#sco").locator("#cw-prefs").wait_for()
    return page


def refused(page: Page) -> list[list[str]]:
    """The calls that ended in an error, but for reading what nobody has set."""
    return [call for call in page.evaluate("calls") if call[-1] != "0" or call[-2] == "false"]


def reported(page: Page) -> list[list[str]]:
    """Id, type and result of each interaction."""
    interactions = page.evaluate("JSON.parse(JSON.stringify(api.cmi)).interactions")
    return [[one["id"], one["type"], one["result"]] for _, one in sorted(interactions.items())]


def test_a_whole_session_is_accepted(launched: Page) -> None:
    sco = launched.frames[1]
    assert len(launched.evaluate("calls")) <= 8
    for number, (kind, response, correct, result) in enumerate(INTERACTIONS):
        sco.evaluate(
            """([key, id, type, response, correct, result]) => {
            cw.course.interactions = "all";
            const interaction = {id, type, response, correct, result, latency: 3725};
            cw.answered(key, {fp: 1, result: 60, bits: "0"}, interaction); }""",
            [f"{number:06x}", f"q-{number}", kind, response, correct, result],
        )
    sco.evaluate(
        """key => { cw.quizChanged(key, {attempts: 1, open: true, best: null, seed: 1, start: 1});
        cw.finish(key, 10000); }""",
        f"{key_of('p-test'):06x}",
    )
    for word in ("saving", "saved"):
        expect(sco.locator("#cw-save")).to_have_attribute("data-state", word)
        launched.clock.fast_forward(11_000)
    assert refused(launched) == []
    cmi = launched.evaluate("JSON.parse(JSON.stringify(api.cmi))")
    assert (cmi["core"]["score"]["raw"], cmi["core"]["lesson_status"]) == ("100", "passed")
    state = decode(cmi["suspend_data"])
    assert state is not None
    assert (len(state.questions), state.score, state.status) == (len(INTERACTIONS), 10_000, 2)
    told = reported(launched)
    assert told == [[f"q-{n}", kind, result] for n, (kind, _, _, result) in enumerate(INTERACTIONS)]


def test_sending_everything_again_is_accepted_too(launched: Page) -> None:
    sco = launched.frames[1]
    sco.evaluate(
        """() => { cw.course.interactions = "all"; const commit = parent.API.LMSCommit; let lost = 1;
        parent.API.LMSCommit = (text) => lost-- > 0 ? "false" : commit(text);
        cw.answered("00000a", {fp: 1, result: 120, bits: "0"},
        {id: "q-a", type: "choice", response: "a", correct: "a", result: "correct", latency: 1}); }"""
    )
    for word in ("unsaved", "saving", "saved"):
        expect(sco.locator("#cw-save")).to_have_attribute("data-state", word)
        launched.clock.fast_forward(11_000)
    assert refused(launched) == []
    assert reported(launched) == [["q-a", "choice", "correct"]]
    assert launched.evaluate("api.cmi.core.lesson_status") == "incomplete"
