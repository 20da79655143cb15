"""Inline nodes as HTML."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from builder.diagnostics.render_codes import LEADS_OUT
from builder.model.text import (
    Citation,
    Code,
    Element,
    Emphasis,
    FootnoteRef,
    Gap,
    Image,
    Inlines,
    LineBreak,
    Link,
    Paragraph,
    Strong,
    Text,
)
from builder.render.plain import plain

if TYPE_CHECKING:
    from builder.render.writer import Writer

EXTERNAL = ("https://", "http://", "mailto:", "tel:")


def write_inlines(w: Writer, nodes: Inlines) -> str:
    """``nodes`` as HTML."""
    return "".join([INLINE[type(node)](w, node) for node in nodes])


def _text(w: Writer, node: Text) -> str:
    del w
    return escape(node.text, quote=False)


def _emphasis(w: Writer, node: Emphasis) -> str:
    return f"<em>{write_inlines(w, node.children)}</em>"


def _strong(w: Writer, node: Strong) -> str:
    return f"<strong>{write_inlines(w, node.children)}</strong>"


def _code(w: Writer, node: Code) -> str:
    del w
    return f"<code>{escape(node.text, quote=False)}</code>"


def _break(w: Writer, node: LineBreak) -> str:
    del w, node
    return "<br/>"


def _element(w: Writer, node: Element) -> str:
    inner = write_inlines(w, node.children)
    if node.tag == "abbr" and "abbr" not in w.profile.elements:
        return f"{inner} ({escape(node.title, quote=False)})" if node.title else inner
    title = f' title="{escape(node.title)}"' if node.title else ""
    return f"<{node.tag}{title}>{inner}</{node.tag}>"


def _link(w: Writer, node: Link) -> str:
    inner = write_inlines(w, node.children)
    title = f' title="{escape(node.title)}"' if node.title else ""
    if node.target.startswith(EXTERNAL):
        return external(w, node.target, inner, title)
    href = w.profile.link(node.target)
    if href is None:
        if not node.target.startswith("glossary:"):
            w.diagnostics.append(LEADS_OUT.at(node.span, target=node.target, text=plain(node.children)))
        return inner
    if node.target.startswith("glossary:"):
        w.terms.add(node.target.removeprefix("glossary:"))
        return f'<a class="term" href="{escape(href)}"{title}>{inner}</a>'
    return f'<a href="{escape(href)}"{title}>{inner}</a>'


def external(w: Writer, url: str, inner: str, title: str = "") -> str:
    """A link out of the course; what opens in a new window says so to those who cannot see its arrow."""
    if not url.startswith("http") or not w.profile.themed:
        return f'<a href="{escape(url)}"{title}>{inner}</a>'
    hint = escape(w.t("opens in a new window"), quote=False)
    start = f'<a class="out" href="{escape(url)}"{title} target="_blank" rel="noopener">'
    return f'{start}{inner}<span class="vh"> ({hint})</span></a>'


def _image(w: Writer, node: Image) -> str:
    w.assets.add(node.source)
    return f'<img class="inline" src="{escape(w.profile.file(node.source))}" alt="{escape(node.alt)}"/>'


def _citation(w: Writer, node: Citation) -> str:
    if not w.profile.numbered:
        return f"({'; '.join([_named(w, cited) for cited in node.ids])})"
    return f'<span class="cite">[{", ".join([_mark(w, cited) for cited in node.ids])}]</span>'


def _named(w: Writer, id: str) -> str:
    source = w.course.sources.get(id)
    if source is None:
        return escape(id, quote=False)
    return escape(f"{source.source}, {source.year}" if source.year else source.source, quote=False)


def _mark(w: Writer, id: str) -> str:
    times = w.cited[id] = w.cited.get(id, 0) + 1
    number = list(w.cited).index(id) + 1
    own = f' id="c-{number}"' if times == 1 else ""
    name = escape(w.t("Source {n}").replace("{n}", str(number)))
    return f'<a{own} href="#s-{number}" role="doc-biblioref" aria-label="{name}">{number}</a>'


def _note(w: Writer, node: FootnoteRef) -> str:
    number = w.before + node.number
    if not w.profile.numbered:
        note = w.footnotes[number - 1].blocks if 0 < number <= len(w.footnotes) else ()
        return (
            f" ({' '.join([write_inlines(w, b.children) for b in note if isinstance(b, Paragraph)])})" if note else ""
        )
    own = "" if number in w.noted else f' id="nr-{number}"'
    w.noted.add(number)
    name = escape(w.t("Note {n}").replace("{n}", str(number)))
    return f'<sup class="fn"><a{own} href="#n-{number}" role="doc-noteref" aria-label="{name}">{number}</a></sup>'


def _gap(w: Writer, node: Gap) -> str:
    return w.gap(node)


INLINE: dict[type, Callable[[Writer, Any], str]] = {
    Text: _text,
    Emphasis: _emphasis,
    Strong: _strong,
    Code: _code,
    LineBreak: _break,
    Element: _element,
    Link: _link,
    Image: _image,
    Citation: _citation,
    FootnoteRef: _note,
    Gap: _gap,
}
"""A function for each kind of inline node."""
