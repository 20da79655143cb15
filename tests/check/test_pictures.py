from __future__ import annotations

from pathlib import Path

import pytest

from builder.check.pictures import real_name
from tests.support.examine import examine, place
from tests.support.miniature import write
from tests.support.pages import PAGE, page

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"


def found(root: Path, name: str, data: bytes | None, shown: int = 1) -> list[str]:
    files: dict[str, str | bytes | None] = {
        PAGE: page("\n\n".join(f'![Ports]({name} "The ports {at}")' for at in range(shown))),
        "c/media/media.yaml": f"- file: {name.removeprefix('media/')}\n  source: Own work\n  licence: CC BY 4.0\n",
    }
    if data is not None:
        files[f"c/{name}"] = data
    return [place(one) for one in examine(write(root / "courses", files))]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("media/a.png", PNG),
        ("media/deep/er/a.png", PNG),
        ("media/A-b.JPG", b"\xff\xd8\xff\xe0"),
        ("media/a.gif", b"GIF89a"),
        ("media/a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 "),
        ("media/a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
)
def test_pictures_that_browsers_show(tmp_path: Path, name: str, data: bytes) -> None:
    assert found(tmp_path, name, data) == []


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("media/a.png", b"", "P307"),
        ("media/a.webp", b"RIFF\x00\x00\x00\x00WAVE", "P307"),
        ("media/a.jpg", PNG, "P307"),
        ("media/a.heic", b"x", "P304"),
        ("media/a", b"x", "P304"),
        ("media/a.png", None, "P302"),
        ("media/a.png", PNG + bytes(300_000), "P305"),
    ],
)
def test_pictures_that_they_do_not(tmp_path: Path, name: str, data: bytes | None, code: str) -> None:
    assert found(tmp_path, name, data) == [f"{PAGE}:7:1 {code}"]


def test_a_file_is_reported_where_it_is_first_shown(tmp_path: Path) -> None:
    assert found(tmp_path, "media/a.png", None, shown=3) == [f"{PAGE}:7:1 P302"]


def test_real_names(tmp_path: Path) -> None:
    (tmp_path / "media" / "Maps").mkdir(parents=True)
    (tmp_path / "media" / "Maps" / "Port.svg").touch()
    assert real_name(tmp_path, "media/Maps/Port.svg") == "media/Maps/Port.svg"
    assert real_name(tmp_path, "media/maps/port.SVG") == "media/Maps/Port.svg"
    assert real_name(tmp_path, "media/maps/ports.svg") is None
    assert real_name(tmp_path, "media/Maps/Port.svg/x") is None
