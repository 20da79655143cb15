"""The course is opened to look at it again, or in a browser that lacks something."""

from __future__ import annotations

from functools import partial

from playwright.sync_api import expect

from builder.state.keys import key_of
from tests.browser.faults.fault import ALL, SCORM12, WEB, fault
from tests.browser.faults.world import World

in_mode = partial(fault, "Ways of opening the course")

ONE, TWO, THREE = key_of("q-p-check-1"), key_of("q-p-check-2"), key_of("q-p-test-1")

NO_FETCH = "delete window.fetch;"


def passed(world: World) -> None:
    """A learner who has passed, and left."""
    window = world.begin()
    window.test_done(8000)
    window.until("saved")
    window.leave()


def looks_on(world: World, mode: str) -> None:
    """Answers given in ``mode`` change nothing."""
    passed(world)
    before = dict(world.lms.of("ana"))
    window = world.enter(mode=mode)
    window.settled("readonly")
    expect(window.bar).to_have_text("Reading only")
    window.answer("q-p-check-2")
    window.test_done(10_000)
    window.turn()
    window.let(60)
    window.leave()
    assert world.lms.of("ana") == before
    assert world.lms.attempts == len(world.lms.posts)


@in_mode(
    "The course is opened again after it was passed, to look at it (review)",
    sees="*Reading only*, with the answers given",
    work="Nothing changes",
)
def test_review(world: World) -> None:
    looks_on(world, "review")


@in_mode(
    "The course is opened as a preview (browse)",
    sees="*Reading only*",
    work="Nothing changes",
    formats=SCORM12,
)
def test_browse(world: World) -> None:
    looks_on(world, "browse")


@in_mode(
    "A learner who has passed goes on in the course, and does worse",
    sees="*Saved*. The best score and *passed* stay",
    work="Score and status never fall",
    formats=SCORM12,
)
def test_goes_on_after_passing(world: World) -> None:
    passed(world)
    again = world.enter()
    again.test_again(1000)
    again.save("q-p-check-2")
    assert world.result() == ("80", "passed")
    assert world.answers().keys() == {ONE, TWO}


@in_mode(
    "The browser or an app cannot load pages into place (no `fetch`)",
    sees="Pages open one by one; *Saved* as ever",
    work="Each page goes on in the session that is open; all of it is saved",
    formats=ALL,
)
def test_no_fetch(world: World) -> None:
    window = world.enter(script=NO_FETCH)
    window.save("q-p-check-1")
    window.turn("Page one")
    window.wait_for("window.cw && cw.state")
    window.save("q-p-check-2")
    assert world.answers().keys() == {ONE, TWO}
    window.leave()
    assert world.kept().pages == (key_of("p-one"),)


@in_mode(
    "There is no `fetch`, and what is sent does not arrive",
    sees="*Not saved yet*, then *Saved*",
    work="It is sent again until it has arrived",
    formats=SCORM12,
)
def test_no_fetch_and_no_line(world: World) -> None:
    window = world.enter(script=NO_FETCH)
    window.save("q-p-check-1")
    world.lms.line = "deaf"
    window.answer("q-p-check-2")
    window.until("unsaved")
    world.lms.line = "up"
    window.until("saved")
    assert world.answers().keys() == {ONE, TWO}


@in_mode(
    "The web edition is opened from a disk or a memory stick",
    sees="*On this device*",
    work="It is kept in this browser, also from page to page and at the next visit",
    formats=WEB,
)
def test_from_disk(world: World) -> None:
    world.put_on_disk()
    window = world.begin()
    expect(window.bar).to_have_text("On this device")
    window.turn("Page one")
    window.wait_for("window.cw && cw.state")
    window.save("q-p-check-2")
    window.turn("Page two")
    window.leave()
    again = world.enter()
    again.shows("Page two")
    assert len(again.answered) == 2
    again.page.close()


@in_mode(
    "JavaScript is switched off",
    sees="All pages, with every explanation open; no bar",
    work="Nothing is recorded, and what was recorded before stays",
    formats=(*SCORM12, *WEB),
)
def test_no_javascript(world: World) -> None:
    window = world.begin()
    window.leave()
    before = {learner: dict(stored) for learner, stored in world.lms.stored.items()}
    plain = world.browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"{world.lms.url}/content/index.html")
    page.locator("a[rel=next]").click()
    expect(page.locator("main h1")).to_have_text("Page one")
    expect(page.locator("#cw-save")).to_be_hidden()
    plain.close()
    assert world.lms.stored == before
