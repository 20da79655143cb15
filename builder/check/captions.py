"""Captions: files of the format WebVTT (W3C), as far as browsers depend on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.diagnostics.media_codes import CAPTIONS_EMPTY, CAPTIONS_ORDER, CAPTIONS_TIME, CAPTIONS_UNREAD
from builder.model.span import Span

_TIME = r"(?:([0-9]{2,}):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})"
_TIMES = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")
_HEAD = re.compile(r"WEBVTT(?:[ \t].*)?")
_OTHER = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?")
"""The first line of a block that is no caption."""


def check_captions(data: bytes, path: str) -> Iterator[Diagnostic]:
    """What is wrong in the captions ``path``, at its own lines; of each kind of mistake the first."""
    seen: set[str] = set()
    for found in _problems(data, path):
        if found.code.id not in seen:
            seen.add(found.code.id)
            yield found


def _problems(data: bytes, path: str) -> Iterator[Diagnostic]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        yield CAPTIONS_UNREAD.at(Span(path, line), reason="the file is not in UTF-8")
        return
    lines = re.split(r"\r\n|\r|\n", text)
    if not _HEAD.fullmatch(lines[0]):
        yield CAPTIONS_UNREAD.at(Span(path, 1), reason="the file does not begin with `WEBVTT`")
        return
    blocks = [block for block in _blocks(lines) if block[0] > 1 and not _OTHER.fullmatch(block[1][0])]
    if not blocks:
        yield CAPTIONS_EMPTY.at(Span(path, 1), what="These captions have")
    before = -1
    for first, block in blocks:
        at = 1 if "-->" not in block[0] and len(block) > 1 else 0  # a caption may have a name above its times
        where = Span(path, first + at, 1, max(len(block[at]), 1))
        match = _TIMES.fullmatch(block[at])
        if match is None:
            yield CAPTIONS_TIME.at(where, text=block[at])
            continue
        start, end = _milliseconds(match.groups()[:4]), _milliseconds(match.groups()[4:])
        if end <= start:
            yield CAPTIONS_ORDER.at(where, reason="it ends before it starts")
        elif start < before:
            yield CAPTIONS_ORDER.at(where, reason="it starts before the one above it")
        if not "".join(block[at + 1 :]).strip():
            yield CAPTIONS_EMPTY.at(where, what="This caption has")
        before = max(before, start)


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """What blank lines part: the number of its first line, and its lines."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest
