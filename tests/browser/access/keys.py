"""A learner with a keyboard alone, who notes what is wrong with the focus wherever it comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

FOCUS = (Path(__file__).parent / "focus.js").read_text("utf-8")
ENOUGH = 600
"""Presses of a key after which a page is taken for a trap."""

Stop = dict[str, Any]
"""What focus.js says."""


@dataclass
class Keys:
    """The keyboard of ``page``; ``problems`` grow as it is used."""

    page: Page
    problems: list[str] = field(default_factory=list)

    def press(self, key: str) -> Stop | None:
        """Press a key; what has the focus then, None if nothing has."""
        self.page.keyboard.press(key)
        return self.look(key)

    def _settled(self) -> Stop | None:
        """What has the focus, once the page has been scrolled to it: a busy browser does that a moment later."""
        stop: Stop | None = self.page.evaluate(FOCUS)
        for _ in range(10):
            if not stop or (stop["inside"] and not stop["covered"]):
                break
            self.page.wait_for_timeout(50)
            stop = self.page.evaluate(FOCUS)
        return stop

    def look(self, after: str = "") -> Stop | None:
        stop = self._settled()
        if stop:
            for wrong, words in (
                (not stop["visible"], "cannot be seen to have the focus"),
                (stop["covered"], "lies under a bar"),
                (not stop["inside"], "is off the screen"),
            ):
                if wrong:
                    self.problems.append(f"{self.page.title()}: {stop['name']} {words} after {after}")
        return stop

    def tab(self, key: str = "Tab") -> Iterator[Stop]:
        """Press Tab until the focus leaves the page, or Shift+Tab up to its first stop; they follow the document."""
        last = self.page.evaluate(FOCUS)
        for _ in range(ENOUGH):
            if key != "Tab" and last and "skip" in last["name"]:
                return
            stop = self.press(key)
            if stop is None:
                return
            onward = 1 if key == "Tab" else -1
            if last and not stop["dialog"] and (stop["order"] - last["order"]) * onward < 0:
                self.problems.append(f"{self.page.title()}: {key} leads from {last['name']} to {stop['name']}")
            yield stop
            last = self.page.evaluate(FOCUS)
        self.problems.append(f"{self.page.title()}: the keyboard does not come out of this page")

    def use(self, stop: Stop) -> None:
        """Do with a control what answers a question, by keys alone; no press loses the focus."""
        if not stop["question"]:
            return
        if stop["move"] or stop["act"] in ("check", "all"):
            if not stop["off"]:
                self.keep("Enter")
        elif stop["type"] in ("radio", "checkbox"):
            self.keep("Space")
            if stop["type"] == "radio":
                self.keep("ArrowDown")
            elif not stop["name"].endswith("-0"):  # all of them may be more than a budget allows
                self.keep("Space")
        elif stop["tag"] == "select":
            for _ in range(1 + int(stop["name"].rpartition("-")[2])):  # no item stands in two places of a ranking
                self.keep("ArrowDown")
        elif stop["tag"] in ("input", "textarea"):
            self.page.keyboard.type("1995")

    def keep(self, key: str) -> None:
        before = self.page.evaluate(FOCUS)["name"]
        if self.press(key) is None:
            self.problems.append(f"{self.page.title()}: {key} on {before} loses the focus")
