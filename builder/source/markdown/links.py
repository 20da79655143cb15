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


def resolve_link(written: str, context: Context, span: Span) -> str:
    """The target of a link, its path relative to the language folder; see ``Link.target``."""
    if not written or written in ("#", "glossary:"):
        context.lines.report(LINK_EMPTY, span, part="target")
        return written
    scheme = _SCHEME.match(written)
    if scheme is not None:
        if scheme[1].lower() not in _OPEN:
            context.lines.report(LINK_SCHEME, span, scheme=scheme[1])
        return written
    path, mark, fragment = unquote(written).partition("#")
    if not path:
        return mark + fragment
    if path.startswith("/") or "\\" in path or ":" in path.split("/")[0]:
        context.lines.report(LINK_PATH, span, target=written)
        return written
    path = posixpath.normpath(posixpath.join(posixpath.dirname(context.page), path))
    if path.startswith(".."):
        context.lines.report(LINK_OUTSIDE, span)
    return path + mark + fragment


def resolve_picture(written: str, context: Context, span: Span) -> str:
    """The path of a picture, relative to the course folder; noted in ``context.images`` when it is usable."""
    if written.startswith("//") or _SCHEME.match(written):
        context.lines.report(PICTURE_REMOTE, span)
        return written
    path = unquote(written)
    if not path.startswith("media/"):
        path = posixpath.join(context.language, posixpath.dirname(context.page), path)
    path = posixpath.normpath(path)
    if not path.startswith("media/") or "\\" in path:
        context.lines.report(PICTURE_OUTSIDE, span, source=written)
        return written
    context.images[path] = None
    return path
