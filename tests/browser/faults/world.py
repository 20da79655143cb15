"""A learner's world for tests of faults: devices, windows, and the book of what the bar has called saved."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Frame, Locator, Page, expect

from builder.state.codec import State, decode
from builder.state.keys import key_of
from tests.browser.conftest import Visit
from tests.support.lms.server import Lms

SAVED = "the bar says saved of "

WITNESS = """
addEventListener("DOMContentLoaded", () => window.cw && cw.on && cw.on("save", () => {
  if (document.getElementById("cw-save").dataset.state !== "saved") return;
  const answers = [...cw.state.answers].map(([key, { result }]) => [parseInt(key, 16), result]);
  console.debug("the bar says saved of " + JSON.stringify(answers));
}));
"""
"""Says on the console which answers there are whenever the bar comes to say that all is saved."""

MUTE = """() => { navigator.sendBeacon = () => true; XMLHttpRequest.prototype.send = () => { throw Error("gone"); };
Storage.prototype.setItem = Storage.prototype.removeItem = () => {}; }"""
"""From now on nothing leaves the window."""

COPIES = """() => new Promise((resolve) => {
  const opening = indexedDB.open("cw");
  opening.onupgradeneeded = () => opening.transaction.abort();
  opening.onerror = (event) => { event.preventDefault(); resolve({}); };
  opening.onsuccess = () => {
    const found = {};
    opening.result.transaction("kept").objectStore("kept").openCursor().onsuccess = ({ target: { result } }) => {
      if (result) {
        found[result.key] = result.value;
        return result.continue();
      }
      opening.result.close();
      return resolve(found);
    };
  };
})"""
"""What stands in the database of copies; one that is not there yet is left to the player to make."""

STATE = "cw-state|c"
"""Where the web edition keeps the state of the course."""


class Window(Visit):
    """A window with the course in it."""

    @property
    def sco(self) -> Frame:
        frame = self.page.frame(name="sco") or self.page.main_frame
        frame.wait_for_load_state()
        return frame

    @property
    def bar(self) -> Locator:
        return self.sco.locator("#cw-save")

    @property
    def notices(self) -> Locator:
        return self.sco.locator(".notice[role=status]:not([id])")

    @property
    def answered(self) -> set[str]:
        """Keys of the questions that the player holds an answer to."""
        return set(self.sco.evaluate("[...cw.state.answers.keys()]"))

    @property
    def commits(self) -> int:
        return sum(call[0].endswith("Commit") for call in self.calls())

    def save(self, *ids: str) -> None:
        """Answer questions and see them saved."""
        for one in ids:
            self.answer(one)
        self.until("saved")

    def turn(self, title: str = "Page one") -> None:
        """Go to the next page, which is called ``title``."""
        self.sco.locator("a[rel=next]").click()
        self.shows(title)

    def test_again(self, hundredths: int) -> None:
        """Take the final test again, with this score."""
        self.sco.evaluate(
            """([key, score]) => { const before = cw.state.quizzes.get(key);
            cw.quizChanged(key, {...before, attempts: before.attempts + 1, open: true, start: 1});
            cw.finish(key, score); }""",
            [f"{key_of('p-test'):06x}", hundredths],
        )

    def until(self, word: str) -> None:
        """Let time pass until the bar says ``word``."""
        for patience in range(20):
            try:
                expect(self.bar).to_have_attribute("data-state", word, timeout=100 + 50 * patience)
            except AssertionError:
                self.pass_time(16)
            else:
                return
        expect(self.bar).to_have_attribute("data-state", word)

    def wait_for(self, condition: str) -> None:
        """Wait until a condition holds in the course's page. Its own clock stands still meanwhile."""
        for _ in range(100):
            if self.sco.evaluate(f"!!({condition})"):
                return
            self.page.wait_for_timeout(50)
        pytest.fail(f"never came true: {condition}")

    def copies(self) -> dict[str, str]:
        """What the player has copied from the browser's storage to where a platform does not clear it."""
        found: dict[str, str] = self.sco.evaluate(COPIES)
        return found

    def until_copied(self, fact: Callable[[dict[str, str]], bool]) -> None:
        """Wait until ``fact`` holds of the copies, which the browser writes in its own time."""
        for _ in range(100):
            if fact(self.copies()):
                return
            self.page.wait_for_timeout(50)
        pytest.fail(f"the copies never came to be so: {self.copies()}")

    def open_again(self) -> None:
        """Press the button of the notice, which opens the course anew."""
        with self.page.expect_navigation():
            self.notices.get_by_role("button").click()
        self.page.frame_locator("#sco").locator("#cw-prefs").wait_for()
        self.pass_time(3)
        self.wait_for("window.cw && cw.tell")

    def let(self, seconds: float) -> None:
        """Let time pass, and the requests that it sets off be answered."""
        self.pass_time(seconds)
        self.page.wait_for_timeout(150)

    def leave(self) -> None:
        """Go elsewhere, and let what leaving sends arrive."""
        before = self.lms.attempts
        self.page.goto("about:blank")
        for _ in range(8):
            self.page.wait_for_timeout(40)
            if self.lms.attempts > before + 1:
                break
        self.page.close()

    def die(self) -> None:
        """The window is gone without a word, as when the battery is empty."""
        for frame in self.page.frames:
            frame.evaluate(MUTE)
        self.page.close()


@dataclass
class World:
    """An LMS in one format, and those who learn with it. The first device is there from the beginning."""

    lms: Lms
    format: str
    browser: Browser
    devices: list[BrowserContext] = field(default_factory=list)
    book: dict[str, dict[int, int]] = field(default_factory=dict)
    """By learner: question -> result of its answer when the bar last said that all was saved."""

    disk: TemporaryDirectory[str] | None = None

    def put_on_disk(self) -> None:
        """Open the course as files from now on, and not from a server."""
        self.disk = TemporaryDirectory()
        for name, data in self.lms.content.items():
            file = Path(self.disk.name) / "content" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        self.lms.url = Path(self.disk.name).as_uri()

    def device(self) -> BrowserContext:
        """One more device, with a browser that knows nothing yet."""
        context = self.browser.new_context()
        context.add_init_script(WITNESS)
        context.set_default_timeout(10_000)
        self.devices.append(context)
        return context

    def enter(
        self,
        learner: str = "ana",
        *,
        on: BrowserContext | None = None,
        mode: str = "",
        page: str = "",
        script: str = "",
    ) -> Window:
        """Open the course: on the first device, if no other is named; ``script`` runs before those of the page."""
        device = on or (self.devices or [self.device()])[0]
        tab = device.new_page()
        tab.clock.install()
        if script:
            tab.add_init_script(script)
        problems: list[str] = []
        tab.on("pageerror", lambda error: problems.append(str(error)))
        tab.on("console", lambda message: self._note(learner, message))
        if self.format == "none":
            tab.goto(f"{self.lms.url}/content/{page or 'index.html'}")
        else:
            tab.goto(f"{self.lms.url}/lms/frame.html?learner={learner}&mode={mode}&page={page}")
            tab.wait_for_function("document.getElementById('sco').src")
        window = Window(self.lms, tab, learner, problems)
        # The player shows this button when it starts.
        within = tab if self.format == "none" else tab.frame_locator("#sco")
        within.locator("#cw-prefs").wait_for()
        # Nobody reads a page and answers sooner; what is seldom needed has been loaded by then.
        window.pass_time(3)
        window.wait_for("window.cw && cw.tell")
        return window

    def begin(self, learner: str = "ana", *, on: BrowserContext | None = None) -> Window:
        """Open the course and answer a first question, which is saved."""
        window = self.enter(learner, on=on)
        window.save("q-p-check-1")
        return window

    def result(self, learner: str = "ana") -> tuple[str | None, str | None]:
        """The score and the status that the LMS holds."""
        stored = self.lms.of(learner)
        if self.format == "scorm12":
            return stored.get("cmi.core.score.raw"), stored.get("cmi.core.lesson_status")
        status = stored.get("cmi.success_status", "unknown")
        return stored.get("cmi.score.raw"), stored.get("cmi.completion_status") if status == "unknown" else status

    def kept(self, learner: str = "ana") -> State:
        """The state that is kept of a learner: by the LMS, or in the web edition by the first device."""
        if self.format == "none":
            tab = self.devices[0].new_page()
            tab.goto(f"{self.lms.url}/content/cw/ping.txt")
            text = tab.evaluate("name => localStorage.getItem(name)", STATE)
            tab.close()
        else:
            text = self.lms.of(learner).get("cmi.suspend_data")
        return decode(text or "") or State()

    def answers(self, learner: str = "ana") -> dict[int, int]:
        """The answers that are kept: question -> result."""
        return {record.key: record.result for record in self.kept(learner).questions}

    def nothing_is_lost(self) -> None:
        """Every answer that the bar called saved is kept, or comes to be at the next launch, which nothing disturbs."""
        assert self.book, "the test has never seen anything saved"
        self.lms.line = "up"
        self.lms.signed_in = ""
        self.lms.gate.set()
        for learner in self.book:
            if self.lost(learner):
                window = self.enter(learner)
                window.let(3)
                window.let(11)
                window.leave()
            assert not self.lost(learner)

    def lost(self, learner: str) -> set[tuple[int, int]]:
        """Answers and their results that were called saved and are not kept."""
        return self.book[learner].items() - self.answers(learner).items()

    def _note(self, learner: str, message: ConsoleMessage) -> None:
        if message.text.startswith(SAVED):
            answers = json.loads(message.text.removeprefix(SAVED))
            self.book.setdefault(learner, {}).update((key, result) for key, result in answers)

    def close(self) -> None:
        for device in self.devices:
            device.close()
        if self.disk:
            self.disk.cleanup()


def journal(page: Page) -> list[str]:
    """Names of what the browser keeps of unsaved work."""
    names: list[str] = page.frames[-1].evaluate("Object.keys(localStorage).filter(name => /^cw-journal/.test(name))")
    return names
