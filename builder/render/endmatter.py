"""What stands at the end of a page: its notes and its sources."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from builder.model.text import Paragraph
from builder.render.block import write_blocks
from builder.render.inline import external, write_inlines

if TYPE_CHECKING:
    from builder.render.writer import Writer


def write_notes(w: Writer) -> str:
    """The notes the page referred to, or '' when there are none. Ask before the sources: notes cite too."""
    items = [_note(w, number) for number in sorted(w.noted) if number <= len(w.footnotes)]
    if not items:
        return ""
    return _section("notes", "doc-endnotes", w.t("Notes"), items)


def _note(w: Writer, number: int) -> str:
    blocks = w.footnotes[number - 1].blocks
    w.before = max((start for start in w.borrowed.values() if start < number), default=0)  # notes may have notes
    back = _back(w, f"nr-{number}")
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph):
        body = write_blocks(w, blocks[:-1]) + f"<p>{write_inlines(w, last.children)} {back}</p>"
    else:
        body = write_blocks(w, blocks) + f"<p>{back}</p>"
    return f'<li id="n-{number}" value="{number}">{body}</li>'


def write_sources(w: Writer) -> str:
    """The sources the page cited, in the order of their numbers, or '' when there are none."""
    if not w.cited:
        return ""
    items = [_source(w, cited, number) for number, cited in enumerate(w.cited, 1)]
    return _section("sources", "doc-bibliography", w.t("Sources"), items)


def _section(own: str, role: str, name: str, items: list[str]) -> str:
    head = f'<h2 id="{own}">{escape(name, quote=False)}</h2>'
    return f'<section class="after" role="{role}" aria-labelledby="{own}">{head}<ol>{"".join(items)}</ol></section>'


def _source(w: Writer, id: str, number: int) -> str:
    source = w.course.sources.get(id)
    text = escape(source.source if source and source.source else id, quote=False)
    year = f" ({escape(source.year, quote=False)})" if source and source.year else ""
    named = external(w, source.url, text) if source and source.url.startswith("http") else text
    return f'<li id="s-{number}"><span dir="auto">{named}{year}</span> {_back(w, f"c-{number}")}</li>'


def _back(w: Writer, id: str) -> str:
    name = escape(w.t("Back to the text"))
    return f'<a class="back" href="#{id}" role="doc-backlink" aria-label="{name}">↩\ufe0e</a>'
