"""Discussion topics."""

from __future__ import annotations

from builder.targets.imscc.names import TOPIC, add, document, root
from builder.targets.imscc.sturdy import sturdy_html, sturdy_title


def topic(name: str, html: str) -> bytes:
    """The file of a topic named ``name`` (plain text), which ``html`` opens."""
    top = root("topic", TOPIC)
    add(top, "title", sturdy_title(name))
    add(top, "text", sturdy_html(html), texttype="text/html")
    return document(top)
