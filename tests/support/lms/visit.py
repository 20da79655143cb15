"""A learner in a session of a course in cmi5, in a browser."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from builder.state.codec import State, decode
from builder.state.keys import key_of
from tests.support.lms.lrs import Lrs, Session


@dataclass
class Visit:
    """A learner in a session."""

    lrs: Lrs
    session: Session
    page: Page
    problems: list[str]

    @property
    def state(self) -> State | None:
        return decode(self.lrs.state(self.session))

    @property
    def verbs(self) -> list[str]:
        return self.lrs.verbs(self.session)

    def begun(self) -> None:
        """Wait until the player has begun the session."""
        for _ in range(200):
            if self.page.evaluate("!!(window.cw && cw.held)"):
                return
            self.page.wait_for_timeout(50)
        pytest.fail("the session did not begin")

    def settled(self, word: str) -> None:
        """Let time pass until the bar says ``saved``, ``unsaved`` or ``readonly``."""
        for _ in range(150):
            self.page.wait_for_timeout(40)
            if self.page.locator("#cw-save").get_attribute("data-state") == word:
                return
            self.pass_time(2)
        pytest.fail(f"the bar does not come to say {word}")

    def mended(self) -> None:
        """Wait until cw/mend.js has come and has looked into IndexedDB."""
        self.pass_time(2)
        self.page.wait_for_timeout(600)
        assert self.page.evaluate("!!cw.tell")

    def shows(self, title: str) -> None:
        expect(self.page.locator("main h1")).to_have_text(title)

    def answer(self, id: str, result: int = 120) -> None:
        """What cw/quiz.js tells the core of an answer."""
        self.page.evaluate(
            """([key, id, result]) => { cw.answered(key, {fp: 1, result, bits: "0"},
            {id, type: "choice", response: "a", correct: "a", result: result ? "correct" : "wrong", latency: 4}); }""",
            [f"{key_of(id):06x}", id, result],
        )

    def test_done(self, hundredths: int, attempts: int = 1) -> None:
        """What cw/quiz.js tells the core when the final test ends."""
        self.page.evaluate(
            """([key, score, attempts]) => { cw.quizChanged(key, {attempts, open: true, best: null, seed: 1, start: 1});
            cw.finish(key, score); }""",
            [f"{key_of('p-test'):06x}", hundredths, attempts],
        )

    def tells(self, text: str) -> None:
        """A notice, or one of several, says so."""
        expect(self.page.locator(".notice", has_text=text)).to_be_visible()

    def go(self, page: str, title: str) -> None:
        self.page.evaluate("page => { cw.go(page); }", page)
        self.shows(title)

    def pass_time(self, seconds: float) -> None:
        self.page.clock.fast_forward(int(seconds * 1000))

    def heal(self) -> None:
        """The line is back; wait until the player finds out."""
        self.lrs.line = "up"
        self.settled("saved")

    def leave(self) -> None:
        """Go away and wait until what leaving sends has been sent."""
        self.page.goto("about:blank")
        for _ in range(16):
            if self.session.over:
                break
            self.page.wait_for_timeout(25)
        self.page.wait_for_timeout(50)
        self.page.close()


def is_problem(message: ConsoleMessage) -> bool:
    # A document that is not there yet is answered with 404.
    return message.type == "error" and "404" not in message.text
