"""More than one window, device or learner at a time."""

from __future__ import annotations

from functools import partial

from playwright.sync_api import expect

from builder.state.keys import key_of
from tests.browser.faults.fault import ALL, SCORM12, WEB, fault
from tests.browser.faults.world import World

meeting = partial(fault, "Windows, devices and learners")

ONE, TWO, THREE = (f"{key_of(name):06x}" for name in ("q-p-check-1", "q-p-check-2", "q-p-test-1"))

HIDE = """hidden => {
  Object.defineProperty(document, "visibilityState", {configurable: true, get: () => hidden ? "hidden" : "visible"});
  Object.defineProperty(document, "hidden", {configurable: true, get: () => hidden});
  document.dispatchEvent(new Event("visibilitychange"));
}"""
"""Puts the page out of sight, or back."""


@meeting(
    "The course is opened in a second window; the learner goes on in the older one",
    sees="The older window says *Reading only*, with a notice and a button to work there again",
    work="Only one window saves, so none undoes the other's work. The button takes up all that was saved",
)
def test_older_window_goes_on(world: World) -> None:
    older = world.begin()
    newer = world.enter()
    older.settled("readonly")
    expect(older.notices).to_have_count(1)
    newer.save("q-p-check-2")
    older.answer("q-p-test-1")
    older.let(60)
    assert world.answers().keys() == {int(ONE, 16), int(TWO, 16)}
    older.open_again()
    newer.settled("readonly")
    assert {ONE, TWO} <= older.answered
    older.save("q-p-test-2")
    assert len(world.answers()) >= 3


@meeting(
    "The older window holds work that is *Not saved yet* when a second one is opened",
    sees="The older window says *Reading only*; the newer one holds the work and says *Saved* when it has arrived",
    work="The newer window takes it in and saves it",
)
def test_older_window_has_work(world: World) -> None:
    older = world.begin()
    older.let(11)
    world.lms.line = "false"
    older.answer("q-p-check-2")
    older.until("unsaved")
    newer = world.enter()
    older.settled("readonly")
    newer.until("unsaved")
    assert {ONE, TWO} <= newer.answered
    world.lms.line = "up"
    newer.until("saved")
    assert world.answers().keys() == {int(ONE, 16), int(TWO, 16)}


@meeting(
    "A second window is opened and closed again; the learner goes on in the older one",
    sees="The older window says *Reading only*; its button opens the course anew",
    work="What both windows had saved is there",
    formats=SCORM12,
)
def test_newer_window_closed(world: World) -> None:
    older = world.begin()
    newer = world.enter()
    newer.save("q-p-check-2")
    newer.leave()
    older.settled("readonly")
    older.open_again()
    older.save("q-p-test-1")
    assert {ONE, TWO, THREE} <= older.answered
    assert len(world.answers()) == 3
    older.leave()
    assert len(world.answers()) == 3


@meeting(
    "The web edition is open in two windows",
    sees="*On this device* in both",
    work="Each takes in what the other keeps",
    formats=WEB,
)
def test_two_windows_of_the_web_edition(world: World) -> None:
    older = world.begin()
    newer = world.enter()
    newer.save("q-p-check-2")
    older.save("q-p-test-1")
    older.let(2)
    newer.let(2)
    assert world.answers().keys() == {int(key, 16) for key in (ONE, TWO, THREE)}


@meeting(
    "The course is left open on one device, worked in and left on another; the first one goes on after a pause",
    sees="A notice on the first device that it has taken in what was saved elsewhere",
    work="The work of both devices is united",
)
def test_first_device_goes_on(world: World) -> None:
    here = world.begin()
    there = world.enter(on=world.device())
    there.save("q-p-check-2")
    there.leave()
    here.pass_time(660)
    here.save("q-p-test-1")
    assert world.answers().keys() == {int(key, 16) for key in (ONE, TWO, THREE)}
    assert here.answered == {ONE, TWO, THREE}
    expect(here.notices).to_have_count(1)


@meeting(
    "The course is left open on one device, worked in and left on another; then the first window is just closed",
    sees="At the next visit, on whichever device, all answers",
    work="Closing the old window takes nothing back",
)
def test_first_device_is_only_closed(world: World) -> None:
    here = world.begin()
    there = world.enter(on=world.device())
    there.save("q-p-check-2")
    there.leave()
    here.pass_time(660)
    here.leave()
    assert world.answers().keys() == {int(key, 16) for key in (ONE, TWO)}


@meeting(
    "The same, but the first window holds work that is *Not saved yet* when it is closed",
    sees="At the next visit from the first device a notice that work kept there is being saved",
    work="The work of both devices is united then",
)
def test_first_device_is_closed_with_work(world: World) -> None:
    here = world.begin()
    here.let(11)
    world.lms.line = "cut"
    here.answer("q-p-test-1")
    here.until("unsaved")
    here.page.context.set_offline(True)
    world.lms.line = "up"
    there = world.enter(on=world.device())
    there.save("q-p-check-2")
    there.leave()
    here.pass_time(660)
    here.page.context.set_offline(False)
    here.leave()
    again = world.enter()
    assert again.answered == {ONE, TWO, THREE}
    again.let(12)
    again.let(12)
    assert world.answers().keys() == {int(key, 16) for key in (ONE, TWO, THREE)}


@meeting(
    "A phone with the course open lies in a pocket while the learner works on a computer; then the phone goes on",
    sees="A notice on the phone that it has taken in what was saved elsewhere",
    work="The work of both devices is united",
    formats=SCORM12,
)
def test_hidden_device_goes_on(world: World) -> None:
    phone = world.begin()
    phone.sco.evaluate(HIDE, True)
    computer = world.enter(on=world.device())
    computer.save("q-p-check-2")
    computer.leave()
    phone.pass_time(150)
    phone.sco.evaluate(HIDE, False)
    phone.save("q-p-test-1")
    assert world.answers().keys() == {int(key, 16) for key in (ONE, TWO, THREE)}


@meeting(
    "The learner works on one device, leaves it, and goes on on a second one",
    sees="*Saved*; the second device opens the page that was left on the first",
    work="It is all there",
    formats=SCORM12,
)
def test_second_device_goes_on(world: World) -> None:
    here = world.begin()
    here.turn("Page one")
    here.turn("Page two")
    here.leave()
    there = world.enter(on=world.device())
    there.shows("Page two")
    assert there.answered == {ONE}
    there.save("q-p-check-2")
    there.leave()
    back = world.enter()
    assert back.answered == {ONE, TWO}


@meeting(
    "One device holds work that is *Not saved yet*; the learner works on a second one, then comes back to the first",
    sees="A notice on the first device that work kept there is being saved, then *Saved*",
    work="The work of both devices is united",
    formats=SCORM12,
)
def test_unsaved_on_the_first_device(world: World) -> None:
    here = world.begin()
    world.lms.line = "cut"
    here.answer("q-p-check-2")
    here.until("unsaved")
    here.leave()
    world.lms.line = "up"
    there = world.enter(on=world.device())
    for turn in range(3):
        there.answer("q-p-test-1", 40 * turn)
        there.until("saved")
    there.leave()
    again = world.enter()
    expect(again.notices).to_have_count(1)
    again.until("saved")
    assert world.answers() == {int(ONE, 16): 120, int(TWO, 16): 120, int(THREE, 16): 80}


@meeting(
    "A second learner uses the same browser while the first one's work is *Not saved yet*",
    sees="The second learner sees nothing of it",
    work="It waits for the first learner, who finds it at the next visit from that browser",
)
def test_second_learner(world: World) -> None:
    ana = world.begin("ana")
    ana.sco.evaluate("cw.local.set('q-thoughts', 'private')")
    world.lms.line = "cut"
    ana.answer("q-p-check-2")
    ana.until("unsaved")
    ana.leave()
    world.lms.line = "up"
    ben = world.enter("ben")
    assert (ben.answered, ben.sco.evaluate("cw.local.get('q-thoughts')")) == (set(), None)
    assert ben.notices.count() == 0
    ben.save("q-p-test-1")
    ben.let(60)
    assert world.answers("ben").keys() == {int(THREE, 16)}
    ben.leave()
    again = world.enter("ana")
    again.until("saved")
    assert world.answers("ana").keys() == {int(ONE, 16), int(TWO, 16)}
    assert again.sco.evaluate("cw.local.get('q-thoughts')") == "private"


@meeting(
    "The battery is empty, or the browser is ended by force",
    sees="Nothing special at the next visit; what had not been sent is sent then",
    work="All that was answered is there; at most the last page turn is not",
    formats=ALL,
)
def test_dies(world: World) -> None:
    window = world.begin()
    # Not "cut": the browser could still send a last beacon when the line is up again.
    world.lms.line = "up" if world.format == "none" else "false"
    window.answer("q-p-check-2")
    window.until("saved" if world.format == "none" else "unsaved")
    window.die()
    world.lms.line = "up"
    again = world.enter()
    assert again.answered == {ONE, TWO}
    if world.format != "none":
        again.until("saved")
    assert world.answers().keys() == {int(ONE, 16), int(TWO, 16)}
