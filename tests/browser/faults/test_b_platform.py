"""The platform's interface breaks, refuses or changes under the course."""

from __future__ import annotations

from functools import partial

from playwright.sync_api import expect

from builder.state.codec import encode
from builder.state.keys import key_of
from tests.browser.faults.fault import SCORM12, fault
from tests.browser.faults.world import Window, World, journal

on_the_platform = partial(fault, "The platform's interface")

SPOIL = """
const api = window.API || window.API_1484_11;
const change = (ending, work) => Object.keys(api).filter((name) => name.endsWith(ending)).forEach((name) => {
  const before = api[name];
  api[name] = (...given) => work(before, ...given);
});
"""
"""``change`` puts something else in the place of a call of the interface."""


CLOSED = """Object.defineProperty(window, "API", {set() {},
get: () => ({LMSInitialize: () => "false", LMSGetValue: () => ""})});"""


def spoil(window: Window, change: str) -> None:
    window.page.evaluate("() => {" + SPOIL + change + "}")


def stays_and_comes_back(world: World, window: Window) -> None:
    """An answer is not saved in this window, stays on the device, and arrives at the next visit."""
    window.answer("q-p-check-2")
    window.until("unsaved")
    window.let(60)
    window.settled("unsaved")
    assert len(world.answers()) == 1
    window.leave()
    again = world.enter()
    again.until("saved")
    assert world.answers().keys() == {key_of("q-p-check-1"), key_of("q-p-check-2")}
    assert journal(again.page) == []


@on_the_platform(
    "Every call of the interface fails with an error of its own",
    sees="*Not saved yet*. The course goes on",
    work="It stays on the device and arrives at the next visit",
)
def test_throws(world: World) -> None:
    window = world.begin()
    spoil(window, "change('', () => { throw Error('broken'); });")
    stays_and_comes_back(world, window)
    assert window.problems == []


@on_the_platform(
    "The interface disappears while the course is open",
    sees="*Not saved yet*. The course goes on",
    work="It stays on the device and arrives at the next visit",
    formats=SCORM12,
)
def test_vanishes(world: World) -> None:
    window = world.begin()
    window.page.evaluate("() => { delete window.API; delete window.API_1484_11; }")
    stays_and_comes_back(world, window)
    assert window.problems == []


@on_the_platform(
    "There is no interface from the beginning: the file is opened outside the platform",
    sees="*On this device*",
    work="It is kept in this browser only; the record of the platform is not touched",
    formats=SCORM12,
)
def test_missing(world: World) -> None:
    window = world.begin()
    window.leave()
    before = dict(world.lms.of("ana"))
    outside = world.devices[0].new_page()
    outside.goto(f"{world.lms.url}/content/index.html")
    expect(outside.locator("#cw-prefs")).to_be_visible()
    outside.evaluate("cw.answered('0000aa', {fp: 1, result: 60, bits: '0'})")
    expect(outside.locator("#cw-save")).to_have_text("On this device")
    outside.reload()
    assert outside.evaluate("[...cw.state.answers.keys()]") == ["0000aa"]
    outside.close()
    assert world.lms.of("ana") == before


@on_the_platform(
    "The platform takes no reports of single answers",
    sees="*Saved*",
    work="State, score and status are saved all the same; only the platform's report of single answers is empty",
)
def test_interactions_refused(world: World) -> None:
    window = world.enter()
    window.sco.evaluate("cw.course.interactions = 'all'")
    spoil(
        window,
        "change('SetValue', (before, name, value) => /interactions/.test(name) ? 'false' : before(name, value));",
    )
    window.save("q-p-check-1", "q-p-check-2")
    window.test_done(7000)
    window.until("saved")
    assert world.result() == ("70", "passed")
    assert not [name for name in world.lms.of("ana") if "interactions" in name]


@on_the_platform(
    "The platform has less room for the record than the format promises, and refuses a longer one",
    sees="*Not saved yet*, after some tries a notice",
    work="What was saved before stays; the rest stays on the device and arrives when there is room",
    formats=SCORM12,
)
def test_no_room_at_all(world: World) -> None:
    window = world.begin()
    room = len(world.lms.of("ana")["cmi.suspend_data"])
    spoil(
        window,
        f"""change('SetValue', (before, name, value) => name === 'cmi.suspend_data' && value.length > {room}
        ? 'false' : before(name, value));""",
    )
    stays_and_comes_back(world, window)


@on_the_platform(
    "The record is full: more answers than the format has room for",
    sees="*Saved*. A question whose answer had to go shows its result only",
    work="All results are kept. The answers themselves go, those of practice questions first",
    formats=SCORM12,
)
def test_record_full(world: World) -> None:
    window = world.begin()
    limit, many = 600, 40
    window.sco.evaluate(
        """([limit, many]) => { cw.course.limit = limit; for (let at = 0; at < many; at++) {
        cw.answered("0000" + (at + 16), {fp: 1, result: at, bits: "10".repeat(60)}); } }""",
        [limit, many],
    )
    window.until("saved")
    assert len(world.lms.of("ana")["cmi.suspend_data"]) <= limit
    assert sorted(world.answers().values()) == [*range(many), 120]
    assert len(encode(world.kept())) <= limit


@on_the_platform(
    "The platform does not let a session begin",
    sees="*On this device*",
    work="It is kept in this browser; the record of the platform is not touched",
    formats=SCORM12,
)
def test_no_session(world: World) -> None:
    window = world.begin()
    window.leave()
    before = dict(world.lms.of("ana"))
    outside = world.enter(script=CLOSED)
    outside.answer("q-p-check-2")
    outside.until("saved")
    expect(outside.bar).to_have_text("On this device")
    outside.leave()
    assert world.lms.of("ana") == before
    world.book["ana"].pop(key_of("q-p-check-2"))


@on_the_platform(
    "Another learner signs in in a second window of the same browser while the course is open in the first",
    sees="The first window: *Not saved yet*. It never shows or takes in the other one's work",
    work="Each learner's work stays theirs. What could not be sent arrives when the first learner comes back",
)
def test_another_signs_in(world: World) -> None:
    ana = world.begin("ana")
    ben = world.begin("ben")
    ben.save("q-p-test-1", "q-p-test-2")
    ben.test_done(9000)
    ben.until("saved")
    ben.leave()
    world.lms.signed_in = "ben"
    ana.pass_time(700)
    ana.answer("q-p-check-2")
    ana.until("unsaved")
    ana.let(120)
    assert ana.answered == {f"{key_of(name):06x}" for name in ("q-p-check-1", "q-p-check-2")}
    assert world.lms.of("ben").get("cmi.suspend_data") is not None
    assert key_of("q-p-check-2") not in world.answers("ben")
    ana.leave()
    world.lms.signed_in = ""
    again = world.enter("ana")
    again.until("saved")
    assert world.answers("ana").keys() == {key_of("q-p-check-1"), key_of("q-p-check-2")}
    assert world.result("ana")[0] is None
