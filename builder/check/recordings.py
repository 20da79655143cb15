"""Recordings: files that browsers play, present, not too heavy, with captions that work and free to use."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path, PurePosixPath

from builder.check.captions import check_captions
from builder.check.hints import meant
from builder.check.pictures import check_picture, real_name
from builder.check.view import View
from builder.diagnostics import Diagnostic
from builder.diagnostics.media_codes import (
    RECORDING_CASE,
    RECORDING_CONTENT,
    RECORDING_LARGE,
    RECORDING_MISSING,
    RECORDING_RIGHTS,
    RECORDING_TYPE,
)
from builder.model.course import Asset
from builder.model.span import Span
from builder.model.text import Recording

BUDGET = 10_000_000
"""Octets of one recording: more than ten minutes at 128 kbit/s."""

_MPEG_SYNC = 0xE0  # the upper bits of the second octet of an MPEG audio frame

TYPES: Mapping[str, Mapping[str, Callable[[bytes], bool]]] = {
    "video": {
        ".mp4": lambda head: head[4:8] == b"ftyp",
        ".webm": lambda head: head.startswith(b"\x1a\x45\xdf\xa3"),
    },
    "audio": {
        ".mp3": lambda head: head.startswith(b"ID3") or (head[:1] == b"\xff" and head[1:2] >= bytes([_MPEG_SYNC])),
        ".m4a": lambda head: head[4:8] == b"ftyp",
        ".ogg": lambda head: head.startswith(b"OggS"),
        ".wav": lambda head: head.startswith(b"RIFF") and head[8:12] == b"WAVE",
    },
}
"""The types that all browsers play, each with a test of the first octets of its files."""


def check_recordings(view: View) -> Iterator[Diagnostic]:
    """Each file of a recording where it is first used: the recording itself, its poster, its captions."""
    seen: set[str] = set()
    for _, recording in view.recordings:
        uses = [(recording.source, _recording)]
        uses += [(recording.poster, _poster)] if recording.poster else []
        uses += [(track.source, _captions) for track in recording.tracks]
        for source, rule in uses:
            asset = view.course.assets.get(source)
            if asset is not None and source not in seen:
                seen.add(source)
                yield from rule(view, asset, recording)


def _poster(view: View, asset: Asset, recording: Recording) -> Iterator[Diagnostic]:
    yield from check_picture(view, asset, recording.span)


def _recording(view: View, asset: Asset, recording: Recording) -> Iterator[Diagnostic]:
    span, types = recording.span, TYPES[recording.kind]
    suffix = PurePosixPath(asset.path).suffix.lower()
    if suffix not in types:
        *most, last = (name.removeprefix(".").upper() for name in types)
        listed = f"{', '.join(most)} or {last}"
        yield RECORDING_TYPE.at(span, suffix=suffix or asset.path, name=recording.kind, types=listed)
        return
    data = yield from _read(view, asset, span, 16)
    if data is None:
        return
    size = Path(asset.file).stat().st_size
    if not types[suffix](data):
        yield RECORDING_CONTENT.at(span, suffix=suffix)
    elif size > BUDGET:
        yield RECORDING_LARGE.at(span, size=-(-size // 1_000_000), limit=BUDGET // 1_000_000)
    if lacks := [key for key in ("source", "licence") if not getattr(asset, key)]:
        what = {"source": "who made", "licence": "on what terms one may use"}
        yield RECORDING_RIGHTS.at(span, what=" or ".join(what[key] for key in lacks), source=asset.path)


def _captions(view: View, asset: Asset, recording: Recording) -> Iterator[Diagnostic]:
    data = yield from _read(view, asset, recording.span, -1)
    if data is not None:
        yield from check_captions(data, f"{view.course.folder}/{asset.path}")


def _read(view: View, asset: Asset, span: Span, count: int) -> Generator[Diagnostic, None, bytes | None]:
    """The first ``count`` octets of the file (-1: all), or None where it is not there under this name."""
    folder = Path(view.programme.root) / view.course.folder
    real = real_name(folder, asset.path)
    if real is not None and real != asset.path:
        yield RECORDING_CASE.at(span, source=asset.path, real=real)
        return None
    try:
        with Path(asset.file).open("rb") as stream:
            return stream.read(count)
    except OSError:
        there = (f"media/{file.relative_to(folder / 'media').as_posix()}" for file in (folder / "media").rglob("*"))
        yield RECORDING_MISSING.at(span, source=asset.path, hint=meant(asset.path, there))
        return None
