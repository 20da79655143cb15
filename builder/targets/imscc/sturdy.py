"""Texts that survive an importer which reads the references of HTML once too often.

Moodle decodes them on the way in and takes what then looks like a tag for one: everything after ``a<b`` would be gone,
and the quotation marks of a tooltip would end it.
"""

from __future__ import annotations

import re

from builder.targets.safe import fit, title

JOINER = "\N{WORD JOINER}"
"""An invisible character that keeps what stands on its two sides together, and keeps it from being a tag."""

_LOOKS_LIKE_A_TAG = re.compile(r"&lt;(?=[A-Za-z/!?])")
_LOOKS_LIKE_A_REFERENCE = re.compile(r"&amp;(?=#?\w+;)")
_QUOTED = re.compile(r"&quot;([^\"<>]*?)&quot;")
_OPENS = re.compile(r"<(?=\S)")


def sturdy_html(html: str) -> str:
    """HTML (well-formed, with double quotation marks) that reads the same with its references decoded once more, and
    holds nothing that XML cannot.

    Tables get the classes that platforms with Bootstrap draw lines for.
    """
    html = _LOOKS_LIKE_A_TAG.sub(f"&lt;{JOINER}", fit(html))
    html = _LOOKS_LIKE_A_REFERENCE.sub(f"&amp;{JOINER}", html)
    html = _QUOTED.sub("\N{LEFT DOUBLE QUOTATION MARK}\\1\N{RIGHT DOUBLE QUOTATION MARK}", html)
    html = html.replace("&quot;", "\N{RIGHT DOUBLE QUOTATION MARK}").replace("&#x27;", "'").replace("&#39;", "'")
    return html.replace("<table>", '<table class="table table-bordered">')


def sturdy_title(text: str) -> str:
    """A title (plain text) without what platforms cut out of titles as tags."""
    return _OPENS.sub("\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}", title(text))
