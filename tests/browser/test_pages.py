"""The package without an LMS, from disk, and what stands around the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Serve
from tests.support.lms.server import Lms
from tests.support.packages import packaged


def on_disk(folder: Path, target: str) -> str:
    for name, data in packaged(target).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return (folder / "index.html").as_uri()


@pytest.mark.parametrize("target", ["scorm12", "web"])
def test_from_disk_pages_turn_and_the_place_is_kept(page: Page, tmp_path: Path, target: str) -> None:
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    start = on_disk(tmp_path, target)
    page.goto(start)
    page.locator("a[rel=next]").click()
    expect(page.locator("main h1")).to_have_text("Page one")
    page.locator("a[rel=next]").click()
    expect(page.locator("main h1")).to_have_text("Page two")
    page.locator("a[rel=prev]").click()
    expect(page.locator("main h1")).to_have_text("Page one")
    page.locator("a[rel=next]").click()
    page.locator("a[rel=next]").click()
    expect(page.locator("main h1")).to_have_text("Page three")
    assert page.locator("#cw-progress").evaluate("line => line.value") == 3
    page.evaluate("cw.answered('00000a', {fp: 1, result: 60, bits: '1'})")
    expect(page.locator("#cw-save")).to_have_text("On this device")
    page.evaluate("sessionStorage.clear()")
    page.goto(start)
    expect(page.locator("main h1")).to_have_text("Page three")
    assert page.evaluate("cw.state.answers.size") == 1
    assert problems == []


def test_the_web_edition_works_without_scripts(browser, serving: Serve) -> None:
    lms = serving(packaged("web"))
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{lms.url}/content/index.html")
    page.locator("a[rel=next]").click()
    expect(page.locator("main h1")).to_have_text("Page one")
    page.locator("a[rel=next]").click()
    expect(page.locator("main h1")).to_have_text("Page two")
    page.locator(".bar-menu").click()
    page.locator(".toc a", has_text="Page five").click()
    expect(page.locator("main h1")).to_have_text("Page five")


def test_contents_stand_beside_the_page(lms: Lms, enter: Open) -> None:
    visit = enter(lms)
    visit.sco.locator("a[rel=next]").click()
    visit.shows("Page two")
    visit.sco.locator(".bar-menu").click()
    panel = visit.sco.locator("dialog.panel")
    expect(panel).to_be_visible()
    expect(panel.locator("[aria-current=page]")).to_have_text("Page two (opened)")
    assert panel.locator("a[data-seen]").count() == 2
    visit.sco.press("body", "Escape")
    expect(panel).to_have_count(0)
    assert visit.sco.evaluate("document.activeElement.className") == "bar-menu"
    visit.sco.locator(".bar-menu").click()
    panel.locator("a", has_text="Page five").click()
    visit.shows("Page five")
    expect(panel).to_have_count(0)
    assert visit.problems == []


def test_the_look_is_kept_on_the_device(lms: Lms, enter: Open) -> None:
    visit = enter(lms)
    visit.sco.locator("#cw-prefs").click()
    visit.sco.get_by_label("Very large").check()
    visit.sco.get_by_label("Dark").check()
    assert (
        visit.sco.evaluate("({...document.documentElement.dataset})").items() >= {"size": "2", "theme": "dark"}.items()
    )
    visit.sco.get_by_role("button", name="Close").click()
    visit.leave()
    again = enter(lms)
    assert again.sco.evaluate("document.documentElement.dataset.size") == "2"
    again.sco.locator("#cw-prefs").click()
    again.sco.get_by_label("Normal").check()
    again.sco.get_by_label("As on the device").check()
    assert (
        again.sco.evaluate("'size' in document.documentElement.dataset || 'theme' in document.documentElement.dataset")
        is False
    )
    assert again.problems == []


def test_a_page_that_cannot_be_loaded_leaves_the_learner_where_he_is(lms: Lms, enter: Open) -> None:
    visit = enter(lms)
    visit.pass_time(2)
    visit.page.wait_for_timeout(500)
    lms.line = "cut"
    visit.sco.locator("a[rel=next]").click()
    visit.shows("Page two")
    visit.sco.locator("a[rel=next]").click()
    visit.shows("Page three")
    visit.sco.locator("a[rel=next]").click()
    expect(visit.sco.locator(".notice")).to_contain_text("could not be loaded")
    visit.shows("Page three")
    lms.line = "up"
    visit.sco.locator("a[rel=next]").click()
    visit.shows("Check")


def test_the_next_two_pages_are_fetched_ahead(lms: Lms, enter: Open) -> None:
    visit = enter(lms)
    first = [path.removeprefix("/content/") for path in lms.requests if path.startswith("/content/")][:4]
    assert first[0] == "p-one.html"
    assert {*first[1:]} == {"cw/theme.css", "cw/text.css", "cw/player.js"}
    visit.pass_time(2)
    visit.page.wait_for_timeout(500)
    assert [path for path in lms.requests if path.startswith("/content/p-")] == [
        "/content/p-one.html",
        "/content/p-two.html",
        "/content/p-three.html",
    ]


def test_questions_are_loaded_when_a_page_has_them(lms: Lms, enter: Open) -> None:
    visit = enter(lms)
    assert visit.sco.evaluate("!!cw.parts.quiz") is False
    visit.sco.evaluate("cw.go('p-check.html')")
    visit.shows("Check")
    expect(visit.sco.locator("script[src='cw/quiz.js']")).to_have_count(1)
    visit.page.wait_for_timeout(300)
    assert visit.sco.evaluate("!!cw.parts.quiz") is True
    assert visit.problems == []
