"""JSON in attributes."""

from __future__ import annotations

from markupsafe import Markup


def attribute(json: str) -> Markup:
    """``json`` for an attribute in single quotes, where its own quotes need no escape."""
    for character, reference in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("'", "&#39;")):
        json = json.replace(character, reference)
    return Markup(json)  # noqa: S704 - just escaped
