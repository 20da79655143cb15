"""Pictures: described, present, of a type that browsers show, small, and free to use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from builder.check.drawings import check_drawing
from builder.check.hints import meant
from builder.check.view import View
from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import (
    ALT_MISSING,
    PICTURE_CASE,
    PICTURE_CONTENT,
    PICTURE_LARGE,
    PICTURE_MISSING,
    PICTURE_RIGHTS,
    PICTURE_TYPE,
)
from builder.model.course import Asset
from builder.model.span import Span

BUDGET = 300_000
"""Octets of one picture: twenty seconds at 128 kbit/s."""

BEGINNINGS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
    ".svg": (b"",),
}
"""The types that all browsers show, with the octets their files begin with."""


def check_pictures(view: View) -> Iterator[Diagnostic]:
    """Every use of a picture, and each file where it is first used."""
    seen: set[str] = set()
    for _, image in view.images:
        if not image.alt.strip():
            yield ALT_MISSING.at(image.span)
        asset = view.course.assets.get(image.source)
        if asset is not None and image.source not in seen:
            seen.add(image.source)
            yield from check_picture(view, asset, image.span)


def check_picture(view: View, asset: Asset, span: Span) -> Iterator[Diagnostic]:
    """One file that is shown at ``span``."""
    folder = Path(view.programme.root) / view.course.folder
    real = real_name(folder, asset.path)
    suffix = PurePosixPath(asset.path).suffix.lower()
    if suffix not in BEGINNINGS:
        yield PICTURE_TYPE.at(span, suffix=suffix or asset.path)
    elif real is None:
        there = (f"media/{file.relative_to(folder / 'media').as_posix()}" for file in (folder / "media").rglob("*"))
        yield PICTURE_MISSING.at(span, source=asset.path, hint=meant(asset.path, there))
    elif real != asset.path:
        yield PICTURE_CASE.at(span, source=asset.path, real=real)
    else:
        yield from _content(view, asset, suffix, span)
        if lacks := [key for key in ("source", "licence") if not getattr(asset, key)]:
            what = {"source": "who made", "licence": "on what terms one may use"}
            yield PICTURE_RIGHTS.at(span, what=" or ".join(what[key] for key in lacks), source=asset.path)


def _content(view: View, asset: Asset, suffix: str, span: Span) -> Iterator[Diagnostic]:
    try:
        data = Path(asset.file).read_bytes()
    except OSError:
        yield PICTURE_MISSING.at(span, source=asset.path, hint="")
        return
    if len(data) > BUDGET:
        yield PICTURE_LARGE.at(span, size=-(-len(data) // 1000), limit=BUDGET // 1000)
    if suffix == ".svg":
        yield from check_drawing(data, f"{view.course.folder}/{asset.path}")
    elif not data.startswith(BEGINNINGS[suffix]) or (suffix == ".webp" and data[8:12] != b"WEBP"):
        yield PICTURE_CONTENT.at(span, suffix=suffix)


def real_name(folder: Path, path: str) -> str | None:
    """``path`` as the file below ``folder`` is really called, whatever the file system thinks of capitals."""
    names: list[str] = []
    for part in path.split("/"):
        try:
            there = {entry.name for entry in folder.joinpath(*names).iterdir()}
        except OSError:
            return None
        alike = sorted(name for name in there if name.casefold() == part.casefold())
        if not alike:
            return None
        names.append(part if part in there else alike[0])
    return "/".join(names)
