"""RichText without its markup."""

from __future__ import annotations

from builder.model.text import Code, Element, Emphasis, Gap, Image, Inlines, LineBreak, Link, Strong, Text


def plain(nodes: Inlines) -> str:
    """The characters of ``nodes``, for names, titles and numbers."""
    parts: list[str] = []
    for node in nodes:
        match node:
            case Text() | Code():
                parts.append(node.text)
            case Emphasis() | Strong() | Element() | Link():
                parts.append(plain(node.children))
            case Image():
                parts.append(node.alt)
            case LineBreak():
                parts.append(" ")
            case Gap():
                parts.append("…")
            case _:
                pass
    return "".join(parts)
