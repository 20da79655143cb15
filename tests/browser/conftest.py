"""A browser, an LMS around a package, and what a test does in them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect

from builder.state.codec import State, decode
from builder.state.keys import key_of
from tests.support.lms.server import Lms, serve
from tests.support.packages import packaged

Serve = Callable[[Mapping[str, bytes]], Lms]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/browser/" in str(item.path).replace("\\", "/"):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(autouse=True)
def _unmeasured(unmeasured: None) -> None:
    """What a browser does says little of the builder's lines."""


@pytest.fixture
def serving() -> Iterator[Serve]:
    """Puts a package into an LMS of its own."""
    servers = []

    def start(content: Mapping[str, bytes]) -> Lms:
        lms, server = serve(content)
        servers.append(server)
        return lms

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def lms(serving: Serve) -> Lms:
    """An LMS with the course of tests.support.packages."""
    return serving(packaged())


@dataclass
class Visit:
    """A learner in the LMS, the package in its frame."""

    lms: Lms
    page: Page
    learner: str
    problems: list[str]
    """Errors of scripts and of the console."""

    @property
    def sco(self) -> Frame:
        frame = self.page.frames[1]
        frame.wait_for_load_state()
        return frame

    @property
    def state(self) -> State | None:
        """The state on the server."""
        return decode(self.lms.of(self.learner).get("cmi.suspend_data", ""))

    def settled(self, word: str) -> None:
        """Wait until the bar says ``saved``, ``saving``, ``unsaved`` or ``readonly``."""
        expect(self.sco.locator("#cw-save")).to_have_attribute("data-state", word, timeout=15_000)

    def shows(self, title: str) -> None:
        expect(self.sco.locator("main h1")).to_have_text(title)

    def answer(self, id: str, result: int = 120) -> None:
        """What cw/quiz.js tells the core of an answer."""
        self.sco.evaluate(
            """([key, id, result]) => cw.answered(key, {fp: 1, result, bits: "0"},
            {id, type: "choice", response: "a", correct: "a", result: "correct", latency: 4})""",
            [f"{key_of(id):06x}", id, result],
        )

    def test_done(self, hundredths: int) -> None:
        """What cw/quiz.js tells the core when the final test ends."""
        self.sco.evaluate(
            """([key, score]) => { cw.quizChanged(key, {attempts: 1, open: true, best: null, seed: 1, start: 1});
            cw.finish(key, score); }""",
            [f"{key_of('p-test'):06x}", hundredths],
        )

    def calls(self, name: str = "") -> list[list[str]]:
        """Calls of the API so far, those whose name begins with ``name``."""
        made: list[list[str]] = self.page.evaluate("calls")
        return [call for call in made if call[0].startswith(name)]

    def leave(self) -> None:
        """Go away from the LMS and wait until what leaving sends has been sent."""
        self.page.goto("about:blank")
        self.page.wait_for_timeout(400)
        self.page.close()

    def pass_time(self, seconds: float) -> None:
        """Let the browser's clock jump."""
        self.page.clock.fast_forward(int(seconds * 1000))


Open = Callable[..., Visit]
START = "/content/index.html"
"""What an LMS launches: the opening page."""


def first_page(lms: Lms) -> str:
    """The file of the first page after the opening page."""
    found = re.search(rb'data-next="([^"]+)"', lms.content["index.html"])
    assert found
    return found[1].decode()


@pytest.fixture
def enter(context: BrowserContext) -> Open:
    """Opens an LMS as a learner; every visit in a page of its own, all in one browser.

    A learner of whom the LMS holds a place begins where the LMS launches, and is taken to it; one it knows nothing of
    begins on the first page after the opening page. ``page`` is another beginning (``START``). In a page that is
    ``still`` no time passes, so that only what it loads at once is loaded, however slow the machine.
    """

    def start(lms: Lms, learner: str = "ana", mode: str = "", page: str = "", *, still: bool = False) -> Visit:
        stored = decode(lms.of(learner).get("cmi.suspend_data", ""))
        if not page and not (stored and stored.page):
            page = f"/content/{first_page(lms)}"
        tab = context.new_page()
        tab.clock.install()
        if still:
            tab.clock.pause_at(time.time() + 1)
        problems: list[str] = []
        tab.on("pageerror", lambda error: problems.append(str(error)))
        tab.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        tab.goto(f"{lms.url}/lms/frame.html?learner={learner}&mode={mode}&page={page}")
        tab.wait_for_function("document.getElementById('sco').src")
        visit = Visit(lms, tab, learner, problems)
        # The player shows this button when it starts.
        tab.frame_locator("#sco").locator("#cw-prefs").wait_for()
        return visit

    return start
