from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.check.captions import check_captions

CUE = "00:01.000 --> 00:04.000\nWords\n"


def found(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    return [f"{one.span.line} {one.code.id}" for one in check_captions(data, "c/media/a.vtt")]


@pytest.mark.parametrize(
    "text",
    [
        f"WEBVTT\n\n{CUE}",
        f"\ufeffWEBVTT\n\n{CUE}",
        f"WEBVTT a title\nKind: captions\n\n{CUE}",
        f"WEBVTT\r\n\r\n{CUE}".replace("\n", "\r\n").replace("\r\r", "\r"),
        f"WEBVTT\n\nNOTE\nWho made them\n\nSTYLE\n::cue {{ color: red }}\n\n1\n{CUE}\n",
        "WEBVTT\n\n00:00:01.000 --> 100:00:04.000 align:start line:0\nWords\nin two lines",
        f"WEBVTT\n\n{CUE}\n00:01.000 --> 00:02.000\nAt the same time",
    ],
)
def test_captions_that_browsers_show(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ["1 V311"]),
        (f"WEBVTTX\n\n{CUE}", ["1 V311"]),
        (f"\n\nWEBVTT\n\n{CUE}", ["1 V311"]),
        (b"WEBVTT\n\n00:01.000 --> 00:04.000\nCaf\xe9\n", ["4 V311"]),
        ("WEBVTT\n", ["1 V314"]),
        ("WEBVTT\n\nNOTE nothing yet\n", ["1 V314"]),
        ("WEBVTT\n\n00:00:01,000 --> 00:00:04,000\nWords\n", ["3 V312"]),
        ("WEBVTT\n\n1\n0:01.000 --> 0:04.000\nWords\n", ["4 V312"]),
        ("WEBVTT\n\n00:61.000 --> 00:64.000\nWords\n", ["3 V312"]),
        ("WEBVTT\n\nWords without times\n", ["3 V312"]),
        ("WEBVTT\n\n00:04.000 --> 00:04.000\nWords\n", ["3 V313"]),
        (f"WEBVTT\n\n00:02.000 --> 00:03.000\nWords\n\nlate\n{CUE}", ["7 V313"]),
        (f"WEBVTT\n\n00:01.000 --> 00:02.000\n\n{CUE}", ["3 V314"]),
        ("WEBVTT\n\nx\n\ny\n\nz\n", ["3 V312"]),
    ],
)
def test_captions_that_they_do_not(text: str | bytes, problems: list[str]) -> None:
    assert found(text) == problems


@given(st.binary() | st.text("WEBVT\n\r:.-> 0129,").map(lambda text: b"WEBVTT\n\n" + text.encode()))
def test_no_file_is_too_odd(data: bytes) -> None:
    found(data)
