from __future__ import annotations

import io
import os
import wave
from pathlib import Path

import pytest

from tests.support.examine import examine, place
from tests.support.miniature import write
from tests.support.pages import PAGE, page

MP4 = b"\0\0\0\x18ftypmp42"
VTT = b"WEBVTT\n\n00:01.000 --> 00:04.000\nEach time I wait four hours.\n"
RIGHTS = "".join(
    f"- file: {name}\n  source: Own work\n  licence: CC BY 4.0\n"
    for name in ("a.mp4", "a.webm", "a.mp3", "a.m4a", "a.ogg", "a.wav", "a.avi", "p.png", "deep/a.mp4")
)


def silence() -> bytes:
    """A second without sound."""
    stream = io.BytesIO()
    with wave.open(stream, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(bytes(8000))
    return stream.getvalue()


def fence(kind: str, name: str, more: str = "") -> str:
    captions = "captions=media/a.vtt" if kind == "video" else ""
    return f"::: {kind} {name} {{{captions} {more}}}\n\nWhat is said.\n\n:::".replace(" { }", "")


def found(root: Path, body: str, **files: bytes) -> list[str]:
    """What is said of a page with ``body``; files by name below media/, ``_`` for the point."""
    named: dict[str, str | bytes | None] = {f"c/media/{name.replace('_', '.')}": data for name, data in files.items()}
    written = {PAGE: page(body), "c/media/media.yaml": RIGHTS, "c/media/a.vtt": VTT, **named}
    return [place(one) for one in examine(write(root / "courses", written))]


@pytest.mark.parametrize(
    ("kind", "name", "data"),
    [
        ("video", "a.mp4", MP4),
        ("video", "a.webm", b"\x1a\x45\xdf\xa3"),
        ("audio", "a.mp3", b"ID3\4"),
        ("audio", "a.mp3", b"\xff\xfb\x90"),
        ("audio", "a.m4a", b"\0\0\0\x1cftypM4A "),
        ("audio", "a.ogg", b"OggS\0"),
        ("audio", "a.wav", silence()),
    ],
)
def test_recordings_that_browsers_play(tmp_path: Path, kind: str, name: str, data: bytes) -> None:
    assert found(tmp_path, fence(kind, f"media/{name}"), **{name.replace(".", "_"): data}) == []


@pytest.mark.parametrize(
    ("kind", "name", "data", "code"),
    [
        ("video", "a.mp4", b"", "V304"),
        ("video", "a.webm", MP4, "V304"),
        ("video", "a.mp3", b"ID3\4", "V303"),
        ("audio", "a.mp4", MP4, "V303"),
        ("audio", "a.mp3", b"\xff\xd8\xff", "V304"),
        ("audio", "a.wav", b"RIFF\0\0\0\0WEBP", "V304"),
        ("audio", "a", b"ID3", "V303"),
    ],
)
def test_recordings_that_they_do_not(tmp_path: Path, kind: str, name: str, data: bytes, code: str) -> None:
    assert found(tmp_path, fence(kind, f"media/{name}"), **{name.replace(".", "_"): data}) == [f"{PAGE}:7:1 {code}"]


def test_a_large_file_is_weighed(tmp_path: Path) -> None:
    root = write(
        tmp_path / "courses",
        {PAGE: page(fence("video", "media/a.mp4")), "c/media/media.yaml": RIGHTS, "c/media/a.vtt": VTT},
    )
    (root / "c/media/a.mp4").write_bytes(MP4)
    os.truncate(root / "c/media/a.mp4", 10_000_000)
    assert examine(root) == []
    os.truncate(root / "c/media/a.mp4", 10_000_001)
    assert [(one.code.id, "11 MB" in one.message) for one in examine(root)] == [("V305", True)]


def test_captions_and_posters_are_looked_for_too(tmp_path: Path) -> None:
    body = fence("video", "media/a.mp4", "captions-fr=media/b.vtt poster=media/p.png")
    assert found(tmp_path, body, a_mp4=MP4) == [f"{PAGE}:7:1 P302", f"{PAGE}:7:1 V301"]


def test_a_poster_is_a_picture(tmp_path: Path) -> None:
    assert found(tmp_path, fence("video", "media/a.mp4", "poster=media/p.png"), a_mp4=MP4, p_png=MP4) == [
        f"{PAGE}:7:1 P307"
    ]


def test_capitals_count(tmp_path: Path) -> None:
    assert found(tmp_path, fence("video", "media/A.mp4"), a_mp4=MP4) == [f"{PAGE}:7:1 V302"]


def test_a_file_is_reported_where_it_is_first_used(tmp_path: Path) -> None:
    twice = f"{fence('video', 'media/a.mp4')}\n\n{fence('video', 'media/a.mp4')}"
    assert found(tmp_path, twice) == [f"{PAGE}:7:1 V301"]


@pytest.mark.parametrize(("words", "codes"), [(0, []), (701, ["E105"])])
def test_what_is_looked_up_or_heard_does_not_make_a_page_long(tmp_path: Path, words: int, codes: list[str]) -> None:
    many = "Each time I wait four hours. " * 130
    cards = "| Measure | Note |\n|---|---|\n" + "".join(f"| Measure {n} | {many[:300]} |\n" for n in range(60))
    body = f"::: audio media/a.mp3\n\n{many}\n\n:::\n\n::: cards\n\n{cards}\n:::\n\n{'word ' * words}"
    files = {PAGE: page(body), "c/media/media.yaml": RIGHTS, "c/media/a.mp3": b"ID3\4"}
    assert [one.code.id for one in examine(write(tmp_path / "courses", files))] == codes
