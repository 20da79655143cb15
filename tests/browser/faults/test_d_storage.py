"""The browser's storage is full, forbidden, emptied or spoilt."""

from __future__ import annotations

from functools import partial

from playwright.sync_api import expect

from builder.state.keys import key_of
from tests.browser.faults.fault import ALL, SCORM12, WEB, fault
from tests.browser.faults.world import Window, World, journal

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


def sign_in_anew(world: World) -> None:
    """Do to the browser what Moodle does at each sign-in: its whole localStorage is cleared."""
    page = world.devices[0].new_page()
    page.goto(f"{world.lms.url}/content/cw/ping.txt")
    page.evaluate("localStorage.clear()")
    page.close()


@in_storage(
    "The platform clears the browser's storage when the learner signs in again, as Moodle does",
    sees="*Not saved yet* before; then a notice that work kept on this device is being saved, and *Saved*",
    work="All of it arrives: a copy stands where the platform does not clear",
)
def test_cleared_at_sign_in(world: World) -> None:
    window = world.begin()
    world.lms.line = "expired"
    window.answer("q-p-check-2")
    window.until("unsaved")
    (name,) = journal(window.page)
    kept = window.sco.evaluate("name => localStorage.getItem(name)", name)
    window.until_copied(lambda copies: copies.get(name) == kept)
    window.page.close()
    sign_in_anew(world)
    world.lms.line = "up"
    again = world.enter()
    expect(again.notices).to_contain_text("kept on this device")
    again.until("saved")
    assert world.answers().keys() == {ONE, TWO}
    assert again.problems == []


@in_storage(
    "The same, and the learner has written notes",
    sees="The notes, as they were",
    work="They are still on the device",
    formats=SCORM12,
)
def test_notes_are_not_cleared(world: World) -> None:
    window = world.begin()
    window.sco.evaluate("cw.local.set('q-mine', 'three words here')")
    window.until_copied(lambda copies: "three words here" in copies.values())
    window.leave()
    sign_in_anew(world)
    again = world.enter()
    again.wait_for("cw.local.get('q-mine') === 'three words here'")
    again.sco.evaluate("cw.local.set('q-mine', null)")
    again.until_copied(lambda copies: "three words here" not in copies.values())
    again.leave()
    sign_in_anew(world)
    last = world.enter()
    last.let(1)
    assert last.sco.evaluate("cw.local.get('q-mine')") is None


def spoil(window: Window, name: str, text: str) -> None:
    """Write a text where the browser keeps what is called ``name``, and in its copy."""

    def spoilt(copies: dict[str, str]) -> bool:
        # Copying begins once the browser has opened its database.
        window.sco.evaluate("([name, text]) => cw.device.set(name, text)", [name, text])
        return copies.get(name) == text

    window.until_copied(spoilt)


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
        spoil(other, name, text)
        other.page.close()
        again = world.enter()
        assert again.answered == {f"{ONE:06x}"}
        assert again.problems == []
        spoil(again, name, "")
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
