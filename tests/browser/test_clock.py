"""The clock of a test: over a reload and a sleep, extended, not extended, and set wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.model.package import Package
from tests.support import question_samples as samples
from tests.support.browsing import too_wide, violations
from tests.support.taking import Open, do, pick, reload, submit, taking

pytestmark = pytest.mark.browser


@pytest.fixture
def enter(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a package in a browser of its own."""
    with taking(browser, tmp_path) as enter:
        yield enter


def exam(**rules: object) -> Package:
    return samples.package(samples.page(samples.exam(**rules)), banks=(samples.bank(8),))


def begun(enter: Open, **more: int) -> Page:
    """A test of twenty minutes with extensions of ten, one question answered."""
    page = enter(exam(minutes=20, extend=10), **more)
    do(page, "start")
    pick(page, "q-multiple", 1)
    return page


def shows(page: Page, minutes: int) -> None:
    """Minutes left, begun or whole: the seconds pass as long as the test runs."""
    expect(page.locator(".quiz-clock")).to_have_text(re.compile(f"^({minutes}:|{minutes + 1}:00)"))


def said(page: Page, words: str) -> None:
    expect(page.locator("body > .vh")).to_have_text(words)


def test_a_learner_is_told_before_that_time_can_be_added(enter: Open) -> None:
    page = enter(exam(minutes=20, extend=10))
    expect(page.locator(".quiz-start")).to_contain_text("you can add 10 minutes as often as you like")
    expect(page.locator(".quiz-start")).not_to_contain_text("cannot be extended")


def test_a_learner_is_told_before_that_the_time_counts(enter: Open) -> None:
    page = enter(exam(minutes=20))
    expect(page.locator(".quiz-start")).to_contain_text("cannot be extended")


def test_five_minutes_and_one_minute_before_the_end_are_said(enter: Open) -> None:
    page = begun(enter)
    warning = page.locator(".quiz-warn")
    expect(warning).to_be_hidden()
    page.clock.fast_forward("15:01")
    shows(page, 4)
    expect(warning).to_have_text("Minutes left: 5.10 more minutes")
    page.clock.run_for(200)
    said(page, "Minutes left: 5. 10 more minutes")
    assert not violations(page)
    page.clock.fast_forward("04:00")
    expect(warning).to_contain_text("Minutes left: 1.")
    page.clock.run_for(200)
    said(page, "Minutes left: 1. 10 more minutes")


def test_time_is_added_by_keyboard_again_and_again(enter: Open) -> None:
    page = begun(enter)
    more = page.locator(".quiz-warn button")
    page.clock.fast_forward("15:01")
    more.focus()
    for _ in range(2):
        page.keyboard.press("Enter")
        shows(page, 14)
        page.clock.fast_forward("05:00")
        page.clock.fast_forward("05:00")
    # Never more than the whole time, however often it is pressed.
    for _ in range(3):
        page.keyboard.press("Enter")
    shows(page, 19)
    expect(more).to_be_focused()
    page.locator("#q-multiple-0").focus()
    page.clock.fast_forward(1000)
    expect(more).to_be_hidden()
    reload(page)
    shows(page, 19)


def test_when_the_time_is_up_the_learner_decides(enter: Open) -> None:
    page = begun(enter, width=320)
    page.clock.fast_forward("20:01")
    over = page.locator(".quiz-over")
    expect(over).to_contain_text("Time is up")
    expect(over).to_be_focused()
    expect(page.locator(".units")).to_be_hidden()
    assert not violations(page)
    assert not too_wide(page)
    do(page, "more")
    shows(page, 9)
    expect(page.locator("#q-multiple-1")).to_be_checked()
    page.clock.fast_forward("10:01")
    do(page, "finish")
    expect(page.locator(".result-line")).to_contain_text("%")
    expect(page.locator(".quiz-late")).to_be_hidden()


@pytest.mark.parametrize("asleep", [False, True])
def test_after_a_reload_or_a_sleep_the_learner_is_asked_too(enter: Open, *, asleep: bool) -> None:
    page = begun(enter)
    if not asleep:
        page.goto("about:blank")
    page.clock.fast_forward(3 * 3600 * 1000)
    if not asleep:
        page.go_back()
    expect(page.locator(".quiz-over")).to_be_visible()
    do(page, "more")
    shows(page, 9)
    expect(page.locator("#q-multiple-1")).to_be_checked()


def test_what_is_being_typed_when_the_time_is_up_is_kept(enter: Open) -> None:
    test = samples.quiz("t", "test", (samples.short(),), minutes=10, extend=5)
    page = enter(samples.package(samples.page(test)))
    do(page, "start")
    page.locator("#q-short-in").press_sequentially("Geneva")
    page.clock.fast_forward("10:01")
    expect(page.locator(".quiz-over")).to_be_visible()
    reload(page)
    expect(page.locator(".quiz-over")).to_be_visible()
    do(page, "more")
    expect(page.locator("#q-short-in")).to_have_value("Geneva")


def test_a_test_whose_time_counts_is_handed_in_and_says_why(enter: Open) -> None:
    page = enter(exam(minutes=20))
    do(page, "start")
    page.clock.fast_forward("19:01")
    expect(page.locator(".quiz-warn")).to_have_text("Minutes left: 1.")
    page.clock.fast_forward("01:00")
    expect(page.locator(".quiz-late")).to_have_text("The time is over. Your answers were submitted as they stood.")
    page.clock.run_for(200)
    said(page, "The time is over. Your answers were submitted as they stood.")


def test_no_more_time_is_offered_than_the_test_has(enter: Open) -> None:
    page = enter(exam(minutes=6, extend=5))
    do(page, "start")
    page.clock.fast_forward("03:00")
    expect(page.locator(".quiz-warn button")).to_be_hidden()
    page.clock.fast_forward("02:01")
    do(page, "more")
    shows(page, 5)


@pytest.mark.parametrize("days", [-1, 1])
def test_a_clock_that_is_moved_gives_no_absurd_time(enter: Open, days: int) -> None:
    page = begun(enter)
    now = page.evaluate("Date.now() / 1000")
    page.clock.set_system_time(now + days * 86_400)
    page.clock.fast_forward(2000)
    if days > 0:
        expect(page.locator(".quiz-over")).to_be_visible()
        do(page, "more")
        shows(page, 9)
    else:
        shows(page, 19)
    submit(page)
    expect(page.locator(".result-line")).to_contain_text("%")


def test_waiting_counts_from_now_where_the_clock_was_ahead(enter: Open) -> None:
    page = enter(exam(wait=3600))
    now = page.evaluate("Date.now() / 1000")
    page.clock.set_system_time(now + 86_400)
    do(page, "start")
    submit(page)
    page.clock.set_system_time(now)
    reload(page)
    soon = "new Date(Date.now() + 3600000).toLocaleString('en', {dateStyle: 'long', timeStyle: 'short'})"
    assert page.evaluate(soon) in page.locator(".quiz-note").inner_text()
