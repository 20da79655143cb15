"""Inline elements of HTML to inline nodes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

from builder.importers.html_lines import Lost
from builder.importers.html_runs import clean, tidy
from builder.importers.html_tags import (
    ADDRESS,
    BLOCKS,
    DEEPEST,
    DROPPED,
    EMBEDDED,
    FORM,
    LITERAL,
    LOSSES,
    STRUCK,
    STYLES,
    UNDERLINED,
    content_of,
    tag_of,
)
from builder.model.span import Span
from builder.model.text import Code, Element, Emphasis, Image, Inline, Inlines, LineBreak, Link, Strong, Text

Media: TypeAlias = Callable[[str], str | None]
"""From a picture's ``src`` as written (addresses and ``data:`` too) to its path in the course, or None."""

Mark: TypeAlias = Callable[[Inlines], Inlines]
"""What an element makes of the run in it."""

NO_ALT = "Picture without a description"
"""Stands where a description must, until somebody writes one."""

_STYLE = re.compile(
    r"(?:^|;)\s*(font-weight|font-style|vertical-align|color|background(?:-color)?|font-(?:size|family)"
    r"|text-decoration(?:-line)?)\s*:\s*([^;]*)",
    re.IGNORECASE,
)
_MARKS: Mapping[str, Mark] = {
    **dict.fromkeys(("b", "strong"), lambda run: (Strong(run),)),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), lambda run: (Emphasis(run),)),
    "sub": lambda run: (Element("sub", run),),
    "sup": lambda run: (Element("sup", run),),
    "q": lambda run: (Text("\u201c"), *run, Text("\u201d")),
}


class InlineReader:
    """Reads the runs of one text; ``lost`` gathers what has no node."""

    __slots__ = ("at", "lost", "media")

    def __init__(self, at: Span, media: Media) -> None:
        self.at = at
        self.media = media
        self.lost: Lost = {}

    def lose(self, what: str) -> None:
        """Note a loss; '' is none."""
        if what:
            self.lost[what] = None

    def run(self, element: Any, depth: int) -> list[Inline]:
        """What stands in an element as one run; blocks in it count as lines."""
        if depth > DEEPEST:
            self.lose("structure nested too deeply")
            return [Text(content_of(element))]
        run: list[Inline] = []
        add(run, element.text)
        for child in element:
            if tag_of(child) in BLOCKS:
                run += [LineBreak(), *self.run(child, depth + 1), LineBreak()]
            else:
                run += self.inline(child, depth + 1)
            add(run, child.tail)
        return run

    def inline(self, element: Any, depth: int) -> Inlines:
        """What an inline element becomes."""
        tag = tag_of(element)
        if tag in DROPPED:
            self.lose(DROPPED[tag])
            return ()
        if tag == "br":
            return (LineBreak(),)
        if tag == "img":
            return self._image(element)
        if tag in EMBEDDED:
            return self._embedded(element, tag)
        if tag in FORM:
            self.lose("form fields")
        if tag in LITERAL:
            text = clean(content_of(element)).strip()
            return (Code(text),) if text else ()
        return self.mark(element)(tuple(self.run(element, depth)))

    def mark(self, element: Any) -> Mark:
        """What an element makes of the run in it."""
        tag = tag_of(element)
        self.lose(LOSSES.get(tag, ""))
        if tag == "a":
            return partial(self._link, element)
        if tag in ("abbr", "acronym"):
            title = clean(element.get("title", "")).strip()
            return lambda run: (Element("abbr", run, title),) if title else run
        return _MARKS.get(tag) or partial(self._styled, element.get("style", ""))

    def _styled(self, style: str, run: Inlines) -> Inlines:
        """``run`` with the emphasis that a style gives; colours, fonts and sizes are lost."""
        for name, value in ((key.lower(), given.strip().lower()) for key, given in _STYLE.findall(style[:2000])):
            if name == "font-weight":
                run = (Strong(run),) if value.startswith(("bold", "600", "700", "800", "900")) else run
            elif name == "font-style":
                run = (Emphasis(run),) if value.startswith(("italic", "oblique")) else run
            elif name == "vertical-align":
                run = (Element(value[:3], run),) if value in ("sub", "super") else run
            elif name.startswith("text-decoration"):
                self.lose(UNDERLINED if "underline" in value else "")
                self.lose(STRUCK if "line-through" in value else "")
            else:
                self.lose(STYLES)
        return run

    def _link(self, element: Any, run: Inlines) -> Inlines:
        if "href" not in element.attrib:
            return run
        target = address(element.get("href", ""))
        if not ADDRESS.fullmatch(target):
            self.lose("links to other places of the document" if target.startswith("#") else "links to local files")
            return run
        inner = tidy(run) or (Text(target),)
        title = clean(element.get("title", "")).strip()
        return (Link(target, tuple(_unlinked(inner)), title, self.at),)

    def _image(self, element: Any) -> Inlines:
        alt = clean(element.get("alt", "")).strip()
        source = element.get("src", "")
        path = self.media(source) if source else None
        if path is None:
            self.lose("pictures that are not in the file")
            return (Text(alt),) if alt else ()
        if not alt:
            self.lose(f"descriptions of pictures (they read \u201c{NO_ALT}\u201d now)")
        return (Image(path, alt or NO_ALT, clean(element.get("title", "")).strip(), self.at),)

    def _embedded(self, element: Any, tag: str) -> Inlines:
        """A link to what was embedded, or what stood there for those who could not see it."""
        self.lose("embedded videos, sounds and pages (a link is left where there was an address)")
        inner = next((each for each in element.iter("source", "embed") if each.get("src")), None)
        given = element.get("src") or element.get("data") or (inner.get("src") if inner is not None else "")
        target = address(given or "")
        if target.startswith("//"):
            target = f"https:{target}"
        title = clean(element.get("title", "") or (content_of(element) if tag != "iframe" else "")).strip()
        if not ADDRESS.fullmatch(target):
            return (Text(title),) if title else ()
        return (Link(target, (Text(title or target),), "", self.at),)


def address(written: str) -> str:
    """An address as browsers read it: no line ends, blanks encoded."""
    return clean(re.sub(r"[\t\n\r]", "", written)).strip().replace(" ", "%20")


def add(run: list[Inline], text: str | None) -> None:
    """Add the words beside an element to a run."""
    if text:
        run.append(Text(text))


def _unlinked(run: Inlines) -> Iterator[Inline]:
    for node in run:
        if isinstance(node, Link):
            yield from node.children
        elif isinstance(node, Emphasis | Strong | Element):
            yield replace(node, children=tuple(_unlinked(node.children)))
        else:
            yield node
