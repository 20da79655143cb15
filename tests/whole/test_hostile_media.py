"""Pictures that are none, and drawings that do more than draw."""

from __future__ import annotations

import struct
import time
import zlib
from pathlib import Path

import pytest

from tests.support.miniature import MINIATURE, write
from tests.targets.referee import objections
from tests.whole.support import codes, make, misplaced, tree

pytestmark = pytest.mark.usefixtures("unmeasured")

PAGE = "c/en/01-lesson/01-page.md"
LIST = "- file: {name}\n  source: Own drawing\n  licence: CC BY 4.0\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 3">{}</svg>'
HEADS = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".gif": b"GIF89a",
    ".jpg": b"\xff\xd8\xff",
    ".webp": b"RIFF\0\0\0\0WEBP",
}


def found(tmp_path: Path, name: str, data: bytes) -> list[str]:
    """The codes of a course that shows the picture ``data``; whatever is written passes the referee."""
    page = MINIATURE[PAGE] + f'\n![A map of trade](media/{name} "A map")\n'
    root = write(tmp_path / "courses", {PAGE: page, "c/media/media.yaml": LIST.format(name=name)})
    (root / "c/media" / name).write_bytes(data)
    start = time.process_time()
    report = make(root, tmp_path / "out")
    assert time.process_time() - start < 5
    assert misplaced(root, report.diagnostics) == []
    if not report.failed:
        assert objections((tmp_path / "out/c-en-scorm12.zip").read_bytes()) == []
    else:
        assert not (tmp_path / "out").exists()
    return codes(report)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<script href="https://example.org/x.js"/>',
        '<g onload="alert(1)"/>',
        '<g ONCLICK="alert(1)"/>',
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        '<a xlink:href=" JavaScript:alert(1)"><path d="M0 0"/></a>',
        '<a href="java&#10;script:alert(1)"><path d="M0 0"/></a>',
        '<a href="&#x20;javascript:alert(1)"/>',
        '<a href="vbscript:x"/>',
        '<a href="data:text/html,x"/>',
        '<a href="data:application/xhtml+xml,x"/>',
        '<animate attributeName="href" values="javascript:alert(1)"/>',
        '<set attributeName="onload" to="alert(1)"/>',
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
        '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
        '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
        '<x:iframe xmlns:x="http://www.w3.org/1999/xhtml" src="#"/>',
        '<image href="https://example.org/x.png"/>',
        '<image xlink:href="//example.org/x.png"/>',
        '<image href="../../../etc/passwd"/>',
        '<image href="data:image/svg+xml,&lt;svg/&gt;"/>',
        '<use href="other.svg#a"/>',
        "<style>@import 'https://example.org/x.css';</style>",
        "<style>g { fill: url(https://example.org/x.svg#a) }</style>",
        "<style>g { fill: u\\72l(https://example.org/x.svg#a) }</style>",
        "<style>@\\69mport 'https://example.org/x.css';</style>",
        "<style>g { background: image-set('https://example.org/x.png' 1x) }</style>",
        "<g style=\"fill: URL( 'https://example.org/x.svg#a')\"/>",
        '<path fill="url(//example.org/x.svg#a)" d="M0 0"/>',
    ],
)
def test_a_drawing_that_does_more_is_refused(tmp_path: Path, inside: str) -> None:
    assert "P308" in found(tmp_path, "map.svg", SVG.format(inside).encode()), inside


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "https://example.org/x.dtd"> %a;]>',
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>',
        '<?xml-stylesheet href="https://example.org/x.css"?>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_definitions_and_instructions_are_refused(tmp_path: Path, head: str, encoding: str) -> None:
    text = (f'<?xml version="1.0" encoding="{encoding}"?>' + head + SVG.format("<text>x</text>")).encode(encoding)
    said = found(tmp_path, "map.svg", text)
    assert {"P309", "P308"} & {*said}, said


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 1000,
        b"not a drawing",
        b"<svg/>",
        b"<svg xmlns='http://www.w3.org/2000/svg'>",
        b"<html><body>404</body></html>",
        b"\xff\xfe<\0s\0v\0g\0",
        b"<svg xmlns='http://www.w3.org/2000/svg'>\xff</svg>",
        b"<svg xmlns='http://www.w3.org/2000/svg'>" + b"<g>" * 100_000,
        b"<svg xmlns='http://www.w3.org/2000/svg' a='" + b"x" * 200_000,
        b"\x1f\x8b\x08" + zlib.compress(SVG.encode()),
        b"<a:svg xmlns:a='http://www.w3.org/2000/svg' b:c=''/>",
    ],
)
def test_a_drawing_that_is_none(tmp_path: Path, data: bytes) -> None:
    assert "P309" in found(tmp_path, "map.svg", data)


@pytest.mark.parametrize(
    "box", ["0 0 0 0", "0 0 -4 3", "a b c d", "0 0 1e99 1", "0 0 .. ..", "0 0 9" + "9" * 5000 + " 1"]
)
def test_a_drawing_without_a_size(tmp_path: Path, box: str) -> None:
    data = SVG.format('<path d="M0 0"/>').replace("0 0 4 3", box).encode()
    assert "B901" not in found(tmp_path, "map.svg", data)
    page = tree(tmp_path / "out").get("c-en-web/p-page.html", b"")
    assert b"inf" not in page.partition(b"<img")[2][:200]
    assert b'width="0"' not in page


@pytest.mark.parametrize("suffix", HEADS)
@pytest.mark.parametrize("rest", [b"", b"\0" * 5, b"\0" * 100, b"\xff" * 100, bytes(range(256)), b"<script>x</script>"])
def test_a_picture_cut_short(tmp_path: Path, suffix: str, rest: bytes) -> None:
    found(tmp_path, f"map{suffix}", HEADS[suffix] + rest)
    assert b'width="0"' not in tree(tmp_path / "out").get("c-en-web/p-page.html", b"")


@pytest.mark.parametrize("suffix", [*HEADS, ".svg"])
def test_a_picture_of_another_type(tmp_path: Path, suffix: str) -> None:
    for other, head in {**HEADS, ".svg": SVG.encode(), ".html": b"<html>", ".zip": b"PK\x03\x04"}.items():
        alike = {suffix, other} <= {".jpg", ".jpeg"} or suffix == other
        said = found(tmp_path / other, f"map{suffix}", head + b"\0" * 40 if other != ".svg" else head)
        assert alike or {"P307", "P309"} & {*said}, f"{other} as {suffix}: {said}"


def test_a_picture_as_large_as_a_house(tmp_path: Path) -> None:
    png = HEADS[".png"] + struct.pack(">I4sII", 13, b"IHDR", 0xFFFFFFFF, 0xFFFFFFFF) + b"\x08\x02\0\0\0" + b"\0" * 4
    assert found(tmp_path / "a", "map.png", png) == []
    assert found(tmp_path / "b", "map.png", png + b"\0" * 400_000) == ["P305"]
