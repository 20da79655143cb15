"""What the player of a lesson sends to Moodle while a learner goes through it: recorded in a real browser."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Frame, Page, Request, sync_playwright

from tests.moodle.site import sign_in
from tests.support.answering import ANSWER
from tests.support.browser import launch_options
from tests.support.browsing import until

SCRIPTS = "/mod/scorm/"
"""Where Moodle's own scripts for packages are; pages and pictures of the package come from elsewhere."""

FORM = "application/x-www-form-urlencoded"

BEACONS = """
  const send = navigator.sendBeacon.bind(navigator);
  const kept = () => JSON.parse(sessionStorage.getItem("beacons") || "[]");
  navigator.sendBeacon = (url, data) => {
    const fields = data instanceof FormData ? [...data.entries()] : [];
    sessionStorage.setItem("beacons", JSON.stringify([...kept(), [url, fields]]));
    return send(url, data);
  };
"""
"""Keeps what a page sends while it is left: the last commit goes so, and browsers are not asked to report it."""

READY = """document.readyState === "complete" && document.getElementById("cw-save")?.dataset.state
    && !document.querySelector(".quiz:not([data-live])")"""
"""That the player has taken over the page; before, its forms would be sent as any others."""

ONWARD = ".turn a[rel=next]"

PAGES = 60
"""A lesson that has not ended after so many pages never will."""


@dataclass(frozen=True)
class Sent:
    """A request as the browser made it."""

    url: str
    data: bytes | None
    type: str

    @property
    def script(self) -> str:
        """The name of the script that answers it."""
        return urlsplit(self.url).path.rpartition("/")[2]


def record(address: str, name: str, password: str, cm: int) -> list[Sent]:
    """Sign in, go through the lesson and answer all it asks, right, and leave."""
    sent: list[Sent] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page()
        page.set_default_timeout(60_000)
        page.add_init_script(BEACONS)
        sign_in(page, address, name, password)
        page.on("request", lambda request: _keep(request, sent))
        page.goto(f"{address}/mod/scorm/view.php?id={cm}")
        _go_through(_lesson(page))
        page.goto(f"{address}/my/")
        for url, fields in page.evaluate("JSON.parse(sessionStorage.getItem('beacons') || '[]')"):
            if urlsplit(url).path.startswith(SCRIPTS):
                sent.append(Sent(url, urlencode([(name, value) for name, value in fields]).encode(), FORM))
        page.wait_for_load_state("networkidle")
        browser.close()
    return sent


def _keep(request: Request, sent: list[Sent]) -> None:
    path = urlsplit(request.url).path
    if path.startswith(SCRIPTS) and path.endswith(".php"):
        sent.append(Sent(request.url, request.post_data_buffer, request.headers.get("content-type", "")))


def _lesson(page: Page) -> Frame:
    """The frame of the package, when it is there."""
    page.wait_for_selector("#scorm_object")
    for _ in range(600):
        for frame in page.frames:
            if "/pluginfile.php/" in frame.url and frame.query_selector("#cw-save"):
                return frame
        page.wait_for_timeout(100)
    raise TimeoutError("the lesson does not open")


def _go_through(lesson: Frame) -> None:
    """To the last page, waiting on each until all is saved."""
    _follow(lesson, ".begin a")
    for _ in range(PAGES):
        lesson.evaluate(ANSWER, {"right": True, "submit": True})
        until(lesson, "document.getElementById('cw-save').dataset.state === 'saved'")
        if not lesson.locator(ONWARD).count():
            return
        _follow(lesson, ONWARD)
    raise TimeoutError("the lesson does not end")


def _follow(lesson: Frame, link: str) -> None:
    with lesson.page.expect_event("framenavigated", lambda frame: frame == lesson):
        lesson.locator(link).click()
    lesson.wait_for_load_state()
    until(lesson, READY)
