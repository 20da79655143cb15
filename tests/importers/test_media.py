"""Pictures of strangers: safe names, types by their octets."""

from __future__ import annotations

import base64

import pytest

from builder.importers.media import Pictures, read_uri
from tests.support.word import png

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>'


def test_names_are_safe_and_unique() -> None:
    pictures = Pictures()
    assert pictures.add("../../etc/A map: Z\u00fcrich.png.exe", png()) == "media/a-map-zurich-png.png"
    assert pictures.add("another name", png()) == "media/a-map-zurich-png.png"
    assert pictures.add("a map zurich png", png(3)) == "media/a-map-zurich-png-2.png"
    assert pictures.add("\u5730\u56fe", png(4)) == "media/picture.png"
    assert pictures.add("C:\\pictures\\map.JPG", b"\xff\xd8\xff\xe0") == "media/map.jpg"
    assert list(pictures.files) == [
        "media/a-map-zurich-png.png",
        "media/a-map-zurich-png-2.png",
        "media/picture.png",
        "media/map.jpg",
    ]


@pytest.mark.parametrize(
    ("data", "suffix"),
    [(SVG, ".svg"), (b"\xef\xbb\xbf" + SVG, ".svg"), (b"GIF89a..", ".gif"), (b"RIFF\0\0\0\0WEBPVP8 ", ".webp")],
)
def test_the_octets_tell_the_type(data: bytes, suffix: str) -> None:
    assert Pictures().add("x.png", data) == f"media/x{suffix}"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x01\0\0\0 EMF",
        b"BM....",
        b"<html><svg></html>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG,
        SVG.replace(b"</svg>", b""),
        b"RIFF\0\0\0\0WAVE",
    ],
)
def test_what_browsers_do_not_show_is_refused_and_noted(data: bytes) -> None:
    pictures = Pictures()
    assert pictures.add("x.png", data) is None
    assert (dict(pictures.files), pictures.refused) == ({}, ["x.png"])


def test_data_addresses() -> None:
    packed = base64.b64encode(png()).decode()
    assert read_uri(f"data:image/png;base64,{packed}") == png()
    assert read_uri(f"DATA:image/png;charset=x;base64,{packed[:9]}%0A{packed[9:]}") == png()
    assert read_uri("data:image/svg+xml,%3Csvg/%3E") == b"<svg/>"
    for other in ("https://x.org/a.png", "data:text/html,x", "data:image/png;base64,###", "a.png"):
        assert read_uri(other) is None
    pictures = Pictures()
    assert pictures.add_uri(f"data:image/png;base64,{packed}", "map") == "media/map.png"
    assert pictures.add_uri("a.png") is None
