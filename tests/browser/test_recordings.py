"""Video and audio in a browser: on the line only when a learner asks for them, and in words for everyone."""

from __future__ import annotations

import io
import re
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.model.course import Asset
from builder.model.text import Recording, Track
from tests.render.sample import AT, par, sample
from tests.support.browsing import served, too_wide, until, violations, write

VIDEO = Recording(
    "video", "media/a.mp4", "At the border", (Track("media/a.vtt", "en"),), "media/p.svg", 3, (par("I wait."),), AT
)
AUDIO = Recording("audio", "media/a.wav", "A voice", (), "", 1, (par("I speak."),), AT)
POSTER = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#456" d="M0 0h16v9H0z"/></svg>'


def silence() -> bytes:
    """A second without sound."""
    stream = io.BytesIO()
    with wave.open(stream, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(16_000))
    return stream.getvalue()


FILES = {
    "media/a.mp4": b"\0\0\0\x18ftypmp42" + bytes(4_200_000),
    "media/a.wav": silence(),
    "media/a.vtt": b"WEBVTT\n\n00:00.000 --> 00:01.000\nI wait.\n",
    "media/p.svg": POSTER,
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("recordings")
    assets = {}
    for path, data in FILES.items():
        file = folder / path.replace("/", "-")
        file.write_bytes(data)
        assets[path] = Asset(path, str(file))
    write(folder / "out", sample(assets=assets, text=(par("Look."), VIDEO, AUDIO)))
    with served(folder / "out") as address:
        yield f"{address}/p-workers.html"


def test_nothing_is_loaded_until_play_is_pressed(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(address)
    page.locator("#cw-prefs").wait_for()
    page.locator("audio").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert not {"a.mp4", "a.wav"} & set(asked)
    expect(page.locator("figcaption").first).to_contain_text("Video, 3 min, 4.2")
    with page.expect_request("**/a.wav"):
        page.locator("audio").evaluate("sound => sound.play()")
    until(page, "document.querySelector('audio').ended || document.querySelector('audio').currentTime > 0")
    assert "a.mp4" not in asked


def test_captions_are_read_and_shown(page: Page, address: str) -> None:
    page.goto(address)
    track = "document.querySelector('track').track"
    until(page, f"{track}.cues && {track}.cues.length === 1")
    assert page.evaluate(f"{track}.mode") == "showing"


def test_the_transcript_is_folded_on_the_screen_and_open_on_paper(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_text("I wait.")).to_be_hidden()
    page.get_by_text("Transcript").first.click()
    expect(page.get_by_text("I wait.")).to_be_visible()
    expect(page.get_by_text("I speak.")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_text("I speak.")).to_be_visible()
    expect(page.locator("video")).to_be_hidden()


def test_the_file_opens_beside_the_course(page: Page, address: str) -> None:
    page.goto(address)
    link = page.get_by_role("link", name=re.compile("^Open the file ?: At the border"))
    assert link.evaluate("link => [link.getAttribute('href'), link.target]") == ["media/a.mp4", "_blank"]


@pytest.mark.parametrize("width", [320, 650])
def test_recordings_are_accessible_and_fit(browser: Browser, address: str, width: int) -> None:
    page = browser.new_context(viewport={"width": width, "height": 700}).new_page()
    page.goto(address)
    page.locator("#cw-prefs").wait_for()
    assert violations(page) == []
    assert not too_wide(page)
    box = page.locator("video").bounding_box()
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(16 / 9, rel=0.02)
    page.context.close()
