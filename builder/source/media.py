"""The pictures of a course: ``media/media.yaml`` and the files that pages show."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from builder.diagnostics import Diagnostic
from builder.diagnostics.file_codes import LEAVES_FOLDER
from builder.model.course import Asset
from builder.model.span import Span
from builder.source.files import stays_inside
from builder.source.records import read_list

_KEYS = ("file", "source", "licence")


def read_assets(root: Path, folder: str, images: Iterable[str], found: list[Diagnostic]) -> dict[str, Asset]:
    """The assets of the course in ``folder`` for the pictures its pages use, by path.

    Whether a file is there is not looked at; one that a link leads out of the folder is left out.
    """
    noted: dict[str, tuple[str, str]] = {}
    listing = f"{folder}/media/media.yaml"
    if not stays_inside(root, root / folder / "media"):
        found.append(LEAVES_FOLDER.at(Span(f"{folder}/media", 0), name=f"{folder}/media"))
        return {}
    for name, values in read_list(root, listing, "file", found):
        values.expect(_KEYS)
        noted[f"media/{name.removeprefix('media/')}"] = values.text("source"), values.text("licence")
    assets: dict[str, Asset] = {}
    for path in sorted(set(images)):
        file = root / folder / path
        if stays_inside(root, file):
            assets[path] = Asset(path, str(file.absolute()), *noted.get(path, ("", "")))
        else:
            found.append(LEAVES_FOLDER.at(Span(f"{folder}/{path}", 0), name=path))
    return assets
