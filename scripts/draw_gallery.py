"""Draw the gallery: ``python -m scripts.draw_gallery [WORDS]`` (``make gallery``) writes ``build/gallery/index.html``.

Every question in every state, and every kind of page, as learners see them: in the frame of an LMS on a laptop and on
a phone, light and dark, from right to left, and on paper. With WORDS only what has them in its name is drawn.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from scripts.draw_docs import make, page_file
from tests.support.answering import answer, press
from tests.support.browser import launch_options
from tests.support.browsing import served
from tests.support.examples import examples, write_course
from tests.support.item_states import practice_states, ready, sample_ids, test_states, write_samples
from tests.support.node import ROOT

OUT = ROOT / "build" / "gallery"
PARTS = {"quiz-start": ".quiz-start", "quiz-ask": ".quiz-ask", "quiz-end": ".quiz-end"}
STYLE = """
:root { font: 15px/1.4 system-ui, sans-serif; color-scheme: light; }
body { margin: 1rem; background: #e9e9e4; color: #1d2733; }
nav { columns: 12rem; }
section { margin-block: 2rem; }
h2 { position: sticky; inset-block-start: 0; margin: 0; padding: .3rem 0; background: #e9e9e4; }
h3 { margin: 1rem 0 .3rem; font-size: 1rem; }
.row { display: flex; gap: 12px; align-items: flex-start; overflow-x: auto; }
figure { flex: none; margin: 0; }
figcaption { font-size: .8rem; color: #566270; }
img { display: block; max-width: none; box-shadow: 0 0 3px #0006; }
"""


@dataclass(frozen=True, slots=True)
class View:
    """How a learner looks at a page."""

    name: str
    width: int
    scheme: Literal["light", "dark"] = "light"
    language: str = "en"
    paper: bool = False
    contrast: Literal["none", "active"] = "none"


VIEWS = (
    View("laptop", 650),
    View("phone", 367),
    View("laptop-dark", 650, "dark"),
    View("phone-dark", 367, "dark"),
    View("laptop-rtl", 650, language="ar"),
    View("phone-rtl", 367, language="ar"),
    View("contrast", 650, contrast="active"),
    View("paper", 680, paper=True),
)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture in the gallery: what it shows, in which state, seen how."""

    name: str
    state: str
    view: View
    file: str


class Camera:
    """Takes pictures into a folder, each look of a thing once."""

    def __init__(self, folder: Path, words: str) -> None:
        self.folder, self.words = folder, words
        self.shots: list[Shot] = []
        self._seen: set[tuple[str, str, str]] = set()

    def wants(self, name: str) -> bool:
        return self.words in name

    def take(self, part: Locator, name: str, state: str, view: View) -> None:
        """Take ``part`` unless it looks as in a state that was taken before."""
        look = part.evaluate("each => each.outerHTML + [...each.querySelectorAll(':checked')].map(o => o.id + o.text)")
        seen = (name, view.name, look)
        if seen in self._seen:
            return
        self._seen.add(seen)
        file = hashlib.sha256(repr((name, state, view.name)).encode()).hexdigest()[:16] + ".png"
        part.screenshot(path=self.folder / file, animations="disabled")
        self.shots.append(Shot(name, state, view, file))


def main(words: str = "") -> None:
    """Draw everything, or what has ``words`` in its name, and write the page that shows it."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    camera = Camera(OUT, words)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        out = Path(folder)
        make(write_course(out / "courses"), out)
        make(ROOT / "courses", out)
        for language in {view.language for view in VIEWS}:
            write_samples(out / language, language)
        browser = playwright.chromium.launch(**launch_options())
        with served(out) as address:
            for view in VIEWS:
                draw_questions(browser, f"{address}/{view.language}", view, camera)
                if view.language == "en":
                    draw_pages(browser, address, view, camera)
        browser.close()
    (OUT / "index.html").write_text(gallery(camera.shots), encoding="utf-8", newline="\n")
    print(f"{len(camera.shots)} pictures: {OUT / 'index.html'}")


def draw_questions(browser: Browser, address: str, view: View, camera: Camera) -> None:
    """Every question, and what stands around those of a test."""
    parts = {**{name.removeprefix("q-"): f"#{name}" for name in sample_ids()}, **PARTS}
    parts = {name: selector for name, selector in parts.items() if camera.wants(name)}
    for states in (practice_states, test_states) if parts else ():
        page = opened(browser, view)
        for state in states(page, address):
            settle(page, view)
            for name, selector in parts.items():
                part = page.locator(selector)
                if part.count() and part.is_visible():
                    camera.take(part, name, state, view)
        page.context.close()


def draw_pages(browser: Browser, address: str, view: View, camera: Camera) -> None:
    """Every construct of the reference as its page, and the pages and panels around those of a course."""
    page = opened(browser, view)
    course = f"{address}/tg-101-en-web"
    for example in examples():
        name = f"example {example.name}"
        if camera.wants(name):
            started(page, f"{address}/examples-en-web/{page_file(example)}")
            settle(page, view)
            camera.take(page.locator("body"), name, "as it opens", view)
            if example.answer:
                answer(page, right=example.answer == "right")
                press(page, "all")
                camera.take(page.locator("body"), name, "answered", view)
    for file in ("index", "contents", "glossary", "result", "p-final-test", "p-entrepreneurs"):
        if camera.wants(f"page {file}"):
            started(page, f"{course}/{file}.html")
            settle(page, view)
            camera.take(page.locator("body"), f"page {file}", "as it opens", view)
    for selector in (".bar-menu", "#cw-prefs"):
        if camera.wants(f"panel {selector}") and not view.paper:
            started(page, f"{course}/p-entrepreneurs.html")
            page.locator(selector).click()
            panel = page.locator("dialog.panel")
            panel.wait_for()
            camera.take(panel, f"panel {selector}", "opened", view)
    page.context.close()


def opened(browser: Browser, view: View) -> Page:
    """A browser that shows pages as ``view`` says."""
    context = browser.new_context(
        viewport={"width": view.width, "height": 800}, color_scheme=view.scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.emulate_media(forced_colors=view.contrast)
    return page


def started(page: Page, address: str) -> None:
    """Open ``address`` and wait for the player."""
    page.emulate_media(media="screen")
    page.goto(address)
    page.locator("#cw-prefs").wait_for()
    if page.locator(".quiz").count():
        ready(page, address)


def settle(page: Page, view: View) -> None:
    """Leave no focus behind, nothing that sticks over the text, and lay out for paper."""
    page.evaluate("document.querySelectorAll('.bar, .quiz-bar').forEach(each => { each.style.position = 'relative' })")
    page.evaluate("document.activeElement.blur()")
    page.emulate_media(media="print" if view.paper else "screen")


def gallery(shots: list[Shot]) -> str:
    """The page: a section a thing, a row a state, a picture a view."""
    names = list(dict.fromkeys(shot.name for shot in shots))
    links = "".join(f'<a href="#{escape(name)}">{escape(name)}</a><br>' for name in names)
    sections = "".join(_section(name, [shot for shot in shots if shot.name == name]) for name in names)
    return (
        '<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Gallery</title>'
        f"<style>{STYLE}</style>\n<h1>Gallery</h1><nav>{links}</nav>\n{sections}</html>\n"
    )


def _section(name: str, shots: list[Shot]) -> str:
    states = dict.fromkeys(shot.state for shot in shots)
    rows = "".join(f'<h3>{state}</h3><div class="row">{"".join(_pictures(shots, state))}</div>\n' for state in states)
    return f'<section id="{escape(name)}"><h2>{escape(name)}</h2>\n{rows}</section>\n'


def _pictures(shots: list[Shot], state: str) -> Iterator[str]:
    for shot in shots:
        if shot.state == state:
            about = f"{shot.name}, {state}, {shot.view.name}"
            picture = f'<img src="{shot.file}" alt="{escape(about)}" loading="lazy">'
            yield f"<figure>{picture}<figcaption>{shot.view.name}</figcaption></figure>"


if __name__ == "__main__":
    main(*sys.argv[1:2])
