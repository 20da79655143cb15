"""Every state a question can be in, reached as a learner reaches it: for snapshots, for axe-core, for the gallery.

All questions of the page go from state to state together, so that a state costs one page and not one page a type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, Route, expect

from builder.model.course import Page as CoursePage
from tests.support import question_samples as samples
from tests.support.answering import answer, press
from tests.support.browsing import write

SEED = "Math.random = () => 0.5"
"""A script for new pages: what is drawn and shuffled is the same each time."""

SPOIL = """() => [...document.querySelectorAll('.q')].filter(q => q.checkVisibility()).forEach(q => {
    const [ticked, field] = ['[type=checkbox]:checked', '.pair .field, .gap .field, .item-place']
        .map(each => q.querySelector(each));
    if (ticked) ticked.click();
    else if (field) {
        field.value = field.matches('select') ? [...field.options].findLast(o => !o.selected && o.value).value : 'zzz';
        for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {bubbles: true}));
    }
})"""
"""Makes the right answers on the page partly right, where their type knows such a thing."""

FIRST_STEP = """() => document.querySelectorAll('.q[data-type=branch]').forEach(q => {
    q.querySelector('.step:not([hidden]) input').click();
    q.querySelector('[data-do="check"]').click();
})"""


def sample_pages(role: str) -> tuple[CoursePage, CoursePage]:
    """A page without questions, and one with a question of every type for ``practice`` or as a ``test``."""
    everything = tuple(replace(each, confidence=each.id == "q-single") for each in samples.every_type())
    first = samples.page(samples.quiz("quiz-0", questions=()), "p-0")
    return first, samples.page(samples.quiz("quiz-1", role, everything))


def write_samples(folder: Path, language: str = "en") -> None:
    """Those pages, in ``folder/practice`` and in ``folder/test``."""
    for role in ("practice", "test"):
        write(folder / role, samples.package(*sample_pages(role), language=language))


def sample_ids() -> list[str]:
    """The ids of the questions and cases."""
    return [question.id for question in samples.every_type()]


def practice_states(page: Page, address: str) -> Iterator[str]:
    """Open the page of ``write_samples`` for practice and go from state to state; yields the name of each."""
    page.add_init_script(SEED)
    ready(page, f"{address}/practice/p-1.html")
    yield "untouched"
    press(page, "check")
    yield "asked too early"
    page.evaluate(FIRST_STEP)
    yield "a step taken"
    ready(page, f"{address}/practice/p-1.html")
    answer(page, right=True, submit=False)
    yield "chosen"
    press(page, "check")
    yield "right"
    press(page, "all")
    yield "right, all explanations"
    press(page, "again")
    answer(page, right=True, submit=False)
    page.evaluate(SPOIL)
    press(page, "check")
    yield "partly right"
    press(page, "all")
    yield "partly right, all explanations"
    press(page, "again")
    answer(page, right=False)
    yield "not quite"
    press(page, "all")
    yield "not quite, all explanations"
    ready(page)
    yield "restored"
    page.route("**/p-1.html", _edited)
    ready(page)
    yield "of an earlier version"
    page.unroute("**/p-1.html")


def test_states(page: Page, address: str) -> Iterator[str]:
    """The same for the page of a test."""
    page.add_init_script(SEED)
    ready(page, f"{address}/test/p-1.html")
    yield "before the test"
    press(page, "start")
    yield "in an open test"
    press(page, "submit")
    yield "asked whether to submit, nothing answered"
    press(page, "back")
    answer(page, right=False, submit=False)
    yield "answered in an open test"
    ready(page)
    yield "restored in an open test"
    press(page, "submit")
    yield "asked whether to submit, all answered"
    press(page, "finish")
    yield "reviewed"
    press(page, "all")
    yield "reviewed, all explanations"
    press(page, "leave")
    press(page, "start")
    press(page, "submit")
    press(page, "finish")
    yield "reviewed, left out"


test_states.__test__ = False  # type: ignore[attr-defined]


def ready(page: Page, address: str = "") -> None:
    """Open ``address``, or this page again, and wait until the player has taken hold of its questions."""
    if address:
        page.goto(address)
    else:
        page.reload()
    expect(page.locator(".quiz")).to_have_attribute("data-live", "")


def _edited(route: Route) -> None:
    """The page with every question's structure changed since it was answered."""
    answered = route.fetch()
    body = re.sub(r'data-fp="(..)"', lambda found: f'data-fp="{int(found[1], 16) ^ 1:02x}"', answered.text())
    route.fulfill(response=answered, body=body)
