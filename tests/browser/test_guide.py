"""The administrator's guide in a browser: light and dark, on a phone of 320 px, on paper, for everybody."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from builder.guide.guide import guide_of
from builder.packing import Pack
from builder.targets import scorm12
from tests.guide.packs import backup, course, packed
from tests.guide.test_backup import QUESTIONS, programme
from tests.support.answering import barriers


@pytest.mark.parametrize(
    "pack", [packed(course(), scorm12.TARGET), backup(programme(), QUESTIONS)], ids=["scorm", "mbz"]
)
@pytest.mark.parametrize(("width", "scheme"), [(900, "light"), (320, "dark")])
def test_it_reads_well(
    pack: Pack, width: int, scheme: Literal["light", "dark"], browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "guide.html"
    file.write_bytes(guide_of(pack))
    page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert asked == [file.as_uri()]
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()") == "#1d2733"
    page.context.close()
