"""Every state of every type and every kind of page, as different people see it: axe-core, targets, nothing cut off.

Each state is looked at in some ways, each way meets many states; a way and a kind of state meet somewhere. What a way
changes decides what must be looked at again: colours alone, or how everything fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.answering import answer, barriers, course_files, press
from tests.support.item_states import practice_states, test_states

LAYOUT = (Path(__file__).parent / "layout.js").read_text("utf-8")
COLOURS = ("color-contrast", "link-in-text-block")
OURS = 44
"""Pixels a control is wide and high at least; WCAG 2.2 asks for 24."""

LARGE = "document.documentElement.style.fontSize = '{}'"
SPACED = """() => { const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
            word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet]; }"""
"""WCAG 2.2, 1.4.12."""


@dataclass(frozen=True, slots=True)
class Way:
    """How somebody sees a page."""

    name: str
    width: int = 650
    scheme: Literal["light", "dark"] = "light"
    contrast: Literal["none", "active"] = "none"
    size: str = ""
    """The player's own size of letters."""
    zoom: str = ""
    """A size of letters that the browser is set to."""
    spaced: bool = False
    rules: Sequence[str] = ()
    """Of axe-core; all where none is named."""


WAYS = (
    Way("light, on a phone of 320 px", 320),
    Way("dark, in very large letters", 367, "dark", size="2", rules=COLOURS),
    Way("in high contrast on a dark ground", 320, "dark", "active", rules=("target-size",)),
    Way("in letters of twice the size", 367, zoom="212.5%", rules=("target-size",)),
    Way("in high contrast on a light ground", contrast="active", rules=("target-size",)),
    Way("with wider spaces", 320, "dark", spaced=True, rules=COLOURS),
)
"""In high contrast Chromium paints the system's colours but tells axe-core ours: those are looked at in the gallery."""


def look(page: Page, way: Way, state: str, problems: list[str]) -> None:
    """Note what is wrong with the page in this state, seen in this way."""
    page.set_viewport_size({"width": way.width, "height": 700})
    page.emulate_media(color_scheme=way.scheme, forced_colors=way.contrast)
    page.evaluate("size => { document.documentElement.dataset.size = size }", way.size)
    page.evaluate(LARGE.format(way.zoom))
    page.evaluate(SPACED if way.spaced else "document.adoptedStyleSheets = []")
    # What sticks lies over what is scrolled under it, and axe-core takes that for a small target.
    page.evaluate("document.querySelectorAll('.bar, .quiz-bar').forEach(each => { each.style.position = 'relative' })")
    found = [*page.evaluate(LAYOUT, OURS), *barriers(page, rules=way.rules)]
    # axe-core takes a table in a disabled fieldset for disabled; the keyboard reaches it.
    if page.locator("fieldset:disabled .scroll[tabindex='0']").count():
        found = [each for each in found if not each.startswith("scrollable-region-focusable")]
    problems += [f"{page.url.rpartition('/')[2]}, {state}, {way.name}: {each}" for each in found]


@pytest.fixture
def page(browser: Browser, problems: list[str]) -> Iterator[Page]:
    page = browser.new_context(viewport={"width": 650, "height": 700}, reduced_motion="reduce").new_page()
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield page
    page.context.close()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("states", [practice_states, test_states], ids=["practice", "test"])
def test_questions(page: Page, site: str, problems: list[str], states, language: str) -> None:
    # English and Arabic begin at different ways, so that each state is seen in several.
    turn = 0 if language == "en" else 3
    for state in states(page, f"{site}/{language}"):
        look(page, WAYS[turn % len(WAYS)], f"{state}, {language}", problems)
        turn += 1


def kinds() -> list[str]:
    """One page of each kind the course has: by its parts and styles, the constructs in it, or its name."""
    found: dict[object, str] = {}
    for name, data in course_files("web").items():
        if name.endswith(".html"):
            text = data.decode()
            own = "data-page=" not in text or name == "index.html"
            marks = (name,) if own else tuple(mark for mark in MARKS if mark in text)
            found.setdefault(marks, name)
    return list(found.values())


MARKS = (
    'class="quiz"',
    'data-role="test"',
    "<table",
    'class="fig',
    "<details",
    "<img",
    "<video",
    "<audio",
    "data-cards",
)


def test_kinds_of_pages(page: Page, site: str, problems: list[str]) -> None:
    for number, name in enumerate(kinds()):
        page.goto(f"{site}/course/{name}")
        expect(page.locator("#cw-prefs")).to_be_visible()
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        # Each page in half of the ways, its neighbours in the others.
        for way in WAYS[number % 2 :: 2]:
            look(page, way, "as it opens", problems)
    answer(page, right=False)
    press(page, "all")


def test_panels(page: Page, site: str, problems: list[str]) -> None:
    page.goto(f"{site}/course/p-entrepreneurs.html")
    expect(page.locator("#cw-prefs")).to_be_visible()
    for opener in page.locator(".bar a:visible, .bar button:visible").all():
        for way in WAYS:
            opener.evaluate("each => each.click()")
            expect(page.locator("dialog[open]")).to_be_visible()
            look(page, way, f"panel of {opener.evaluate('each => each.id || each.className')}", problems)
            page.evaluate("document.querySelector('dialog[open]').close()")
            expect(page.locator("dialog")).to_have_count(0)
