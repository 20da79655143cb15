"""The opening page: where a session begins, and where a learner who comes back finds the way on."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.state.codec import State, encode
from builder.state.keys import key_of
from tests.browser.conftest import START, Open, Serve, Visit
from tests.support.lms.server import Lms
from tests.support.miniature import MINIATURE
from tests.support.packages import built, course, packaged

NOTE = "You are back where you stopped. Course start"


def opening(visit: Visit) -> None:
    """Go to the opening page, as from the contents."""
    visit.sco.evaluate("cw.go('index.html')")
    expect(visit.sco.locator(".begin")).to_be_visible()


def test_the_first_visit_begins_on_it(lms: Lms, enter: Open) -> None:
    visit = enter(lms, page=START)
    expect(visit.sco.locator(".begin a")).to_have_text(["Begin"])
    assert visit.sco.evaluate("[cw.state.visited.size, cw.parts.opening]") == [0, None]
    assert visit.sco.evaluate("document.querySelector('#cw-progress').value") == 0
    visit.pass_time(60)
    assert lms.attempts == 0, "looking at it is no work to save"
    visit.sco.get_by_role("link", name="Begin").click()
    visit.shows("Page one")
    visit.pass_time(2)
    visit.settled("saved")
    assert visit.state is not None
    assert visit.state.page == key_of("p-one")
    assert visit.problems == []


def test_a_learner_who_comes_back_is_taken_to_the_page_and_told(lms: Lms, enter: Open) -> None:
    place = State(revision=2, page=key_of("p-three"), pages=tuple(sorted(map(key_of, ("p-one", "p-three")))))
    lms.of("ana").update({"cmi.suspend_data": encode(place), "cmi.core.lesson_status": "incomplete"})
    visit = enter(lms, page=START)
    visit.shows("Page three")
    expect(visit.sco.locator("main .notice")).to_have_text(NOTE)
    assert visit.calls("LMSCommit") == []
    visit.sco.locator(".notice a").click()
    expect(visit.sco.locator(".begin a")).to_have_text(["Go on where you stoppedPage three", "From the beginning"])
    expect(visit.sco.locator(".notice:visible")).to_have_count(0)
    visit.sco.get_by_role("link", name="Go on").click()
    visit.shows("Page three")
    expect(visit.sco.locator(".notice")).to_have_count(0)
    assert visit.problems == []


def test_it_ticks_what_is_done(lms: Lms, enter: Open) -> None:
    seen = ("p-one", "p-two", "p-three", "p-check", "p-five")
    place = State(revision=2, page=key_of("p-five"), pages=tuple(sorted(map(key_of, seen))))
    lms.of("ana").update({"cmi.suspend_data": encode(place), "cmi.core.lesson_status": "incomplete"})
    visit = enter(lms)
    visit.shows("Page five")
    opening(visit)
    first, second, test = visit.sco.locator(".plan li").all()
    expect(first).to_have_attribute("data-seen", "")
    expect(first).to_contain_text("All pages opened")
    expect(second).to_contain_text("1 of 2 opened")
    expect(test).not_to_contain_text("opened")
    visit.sco.get_by_role("link", name="From the beginning").click()
    visit.shows("Page one")
    assert visit.problems == []


def test_a_page_that_is_gone_leaves_the_learner_on_it(lms: Lms, enter: Open) -> None:
    place = State(revision=2, page=key_of("p-gone"), pages=(key_of("p-gone"),))
    lms.of("ana").update({"cmi.suspend_data": encode(place), "cmi.core.lesson_status": "incomplete"})
    visit = enter(lms, page=START)
    expect(visit.sco.locator(".begin a")).to_have_text(["Begin"])
    assert visit.problems == []


def test_on_a_dead_line_it_stays_and_shows_the_way_on(lms: Lms, enter: Open) -> None:
    place = State(revision=2, page=key_of("p-three"), pages=(key_of("p-three"),))
    lms.of("ana").update({"cmi.suspend_data": encode(place), "cmi.core.lesson_status": "incomplete"})
    lms.content = {name: data for name, data in lms.content.items() if name not in ("p-three.html", "contents.html")}
    visit = enter(lms, page=START)
    visit.shows("Course")
    expect(visit.sco.locator(".begin a").first).to_be_visible()


def test_a_lesson_packed_by_itself_has_one_too(serving: Serve, enter: Open) -> None:
    files = {
        **course(),
        "c/en/01-lesson/01-page.md": None,
        "c/course.yaml": MINIATURE["c/course.yaml"] + "  O2: Never asked here.\npackage: lesson\n",
    }
    visit = enter(serving(built(files, "scorm12")), page=START)
    visit.shows("First lesson")
    expect(visit.sco.locator(".bar-place span")).to_have_text("Lesson start")
    expect(visit.sco.locator(".aims b")).to_have_text(["O1"])
    expect(visit.sco.locator(".plan")).to_have_count(0)
    visit.sco.get_by_role("link", name="Begin").click()
    visit.shows("Page one")
    assert visit.problems == []


@pytest.mark.parametrize("scripts", ["scripts", ""])
def test_it_reads_from_disk_and_without_scripts(browser: Browser, tmp_path: Path, scripts: str) -> None:
    for name, data in packaged("web").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    page = browser.new_context(java_script_enabled=bool(scripts)).new_page()
    page.goto((tmp_path / "index.html").as_uri())
    expect(page.locator("h2")).to_have_text(["What you will be able to do", "What it holds"])
    expect(page.locator(".notice")).to_be_hidden()
    page.get_by_role("link", name="Begin").click()
    expect(page.locator("main h1")).to_have_text("Page one")
    if scripts:
        page.goto((tmp_path / "index.html").as_uri())
        expect(page.locator(".begin a")).to_have_text(["Go on where you stopped", "From the beginning"])
    page.context.close()


def test_its_print_is_a_leaflet(page: Page, tmp_path: Path) -> None:
    for name, data in packaged("web").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    page.goto((tmp_path / "index.html").as_uri())
    page.emulate_media(media="print")
    for gone in (".bar", ".begin", ".skip"):
        expect(page.locator(gone)).to_be_hidden()
    expect(page.locator(".plan")).to_be_visible()


def test_contents_opened_as_a_page_show_what_was_opened(lms: Lms, enter: Open) -> None:
    visit = enter(lms)
    visit.sco.evaluate("cw.go('contents.html')")
    visit.shows("Course")
    expect(visit.sco.locator(".toc a[data-seen]")).to_have_text(["Page one (opened)"])
    visit.sco.get_by_role("link", name="Course start").click()
    expect(visit.sco.locator(".begin a").first).to_contain_text("Go on where you stopped")
    assert visit.problems == []
