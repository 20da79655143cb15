"""Draw the pictures of the docs: ``python -m scripts.draw_docs`` (``make pictures``).

Builds the examples of ``docs/reference/authoring.md`` and the first course with the tool itself, opens them in
Chromium and writes what is seen to ``docs/images``. Run by hand when the theme, the player or an example changes.
"""

from __future__ import annotations

import base64
import struct
import tempfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from builder.pipeline import Order, build
from builder.render.marks import FAMILY, draw
from tests.support.answering import answer, press
from tests.support.browser import launch_options
from tests.support.browsing import served
from tests.support.examples import IMAGES, Example, examples, write_course
from tests.support.node import ROOT

SCALE = 1.5
"""Pixels of a picture for a CSS pixel."""

GAP = 24
WIDTHS = {1: 620, 2: 440}
"""CSS pixels of a page, by how many stand beside each other."""

COMPOSE = (Path(__file__).parent / "draw_docs.js").read_text("utf-8")
ALONE = """
.bar, .skip, .head, .turn, .edition { display: none !important }
main { padding: 14px 18px !important }
main > *, .quiz :is(.q, .scenario-stem) { margin-block: 0 14px !important }
main > :last-child, .units > :last-child { margin-bottom: 0 !important }
"""
"""Leaves of a page what its author wrote."""
FAMILY_STYLE = """
main { max-width: none !important }
main ul { display: grid; grid-template-columns: repeat(8, 1fr); gap: 18px; padding: 0; list-style: none }
main li { margin: 0; line-height: 1.3 }
main .mark:first-child { width: 48px; height: 48px; margin-right: 8px }
main code { display: block; font-size: 13px }
"""


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of a picture: a PNG with its size in pixels."""

    png: bytes
    width: int
    height: int
    round: int = 0


def main() -> None:
    """Write every picture, and remove those that no example names."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        out = Path(folder)
        make(write_course(out / "courses"), out)
        make(ROOT / "courses", out)
        browser = playwright.chromium.launch(**launch_options())
        with served(out) as address:
            drawn = [IMAGES / "lesson.png", IMAGES / "opening.png", IMAGES / "marks.png"]
            draw_lesson(browser, f"{address}/tg-101-en-web", drawn[0])
            draw_opening(browser, f"{address}/tg-101-en-web", drawn[1])
            draw_marks(browser, f"{address}/tg-101-en-web", drawn[2])
            for example in examples():
                draw_example(browser, f"{address}/examples-en-web", example)
                drawn.append(example.image)
        browser.close()
    for file in IMAGES.glob("*.png"):
        if file not in drawn:
            file.unlink()


def make(courses: Path, out: Path) -> None:
    """Build the web edition of ``courses`` in the folder ``out``."""
    report = build(Order(root=str(courses), out=str(out), targets=("web",)))
    if report.failed:
        raise SystemExit(
            "\n".join(f"{found.span.path}:{found.span.line} {found.message}" for found in report.diagnostics)
        )


def draw_example(browser: Browser, address: str, example: Example) -> None:
    """An example as it opens; a question answered beside it, a folded text unfolded."""
    folded = "::: reveal" in example.source
    panels = WIDTHS[2 if example.answer or folded else 1]
    page = opened(browser, f"{address}/{page_file(example)}", width=panels, height=600)
    page.add_style_tag(content=ALONE)
    shots = [shot(page)]
    if example.answer:
        answer(page, right=example.answer == "right")
        if example.answer != "right":
            press(page, "all")
        shots.append(shot(page))
    elif folded:
        page.locator("summary").click()
        page.mouse.move(0, 0)
        shots.append(shot(page))
    paint(page, shots, example.image)
    page.context.close()


def page_file(example: Example) -> str:
    """The file of its page."""
    return f"{example.page}.html"


def draw_lesson(browser: Browser, address: str, image: Path) -> None:
    """A page of the first course on a laptop, beside its question answered on a dark phone."""
    wide = opened(browser, f"{address}/p-entrepreneurs.html", width=760, height=560)
    laptop = seen(wide)
    narrow = opened(browser, f"{address}/p-entrepreneurs.html", width=367, height=560, scheme="dark")
    answer(narrow, right=True)
    narrow.locator(".q-title").first.evaluate("q => scrollTo({top: q.offsetTop - 120, behavior: 'instant'})")
    paint(wide, [laptop, seen(narrow)], image, ground="#ffffff", margin=2)
    wide.context.close()
    narrow.context.close()


def draw_opening(browser: Browser, address: str, image: Path) -> None:
    """The opening page on a laptop, and on a dark phone once pages have been opened."""
    wide = opened(browser, f"{address}/index.html", width=760, height=530)
    laptop = seen(wide)
    narrow = opened(browser, f"{address}/p-entrepreneurs.html", width=367, height=530, scheme="dark")
    narrow.evaluate("cw.go('index.html')")
    narrow.get_by_text("Go on where you stopped").wait_for()
    narrow.evaluate("scrollTo({top: 452, behavior: 'instant'})")
    paint(wide, [laptop, seen(narrow)], image, ground="#ffffff", margin=2)
    wide.context.close()
    narrow.context.close()


def draw_marks(browser: Browser, address: str, image: Path) -> None:
    """Every mark with its name, large and small."""
    page = opened(browser, f"{address}/index.html", width=760, height=400)
    page.add_style_tag(content=ALONE + FAMILY_STYLE)
    marks = "".join(f"<li>{draw(name)}{draw(name)}<code>{name}</code></li>" for name in FAMILY)
    page.locator("main").evaluate("(main, marks) => { main.innerHTML = `<ul>${marks}</ul>` }", marks)
    paint(page, [shot(page)], image)
    page.context.close()


def opened(browser: Browser, address: str, *, width: int, height: int, scheme: Any = "light") -> Page:
    """A page that the player has made ready."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=SCALE,
        color_scheme=scheme,
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto(address)
    page.locator("#cw-prefs").wait_for()
    if page.locator(".quiz").count():
        page.locator(".quiz[data-live]").first.wait_for()
    return page


def shot(page: Page) -> Panel:
    """The text of a page, as far as it reaches."""
    page.evaluate("document.activeElement.blur()")
    return sized(page.locator("main").screenshot())


def seen(page: Page) -> Panel:
    """What a screen shows of a page."""
    page.evaluate("document.activeElement.blur()")
    return sized(page.screenshot(), round=20)


def sized(png: bytes, round: int = 0) -> Panel:
    """A panel of a PNG, whose head holds its size."""
    width, height = struct.unpack(">II", png[16:24])
    return Panel(png, width, height, round)


def paint(page: Page, panels: Sequence[Panel], image: Path, *, ground: str = "#fdfcf9", margin: int = 0) -> None:
    """Write ``panels`` beside each other as one picture of at most 64 colours."""
    gap = int(GAP * SCALE)
    width = sum(panel.width for panel in panels) + gap * (len(panels) - 1) + 2 * margin
    height = max(panel.height for panel in panels) + 2 * margin
    placed, x = [], margin
    for panel in panels:
        url = "data:image/png;base64," + base64.b64encode(panel.png).decode()
        size = {"width": panel.width, "height": panel.height, "round": panel.round}
        placed.append({"url": url, "x": x, "y": margin, **size})
        x += panel.width + gap
    made = page.evaluate(COMPOSE, {"width": width, "height": height, "ground": ground, "panels": placed})
    image.write_bytes(encode(width, made["palette"], base64.b64decode(made["pixels"])))


def encode(width: int, palette: Sequence[Sequence[int]], pixels: bytes) -> bytes:
    """A PNG with a palette (PNG specification, third edition, 11.2): one octet a pixel, lines unfiltered."""
    lines = b"".join(b"\0" + pixels[at : at + width] for at in range(0, len(pixels), width))
    head = struct.pack(">IIBBBBB", width, len(pixels) // width, 8, 3, 0, 0, 0)
    colours = b"".join(bytes(colour) for colour in palette)
    parts = [(b"IHDR", head), (b"PLTE", colours), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )


if __name__ == "__main__":
    main()
