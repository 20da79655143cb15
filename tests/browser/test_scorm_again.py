"""The package under run-times of another make, which hold values to the letter of SCORM 1.2 and 2004."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from builder.state.codec import decode
from builder.state.keys import key_of
from tests.browser.conftest import Serve
from tests.support.answering import ANSWER
from tests.support.lms.server import Lms
from tests.support.packages import packaged

INTERACTIONS = [
    ("true-false", "t", "f", "wrong"),
    ("choice", "a,b", "a,c", "0.5"),
    ("fill-in", "1995", "1995", "correct"),
    ("matching", "1.a,2.b", "1.a,2.b", "correct"),
    ("sequencing", "a,c,b", "a,b,c", "wrong"),
    ("numeric", "33.5", "33", "neutral"),
    ("performance", "a,b", "", "correct"),
]
"""Type, response, correct pattern and result, as the player has them."""

PATTERNS = {
    "true-false": ("true", "false"),
    "choice": ("a[,]b", "a[,]c"),
    "fill-in": ("1995", "1995"),
    "matching": ("1[.]a[,]2[.]b", "1[.]a[,]2[.]b"),
    "sequencing": ("a[,]c[,]b", "a[,]b[,]c"),
    "numeric": ("33.5", "33[:]33"),
    "performance": ("1[.]a[,]2[.]b", None),
}
"""Response and correct pattern, as they arrive in SCORM 2004."""


@pytest.fixture
def launched(page: Page, lms: Lms) -> Page:
    page.clock.install()
    page.goto(f"{lms.url}/lms/again.html")
    page.frame_locator("#sco").locator("#cw-prefs").wait_for()
    return page


@pytest.fixture
def launched_2004(page: Page, serving: Serve) -> Page:
    page.clock.install()
    page.goto(f"{serving(packaged('scorm2004-4th')).url}/lms/again2004.html")
    page.frame_locator("#sco").locator("#cw-prefs").wait_for()
    return page


def refused(page: Page) -> list[list[str]]:
    """The calls that ended in an error, but for reading what nobody has set (403)."""
    return [call for call in page.evaluate("calls") if call[-1] not in ("0", "403") or call[-2] == "false"]


def tell_all_kinds(page: Page) -> None:
    """Tell the core of an answer of every kind."""
    for number, (kind, response, correct, result) in enumerate(INTERACTIONS):
        page.frames[1].evaluate(
            """([key, id, type, response, correct, result]) => {
            cw.course.interactions = "all";
            const interaction = {id, type, response, correct, result, latency: 3725, objective: "O1"};
            cw.answered(key, {fp: 1, result: 60, bits: "0"}, interaction); }""",
            [f"{number:06x}", f"q-{number}", kind, response, correct, result],
        )


def until_saved(page: Page) -> None:
    """Let time pass until what was told is saved: in SCORM 2004 once more when the part that reports has come."""
    bar = page.frames[1].locator("#cw-save")
    expect(bar).to_have_attribute("data-state", "saving")
    for _ in range(20):
        page.clock.fast_forward(11_000)
        page.wait_for_timeout(100)
        if bar.get_attribute("data-state") == "saved":
            break
    expect(bar).to_have_attribute("data-state", "saved")
    page.clock.fast_forward(11_000)


def reported(page: Page) -> list[list[str]]:
    """Id, type and result of each interaction."""
    interactions = page.evaluate("JSON.parse(JSON.stringify(api.cmi)).interactions")
    return [[one["id"], one["type"], one["result"]] for _, one in sorted(interactions.items())]


def test_a_whole_session_is_accepted(launched: Page) -> None:
    sco = launched.frames[1]
    assert len(launched.evaluate("calls")) <= 8
    tell_all_kinds(launched)
    sco.evaluate(
        """key => { cw.quizChanged(key, {attempts: 1, open: true, best: null, seed: 1, start: 1});
        cw.finish(key, 10000); }""",
        f"{key_of('p-test'):06x}",
    )
    until_saved(launched)
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


def cmi_of(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("JSON.parse(JSON.stringify(api.cmi))")
    return found


def test_2004_takes_every_kind_of_answer(launched_2004: Page) -> None:
    assert len(launched_2004.evaluate("calls")) <= 8
    tell_all_kinds(launched_2004)
    until_saved(launched_2004)
    assert refused(launched_2004) == []
    for (_, one), (kind, _, _, result) in zip(
        sorted(cmi_of(launched_2004)["interactions"].items()), INTERACTIONS, strict=True
    ):
        response, pattern = PATTERNS[kind]
        assert (one["type"], one["learner_response"]) == (kind, response)
        assert one["correct_responses"] == ({"0": {"pattern": pattern}} if pattern else {})
        assert one["result"] == ("incorrect" if result == "wrong" else result)
        assert (one["latency"], one["objectives"]) == ("PT01H02M05S", {"0": {"id": "O1"}})


def take_the_test(page: Page, *, right: int) -> None:
    """Take the final test of two questions, of which so many are answered rightly, and see it saved."""
    sco = page.frames[1]
    sco.evaluate("cw.go('p-test.html')")
    sco.locator('[data-do="start"]').click()
    sco.locator("#q-p-test-1").wait_for()
    sco.evaluate(ANSWER, {"right": right == 2, "submit": False})
    if right == 1:
        sco.locator('label[for="q-p-test-1-0"]').click()
    sco.locator('[data-do="submit"]').click()
    sco.locator('[data-do="finish"]').last.click()
    expect(sco.locator(".quiz-end")).to_be_visible()
    until_saved(page)


def test_2004_is_finished_left_and_gone_on_with(launched_2004: Page) -> None:
    page = launched_2004
    take_the_test(page, right=1)
    assert refused(page) == []
    cmi = cmi_of(page)
    assert (cmi["completion_status"], cmi["success_status"], cmi["score"]["raw"]) == ("incomplete", "unknown", "50")
    assert 0 < float(cmi["progress_measure"]) < 1
    assert {key: cmi["objectives"]["0"][key] for key in ("id", "success_status", "completion_status")} == {
        "id": "O1",
        "success_status": "failed",
        "completion_status": "completed",
    }
    assert cmi["objectives"]["0"]["score"] == {"scaled": "0.5", "raw": "50", "min": "0", "max": "100"}
    page.evaluate("keep()")

    page.reload()
    page.frame_locator("#sco").locator("#cw-prefs").wait_for()
    expect(page.frames[1].locator("main h1")).to_have_text("Final test")
    assert len(page.evaluate("calls")) <= 8
    take_the_test(page, right=2)
    assert refused(page) == []
    cmi = cmi_of(page)
    assert (cmi["completion_status"], cmi["success_status"], cmi["progress_measure"]) == ("completed", "passed", "1")
    assert cmi["score"] == {"scaled": "1", "raw": "100", "min": "0", "max": "100"}
    assert [(one["id"], one["score"]["raw"]) for one in cmi["objectives"].values()] == [("O1", "100")]
    # A question keeps its place, whatever the attempts and sessions.
    told = sorted((one["id"], one["result"]) for one in cmi["interactions"].values())
    assert told == [("q-p-test-1", "correct"), ("q-p-test-2", "correct")]
    assert cmi["exit"] == "suspend"
