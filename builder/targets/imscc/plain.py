"""Text for platforms that keep no theme, no anchors and no scripts: what our pages show by design is said in words.

Platforms clean the HTML they import: classes have no look there, ids are removed. So callouts become quotations with a
bold name, folded text stands open, notes and sources are numbered lists at the end, a glossary term carries its
definition, and a link to another page names that page, whose link may be dead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from operator import is_
from typing import Any

from builder.model import text as t
from builder.model.course import Course
from builder.render.block import BOXES, FOLDED
from builder.render.plain import plain
from builder.render.testimony import attested
from builder.render.words import words


class Plain:
    """Rewrites the text of one page. Asked last for ``notes`` and ``sources``, it knows what the text referred to."""

    __slots__ = ("cited", "course", "footnotes", "gettext", "noted", "terms", "titles", "unlinked")

    def __init__(
        self,
        course: Course,
        footnotes: tuple[t.Footnote, ...] | None = None,
        unlinked: frozenset[str] = frozenset(),
    ) -> None:
        self.course = course
        self.unlinked = unlinked
        """Paths of pages that are no files of their own: links to them are left to their text."""
        self.footnotes = footnotes
        """None where the text has no end to put a list at: then notes and sources are left to the writer."""
        self.titles = {page.path: page.title for page in course.pages}
        self.cited: dict[str, int] = {}
        """Source id -> its number."""
        self.noted: dict[int, int] = {}
        """The author's number of a note -> its number on the page."""
        self.terms: set[str] = set()
        """Ids of the glossary terms referred to."""
        self.gettext: Callable[[str], str] = words(course.language).gettext

    def blocks(self, blocks: t.Blocks) -> t.Blocks:
        """Blocks as they are to be written."""
        return rewrite(blocks, self._change)  # type: ignore[no-any-return]

    def inlines(self, nodes: t.Inlines) -> t.Inlines:
        """Inline nodes as they are to be written."""
        return rewrite(nodes, self._change)  # type: ignore[no-any-return]

    def notes(self) -> list[t.Blocks]:
        """The notes referred to, in order; a note may refer to others."""
        found: list[t.Blocks] = []
        while len(found) < len(self.noted):
            number = list(self.noted)[len(found)]
            known = self.footnotes is not None and 0 < number <= len(self.footnotes)
            found.append(self.blocks(self.footnotes[number - 1].blocks) if known and self.footnotes else ())
        return found

    def sources(self) -> list[t.Inlines]:
        """The sources cited, in order, each with its year and its link. Ask after the notes: they cite too."""
        return [source_line(self.course, cited) for cited in self.cited]

    def _change(self, node: Any) -> Any:
        match node:
            case t.Callout() | t.Testimony():
                return self._quoted(node)
            case t.Figure():
                caption = (t.Paragraph((t.Emphasis(node.caption),), node.span),) if node.caption else ()
                return (*caption, node.body)
            case t.Citation() if self.footnotes is not None:
                return t.Text(f"[{', '.join([self._cite(cited) for cited in node.ids])}]")
            case t.FootnoteRef() if self.footnotes is not None:
                number = self.noted.setdefault(node.number, len(self.noted) + 1)
                return t.Element("sup", (t.Text(f"({number})"),))
            case t.Link():
                return self._link(node)
        return node

    def _quoted(self, node: t.Callout | t.Testimony) -> t.Quote:
        if isinstance(node, t.Testimony):
            node = attested(node, self.gettext, self.course.language)
        return t.Quote((*self._heading(node), *node.blocks), node.span)

    def _heading(self, node: t.Callout) -> t.Blocks:
        name = self.gettext(BOXES.get(node.kind) or FOLDED[node.kind])
        if node.kind in FOLDED:
            title = node.title or ((t.Text(name),) if node.kind == "model" else ())
        else:
            title = (t.Text(f"{name}: "), *node.title) if node.title else (t.Text(name),)
        return (t.Paragraph((t.Strong(title),), node.span),) if title else ()

    def _cite(self, id: str) -> str:
        return str(self.cited.setdefault(id, len(self.cited) + 1))

    def _link(self, node: t.Link) -> t.Inline | t.Inlines:
        if node.target.startswith("glossary:"):
            term = self.course.glossary.get(node.target.removeprefix("glossary:"))
            if term is None:
                return node.children
            self.terms.add(term.id)
            return t.Element("abbr", node.children, term.definition)
        path = node.target.partition("#")[0]
        title = self.titles.get(path, "")
        named = " ".join(plain(node.children).split()).casefold()
        said = () if not title or title.casefold() in named else (t.Text(f" ({title})"),)
        return (*(node.children if path in self.unlinked else (node,)), *said)


def source_line(course: Course, id: str) -> t.Inlines:
    """A source as lists show it: its name, linked, and its year."""
    source = course.sources.get(id)
    if source is None:
        return (t.Text(id),)
    name: t.Inline = t.Text(source.source or id)
    if source.url.startswith("http"):
        name = t.Link(source.url, (name,), "", source.span)
    return (name, t.Text(f" ({source.year})")) if source.year else (name,)


def rewrite(value: Any, change: Callable[[Any], Any]) -> Any:
    """``value`` with ``change`` made of every node in it, from within; a node may become several or none."""
    if isinstance(value, tuple):
        made: list[Any] = []
        for part in value:
            new = rewrite(part, change)
            made += new if isinstance(new, tuple) and not isinstance(part, tuple) else (new,)
        same = len(made) == len(value) and all(map(is_, made, value))
        return value if same else tuple(made)
    if not is_dataclass(value) or isinstance(value, type) or value.__class__.__module__ != t.__name__:
        return value
    changed = {}
    for field in fields(value):
        part = getattr(value, field.name)
        if (new := rewrite(part, change)) is not part:
            changed[field.name] = new
    return change(replace(value, **changed) if changed else value)
