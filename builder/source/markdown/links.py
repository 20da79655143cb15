"""Targets of links and pictures, as written and as the model holds them."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from builder.diagnostics.text_codes import (
    LINK_EMPTY,
    LINK_OUTSIDE,
    LINK_PATH,
    LINK_SCHEME,
    PICTURE_OUTSIDE,
    PICTURE_REMOTE,
)
from builder.model.span import Span
from builder.source.markdown.context import Context

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_OPEN = frozenset(("https", "http", "mailto", "glossary"))


def resolve_link(written: str, context: Context, span: Span) -> str | None:
    """The target of a link, its path relative to the language folder (see ``Link.target``); None if it is reported."""
    report = context.lines.report
    scheme = _SCHEME.match(written)
    if scheme is not None and scheme[1].lower() in _OPEN and written != "glossary:":
        return written
    path, mark, fragment = unquote(written).partition("#")
    if not (path or fragment) or written == "glossary:":
        report(LINK_EMPTY, span, part="target")
    elif scheme is not None:
        report(LINK_SCHEME, span, scheme=scheme[1])
    elif path.startswith("/") or "\\" in path or ":" in path.split("/")[0]:
        report(LINK_PATH, span, target=written)
    elif not path:
        return mark + fragment
    else:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(context.page), path))
        if not path.startswith(".."):
            return path + mark + fragment
        report(LINK_OUTSIDE, span)
    return None


def resolve_picture(written: str, context: Context, span: Span) -> str | None:
    """The path of a picture, relative to the course folder, noted in ``context.images``; None if it is reported."""
    if written.startswith("//") or _SCHEME.match(written):
        context.lines.report(PICTURE_REMOTE, span)
        return None
    path = media_path(written, context)
    if path is None:
        context.lines.report(PICTURE_OUTSIDE, span, source=written)
        return None
    context.images[path] = None
    return path


def media_path(written: str, context: Context) -> str | None:
    """The path of a file in the course's ``media/`` folder, relative to the course folder; None for any other."""
    if written.startswith("//") or _SCHEME.match(written):
        return None
    path = unquote(written)
    if not path.startswith("media/"):
        path = posixpath.join(context.language, posixpath.dirname(context.page), path)
    path = posixpath.normpath(path)
    return path if path.startswith("media/") and "\\" not in path else None
