"""HTML that this tool wrote (``builder.render``, without theme), known by its classes."""

from __future__ import annotations

from typing import Any

from builder.importers.html_tags import tag_of

KINDS = ("note", "example", "keypoint", "reveal", "model")
UNTITLED = ("Show more", "Model answer")
"""What stands above a fold that has no title, in English."""


def classes_of(element: Any) -> list[str]:
    """The classes of an element."""
    return str(element.get("class", "")).split()


def callout_of(element: Any) -> str:
    """The kind of callout that a box is; '' for none."""
    names = classes_of(element)
    return next((kind for kind in KINDS if kind in names), "") if "box" in names else ""


def is_picture(element: Any) -> bool:
    """Whether an element is a picture with its caption."""
    return "pic" in classes_of(element) and any(tag_of(child) == "img" for child in element)


def without_word(title: Any, kind: str) -> None:
    """Take the kind's own word off a box's title: ``<b>Note</b> How to read this``."""
    first = title[0] if len(title) and not (title.text or "").strip() else None
    if first is None or tag_of(first) != "b":
        return
    is_fold = kind in ("reveal", "model")
    if not is_fold or "".join(first.itertext()).strip() in UNTITLED:
        tail = first.tail
        title.remove(first)
        title.text = tail
