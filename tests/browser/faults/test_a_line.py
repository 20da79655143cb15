"""The line between the learner and the server fails, or somebody else answers on it."""

from __future__ import annotations

from functools import partial

from playwright.sync_api import expect

from tests.browser.faults.fault import SCORM12, fault
from tests.browser.faults.world import World, journal

on_the_line = partial(fault, "The line and the server")

COUNT = 3
"""Answers each of these tests gives."""


def fails_and_heals(world: World, line: str) -> None:
    """One answer arrives, then the line fails; answers and the final test are done meanwhile; then it heals."""
    window = world.begin()
    window.let(11)
    world.lms.line = line
    window.answer("q-p-check-2")
    window.test_done(8000)
    window.until("unsaved")
    window.answer("q-p-test-1")
    window.settled("unsaved")
    assert world.result()[0] is None
    assert len(journal(window.page)) == 1
    world.lms.line = "up"
    window.until("saved")
    assert world.result() == ("80", "passed")
    assert len(world.answers()) == COUNT
    assert journal(window.page) == []


def fails_and_is_left(world: World, line: str) -> None:
    """The line fails and the learner leaves; the next visit is from the same browser."""
    window = world.begin()
    world.lms.line = line
    window.answer("q-p-check-2")
    window.test_done(8000)
    window.until("unsaved")
    window.leave()
    assert len(world.answers()) < COUNT
    world.lms.line = "up"
    again = world.enter()
    assert len(again.answered) == COUNT - 1
    expect(again.notices).to_contain_text("Work kept on this device")
    again.until("saved")
    assert world.result() == ("80", "passed")
    assert len(world.answers()) == COUNT - 1


@on_the_line(
    "The line is lost and comes back",
    sees="*Not saved yet*, then *Saved*. The learner can go on meanwhile",
    work="All of it arrives, the score and the status of a test finished meanwhile as well",
)
def test_lost_and_back(world: World) -> None:
    fails_and_heals(world, "cut")


@on_the_line(
    "The line is lost and the window is closed; the learner comes back with the same browser",
    sees="*Not saved yet*, and a notice that work kept on this device is being saved. Then *Saved*",
    work="All of it arrives a few seconds after the course is opened again",
)
def test_lost_and_left(world: World) -> None:
    fails_and_is_left(world, "cut")


@on_the_line(
    "The platform answers that it could not save",
    sees="*Not saved yet*, then *Saved*",
    work="It is sent again until the platform takes it",
)
def test_answers_false(world: World) -> None:
    fails_and_heals(world, "false")


@on_the_line(
    "The server reports an error of its own (HTTP 500)",
    sees="*Not saved yet*, then *Saved*",
    work="It is sent again until the server takes it",
    formats=SCORM12,
)
def test_server_error(world: World) -> None:
    fails_and_heals(world, "error")


@on_the_line(
    "Files are served, but what is sent never arrives, and the platform says that all is well",
    sees="*Not saved yet*, then *Saved*. The platform's word alone is not believed",
    work="It is sent again until it has arrived",
)
def test_only_a_beacon(world: World) -> None:
    fails_and_heals(world, "deaf")


@on_the_line(
    "A hotel's or a network's sign-in page answers in the place of the server",
    sees="*Not saved yet*, then *Saved* when the learner has signed in there",
    work="All of it arrives then",
    formats=SCORM12,
)
def test_portal(world: World) -> None:
    fails_and_heals(world, "portal")


@on_the_line(
    "The session with the platform has expired; the learner signs in again in another window",
    sees="*Not saved yet*, then *Saved*",
    work="All of it arrives",
    formats=SCORM12,
)
def test_session_expired(world: World) -> None:
    fails_and_heals(world, "expired")


@on_the_line(
    "The session with the platform has expired, and the window is closed without signing in again",
    sees="At the next visit a notice that work kept on this device is being saved, then *Saved*",
    work="All of it arrives then",
    formats=SCORM12,
)
def test_session_expired_and_left(world: World) -> None:
    fails_and_is_left(world, "expired")


@on_the_line(
    "The learner has signed in again, but the platform goes on refusing what the old window sends",
    sees="*Not saved yet* and a notice with a button that opens the course anew. Then *Saved*",
    work="The button loses nothing: the work is sent by the newly opened course",
)
def test_refused_again_and_again(world: World) -> None:
    window = world.begin()
    world.lms.line = "false"
    window.answer("q-p-check-2")
    window.until("unsaved")
    for _ in range(12):
        window.let(60)
        if window.notices.count():
            break
    expect(window.notices).to_have_count(1)
    world.lms.line = "up"
    window.open_again()
    window.until("saved")
    assert len(world.answers()) == COUNT - 1


@on_the_line(
    "The browser refuses to send what it is handed when the window is closed (too much is waiting)",
    sees="At the next visit *Not saved yet*, then *Saved*",
    work="It has stayed on the device and arrives then",
    formats=SCORM12,
)
def test_beacon_refused(world: World) -> None:
    window = world.begin()
    world.lms.line = "cut"
    window.answer("q-p-check-2")
    window.until("unsaved")
    window.page.evaluate("navigator.sendBeacon = () => false")
    window.leave()
    world.lms.line = "up"
    assert len(world.answers()) == 1
    again = world.enter()
    again.until("saved")
    assert len(world.answers()) == COUNT - 1


def closed_in_mid_commit(world: World, line: str) -> None:
    """The window is closed while the server has not yet answered a commit."""
    window = world.begin()
    world.lms.line = line
    before = world.lms.attempts
    # In a task of its own: the commit holds the window up, and the test would wait for it.
    window.sco.evaluate(
        """key => { const line = new MessageChannel(); line.port2.postMessage(0);
        line.port1.onmessage = () => cw.answered(key, {fp: 1, result: 120, bits: "0"}); }""",
        "0000aa",
    )
    while world.lms.attempts == before:
        window.lms.gate.wait(0.02)
    world.lms.gate.set()
    window.die()
    world.lms.line = "up"
    world.lms.gate.clear()


@on_the_line(
    "The window is closed while a slow server has not answered, and the work had arrived",
    sees="Nothing but *Saved* at the next visit",
    work="It is there",
    formats=SCORM12,
)
def test_closed_in_mid_commit(world: World) -> None:
    closed_in_mid_commit(world, "slow")
    again = world.enter()
    assert "0000aa" in again.answered


@on_the_line(
    "The window is closed while a slow server has not answered, and the work had not arrived",
    sees="At the next visit *Not saved yet*, then *Saved*",
    work="It has stayed on the device and arrives then",
)
def test_closed_in_mid_commit_and_lost(world: World) -> None:
    closed_in_mid_commit(world, "stuck")
    assert len(world.answers()) == 1
    again = world.enter()
    assert "0000aa" in again.answered
    again.until("saved")
    assert len(world.answers()) == COUNT - 1
