"""Files to take away, and types of files to hand in."""

from __future__ import annotations

import posixpath
import re

from builder.diagnostics.activity_codes import BAD_TYPE, FILE_OUTSIDE
from builder.source.values import Values

_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")


def read_files(values: Values, key: str) -> tuple[str, ...]:
    """The paths under ``key``, each beginning with ``media/``; others are reported and left out."""
    paths: list[str] = []
    for written, span in values.placed_texts(key):
        path = posixpath.normpath(written)
        if not path.startswith("media/") or "\\" in path:
            values.found.append(FILE_OUTSIDE.at(span, path=written))
        elif path not in paths:
            paths.append(path)
    return tuple(paths)


def read_types(values: Values) -> tuple[str, ...]:
    """``types``: endings of names, with their dots and in small letters."""
    suffixes: list[str] = []
    for written, span in values.placed_texts("types"):
        suffix = f".{written.lower().removeprefix('.')}"
        if _SUFFIX.fullmatch(suffix):
            suffixes.append(suffix)
        else:
            values.found.append(BAD_TYPE.at(span, value=written))
    return tuple(dict.fromkeys(suffixes))
