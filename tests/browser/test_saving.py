"""Nothing a learner did is lost: lines that fail, servers that refuse, other learners, other windows."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from builder.state.keys import key_of
from tests.browser.conftest import Open, Visit
from tests.support.lms.server import Lms

FAILURES = ["cut", "error", "false", "deaf"]


def fail_and_heal(visit: Visit, line: str) -> None:
    """An answer that arrives, then the end of the test on a line that fails, then the line is back."""
    visit.answer("q-p-check-1")
    visit.settled("saved")
    visit.pass_time(11)
    visit.lms.line = line
    visit.test_done(8000)
    visit.settled("unsaved")
    assert "cmi.core.score.raw" not in visit.lms.of(visit.learner)
    visit.answer("q-p-check-2")
    visit.settled("unsaved")
    visit.lms.line = "up"
    for _ in range(8):
        visit.pass_time(30)
        visit.page.wait_for_timeout(300)
    visit.settled("saved")


@pytest.mark.parametrize("line", FAILURES)
def test_after_a_failure_everything_reaches_the_server(lms: Lms, enter: Open, line: str) -> None:
    visit = enter(lms)
    fail_and_heal(visit, line)
    stored = lms.of("ana")
    assert (stored["cmi.core.score.raw"], stored["cmi.core.lesson_status"]) == ("80", "passed")
    assert visit.state is not None
    assert (visit.state.score, visit.state.status) == (8000, 2)
    assert {record.key for record in visit.state.questions} == {key_of("q-p-check-1"), key_of("q-p-check-2")}
    assert visit.page.evaluate("Object.keys(localStorage).filter(name => /journal/.test(name))") == []


def test_the_browser_says_when_it_is_online(lms: Lms, enter: Open) -> None:
    visit = enter(lms)
    visit.page.context.set_offline(True)
    visit.test_done(8000)
    visit.settled("unsaved")
    assert visit.calls("LMSCommit") == []
    visit.page.context.set_offline(False)
    visit.settled("saving")
    visit.pass_time(11)
    visit.settled("saved")
    assert lms.of("ana")["cmi.core.lesson_status"] == "passed"
    assert len(visit.calls("LMSCommit")) == 1


@pytest.mark.parametrize("line", FAILURES)
def test_what_was_unsaved_at_the_end_is_there_at_the_next_launch(lms: Lms, enter: Open, line: str) -> None:
    visit = enter(lms)
    visit.answer("q-p-check-1")
    visit.settled("saved")
    lms.line = line
    visit.answer("q-p-check-2")
    visit.test_done(8000)
    visit.settled("unsaved")
    visit.leave()
    lms.line = "up"
    again = enter(lms)
    assert len(again.calls()) <= 8
    assert again.calls("LMSCommit") == []
    again.settled("unsaved")
    expect(again.sco.locator(".notice:not([id])")).to_be_visible()
    assert again.sco.evaluate("cw.state.answers.size") == 2
    again.pass_time(3)
    again.settled("saving")
    again.pass_time(11)
    again.settled("saved")
    stored = lms.of("ana")
    assert (stored["cmi.core.score.raw"], stored["cmi.core.lesson_status"]) == ("80", "passed")
    assert again.state is not None
    assert len(again.state.questions) == 2


def test_another_learner_on_this_browser_sees_nothing_of_it(lms: Lms, enter: Open) -> None:
    ana = enter(lms, learner="ana")
    lms.line = "cut"
    ana.answer("q-p-check-1")
    ana.sco.evaluate("cw.local.set('q-thoughts', 'private')")
    ana.settled("unsaved")
    ana.leave()
    lms.line = "up"
    ben = enter(lms, learner="ben")
    assert ben.sco.evaluate("[cw.state.answers.size, cw.local.get('q-thoughts')]") == [0, None]
    ben.pass_time(120)
    ben.page.wait_for_timeout(300)
    assert lms.of("ben") == {}
    ben.leave()
    ana = enter(lms, learner="ana")
    assert ana.sco.evaluate("[cw.state.answers.size, cw.local.get('q-thoughts')]") == [1, "private"]


def test_what_two_browsers_saved_is_united(lms: Lms, enter: Open, browser: Browser) -> None:
    here = enter(lms)
    lms.line = "cut"
    here.answer("q-p-check-1")
    here.settled("unsaved")
    here.leave()
    lms.line = "up"
    # Another browser, without this one's journal, works on.
    elsewhere = browser.new_context().new_page()
    elsewhere.goto(f"{lms.url}/lms/frame.html?learner=ana")
    frame = elsewhere.frame_locator("#sco")
    frame.locator("#cw-prefs").wait_for()
    for number in range(4):
        elsewhere.frames[1].evaluate(
            "n => cw.answered('00000' + n, {fp: 1, result: 0, bits: '1'})",
            number,
        )
        elsewhere.wait_for_timeout(50)
    expect(frame.locator("#cw-save")).not_to_have_attribute("data-state", "unsaved")
    elsewhere.context.close()
    again = enter(lms)
    assert again.sco.evaluate("[...cw.state.answers.keys()].length") == 5
    for _ in range(3):
        again.pass_time(11)
        again.page.wait_for_timeout(200)
    again.settled("saved")
    assert again.state is not None
    assert len(again.state.questions) == 5


def test_the_line_is_asked_once_in_ten_seconds_at_most(lms: Lms, enter: Open) -> None:
    visit = enter(lms)
    for number in range(6):
        visit.answer(f"q-{number}")
        visit.page.wait_for_timeout(30)
    assert len(visit.calls("LMSCommit")) == 6
    assert sum("ping.txt" in path for path in lms.requests) == 1
    visit.settled("saving")
    visit.pass_time(11)
    visit.settled("saved")
    assert sum("ping.txt" in path for path in lms.requests) == 2


def test_each_word_is_said_once(lms: Lms, enter: Open) -> None:
    visit = enter(lms)
    visit.sco.evaluate(
        """() => { window.said = []; new MutationObserver(() => {
        const text = document.querySelector("[aria-live]").textContent; if (text) said.push(text); })
        .observe(document.querySelector("[aria-live]"), {childList: true, characterData: true, subtree: true}); }"""
    )
    for number in range(3):
        visit.answer(f"q-{number}")
        visit.pass_time(11)
        visit.settled("saved")
        visit.pass_time(1)
    assert visit.sco.evaluate("said") == ["Saved"]
