from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.check.drawings import check_drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def found(body: str, head: str = HEAD) -> list[tuple[int, str]]:
    return [(one.span.line, one.code.id) for one in check_drawing(f"{head}{body}</svg>".encode(), "c/media/a.svg")]


@pytest.mark.parametrize(
    "body",
    [
        "<style>path { fill: url(#shade); } text { color: red }</style>",
        '<use href="#part"/><use xlink:href="#part"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<path style="fill: url(#shade)" d="M0 0"/><rect fill="url( \'#shade\' )"/>',
        '<a href="https://example.org/"><text>Source</text></a>',
        "<!-- a comment --><title>Ports: online and on time</title>",
    ],
)
def test_plain_drawings(body: str) -> None:
    assert found(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "<script>1</script>",
        "<foreignObject><p/></foreignObject>",
        '<path onload="x()"/>',
        '<image xlink:href="photo.jpg"/>',
        '<use href=" https://example.org/x.svg#a"/>',
        '<path style="fill:url(https://example.org/a)"/>',
        '<rect fill="URL(other.svg#a)"/>',
        "<style>@font-face { src: url('f.woff') }</style>",
        "<style>@import 'x.css';</style>",
        '<a xlink:href="javascript:alert(1)"><text>x</text></a>',
        '<?xml-stylesheet href="x.css"?>',
    ],
)
def test_drawings_that_run_or_reach_out(body: str) -> None:
    assert found(f"\n{body}") == [(2, "P308")]


def test_entities_are_refused_and_never_read() -> None:
    doctype = '<!DOCTYPE svg [\n<!ENTITY a "aaaa">\n<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    bomb = "".join(f'<!ENTITY a{at + 1} "{f"&a{at};" * 10}">' for at in range(12))
    assert (2, "P308") in found("<text>&b;</text>", doctype + HEAD)
    assert found("<text>&a12;</text>", f'<!DOCTYPE svg [<!ENTITY a0 "x">{bomb}]>' + HEAD)


def test_what_is_no_drawing() -> None:
    for data in (
        b"",
        b"text",
        b"<html/>",
        b"<svg/>",
        HEAD.encode(),
        b"\xff\xfe\x00",
        f"{HEAD}\n<path d=</svg>".encode(),
    ):
        (one,) = check_drawing(data, "c/media/a.svg")
        assert one.code.id == "P309"
        assert "\n" not in one.message


@given(st.binary(max_size=300) | st.text("<>/svg ='\"&;!-[]", max_size=200).map(lambda text: f"{HEAD}{text}".encode()))
def test_any_file_is_read_without_error(data: bytes) -> None:
    assert all(one.code.id in ("P308", "P309") for one in check_drawing(data, "a.svg"))
