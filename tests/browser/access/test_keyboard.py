"""Journeys by keyboard alone: a whole lesson, every type of question, every panel."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.access.keys import Keys
from tests.support.browsing import until
from tests.support.item_states import ready

DONE = ("right", "not-quite", "noted")


@pytest.fixture
def page(browser: Browser, problems: list[str]) -> Iterator[Page]:
    """A phone with a keyboard, where the sticky bars take the most room; nothing glides."""
    page = browser.new_context(viewport={"width": 367, "height": 560}, reduced_motion="reduce").new_page()
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield page
    page.context.close()


def test_a_whole_lesson(page: Page, site: str, problems: list[str]) -> None:
    keys = Keys(page, problems)
    page.goto(f"{site}/course/index.html")
    expect(page.locator("#cw-prefs")).to_be_visible()
    titles = [page.title()]
    lesson = page.locator("main").get_attribute("data-lesson")
    while len(titles) < 12:
        if page.locator(".quiz").count():
            expect(page.locator(".quiz").first).to_have_attribute("data-live", "")
        for stop in keys.tab():
            if stop["next"]:
                break
            keys.use(stop)
        unanswered = page.locator(".q").evaluate_all(
            "(all, done) => all.filter(q => !done.includes(q.dataset.state)).length", DONE
        )
        assert unanswered == 0, f"{unanswered} questions of {page.title()} cannot be answered by keyboard"
        page.keyboard.press("Enter")
        until(page, "title => document.title !== title", titles[-1])
        here = keys.look("Enter on the link to the next page")
        assert here, f"{page.title()}: a turned page leaves the focus nowhere"
        assert page.evaluate("document.activeElement.matches('main, main h1')")
        assert page.evaluate("scrollY") == 0
        titles.append(page.title())
        if len(titles) > 3 and page.locator("main").get_attribute("data-lesson") != lesson:
            break
        lesson = page.locator("main").get_attribute("data-lesson")
    assert len(titles) >= 8
    assert len(set(titles)) == len(titles)


def test_every_type_of_question(page: Page, site: str, problems: list[str]) -> None:
    keys = Keys(page, problems)
    ready(page, f"{site}/en/practice/p-1.html")
    for stop in keys.tab():
        keys.use(stop)
    states = page.locator(".q").evaluate_all("all => Object.fromEntries(all.map(q => [q.id, q.dataset.state]))")
    assert {name: state for name, state in states.items() if state not in DONE} == {}
    count = sum(1 for _ in keys.tab("Shift+Tab"))
    assert count > 60


def test_a_test(page: Page, site: str, problems: list[str]) -> None:
    keys = Keys(page, problems)
    ready(page, f"{site}/en/test/p-1.html")
    go(keys, "start")
    assert keys.look("Start the test")
    for stop in keys.tab():
        if stop["act"] == "submit":
            break
        keys.use(stop)
    expect(page.locator(".quiz-count")).not_to_have_text("0 of")
    for name in ("submit", "finish"):
        go(keys, name)
        assert keys.look(name), f"after {name} the focus is nowhere"
    assert page.locator(".quiz").get_attribute("data-phase") == "review"
    assert sum(1 for _ in keys.tab()) > 10
    go(keys, "leave")
    assert keys.look("Take the test again")


def go(keys: Keys, name: str) -> None:
    """Tab to the button of this name and press it; without it in the rest of the page, from its beginning."""
    for _ in range(2):
        for stop in keys.tab():
            if stop["act"] == name:
                keys.press("Enter")
                return
    raise AssertionError(f"no way to {name}")


def test_panels_open_and_close_where_they_were_opened(page: Page, site: str, problems: list[str]) -> None:
    keys = Keys(page, problems)
    page.goto(f"{site}/course/p-entrepreneurs.html")
    expect(page.locator("#cw-prefs")).to_be_visible()
    openers = page.locator(".bar a:visible, .bar button:visible")
    assert openers.count() >= 2
    for opener in openers.all():
        opener.focus()
        name = opener.evaluate("each => each.id || each.className")
        page.keyboard.press("Enter")
        expect(page.locator("dialog[open]"), name).to_be_visible()
        stop = keys.look(f"Enter on {name}")
        assert stop
        assert stop["dialog"], f"{name}: the focus is not in the panel"
        inside = 0
        for _ in range(60):
            stop = keys.press("Tab")
            # Between its last control and its first the browser's own have the focus.
            inside += bool(stop and stop["dialog"])
            assert stop is None or stop["dialog"], f"{name}: Tab leads behind the panel, to {stop}"
        assert inside > 1
        page.keyboard.press("Escape")
        expect(page.locator("dialog[open]")).to_have_count(0)
        assert opener.evaluate("each => each === document.activeElement"), f"{name} does not get the focus back"


def test_skipping_to_the_text(page: Page, site: str, problems: list[str]) -> None:
    keys = Keys(page, problems)
    page.goto(f"{site}/course/p-entrepreneurs.html")
    stop = keys.press("Tab")
    assert stop
    assert "skip" in stop["name"]
    keys.press("Enter")
    after = keys.press("Tab")
    assert after
    assert page.evaluate("document.getElementById('main').contains(document.activeElement)")
