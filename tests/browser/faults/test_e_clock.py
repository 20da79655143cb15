"""The device sleeps, or somebody moves its clock."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import partial

from playwright.sync_api import expect

from builder.state.keys import key_of
from tests.browser.faults.fault import ALL, SCORM, SCORM12, fault
from tests.browser.faults.world import Window, World
from tests.support.sites import site

with_the_clock = partial(fault, "Sleep and clocks")

TEST = key_of("p-test")


def in_a_test(world: World, edition: str = "timed") -> Window:
    """A learner in a test of 40 minutes, who has answered the first of its two questions rightly."""
    world.lms.content = site(world.format, edition)
    window = world.enter(page="p-test.html" if world.format == "none" else "/content/p-test.html")
    window.sco.locator("[data-do=start]").click()
    window.sco.locator(".q").first.get_by_label("Right", exact=True).check()
    window.until("saved")
    return window


@with_the_clock(
    "The device sleeps in a timed test, past its end",
    sees="On waking the test is closed, with a sentence that the time was up, and the result",
    work="What had been answered counts; the score is saved",
    formats=ALL,
)
def test_sleeps_past_the_end(world: World) -> None:
    window = in_a_test(world)
    window.pass_time(3 * 3600)
    expect(window.sco.locator(".quiz-end")).to_be_visible()
    expect(window.sco.locator(".quiz-late")).to_be_visible()
    window.until("saved")
    (record,) = [quiz for quiz in world.kept().quizzes if quiz.key == TEST]
    assert (record.open, record.best) == (False, 5000)
    if world.format != "none":
        assert world.result()[0] == "50"


@with_the_clock(
    "The same, in a test to which time can be added",
    sees="On waking a sentence that the time is up, and the choice to hand in or to add time",
    work="What had been answered is kept, and counts once it is handed in",
    formats=SCORM12,
)
def test_sleeps_past_the_end_with_more_time(world: World) -> None:
    window = in_a_test(world, "more time")
    window.pass_time(3 * 3600)
    expect(window.sco.locator(".quiz")).to_have_attribute("data-phase", "over")
    window.leave()
    again = world.enter()
    expect(again.sco.locator(".quiz")).to_have_attribute("data-phase", re.compile("over|open"))
    assert len(again.answered) == 1


@with_the_clock(
    "The device sleeps in a timed test and wakes within the time",
    sees="The test goes on; the clock shows the time that is really left",
    work="Every answer is kept",
)
def test_sleeps_within_the_time(world: World) -> None:
    window = in_a_test(world)
    window.pass_time(1800)
    expect(window.sco.locator(".quiz-clock")).to_have_text(re.compile(r"^(9|10):\d\d$"))
    window.sco.locator(".q").nth(1).get_by_label("Right", exact=True).check()
    window.until("saved")
    window.leave()
    again = world.enter()
    expect(again.sco.locator(".quiz")).to_have_attribute("data-phase", "open")
    assert len(again.sco.locator("input:checked").all()) == 2


def moved(world: World, days: int) -> None:
    """The clock is moved while the line is down; work and the session's time must not care."""
    window = world.begin()
    world.lms.line = "cut"
    window.page.clock.set_system_time(datetime.now(UTC) + timedelta(days=days))
    window.answer("q-p-check-2")
    window.until("unsaved")
    world.lms.line = "up"
    window.until("saved")
    window.page.clock.set_system_time(datetime.now(UTC) + timedelta(days=2 * days))
    window.save("q-p-test-1")
    window.leave()
    assert len(world.answers()) == 3
    stored = world.lms.of("ana")
    time = stored.get("cmi.core.session_time") or stored["cmi.session_time"]
    assert re.match(r"PT0*H|00:", time), time


@with_the_clock(
    "The device's clock is set back a day",
    sees="*Not saved yet* while the line is down, then *Saved*, as ever",
    work="All of it arrives; the time spent is measured rightly",
    formats=SCORM,
)
def test_clock_set_back(world: World) -> None:
    moved(world, -1)


@with_the_clock(
    "The device's clock is set forward a day",
    sees="*Not saved yet* while the line is down, then *Saved*, as ever. A timed test counts as over",
    work="All of it arrives; the time spent is measured rightly",
    formats=SCORM12,
)
def test_clock_set_forward(world: World) -> None:
    moved(world, 1)
