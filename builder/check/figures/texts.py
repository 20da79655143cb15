"""The characters of a text with what belongs to them: the sources cited in it, the pages it leads to."""

from __future__ import annotations

from typing import Any, NamedTuple

from builder.model.course import Page
from builder.model.text import (
    Citation,
    Code,
    CodeBlock,
    Element,
    Emphasis,
    FootnoteRef,
    Gap,
    Image,
    Link,
    QuizBlock,
    Strong,
    Text,
)
from builder.model.walk import nodes_in, shape_of

_WITHIN = (Emphasis, Strong, Element, Link)
"""Nodes that part no words."""


class Said(NamedTuple):
    """Words, and the ids of the sources cited among them; notes at the foot of the page count."""

    text: str
    cited: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    """Paths of the pages that links lead to."""


def said_in(root: Any, page: Page) -> Said:  # noqa: C901 - one case a node
    """What stands below ``root`` on ``page``: right choices fill gaps; literal text and quizzes say nothing here."""
    parts: list[str] = []
    cited: list[str] = []
    pages: list[str] = []
    waiting: list[Any] = [root]
    while waiting:
        value = waiting.pop()
        match value:
            case tuple():
                waiting += value[::-1]
            case Text():
                parts.append(value.text)
            case Code() | CodeBlock() | QuizBlock():
                parts.append(" ")
            case Image():
                parts.append(f" {value.alt} {value.title} ")
            case Citation():
                cited += value.ids
            case FootnoteRef():
                cited += _noted(value.number, page)
            case Gap():
                parts.append(" / ".join(choice.text for choice in value.choices if choice.correct))
            case _ if (shape := shape_of(value.__class__)) is not None:
                if isinstance(value, Link):
                    pages.append(value.target.partition("#")[0])
                elif not isinstance(value, _WITHIN):
                    parts.append("\n")
                waiting += [getattr(value, name) for name in shape]
    return Said("".join(parts), tuple(dict.fromkeys(cited)), tuple(dict.fromkeys(filter(None, pages))))


def _noted(number: int, page: Page) -> list[str]:
    """The sources that a note at the foot of the page cites."""
    if not 0 < number <= len(page.footnotes):
        return []
    found = nodes_in(page.footnotes[number - 1], (Citation,))
    return [name for citation in found for name in citation.ids]
