"""The report on content in a browser: light and dark, on a phone of 320 px, on paper, for everybody."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.cli.support import run
from tests.report.bench import programme_in
from tests.support.answering import barriers


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a course that cannot be read, findings, and a review that is due."""
    folder = tmp_path_factory.mktemp("report")
    programme = "id: p\ntitle: Programme\nlanguages: [en]\nsource_language: en\ncourses: [c, gone]\n"
    rules = "content:\n  words: {least: 40}\n  levels: {analyse: 60}\n"
    root = programme_in(folder, {"programme.yaml": programme + rules})
    run("report", "--root", root, "--out", folder, "--on", "2028-01-01")
    return folder / "report.html"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (650, "light"), (367, "dark"), (320, "light")])
def test_it_reads_well(report: Path, width: int, scheme: Literal["light", "dark"], browser: Browser) -> None:
    page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert asked == [report.as_uri()]
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()") == "#1d2733"
    page.context.close()


def test_it_reads_from_right_to_left(report: Path, browser: Browser) -> None:
    page = browser.new_context(viewport={"width": 367, "height": 800}).new_page()
    page.goto(report.as_uri())
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 367
    assert barriers(page) == []
    page.context.close()
