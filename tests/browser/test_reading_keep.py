"""A lesson on paper, and a lesson on the device."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.browser.conftest import Open, Serve, Visit
from tests.support.browsing import until, violations
from tests.support.reading import reading

BORDER = "/content/p-border.html"


def tools(visit: Visit) -> Locator:
    """The tools in the contents, opened."""
    visit.sco.locator(".bar-menu").click()
    found = visit.sco.locator(".tools")
    found.wait_for()
    return found


def watch_printing(visit: Visit) -> None:
    """Note what stands on the page when it is printed, instead of printing it."""
    visit.sco.evaluate(
        """() => { window.print = () => { window.printed = {
            titles: [...document.querySelectorAll("h1")].map(title => title.textContent),
            place: [...document.body.children].findIndex(each => each.matches("main")),
            ids: [...document.querySelectorAll("[id]")].map(each => each.id),
            styles: [...document.querySelectorAll(".sheet link")].every(each => each.sheet),
            pictures: [...document.querySelectorAll(".sheet img")].every(each => each.complete && each.naturalWidth),
            feedback: [...document.querySelectorAll(".say")].some(each => !each.hidden),
            dialogs: document.querySelectorAll("dialog[open]").length };
            dispatchEvent(new Event("afterprint")); } }"""
    )


def test_a_page_is_printed_as_it_stands(serving: Serve, enter: Open) -> None:
    visit = enter(serving(reading()), page=BORDER)
    watch_printing(visit)
    tools(visit).get_by_role("button", name="Print this page").click()
    until(visit.sco, "!!window.printed")
    assert visit.sco.evaluate("printed.titles") == ["Tariffs at the border"]
    assert visit.sco.evaluate("printed.dialogs") == 0
    assert visit.problems == []


def test_a_lesson_is_printed_as_one(serving: Serve, enter: Open) -> None:
    visit = enter(serving(reading()), page=BORDER)
    field = visit.sco.locator("#q-own textarea")
    field.fill("My own words")
    watch_printing(visit)
    found = tools(visit)
    assert not violations(visit.sco)
    found.get_by_role("button", name="Print this lesson").click()
    until(visit.sco, "!!window.printed")
    printed = visit.sco.evaluate("printed")
    assert printed["titles"] == ["Page", "Tariffs at the border", "Choices of your own"]
    assert len(set(printed["ids"])) == len(printed["ids"])
    assert (printed["styles"], printed["pictures"], printed["feedback"]) == (True, True, False)
    # Back as it was.
    expect(visit.sco.locator(".sheet")).to_have_count(0)
    expect(visit.sco.locator("main")).to_have_count(1)
    expect(field).to_have_value("My own words")
    visit.sco.locator("a[rel=next]").click()
    visit.shows("Choices of your own")
    assert visit.problems == []


def test_other_pages_of_a_lesson_are_for_paper_alone(serving: Serve, enter: Open) -> None:
    visit = enter(serving(reading()), page=BORDER)
    visit.sco.evaluate("() => { window.print = () => { window.printed = 1 } }")
    tools(visit).get_by_role("button", name="Print this lesson").click()
    until(visit.sco, "!!window.printed")
    sheet = visit.sco.locator("div.sheet").first
    expect(sheet).to_be_hidden()
    visit.page.emulate_media(media="print")
    expect(sheet).to_be_visible()
    expect(visit.sco.locator(".bar")).to_be_hidden()
    expect(visit.sco.locator(".turn").first).to_be_hidden()
    expect(visit.sco.locator("main")).to_have_css("break-before", "page")


def test_a_lesson_that_does_not_come_is_not_printed(serving: Serve, enter: Open) -> None:
    visit = enter(serving(reading()), page="/content/p-last.html")
    visit.sco.evaluate("cw.go('p-border.html')")
    visit.shows("Tariffs at the border")
    watch_printing(visit)
    found = tools(visit)
    visit.lms.line = "cut"
    found.get_by_role("button", name="Print this lesson").click()
    expect(found.get_by_role("status")).to_contain_text("could not be loaded")
    assert not visit.sco.evaluate("'printed' in window")


def keep(visit: Visit) -> None:
    """Keep the lesson of the page that is open, and close the contents."""
    found = tools(visit)
    button = found.get_by_role("button", name=re.compile(r"^Keep this lesson on this device \(0\.1\sMB\)$"))
    button.focus()
    visit.page.keyboard.press("Enter")
    expect(found.get_by_role("status")).to_contain_text("is kept on this device")
    expect(button).to_be_hidden()
    assert not violations(visit.sco)
    visit.page.keyboard.press("Escape")


def test_a_kept_lesson_opens_on_a_dead_line(serving: Serve, enter: Open) -> None:
    visit = enter(serving(reading()), page=BORDER)
    keep(visit)
    until(visit.sco, "!!navigator.serviceWorker.controller")
    visit.lms.line = "cut"
    # A whole load of a page that was never opened, with its picture.
    visit.sco.evaluate("() => { location.href = 'p-choices.html' }")
    visit.shows("Choices of your own")
    picture = visit.sco.locator("main img")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert visit.sco.evaluate("document.querySelector('main img').naturalWidth") > 0
    expect(visit.sco.locator("#q-vote [data-do=check]")).to_be_visible()
    # Only this lesson: another's page is not there.
    assert visit.sco.evaluate("fetch('p-last.html').then(() => 'answered', () => 'none')") == "none"
    # What confirms a save is never kept.
    assert visit.sco.evaluate("fetch('cw/ping.txt?1').then(() => 'answered', () => 'none')") == "none"


def test_the_network_comes_first(serving: Serve, enter: Open) -> None:
    files = dict(reading())
    visit = enter(serving(files), page=BORDER)
    keep(visit)
    until(visit.sco, "!!navigator.serviceWorker.controller")
    files["p-choices.html"] = files["p-choices.html"].replace(b"Choices of your own", b"Changed since")
    assert "Changed since" in visit.sco.evaluate("fetch('p-choices.html').then(answer => answer.text())")
    visit.lms.line = "cut"
    assert "Choices of your own" in visit.sco.evaluate("fetch('p-choices.html').then(answer => answer.text())")


def test_saved_is_not_said_on_a_dead_line(serving: Serve, enter: Open) -> None:
    visit = enter(serving(reading()), page=BORDER)
    keep(visit)
    until(visit.sco, "!!navigator.serviceWorker.controller")
    visit.answer("q-own")
    visit.settled("saved")
    visit.lms.line = "cut"
    visit.answer("q-lorry")
    visit.pass_time(12)
    visit.settled("unsaved")


def test_what_was_kept_can_be_removed(serving: Serve, enter: Open) -> None:
    visit = enter(serving(reading()), page=BORDER)
    visit.sco.evaluate("caches.open('cw|c|en|0-00000000|l-one')")
    visit.sco.evaluate("caches.open('cw|other|en|0-00000000|l-one')")
    keep(visit)
    # An older release of this course is gone, another course is left alone.
    names = visit.sco.evaluate("caches.keys()")
    assert len(names) == 2
    assert "cw|other|en|0-00000000|l-one" in names
    visit.sco.evaluate("cw.go('p-choices.html')")
    visit.shows("Choices of your own")
    found = tools(visit)
    found.get_by_role("button", name="Remove this lesson").click()
    expect(found.get_by_role("button", name="Keep this lesson")).to_be_visible()
    assert len(visit.sco.evaluate("caches.keys()")) == 1


def test_a_lesson_that_cannot_be_kept(serving: Serve, enter: Open) -> None:
    visit = enter(serving({**reading(), "media/house.svg": None}), page=BORDER)
    found = tools(visit)
    found.get_by_role("button", name="Keep this lesson").click()
    expect(found.get_by_role("status")).to_contain_text("could not keep")
    expect(found.get_by_role("button", name="Keep this lesson")).to_be_enabled()
    assert visit.sco.evaluate("caches.keys()") == []


def test_where_nothing_can_be_kept_nothing_is_offered(serving: Serve, enter: Open) -> None:
    visit = enter(serving(reading()), page=BORDER)
    visit.sco.evaluate("() => { caches.keys = () => Promise.reject(new DOMException('', 'SecurityError')) }")
    found = tools(visit)
    visit.page.wait_for_timeout(300)
    expect(found.get_by_role("button")).to_have_text(["Print this page", "Print this lesson"])
    assert visit.problems == []
