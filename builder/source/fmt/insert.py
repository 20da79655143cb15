"""Writing ids into lines."""

from __future__ import annotations

import re

from builder.source.markdown.attributes import split_attributes

_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")


def insert_id(line: str, name: str) -> str:
    """A heading's, or a fence's opening, line with ``#name`` in its braces."""
    body = line.rstrip()
    closing = _CLOSING.search(body) if body.lstrip().startswith("#") else None
    tail = body[closing.start() :] if closing else ""
    body = body[: closing.start()] if closing else body
    text, found = split_attributes(body)
    if text == body:
        return f"{body} {{#{name}}}{tail}"
    return f"{body[: found.offset + 1]}#{name} {body[found.offset + 1 :].lstrip()}{tail}"


def insert_key(lines: list[str], name: str, start: int) -> list[str]:
    """YAML lines with ``id: name`` as the first key; ``start`` is the index of the first line of YAML."""
    for at, line in enumerate(lines):
        if re.fullmatch(r"id:[ \t]*", line):
            return [*lines[:at], f"id: {name}", *lines[at + 1 :]]
        if at > start and line.rstrip() == "---":
            break
    return [*lines[:start], f"id: {name}", *lines[start:]]
