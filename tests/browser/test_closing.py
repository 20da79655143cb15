"""The closing page: how a course ended, what is missing, before and now, the record; and the way back to pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.model.course import Page as CoursePage
from builder.model.package import Package
from builder.model.quiz import Quiz
from builder.render.site import render_site
from tests.browser.conftest import Open as Visits
from tests.browser.conftest import Serve
from tests.support import question_samples as samples
from tests.support.browsing import too_wide, violations
from tests.support.taking import Open, do, pick, reload, result_page, submit, taking

OBJECTIVES = ("O1", "O1", "O2")
"""Of the three questions of each test here."""


@pytest.fixture
def opens(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a package in a browser of its own."""
    with taking(browser, tmp_path) as enter:
        yield enter


def course(*pages: CoursePage, name: str = "c", **more: object) -> Package:
    given = {"title": "Trade and gender", "code": "TG-101", "edition": "November 2026", "minutes": 240, **more}
    made = replace(samples.course(*pages), **given)
    return Package(name, made.title, made, made.lessons)


def text(id: str, objective: str) -> CoursePage:
    page = samples.page(
        samples.quiz(f"{id}-quiz", "practice", (samples.single(f"{id}-q"),)), id, objectives=(objective,)
    )
    return replace(page, title=f"About {objective}")


def test(prefix: str, parallel: str = "", **rules: object) -> Quiz:
    """A test of three questions; with ``parallel`` each has its counterpart in the test of that prefix."""
    questions = (
        samples.single(f"{prefix}{n}", objective=each, title=f"{prefix} {n}") for n, each in enumerate(OBJECTIVES)
    )
    pairs = (replace(each, parallel=each.id.replace(prefix, parallel) if parallel else "") for each in questions)
    return samples.quiz(f"test-{prefix}", "test", tuple(pairs), **rules)


test.__test__ = False  # type: ignore[attr-defined] - a test of the course, not of pytest


def final(**rules: object) -> CoursePage:
    page = samples.page(test("f", **{"pass_mark": 60, "attempts": 3, **rules}), "p-final")
    return replace(page, title="Final test")


def take(page: Page, prefix: str, right: int) -> None:
    """Answer the first ``right`` of three questions rightly, the others wrongly, and hand in."""
    do(page, "start")
    for number in range(len(OBJECTIVES)):
        pick(page, f"{prefix}{number}", 0 if number < right else 1)
    submit(page)
    expect(page.locator(".quiz-end")).to_be_visible()


def status(page: Page) -> str:
    return page.locator(".result-status:visible").inner_text()


def test_before_the_test_it_says_what_is_missing(opens: Open) -> None:
    page = opens(course(text("p-1", "O1"), final()))
    result_page(page)
    assert status(page) == "Not completed yet."
    expect(page.locator(".missing li:visible")).to_have_text(["A lesson: Final test pass mark 60%"])
    expect(page.locator(".record, #cw-objectives")).to_have_count(2)
    expect(page.locator(".record:visible, #cw-objectives:visible")).to_have_count(0)
    assert not violations(page)
    page.locator(".missing a").first.click()
    expect(page.locator("h1")).to_have_text("Final test")


def test_below_the_pass_mark_it_says_how_many_attempts_are_left(opens: Open) -> None:
    page = opens(course(text("p-1", "O1"), text("p-2", "O2"), final()), at="p-final", width=367)
    take(page, "f", 1)
    result_page(page)
    assert status(page) == "Not passed yet. Attempts left: 2"
    expect(page.locator(".result-line")).to_contain_text(
        "33.3% The pass mark is 60%: not reached yet.", use_inner_text=True
    )
    rows = page.locator("#cw-objectives tr")
    expect(rows.nth(0).locator("td")).to_have_text("50%\nNot yet achieved", use_inner_text=True)
    expect(rows.nth(0).locator("a:visible")).to_have_text("About O1")
    expect(rows.nth(1).locator("td")).to_have_text("0%\nNot yet achieved", use_inner_text=True)
    expect(page.locator(".missing li:visible")).to_have_count(1)
    assert not violations(page)
    assert not too_wide(page)


def test_with_all_attempts_used_it_says_so(opens: Open) -> None:
    page = opens(course(text("p-1", "O1"), final(attempts=1)), at="p-final")
    take(page, "f", 0)
    result_page(page)
    assert status(page) == "Not passed: all attempts are used."
    expect(page.locator(".record")).to_be_hidden()


def test_once_passed_there_is_a_record_to_print(opens: Open) -> None:
    page = opens(course(text("p-1", "O1"), text("p-2", "O2"), final()), at="p-final")
    take(page, "f", 2)
    result_page(page)
    assert status(page) == "You have passed."
    expect(page.locator(".missing")).to_be_hidden()
    record = page.locator(".record")
    today = page.evaluate("new Date().toLocaleDateString('en', {dateStyle: 'long'})")
    for words in (
        "TG-101",
        "Trade and gender",
        "November 2026",
        "4 h",
        "Passed",
        "66.7%",
        today,
        "It is not a certificate.",
    ):
        expect(record).to_contain_text(words)
    expect(record.locator("li:visible")).to_have_text("Objective O1")
    assert not violations(page)
    page.evaluate("window.print = () => { window.printed = document.querySelector('main').className; }")
    record.locator("button").click()
    assert page.evaluate("printed") == "record-only"
    page.emulate_media(media="print")
    seen = page.locator("main > *:visible").evaluate_all("each => each.map(one => one.className)")
    assert seen == ["record"]
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("main > *:visible").first).to_contain_text("Your result")


def test_a_course_without_a_test_is_completed_by_reading(opens: Open) -> None:
    page = opens(course(text("p-1", "O1"), text("p-2", "O2")))
    address = page.url
    result_page(page)
    assert status(page) == "Not completed yet."
    expect(page.locator(".missing li:visible")).to_have_text(["About O2 not opened yet"])
    page.goto(address)
    for _ in range(2):
        page.locator('.turn [rel="next"]').click()
        page.wait_for_timeout(100)
    expect(page.locator("h1")).to_have_text("End of the course")
    expect(page.locator(".result-status:visible")).to_have_text("Course completed.")
    expect(page.locator(".record")).to_contain_text("Completed")
    expect(page.locator("script[src='cw/quiz.js']")).to_have_count(1)
    assert not violations(page)


def test_completion_may_ask_for_pages_and_quizzes_too(opens: Open) -> None:
    quiz = samples.page(samples.quiz("quiz-1", "quiz", (samples.single("q-1"),), pass_mark=60), "p-quiz")
    page = opens(course(text("p-1", "O1"), quiz, final(), complete_pages=True, complete_quizzes=True), at="p-final")
    take(page, "f", 3)
    result_page(page)
    assert status(page) == "Not completed yet."
    expect(page.locator(".missing li:visible")).to_have_text(
        ["About O1 not opened yet", "A lesson: Page p-quiz pass mark 60%"]
    )


def test_wrong_answers_lead_back_to_pages(opens: Open) -> None:
    pages = (text("p-1", "O1"), text("p-2", "O1"), text("p-3", "O1"), text("p-4", "O2"))
    page = opens(course(*pages, final()), at="p-final")
    take(page, "f", 1)
    expect(page.locator("#f0 .q-see")).to_be_hidden()
    expect(page.locator("#f1 .q-see")).to_have_text("Read again: About O1 · About O1")
    expect(page.locator("#f2 .q-see")).to_have_text("Read again: About O2")
    expect(page.locator(".quiz-look li").nth(1)).to_contain_text("Read again: About O2")
    page.locator("#f2 .q-see a").click()
    expect(page.locator("h1")).to_have_text("About O2")


def test_the_author_may_name_the_page_to_read_again(opens: Open) -> None:
    question = replace(samples.single("q-1"), see="p-2")
    quiz = samples.page(samples.quiz("quiz-1", "quiz", (question,)), "p-quiz")
    page = opens(course(text("p-1", "O1"), text("p-2", "O2"), quiz), at="p-quiz")
    see = page.locator("#q-1 .q-see")
    expect(see).to_be_hidden()
    pick(page, "q-1", 1)
    do(page, "check")
    expect(see).to_have_text("Read again: About O2")
    do(page, "again")
    expect(see).to_be_hidden()
    pick(page, "q-1", 0)
    do(page, "check")
    expect(see).to_be_hidden()


@pytest.mark.parametrize("named_by", ["before", "after"])
def test_a_diagnostic_of_the_same_course_is_compared(opens: Open, named_by: str) -> None:
    before = samples.page(test("b", "f" if named_by == "before" else "", weight=0, attempts=1), "p-before")
    after = samples.page(test("f", "b" if named_by == "after" else "", pass_mark=60), "p-final")
    made = course(before, text("p-1", "O1"), after)
    page = opens(made)
    take(page, "b", 1)
    result_page(page)
    expect(page.locator(".compare")).to_be_hidden()
    page = opens(made, at="p-final", beside=page)
    take(page, "f", 3)
    result_page(page)
    expect(page.locator(".compare > .gain")).to_have_text("Before: 1 of 3. Now: 3 of 3.")
    expect(page.locator("tr .gain")).to_have_text(["Before: 1 of 2. Now: 2 of 2.", "Before: 0 of 1. Now: 1 of 1."])
    expect(page.locator(".compare-device")).to_be_hidden()
    assert not violations(page)


@pytest.mark.parametrize("named_by", ["before", "after"])
def test_a_diagnostic_of_another_course_is_compared_on_this_device(opens: Open, named_by: str) -> None:
    before = test("b", "f" if named_by == "before" else "")
    after = test("f", "b" if named_by == "after" else "", pass_mark=60)
    first = course(samples.page(before), name="start", programme="p", id="start")
    second = course(samples.page(after), name="c", programme="p")
    page = opens(first)
    take(page, "b", 1)
    page.clock.fast_forward("01:00:00")
    later = opens(second, beside=page)
    later.clock.fast_forward("01:00:00")
    take(later, "f", 2)
    result_page(later)
    expect(later.locator(".compare > .gain")).to_have_text("Before: 1 of 3. Now: 2 of 3.")
    expect(later.locator(".compare-device")).to_be_visible()
    result_page(page)
    expect(page.locator(".compare")).to_be_hidden()


@pytest.mark.parametrize("kept", ["{", "7", "null", '[{"a": 1}]', '{"a1b2c3": null}', '{"a1b2c3": ["", "x", 7]}'])
def test_what_stands_on_the_device_cannot_break_the_page(opens: Open, kept: str) -> None:
    page = opens(course(samples.page(test("f", "b")), programme="p"))
    page.evaluate("text => cw.local.set('tests', text, 'programme p')", kept)
    take(page, "f", 2)
    result_page(page)
    expect(page.locator(".compare")).to_be_hidden()
    assert status(page) == "Course completed."


def test_nothing_of_another_learner_is_compared_and_the_name_is_the_lms_s(serving: Serve, enter: Visits) -> None:
    first = course(samples.page(test("b")), name="start", id="start", programme="p")
    second = course(samples.page(test("f", "b", pass_mark=60)), programme="p")
    sites = [
        {entry.path: entry.data for entry in render_site(each, lms="scorm12", state_limit=4096)[0]}
        for each in (first, second)
    ]
    lms = serving(sites[0])
    for learner, prefix, site in (("ana", "b", 0), ("bea", "f", 1), ("ana", "f", 1)):
        lms.content = sites[site]
        lms.of(learner).clear()
        visit = enter(lms, learner)
        frame = visit.page.frame_locator("#sco")
        frame.locator('[data-do="start"]').click()
        for number in range(len(OBJECTIVES)):
            frame.locator(f'label[for="{prefix}{number}-0"]').click()
        frame.locator('[data-do="submit"]').click()
        frame.locator('[data-do="finish"]').first.click()
        visit.pass_time(60)
        visit.settled("saved")
        if prefix == "f":
            visit.sco.locator('.quiz-end a[href="result.html"]').click()
            expect(visit.sco.locator(".record [data-fill=name]")).to_have_text(f"{learner.title()} Family")
            shown = visit.sco.locator(".compare")
            if learner == "ana":
                expect(shown).to_contain_text("Before: 3 of 3. Now: 3 of 3.")
            else:
                expect(shown).to_be_hidden()
        visit.leave()


def test_a_reload_of_the_closing_page_shows_the_same(opens: Open) -> None:
    page = opens(course(final()))
    take(page, "f", 3)
    reload(page)
    result_page(page)
    before = page.locator("main").inner_text()
    page.reload()
    expect(page.locator(".result-wait")).to_be_hidden()
    assert page.locator("main").inner_text() == before
