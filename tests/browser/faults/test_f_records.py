"""What the platform has kept is damaged, hostile, older or newer than the course."""

from __future__ import annotations

from functools import partial
from random import Random

from playwright.sync_api import expect

from builder.state.bits import crc16, number, to_characters
from builder.state.codec import QuizRecord, Record, State, encode
from builder.state.keys import key_of
from tests.browser.faults.fault import ALL, SCORM, SCORM12, WEB, fault
from tests.browser.faults.world import STATE, Window, World
from tests.support.sites import site

of_the_record = partial(fault, "The record")

ONE, TWO, NEW = key_of("q-p-check-1"), key_of("q-p-check-2"), key_of("q-p-check-new")
UNREAD = "Your earlier work could not be read."


def impossible() -> str:
    """A string with a right check that says 100.01 points."""
    release, revision, status, score, page, counts = 1, 9, 2, 10_001, 0, 32
    bits = number(release, 12) + number(revision, 20) + number(status, 2) + number(score, 14) + number(page, 24)
    bits += "0" * counts
    return "1" + to_characters(bits + number(crc16(bits), 16))


def put(world: World, text: str) -> None:
    """Have the platform hold ``text`` as Ana's state, and nothing that was called saved before."""
    world.lms.of("ana")["cmi.suspend_data"] = text
    world.book.clear()


def begins_anew(world: World) -> Window:
    """A visit that cannot use what was kept, says so, and saves what is done from now on."""
    window = world.enter()
    expect(window.notices).to_contain_text([UNREAD])
    assert window.answered == set()
    window.save("q-p-check-2")
    assert world.answers() == {TWO: 120}
    assert window.problems == []
    return window


@of_the_record(
    "The record was cut off by the platform",
    sees="A notice that earlier work could not be read. The course begins anew",
    work="The earlier work is lost; score and status in the platform stay",
)
def test_truncated(world: World) -> None:
    window = world.begin()
    window.test_done(8000)
    window.until("saved")
    window.leave()
    put(world, world.lms.of("ana")["cmi.suspend_data"][:-9])
    begins_anew(world)
    assert world.result() == ("80", "passed")


@of_the_record(
    "The record was cut off, and the browser still holds work that was *Not saved yet*",
    sees="A notice that earlier work could not be read, and the work that was on the device",
    work="What the browser had kept is saved: it is the whole state, not only what was new",
    formats=SCORM12,
)
def test_truncated_with_a_journal(world: World) -> None:
    window = world.begin()
    world.lms.line = "false"
    window.answer("q-p-check-2")
    window.until("unsaved")
    window.die()
    world.lms.line = "up"
    world.lms.of("ana")["cmi.suspend_data"] = "1AAAA"
    again = world.enter()
    again.until("saved")
    assert world.answers().keys() == {ONE, TWO}


@of_the_record(
    "The record is not ours, or made up: random or far too long, another version, impossible values",
    sees="A notice that earlier work could not be read. The course begins anew",
    work="Nothing of it is taken over, and nothing breaks",
    formats=SCORM12,
)
def test_hostile(world: World) -> None:
    chance = Random(5)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for text in (
        "1" + "".join(chance.choices(letters, k=300)),
        "<script>alert(1)</script>\u2028'\"\\",
        "1" + "_" * 63_000,
        "2" + encode(State(revision=9))[1:],
        impossible(),
    ):
        put(world, text)
        if world.format == "scorm2004":
            world.lms.of("ana")["cmi.exit"] = "suspend"
        window = begins_anew(world)
        # The copy of a journal that is done with goes in the browser's own time.
        window.until_copied(lambda kept: not any("journal" in name for name in kept))
        window.leave()


def in_the_second_edition(world: World) -> None:
    """The course is replaced by its next edition: a question new, one gone, one rebuilt."""
    world.lms.content = site(world.format, "second")


@of_the_record(
    "The course is replaced by a newer edition with changed questions",
    sees="What was read and answered; a rebuilt question keeps its result and says so",
    work="It is all kept, answers to questions that are gone as well",
    formats=(*SCORM12, *WEB),
)
def test_older_edition(world: World) -> None:
    window = world.enter(page="p-check.html" if world.format == "none" else "/content/p-check.html")
    for question in window.sco.locator(".q").all():
        question.get_by_label("Right", exact=True).check()
        question.locator("[data-do=check]").click()
    window.until("saved")
    window.leave()
    in_the_second_edition(world)
    again = world.enter(page="p-check.html" if world.format == "none" else "/content/p-check.html")
    rebuilt = again.sco.locator("#q-p-check-2")
    expect(rebuilt).to_contain_text("earlier version")
    new = again.sco.locator("#q-p-check-new")
    new.get_by_label("Right", exact=True).check()
    new.locator("[data-do=check]").click()
    again.until("saved")
    assert world.answers() == {ONE: 120, TWO: 120, NEW: 120}
    assert world.kept().release == 2


@of_the_record(
    "The record comes from a newer edition than the course (an older package was put back)",
    sees="The course as it is; what it does not know is not shown",
    work="What the newer edition knew is kept and written back with every save",
    formats=ALL,
)
def test_newer_edition(world: World) -> None:
    unknown = State(
        release=9,
        revision=40,
        pages=(5, key_of("p-one")) if key_of("p-one") > 5 else (key_of("p-one"), 5),
        quizzes=(QuizRecord(7, attempts=2, best=4000, seed=3),),
        questions=(Record(11, 200, 60, "10110"),),
    )
    if world.format == "none":
        window = world.enter()
        window.sco.evaluate("([name, text]) => localStorage.setItem(name, text)", [STATE, encode(unknown)])
        window.die()
    else:
        world.lms.of("ana").update({"cmi.suspend_data": encode(unknown), "cmi.exit": "suspend"})
    window = world.begin()
    kept = world.kept()
    assert kept.revision > unknown.revision
    assert kept.quizzes == unknown.quizzes
    assert set(unknown.questions) < set(kept.questions)
    assert 5 in kept.pages


@of_the_record(
    "Work is *Not saved yet* on a device when the course is replaced by a newer edition",
    sees="A notice that work kept on this device is being saved, then *Saved*",
    work="All of it arrives in the new edition",
)
def test_journal_of_an_older_edition(world: World) -> None:
    window = world.begin()
    world.lms.line = "cut"
    window.answer("q-p-check-2")
    window.test_done(8000)
    window.until("unsaved")
    window.leave()
    world.lms.line = "up"
    in_the_second_edition(world)
    again = world.enter()
    expect(again.notices).to_have_count(1)
    again.until("saved")
    assert world.answers().keys() == {ONE, TWO}
    assert world.result() == ("80", "passed")
    assert world.kept().release == 2


@of_the_record(
    "The platform has lost score and status, but not the record",
    sees="*Not saved yet* for a moment, then *Saved*",
    work="Score and status are written again from the record",
    formats=SCORM12,
)
def test_score_lost(world: World) -> None:
    window = world.begin()
    window.test_done(8000)
    window.until("saved")
    window.leave()
    for name in [name for name in world.lms.of("ana") if "score" in name or "status" in name]:
        del world.lms.of("ana")[name]
    again = world.enter()
    again.let(3)
    again.until("saved")
    assert world.result() == ("80", "passed")


@of_the_record(
    "The platform begins a new attempt and hands over an empty record",
    sees="The course from its beginning",
    work="The old attempt stays in the platform's reports. The new one begins empty",
    formats=SCORM,
)
def test_new_attempt(world: World) -> None:
    window = world.begin()
    window.leave()
    earlier = dict(world.lms.of("ana"))
    world.lms.stored["ana"] = {}
    world.book.clear()
    again = world.enter()
    assert again.answered == set()
    assert again.notices.count() == 0
    again.save("q-p-check-2")
    assert world.answers().keys() == {TWO}
    assert encode(world.kept()) != earlier["cmi.suspend_data"]
