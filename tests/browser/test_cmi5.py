"""A course in cmi5, launched by a platform with a record store on another host."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from builder.state.keys import key_of
from tests.support.lms.lrs import PUBLISHER, Lrs, verb_of
from tests.support.lms.lrs_server import platform
from tests.support.lms.requirements import broken
from tests.support.lms.visit import Visit, is_problem
from tests.support.packages import packaged
from tests.support.taking import pick


@pytest.fixture
def lrs() -> Iterator[Lrs]:
    with platform(packaged("cmi5")) as started:
        yield started


Enter = Callable[..., Visit]


@pytest.fixture
def enter(context: BrowserContext) -> Enter:
    """Launches the course in a page of its own, with what ``Lrs.launch`` takes."""

    def start(lrs: Lrs, *, turned: bool = False, **launch: object) -> Visit:
        session = lrs.launch(**launch)  # type: ignore[arg-type]
        page = context.new_page()
        page.clock.install()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.append(message.text) if is_problem(message) else None)
        page.goto(lrs.address(session, turned=turned))
        visit = Visit(lrs, session, page, problems)
        visit.begun()
        return visit

    return start


DONE = ["initialized", "answered", "passed", "completed"]


def pass_the_test(visit: Visit, hundredths: int = 8000) -> None:
    """One answer in the final test, and its end."""
    visit.go("p-test.html", "Final test")
    visit.answer("q-p-test-1")
    visit.test_done(hundredths)


def test_a_course_is_passed(lrs: Lrs, enter: Enter) -> None:
    visit = enter(lrs)
    visit.page.locator(".begin a").click()
    visit.shows("Page one")
    visit.settled("saved")
    pass_the_test(visit)
    visit.settled("saved")
    assert visit.verbs == DONE
    assert visit.state is not None
    assert (visit.state.score, visit.state.status) == (8000, 2)
    visit.leave()
    assert visit.verbs == [*DONE, "terminated"]
    assert visit.problems == []
    assert [one.status for one in lrs.requests if one.status not in {200, 204, 404}] == []
    assert broken(lrs) == []


def test_a_test_that_is_taken_is_told_answer_by_answer(lrs: Lrs, enter: Enter) -> None:
    visit = enter(lrs)
    visit.go("p-test.html", "Final test")
    visit.page.locator(".quiz[data-live]").wait_for()
    for name in ("start", "submit", "finish"):
        visit.page.locator(f'[data-do="{name}"]:visible').first.click()
        if name == "start":
            pick(visit.page, "q-p-test-1", 0)
            pick(visit.page, "q-p-test-2", 1)
    visit.settled("saved")
    visit.leave()
    told = {each["object"]["id"]: each for _, each in lrs.stored if verb_of(each) == "answered"}
    assert {name: one["result"]["success"] for name, one in told.items()} == {
        f"{PUBLISHER}/question/q-p-test-1": True,
        f"{PUBLISHER}/question/q-p-test-2": False,
    }
    for one in told.values():
        assert one["object"]["definition"]["correctResponsesPattern"] == ["a"]
        assert one["context"]["contextActivities"]["other"][0]["id"] == f"{PUBLISHER}/objective/O1"
    assert broken(lrs) == []


def test_a_course_is_failed(lrs: Lrs, enter: Enter) -> None:
    visit = enter(lrs)
    visit.test_done(2000, attempts=3)
    visit.settled("saved")
    assert visit.verbs == ["initialized", "failed"]
    visit.leave()
    again = enter(lrs)
    again.go("p-two.html", "Page two")
    again.settled("saved")
    again.leave()
    assert lrs.verbs() == ["initialized", "failed", "terminated", "initialized", "terminated"]
    assert broken(lrs) == []


def test_a_course_is_left_and_taken_up_again(lrs: Lrs, enter: Enter) -> None:
    first = enter(lrs)
    first.go("p-two.html", "Page two")
    first.answer("q-p-check-1")
    first.settled("saved")
    first.leave()
    again = enter(lrs, turned=True)
    again.shows("Page two")
    assert again.page.evaluate("cw.state.answers.size") == 1
    pass_the_test(again)
    again.settled("saved")
    again.leave()
    third = enter(lrs)
    third.go("p-three.html", "Page three")
    third.settled("saved")
    third.leave()
    assert first.verbs == ["initialized", "terminated"]
    assert again.verbs == [*DONE, "terminated"]
    assert third.verbs == ["initialized", "terminated"]
    assert broken(lrs) == []


@pytest.mark.parametrize(("line", "strict"), [("deaf", False), ("error", False), ("mute", True)])
def test_after_a_failure_everything_reaches_the_store_once(lrs: Lrs, enter: Enter, line: str, *, strict: bool) -> None:
    lrs.rules_first = strict
    visit = enter(lrs)
    visit.go("p-test.html", "Final test")
    visit.settled("saved")
    lrs.line = line
    visit.answer("q-p-test-1")
    visit.settled("unsaved")
    visit.answer("q-p-test-2")
    visit.test_done(8000)
    visit.settled("unsaved")
    visit.heal()
    assert sorted(visit.verbs) == sorted([*DONE, "answered"])
    assert visit.state is not None
    assert {record.key for record in visit.state.questions} == {key_of("q-p-test-1"), key_of("q-p-test-2")}
    assert visit.page.evaluate("Object.keys(localStorage).filter(name => /journal/.test(name))") == []
    visit.leave()
    assert visit.verbs[-1] == "terminated"


def test_what_a_closed_window_had_not_sent_comes_with_the_next_session(lrs: Lrs, enter: Enter) -> None:
    visit = enter(lrs)
    visit.go("p-test.html", "Final test")
    visit.settled("saved")
    lrs.line = "cut"
    visit.answer("q-p-test-1")
    visit.test_done(8000)
    visit.settled("unsaved")
    visit.leave()
    lrs.line = "up"
    assert visit.verbs == ["initialized"]
    again = enter(lrs)
    assert visit.session.over == "abandoned"
    again.tells("kept on this device")
    assert again.page.evaluate("cw.state.answers.size") == 1
    again.heal()
    assert again.verbs == DONE
    assert again.state is not None
    assert (again.state.score, again.state.status) == (8000, 2)
    again.leave()
    other = enter(lrs, learner="ben")
    assert other.page.evaluate("cw.state.answers.size") == 0
    anew = enter(lrs, enrolment=2)
    assert anew.page.evaluate("cw.state.answers.size") == 0


def test_what_waits_for_one_enrolment_is_not_given_to_another(lrs: Lrs, enter: Enter) -> None:
    visit = enter(lrs)
    visit.mended()
    lrs.line = "cut"
    visit.answer("q-p-check-1")
    visit.settled("unsaved")
    visit.leave()
    lrs.line = "up"
    for launch in ({"enrolment": 2}, {"learner": "ben"}):
        other = enter(lrs, **launch)
        other.mended()
        assert other.page.evaluate("cw.state.answers.size") == 0
        other.leave()
    again = enter(lrs)
    assert again.page.evaluate("cw.state.answers.size") == 1


def test_a_reload_goes_on_with_the_session(lrs: Lrs, enter: Enter) -> None:
    visit = enter(lrs)
    visit.go("p-two.html", "Page two")
    visit.answer("q-p-check-1")
    visit.settled("saved")
    visit.page.keyboard.press("F5")
    visit.page.reload()
    visit.begun()
    visit.shows("Page two")
    pass_the_test(visit)
    visit.settled("saved")
    visit.leave()
    assert visit.session.fetched == 1
    assert visit.verbs == [*DONE, "terminated"]
    assert broken(lrs) == []


def test_a_reload_that_nobody_tells_ends_the_session_and_keeps_the_work(lrs: Lrs, enter: Enter) -> None:
    visit = enter(lrs)
    visit.go("p-two.html", "Page two")
    visit.settled("saved")
    visit.page.reload()
    visit.begun()
    visit.tells("Open the course again from the platform.")
    visit.answer("q-p-check-1")
    visit.settled("unsaved")
    visit.leave()
    assert visit.verbs == ["initialized", "terminated"]
    again = enter(lrs)
    assert again.page.evaluate("cw.state.answers.size") == 1
    again.shows("Page two")
    again.heal()
    again.leave()
    assert broken(lrs) == []


def test_a_session_that_is_over_keeps_work_on_the_device(lrs: Lrs, enter: Enter) -> None:
    lrs.return_url = f"{lrs.url}/home"
    visit = enter(lrs)
    visit.go("p-test.html", "Final test")
    visit.settled("saved")
    lrs.line = "expired"
    visit.answer("q-p-test-1")
    visit.settled("unsaved")
    visit.tells("Open the course again from the platform.")
    visit.page.locator(".notice button").click()
    visit.shows("The platform")
    lrs.line = "up"
    again = enter(lrs)
    assert again.page.evaluate("cw.state.answers.size") == 1
    again.heal()
    assert again.verbs == ["initialized", "answered"]


def test_a_token_is_given_once(lrs: Lrs, enter: Enter, context: BrowserContext) -> None:
    visit = enter(lrs)
    copy = context.new_page()
    copy.goto(lrs.address(visit.session))
    expect(copy.locator(".notice", has_text="does not take your work")).to_be_visible()
    assert copy.evaluate("cw.adapter.alone") is None


def test_looking_around_is_begun_and_ended_and_nothing_else(lrs: Lrs, enter: Enter) -> None:
    visit = enter(lrs, mode="Review")
    visit.settled("readonly")
    pass_the_test(visit)
    visit.pass_time(11)
    visit.leave()
    assert visit.verbs == ["initialized", "terminated"]
    assert visit.state is None
    assert broken(lrs) == []


def test_opened_as_a_plain_page_it_stays_on_the_device(lrs: Lrs, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{lrs.url}/content/p-one.html")
    page.get_by_role("link", name="Page two").click()
    expect(page.locator("#cw-save")).to_have_text("On this device", timeout=15_000)
    assert lrs.requests == []


def test_the_closing_page_leads_back(lrs: Lrs, enter: Enter) -> None:
    lrs.return_url = f"{lrs.url}/home"
    visit = enter(lrs)
    visit.go("result.html", "Your result")
    visit.page.get_by_role("link", name="Back to the learning platform").click()
    visit.shows("The platform")
    visit.page.wait_for_timeout(400)
    assert visit.verbs == ["initialized", "terminated"]


def test_two_devices_are_united(lrs: Lrs, enter: Enter, browser: Browser) -> None:
    here = enter(lrs)
    here.answer("q-p-check-1")
    here.settled("saved")
    elsewhere = browser.new_context().new_page()
    session = lrs.launch()
    here.session.over = ""
    elsewhere.goto(lrs.address(session))
    other = Visit(lrs, session, elsewhere, [])
    other.begun()
    other.answer("q-p-check-2")
    other.settled("saved")
    # The first device is the one that the platform lets go on.
    lrs.sessions.append(lrs.sessions.pop(0))
    here.answer("q-p-test-1")
    for _ in range(3):
        here.page.wait_for_timeout(200)
        here.settled("saved")
    assert here.state is not None
    assert len(here.state.questions) == 3
    here.tells("another device")
    elsewhere.context.close()


def test_a_platform_may_take_no_answers(lrs: Lrs, enter: Enter) -> None:
    lrs.answers = False
    visit = enter(lrs)
    pass_the_test(visit)
    visit.settled("saved")
    visit.leave()
    assert visit.verbs == ["initialized", "passed", "completed", "terminated"]


def test_the_platforms_mastery_score_counts(lrs: Lrs, enter: Enter) -> None:
    visit = enter(lrs, mastery=0.9)
    pass_the_test(visit)
    visit.settled("saved")
    assert visit.verbs == ["initialized", "answered"]
    visit.test_done(9000)
    visit.settled("saved")
    visit.leave()
    assert visit.verbs == [*DONE, "terminated"]
    assert broken(lrs) == []


@pytest.mark.parametrize("preferences", [403, json.dumps({"languagePreference": "fr", "audioPreference": "off"})])
def test_preferences_are_read(lrs: Lrs, enter: Enter, preferences: str | int) -> None:
    lrs.preferences = preferences
    visit = enter(lrs)
    visit.page.evaluate(
        """() => { const main = document.getElementById("main"); main.append(document.createElement("audio"));
        cw.emit("page", main); }"""
    )
    assert visit.page.evaluate("document.querySelector('audio').muted") is (preferences != 403)
    visit.answer("q-p-check-1")
    visit.settled("saved")
