"""A session with the LMS: launching, coming back, leaving, reading only."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from builder.state.codec import Record, State, encode
from builder.state.keys import key_of
from tests.browser.conftest import Open, Serve
from tests.support.lms.server import Lms
from tests.support.packages import packaged


@pytest.mark.parametrize("questions", [20, 300])
@pytest.mark.parametrize("answered", ["", "answered"])
def test_launch_is_a_handful_of_calls(serving: Serve, enter: Open, questions: int, answered: str) -> None:
    lms = serving(packaged(questions=questions))
    if answered:
        keys = sorted(key_of(f"q-p-check-{n}") for n in range(1, questions // 2))
        state = State(revision=9, questions=tuple(Record(key, 1, 120, "01") for key in keys))
        lms.of("ana").update({"cmi.suspend_data": encode(state), "cmi.core.lesson_status": "incomplete"})
    visit = enter(lms)
    visit.page.wait_for_timeout(400)
    assert len(visit.calls()) <= 8
    assert visit.calls("LMSCommit") == []
    assert visit.sco.evaluate("cw.state.answers.size") == (questions // 2 - 1 if answered else 0)
    visit.pass_time(60)
    assert lms.attempts == 0
    assert visit.problems == []


def test_a_page_turn_keeps_the_session_and_is_saved(lms: Lms, enter: Open) -> None:
    visit = enter(lms)
    visit.sco.evaluate("window.here = 1")
    visit.sco.locator("a[rel=next]").click()
    visit.shows("Page two")
    assert visit.sco.evaluate("here") == 1
    assert visit.sco.evaluate("document.activeElement.tagName") == "H1"
    assert visit.sco.evaluate("document.title").startswith("Page two")
    assert "page 2" in visit.sco.locator(".bar-place").inner_text()
    assert visit.sco.evaluate("location.pathname").endswith("/p-two.html")
    assert visit.sco.locator("#cw-progress").evaluate("line => line.value") == 2
    visit.pass_time(2)
    visit.settled("saved")
    assert len(visit.calls("LMSCommit")) == 1
    assert visit.state is not None
    assert visit.state.page == key_of("p-two")
    assert set(visit.state.pages) == {key_of("p-one"), key_of("p-two")}
    assert visit.problems == []


def test_back_and_forward_go_through_the_pages(lms: Lms, enter: Open) -> None:
    visit = enter(lms)
    for title in ("Page two", "Page three"):
        visit.sco.locator("a[rel=next]").click()
        visit.shows(title)
    visit.sco.evaluate("history.back()")
    visit.shows("Page two")
    visit.sco.evaluate("history.back()")
    visit.shows("Page one")
    visit.sco.evaluate("history.forward()")
    visit.shows("Page two")
    visit.sco.locator("p a[href='p-one.html']").first.click()
    visit.shows("Page one")
    visit.sco.locator("a[href$='#down']").first.click()
    expect(visit.sco.locator("main h1")).not_to_be_in_viewport()
    visit.shows("Page one")
    assert visit.calls("LMSInitialize") == [["LMSInitialize", "", "true"]]
    assert visit.problems == []


@pytest.mark.parametrize("noted", ["noted", ""])
def test_coming_back_opens_the_page_that_was_left(lms: Lms, enter: Open, noted: str) -> None:
    visit = enter(lms)
    for title in ("Page two", "Page three"):
        visit.sco.locator("a[rel=next]").click()
        visit.shows(title)
    visit.answer("q-p-check-1")
    visit.leave()
    if not noted:
        # Another device: nothing is in this browser's storage.
        other = enter(lms, learner="nobody")
        other.page.evaluate("localStorage.clear()")
        other.page.close()
    again = enter(lms)
    again.shows("Page three")
    assert again.sco.evaluate("[...cw.state.answers.keys()]") == [f"{key_of('q-p-check-1'):06x}"]
    assert len(again.calls()) <= 8
    assert again.problems == []


def test_leaving_saves_what_was_waiting_and_ends_the_session(lms: Lms, enter: Open) -> None:
    visit = enter(lms)
    visit.sco.locator("a[rel=next]").click()
    visit.shows("Page two")
    visit.leave()
    stored = lms.of("ana")
    assert visit.state is not None
    assert visit.state.page == key_of("p-two")
    assert stored["cmi.core.exit"] == "suspend"
    assert stored["cmi.core.lesson_status"] == "incomplete"
    assert stored["cmi.core.session_time"].count(":") == 2
    assert "cmi.core.score.raw" not in stored


@pytest.mark.parametrize("mode", ["review", "browse"])
def test_reading_only_writes_nothing(lms: Lms, enter: Open, mode: str) -> None:
    lms.of("ana").update({"cmi.suspend_data": encode(State(revision=3)), "cmi.core.lesson_status": "passed"})
    visit = enter(lms, mode=mode)
    visit.settled("readonly")
    assert visit.sco.locator("#cw-save").inner_text() == "Reading only"
    visit.sco.locator("a[rel=next]").click()
    visit.shows("Page two")
    visit.answer("q-p-check-1")
    visit.pass_time(30)
    visit.leave()
    assert lms.posts in ([], [{}])
    assert visit.problems == []


def test_score_and_status_are_written_when_the_test_is_done(lms: Lms, enter: Open) -> None:
    visit = enter(lms)
    visit.answer("q-p-test-1")
    visit.settled("saved")
    assert "cmi.core.score.raw" not in lms.of("ana")
    visit.test_done(6650)
    visit.pass_time(11)
    visit.settled("saved")
    stored = lms.of("ana")
    assert (stored["cmi.core.score.raw"], stored["cmi.core.lesson_status"]) == ("66.5", "passed")
    assert (stored["cmi.core.score.min"], stored["cmi.core.score.max"]) == ("0", "100")
    assert [call for call in visit.calls() if call[-1] == "false"] == []
