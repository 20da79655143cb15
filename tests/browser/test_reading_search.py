"""The search in the course, and what a term means."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Open, Serve, Visit
from tests.support.browsing import too_wide, violations
from tests.support.reading import reading


def looking(serving: Serve, enter: Open, language: str = "en") -> Visit:
    """A learner on the page of borders with the contents open."""
    visit = enter(serving(reading(language)), page="/content/p-border.html")
    visit.sco.locator(".bar-menu").click()
    visit.sco.locator(".find").wait_for()
    return visit


def search(visit: Visit, words: str, count: int) -> list[str]:
    """Type ``words``; the titles found."""
    visit.sco.locator("#cw-find").fill(words)
    visit.pass_time(1)
    expect(visit.sco.locator(".find [role=status]")).to_have_text(f"Pages found: {count}")
    return visit.sco.locator(".find li b").all_inner_texts()


def test_results_as_one_types(serving: Serve, enter: Open) -> None:
    visit = looking(serving, enter)
    assert not any("index.js" in path for path in visit.lms.requests)
    assert search(visit, "household", 1) == ["Tariffs at the border"]
    found = visit.sco.locator(".find li")
    expect(found.locator("span")).to_contain_text("The household pays the duty last.")
    expect(found.locator("span mark")).to_have_text("household")
    expect(found.locator("span")).not_to_contain_text("JavaScript")
    # Beginnings of words, in any order.
    assert search(visit, "PAYS hous", 1) == ["Tariffs at the border"]
    # In titles first, then in headings, then in the text.
    assert search(visit, "page", 3)[:2] == ["Page", "The last page"]
    expect(visit.sco.locator(".find li b mark").first).to_have_text("Page")
    assert search(visit, "usehold", 0) == []
    assert search(visit, "secretquestion", 0) == []
    assert search(visit, "rightfeedback", 0) == []
    visit.sco.locator("#cw-find").fill("")
    visit.pass_time(1)
    expect(visit.sco.locator(".find [role=status]")).to_have_text("")
    expect(visit.sco.locator(".toc > ol")).to_be_visible()
    assert visit.problems == []


def test_by_keyboard_to_the_heading_that_was_found(serving: Serve, enter: Open) -> None:
    visit = looking(serving, enter)
    visit.sco.evaluate("cw.go('p-last.html')")
    visit.shows("The last page")
    visit.sco.locator(".bar-menu").press("Enter")
    visit.sco.locator("#cw-find").focus()
    visit.page.keyboard.type("duty")
    visit.pass_time(1)
    expect(visit.sco.locator(".find li")).to_have_count(1)
    assert not violations(visit.sco)
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Enter")
    visit.shows("Tariffs at the border")
    expect(visit.sco.locator("#who")).to_be_focused()
    expect(visit.sco.locator("dialog")).to_have_count(0)
    assert visit.problems == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ["impot menage", "ŒUVRES", "frontiere", "egalite"]),
        ("es", ["ciguena", "CONTRIBUCIÓN hogar", "quien paga"]),
        # Without tashkeel and tatweel, with and without prefixes.
        ("ar", ["الاسرة", "الأُسْرَة", "النهاية", "تعريفات", "رسوم"]),
    ],
)
def test_in_other_languages(serving: Serve, enter: Open, language: str, words: list[str]) -> None:
    visit = looking(serving, enter, language)
    for each in words:
        visit.sco.locator("#cw-find").fill(each)
        visit.pass_time(1)
        expect(visit.sco.locator(".find li a[href*=p-border]"), each).to_have_count(1)
        expect(visit.sco.locator(".find li mark").first).to_be_visible()
    assert not violations(visit.sco)
    assert visit.problems == []


def test_the_index_does_not_come(serving: Serve, enter: Open) -> None:
    visit = looking(serving, enter)
    visit.lms.line = "cut"
    visit.sco.locator("#cw-find").fill("household")
    visit.pass_time(1)
    expect(visit.sco.locator(".find [role=status]")).to_contain_text("could not be loaded")
    visit.lms.line = "up"
    assert search(visit, "household ", 1) == ["Tariffs at the border"]


def test_from_disk_the_page_of_contents_searches(page: Page, tmp_path) -> None:
    for name, data in reading(target="web").items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    page.goto((tmp_path / "contents.html").as_uri())
    page.locator("#cw-find").fill("household")
    expect(page.locator(".find li")).to_have_count(1)
    page.locator(".find li a").click()
    expect(page.locator("main h1")).to_have_text("Tariffs at the border")


@pytest.mark.parametrize("width", [650, 320])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_term_is_explained_beside_it(serving: Serve, enter: Open, language: str, width: int) -> None:
    visit = enter(serving(reading(language)), page="/content/p-border.html")
    visit.page.set_viewport_size({"width": width, "height": 700})
    term = visit.sco.locator("a.term")
    term.press("Enter")
    popup = visit.sco.locator("dialog.popup")
    expect(popup).to_be_focused()
    expect(popup).to_contain_text({"en": "Asking who gains", "ar": "السؤال عمن يربح"}[language])
    assert visit.sco.evaluate("location.pathname").endswith("p-border.html")
    box, line = popup.bounding_box(), term.bounding_box()
    assert box
    assert line
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert 0 <= box["y"] - (line["y"] + line["height"]) < 40
    assert not too_wide(visit.sco)
    assert not violations(visit.sco)
    visit.page.keyboard.press("Escape")
    expect(popup).to_have_count(0)
    expect(term).to_be_focused()
    term.click()
    popup.get_by_role("button").click()
    expect(popup).to_have_count(0)
    expect(term).to_be_focused()
    term.click()
    expect(popup).to_be_visible()
    visit.sco.locator("main h1").click()
    expect(popup).to_have_count(0)
    term.click()
    popup.locator("a").click()
    expect(visit.sco.locator("#gender-lens")).to_be_focused()
    assert visit.problems == []


def test_tab_leads_on_from_an_explained_term(serving: Serve, enter: Open) -> None:
    visit = enter(serving(reading()), page="/content/p-border.html")
    visit.sco.locator("a.term").click()
    expect(visit.sco.locator("dialog.popup")).to_be_focused()
    for _ in range(3):
        visit.page.keyboard.press("Tab")
    expect(visit.sco.locator("dialog.popup")).to_have_count(0)
    expect(visit.sco.locator("#q-own textarea")).to_be_focused()


def test_without_the_panel_a_term_leads_to_the_glossary(serving: Serve, enter: Open) -> None:
    visit = enter(serving({**reading(), "cw/panel.js": b"throw 0"}), page="/content/p-border.html")
    visit.page.route(re.compile("panel.js"), lambda route: route.abort())
    visit.sco.locator("a.term").click()
    visit.shows("Glossary")
    expect(visit.sco.locator("#gender-lens")).to_be_focused()


def test_the_look_lasts_for_the_session_where_storage_is_forbidden(
    serving: Serve, enter: Open, context: BrowserContext
) -> None:
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, {get() { throw new DOMException('', 'SecurityError') }})"
    )
    visit = enter(serving(reading()), page="/content/p-border.html")
    visit.sco.locator("#cw-prefs").click()
    for theme in ("Light", "Dark"):
        visit.sco.get_by_label(theme).check()
        assert visit.sco.evaluate("document.documentElement.dataset.theme") == theme.lower()
        assert not violations(visit.sco)
    visit.sco.get_by_label("Very large").check()
    visit.sco.get_by_role("button", name="Close").click()
    visit.sco.locator("a[rel=next]").click()
    visit.shows("Choices of your own")
    assert (
        visit.sco.evaluate("({...document.documentElement.dataset})").items() >= {"size": "2", "theme": "dark"}.items()
    )
    visit.sco.locator("#cw-prefs").click()
    expect(visit.sco.get_by_label("Very large")).to_be_checked()
    visit.sco.get_by_label("As on the device").check()
    assert visit.sco.evaluate("'theme' in document.documentElement.dataset") is False
    assert visit.problems == []
