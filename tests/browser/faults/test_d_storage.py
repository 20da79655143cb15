"""The browser's storage is full, forbidden, emptied or spoilt."""

from __future__ import annotations

from functools import partial

from playwright.sync_api import expect

from builder.state.keys import key_of
from tests.browser.faults.fault import ALL, SCORM12, WEB, fault
from tests.browser.faults.world import World, journal

in_storage = partial(fault, "The browser's storage")

FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
FORBIDDEN = """for (const area of ["localStorage", "sessionStorage"])
Object.defineProperty(window, area, {get() { throw new DOMException('no', 'SecurityError'); }});"""

ONE, TWO = key_of("q-p-check-1"), key_of("q-p-check-2")


def without_storage(world: World, script: str) -> None:
    """A visit that cannot keep anything on the device, over a line that fails and heals."""
    window = world.enter(script=script)
    window.save("q-p-check-1")
    world.lms.line = "cut"
    window.answer("q-p-check-2")
    window.until("unsaved")
    world.lms.line = "up"
    window.until("saved")
    assert world.answers().keys() == {ONE, TWO}
    window.leave()
    again = world.enter(script=script)
    assert len(again.answered) == 2
    assert window.problems + again.problems == []


@in_storage(
    "The browser's storage is full",
    sees="As ever: *Saved* and *Not saved yet*",
    work="The platform has it. What is *Not saved yet* waits in the open window and is lost if that is closed",
    formats=SCORM12,
)
def test_full(world: World) -> None:
    without_storage(world, FULL)


@in_storage(
    "The browser forbids storage (third-party frames, strict settings)",
    sees="As ever: *Saved* and *Not saved yet*",
    work="The platform has it. What is *Not saved yet* waits in the open window and is lost if that is closed",
    formats=SCORM12,
)
def test_forbidden(world: World) -> None:
    without_storage(world, FORBIDDEN)


@in_storage(
    "The web edition is used in a browser that forbids storage",
    sees="*Not saved yet*. The course can be read and answered",
    work="It lasts until the next page is opened from outside or the window is closed",
    formats=WEB,
)
def test_nowhere_to_keep(world: World) -> None:
    window = world.begin()
    window.leave()
    spoilt = world.enter(script=FULL)
    spoilt.answer("q-p-check-2")
    spoilt.until("unsaved")
    spoilt.turn()
    assert len(spoilt.answered) == 2
    assert spoilt.problems == []


@in_storage(
    "A private window, or the browser's data are cleared between two visits",
    sees="*Not saved yet* before; at the next visit only what had been *Saved*",
    work="What was *Saved* is there. What was *Not saved yet* is lost",
    formats=SCORM12,
)
def test_private_window(world: World) -> None:
    window = world.begin()
    world.lms.line = "cut"
    window.answer("q-p-check-2")
    window.until("unsaved")
    expect(window.bar).to_have_text("Not saved yet")
    window.leave()
    world.lms.line = "up"
    again = world.enter(on=world.device())
    assert again.answered == {f"{ONE:06x}"}


@in_storage(
    "What the browser has kept of unsaved work is damaged",
    sees="The course as the platform has it",
    work="What was *Saved* is there. The damaged part is lost",
    formats=SCORM12,
)
def test_damaged(world: World) -> None:
    window = world.begin()
    world.lms.line = "false"
    window.answer("q-p-check-2")
    window.until("unsaved")
    window.die()
    world.lms.line = "up"
    for text in ("", "null", "{}", '["1AAAA",[]]', '[null,[{"id":1}]]', "[" * 5000):
        other = world.enter("ben")
        (name,) = journal(other.page)
        other.sco.evaluate("([name, text]) => localStorage.setItem(name, text)", [name, text])
        other.page.close()
        again = world.enter()
        assert again.answered == {f"{ONE:06x}"}
        assert again.problems == []
        again.sco.evaluate("name => localStorage.setItem(name, '')", name)
        again.die()
    again = world.enter()
    again.save("q-p-check-2")
    assert world.answers().keys() == {ONE, TWO}


@in_storage(
    "The course is closed and opened again",
    sees="The page that was left, with all answers",
    work="It is all there",
    formats=ALL,
)
def test_left_and_opened_again(world: World) -> None:
    window = world.begin()
    window.turn("Page one")
    window.turn("Page two")
    window.leave()
    again = world.enter()
    again.shows("Page two")
    assert again.answered == {f"{ONE:06x}"}
