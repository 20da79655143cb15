"""Lines of a document that say something of a question: ``Answer: B``, ``Objective: O2``, ``Feedback: ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from builder.importers.html_runs import lines, tidy, words
from builder.model.text import Block, Element, Emphasis, Inline, Inlines, LineBreak, Link, Paragraph, Strong, Text

_NAMES = {
    **dict.fromkeys(("answer", "answers", "correct", "correct answer", "correct answers", "right", "key"), "right"),
    **dict.fromkeys(("right answer", "right answers", "correct option", "correct options", "solution"), "right"),
    **dict.fromkeys(("feedback", "general feedback", "explanation", "rationale", "why"), "feedback"),
    **dict.fromkeys(("objective", "learning objective"), "objective"),
    **dict.fromkeys(("type", "question type"), "type"),
    **dict.fromkeys(("points", "point", "marks"), "points"),
    "unit": "unit",
}
_KEY = re.compile(r"\s*([A-Za-z ]{2,20}?)\s*[:\uff1a]\s*", re.IGNORECASE)


def key_of_line(run: Inlines) -> tuple[str, Inlines] | None:
    """What a line is a key line of, and what it says; None for any other."""
    match = _KEY.match(words(run))
    name = _NAMES.get(match[1].lower()) if match else None
    return (name, tidy(cut(run, match.end()))) if match and name else None


def split_lines(block: Block) -> Iterator[Block]:
    """A paragraph line by line if one of its lines is a key line or looks like an option; else as it is."""
    if isinstance(block, Paragraph) and any(isinstance(node, LineBreak) for node in block.children):
        parts = lines(block.children)
        if any(key_of_line(part) or is_option(words(part)) for part in parts):
            yield from (replace(block, children=part) for part in parts)
            return
    yield block


_OPTION = re.compile(r"\s*(?:\(?([A-Za-z])[.)]\s|\[\s?[xX]?\s?\]|[\u2610-\u2612\u2713\u2714])")


def is_option(text: str) -> bool:
    """Whether a line looks like an option: ``A) ...``, ``[x] ...``, a ticked box."""
    return _OPTION.match(text) is not None


def letter_of(text: str) -> str:
    """The letter before an option; '' for a box or none."""
    match = _OPTION.match(text)
    return (match[1] or "").upper() if match else ""


def cut(run: Inlines, count: int) -> Inlines:
    """``run`` without its first ``count`` characters; pictures count by their description."""
    out: list[Inline] = []
    for node in run:
        length = len(words((node,)))
        if count <= 0:
            out.append(node)
        elif count < length:
            if isinstance(node, Text):
                out.append(Text(node.text[count:]))
            elif isinstance(node, Emphasis | Strong | Element | Link):
                out.append(replace(node, children=cut(node.children, count)))
            else:
                out.append(node)
        count -= length
    return tuple(out)
