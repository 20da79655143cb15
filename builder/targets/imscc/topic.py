"""Discussion topics."""

from __future__ import annotations

import re
from html import escape

from builder.model.course import Discussion
from builder.targets.imscc.names import TOPIC, add, document, root
from builder.targets.imscc.sturdy import sturdy_html, sturdy_title
from builder.targets.safe import line


def discussion_topic(topic: Discussion) -> bytes:
    """The file of a topic; an empty line in its text parts paragraphs."""
    parts = [escape(line(part), quote=False) for part in re.split(r"\n\s*\n", topic.text)]
    top = root("topic", TOPIC)
    add(top, "title", sturdy_title(topic.title))
    html = "\n".join([f"<p>{part}</p>" for part in parts if part])
    add(top, "text", sturdy_html(html), texttype="text/html")
    return document(top)
