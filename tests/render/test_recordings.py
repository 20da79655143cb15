"""Video and audio as HTML: nothing loads by itself, and everything is there in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from builder.model.course import Asset
from builder.model.text import Recording, Track
from builder.render.profile import EVERYTHING, Profile
from builder.render.writer import Writer
from tests.render.golden import PLAIN
from tests.render.sample import AT, par, sample

VIDEO = Recording(
    kind="video",
    source="media/a.mp4",
    title="At the <border>",
    tracks=(Track("media/a.vtt", "en"), Track("media/a.fr.vtt", "fr"), Track("media/a.xx.vtt", "qqq")),
    poster="media/p.svg",
    minutes=3,
    transcript=(par("I wait."),),
    span=AT,
)
AUDIO = Recording("audio", "media/a.mp3", "", (), "", 0, (par("I wait."),), AT)


def written(folder: Path, node: Recording, size: int, **profile: object) -> tuple[etree._Element, Writer]:
    files = {"media/a.mp4": bytes(size), "media/a.mp3": bytes(size), "media/p.svg": b'<svg viewBox="0 0 1600 900"/>'}
    assets = {}
    for path, data in files.items():
        file = folder / Path(path).name
        file.write_bytes(data)
        assets[path] = Asset(path, str(file))
    writer = Writer(replace(sample().course, assets=assets), Profile(**profile))  # type: ignore[arg-type]
    return etree.fromstring(str(writer.blocks((node,)))), writer


def words(root: etree._Element) -> str:
    return " ".join("".join(root.find("figcaption").itertext()).split())


def test_a_video_loads_nothing_before_it_is_asked_to(tmp_path: Path) -> None:
    root, writer = written(tmp_path, VIDEO, 4_160_000)
    video = root.find("video")
    assert dict(video.attrib) == {
        "controls": "",
        "preload": "none",
        "src": "media/a.mp4",
        "aria-label": "At the <border>",
        "width": "1600",
        "height": "900",
        "poster": "media/p.svg",
    }
    assert words(root) == (
        "At the <border> Video, 3 min, 4.2 MB. Open the file: At the <border> (opens in a new window)"
    )
    assert root.find("figcaption/a").get("href") == "media/a.mp4"
    assert writer.assets == {"media/a.mp4", "media/a.vtt", "media/a.fr.vtt", "media/a.xx.vtt", "media/p.svg"}
    assert not writer.parts


def test_captions_are_named_in_their_own_language_and_one_is_shown(tmp_path: Path) -> None:
    tracks = written(tmp_path, VIDEO, 1)[0].findall("video/track")
    assert [(each.get("srclang"), each.get("label"), each.get("default")) for each in tracks] == [
        ("en", "English", ""),
        ("fr", "français", None),
        ("qqq", "qqq", None),
    ]


@pytest.mark.parametrize(
    ("size", "told"), [(0, "Audio"), (1, "Audio, 1 kB"), (99_001, "Audio, 100 kB"), (100_000, "Audio, 0.1 MB")]
)
def test_weights(tmp_path: Path, size: int, told: str) -> None:
    assert words(written(tmp_path, AUDIO, size)[0]).startswith(f"{told}. Open")


def test_weights_are_written_as_the_language_has_it(tmp_path: Path) -> None:
    assert ", 12,3 " in words(written(tmp_path, AUDIO, 12_340_000, language="fr")[0])


def test_a_recording_without_poster_and_title(tmp_path: Path) -> None:
    video = written(tmp_path, replace(VIDEO, poster="", title=""), 1)[0].find("video")
    assert (video.get("width"), video.get("poster"), video.get("aria-label")) == ("640", None, "Video")
    assert written(tmp_path, AUDIO, 1)[0].find("audio").get("width") is None


def test_the_transcript_is_folded_where_html_can_fold(tmp_path: Path) -> None:
    root, _ = written(tmp_path, VIDEO, 1)
    assert [each.text for each in root.iterfind("details/p")] == ["I wait."]
    root, _ = written(tmp_path, VIDEO, 1, elements=EVERYTHING - {"details"})
    assert [each.text for each in root.iterfind("div/p")] == [None, "I wait."]


def test_a_reader_without_players_gets_the_words_and_the_link() -> None:
    html = Writer(sample().course, PLAIN).blocks((VIDEO,))
    root = etree.fromstring(str(html))
    assert {element.tag for element in root.iter()} == {"div", "p", "a", "b"}
    assert "I wait." in "".join(root.itertext())
