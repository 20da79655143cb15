"""The sample page in a real browser: no sideways scrolling, targets large enough, nothing the policy refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.archive import write_folder
from builder.model.course import Asset
from builder.render.site import render_site
from tests.render.sample import sample

pytestmark = pytest.mark.browser

PAGES = ("index", "p-workers", "contents", "glossary", "result")

TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """[...document.querySelectorAll('.bar a, .turn a, .toc a, summary')]
  .filter(e => e.getBoundingClientRect().height < 43.9).map(e => e.outerHTML)"""


@pytest.fixture(scope="module", params=["en", "ar", "qps"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp(request.param)
    drawing = root / "map.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300"/>')
    package = sample(request.param, {"media/map.svg": Asset("media/map.svg", str(drawing))})
    write_folder(root / "site", render_site(package, lms="none", state_limit=0)[0])
    return root / "site"


@pytest.mark.parametrize("width", [320, 367, 650])
def test_pages_fit(browser: object, folder: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 680}, java_script_enabled=True)  # type: ignore[attr-defined]
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for name in PAGES:
        page.goto((folder / f"{name}.html").as_uri())
        for size in ("", "2"):
            page.evaluate("size => document.documentElement.dataset.size = size", size)
            assert page.evaluate(TOO_WIDE) <= 0, (name, size)
        assert page.evaluate(SMALL) == [], name
    context.close()
    assert [text for text in said if "Content Security Policy" in text] == []


def test_reads_without_javascript_and_prints(browser: object, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 650, "height": 680})  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto((folder / "p-workers.html").as_uri())
    assert page.locator("h1").is_visible()
    assert page.locator("nav.turn a").count() == 2
    assert not page.locator("#cw-prefs").is_visible()
    assert not page.get_by_text("cut, sorted and packed").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert page.get_by_text("cut, sorted and packed").is_visible()
    context.close()


@pytest.mark.parametrize(("scheme", "chosen", "paper"), [
    ("light", "", "rgb(253, 252, 249)"),
    ("dark", "", "rgb(18, 24, 31)"),
    ("dark", "light", "rgb(253, 252, 249)"),
    ("light", "dark", "rgb(18, 24, 31)"),
])  # fmt: skip
def test_light_and_dark(browser: object, folder: Path, scheme: str, chosen: str, paper: str) -> None:
    context = browser.new_context(color_scheme=scheme, java_script_enabled=True)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto((folder / "glossary.html").as_uri())
    if chosen:
        page.evaluate("theme => document.documentElement.dataset.theme = theme", chosen)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper
    context.close()


def test_bars_run_from_the_side_where_reading_begins(browser: object, folder: Path) -> None:
    page = browser.new_page(viewport={"width": 367, "height": 680})  # type: ignore[attr-defined]
    page.goto((folder / "p-workers.html").as_uri())
    cell, bar, number = (
        page.locator(f".bars >> nth=0 >> {part} >> nth=1").bounding_box() for part in ("td", "svg", "td span")
    )
    if page.locator("html").get_attribute("dir") == "rtl":
        assert bar["x"] + bar["width"] == pytest.approx(cell["x"] + cell["width"], abs=1)
        assert number["x"] + number["width"] < bar["x"]
    else:
        assert bar["x"] == pytest.approx(cell["x"], abs=1)
        assert number["x"] > bar["x"] + bar["width"]
    page.close()
