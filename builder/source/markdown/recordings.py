"""``::: video media/intro.mp4 {…}`` and ``::: audio media/voice.mp3 {…}``, each around its transcript."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from builder.diagnostics.media_codes import CAPTIONS_MISSING, RECORDING_FILE, RECORDING_OUTSIDE, TRANSCRIPT_MISSING
from builder.diagnostics.text_codes import FENCE_ATTRIBUTE, FIGURE_VALUE
from builder.model.span import Span
from builder.model.text import Blocks, Recording, Track
from builder.source.hints import did_you_mean
from builder.source.markdown.attributes import Attributes
from builder.source.markdown.context import Context
from builder.source.markdown.links import media_path

RECORDINGS: Mapping[str, tuple[str, ...]] = {
    "video": ("title", "captions", "poster", "minutes"),
    "audio": ("title", "captions", "minutes"),
}
"""The attributes of each kind; ``captions-fr`` and its like besides."""

EXAMPLES: Mapping[str, str] = {"video": "intro.mp4", "audio": "voice.mp3"}
_CAPTIONS = re.compile(r"captions-([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)")
_MINUTES = re.compile(r"[1-9][0-9]{0,2}")


def read_recording(  # noqa: PLR0913 - a fence is all of these
    name: str, written: str, attributes: Attributes, *, blocks: Blocks, context: Context, span: Span
) -> Recording | None:
    """The recording whose path ``written`` stands behind the fence's name; None when no file can be made of it."""
    report = context.lines.report
    _check_attributes(name, attributes, context, span)
    if not blocks:
        report(TRANSCRIPT_MISSING, span, name=name)
    if not written:
        report(RECORDING_FILE, span, name=name, example=EXAMPLES[name])
        return None
    source = _file(written, EXAMPLES[name], context, span)
    tracks = tuple(_tracks(attributes.pairs, context, span))
    if name == "video" and "captions" not in attributes.pairs:
        stem = PurePosixPath(written).stem
        report(CAPTIONS_MISSING, span, stem=stem, language=context.language)
    poster = attributes.pairs.get("poster", "") if name == "video" else ""
    minutes = attributes.pairs.get("minutes", "")
    if source is None:
        return None
    return Recording(
        kind=name,
        source=source,
        title=attributes.pairs.get("title", "").strip(),
        tracks=tracks,
        poster=(_file(poster, "intro.jpg", context, span) or "") if poster else "",
        minutes=int(minutes) if _MINUTES.fullmatch(minutes) else 0,
        transcript=blocks,
        span=span,
    )


def _file(written: str, example: str, context: Context, span: Span) -> str | None:
    path = media_path(written, context)
    if path is None:
        context.lines.report(RECORDING_OUTSIDE, span, source=written, example=example)
        return None
    context.images[path] = None
    return path


def _tracks(pairs: Mapping[str, str], context: Context, span: Span) -> list[Track]:
    """The captions, those in the course's language first."""
    written = {context.language: pairs["captions"]} if "captions" in pairs else {}
    for key, value in pairs.items():
        if match := _CAPTIONS.fullmatch(key):
            written.setdefault(match[1], value)
    found = ((language, _file(value, f"intro.{language}.vtt", context, span)) for language, value in written.items())
    return [Track(path, language) for language, path in found if path is not None]


def _check_attributes(name: str, attributes: Attributes, context: Context, span: Span) -> None:
    report = context.lines.report
    given = [*(f".{kind}" for kind in attributes.classes), *([f"#{attributes.id}"] if attributes.id else [])]
    given += [key for key in attributes.pairs if key not in RECORDINGS[name] and not _CAPTIONS.fullmatch(key)]
    for attribute in given:
        hint = did_you_mean(attribute, (*RECORDINGS[name], "captions-fr"), "Remove it.")
        report(FENCE_ATTRIBUTE, span, name=name, attribute=attribute, hint=hint)
    minutes = attributes.pairs.get("minutes")
    if minutes is not None and _MINUTES.fullmatch(minutes) is None:
        expected = "a whole number from 1 to 999"
        report(FIGURE_VALUE, span, attribute="minutes", expected=expected, value=minutes, example="minutes=3")
