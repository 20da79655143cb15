"""Blocks as HTML."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from builder.model.text import (
    Blocks,
    Callout,
    CodeBlock,
    DefinitionList,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    Picture,
    QuizBlock,
    Quote,
    Recording,
    Rule,
    Table,
    Testimony,
)
from builder.render.dimensions import dimensions
from builder.render.figures import write_cards, write_figure
from builder.render.inline import write_inlines
from builder.render.recording import write_recording
from builder.render.table import write_table
from builder.render.testimony import attested

if TYPE_CHECKING:
    from builder.render.writer import Writer

BOXES = {
    "note": "Note",
    "example": "Example",
    "keypoint": "Key point",
    "testimony": "Testimony",
    "placeholder": "Placeholder",
}
"""Callouts that are always open, with the word they begin with."""

FOLDED = {"reveal": "Show more", "model": "Model answer"}
"""Callouts that open when asked, with the word on them where the author gave no title."""


DRESSED: frozenset[type] = frozenset({Quote, CodeBlock, Table, DefinitionList, Rule, Picture})
"""Blocks whose look stands in ``figures.css``."""


def words_to_translate(t: Callable[[str], str]) -> tuple[str, ...]:
    """The words of the tables above, named once for the catalogue."""
    folded = t("Show more"), t("Model answer")
    return t("Note"), t("Example"), t("Key point"), t("Testimony"), t("Placeholder"), *folded


def write_blocks(w: Writer, blocks: Blocks) -> str:
    """``blocks`` as HTML, one a line."""
    if not DRESSED.isdisjoint(map(type, blocks)):
        w.styles.add("figures")
    return "\n".join([BLOCK[type(block)](w, block) for block in blocks])


def _paragraph(w: Writer, node: Paragraph) -> str:
    return f"<p>{write_inlines(w, node.children)}</p>"


def _heading(w: Writer, node: Heading) -> str:
    level = w.level = min(max(node.level, 2), 6)  # the page's title is its only h1
    own = f' id="{escape(node.id)}"' if node.id else ""
    return f"<h{level}{own}>{write_inlines(w, node.children)}</h{level}>"


def _list(w: Writer, node: List) -> str:
    start = f' start="{node.start}"' if node.ordered and node.start != 1 else ""
    tag = "ol" if node.ordered else "ul"
    items = "\n".join([f"<li>{_item(w, item, node.tight)}</li>" for item in node.items])
    return f"<{tag}{start}>\n{items}\n</{tag}>"


def _item(w: Writer, item: ListItem, tight: bool) -> str:  # noqa: FBT001 - the list's own field
    sign = "" if item.checked is None else "☑ " if item.checked else "☐ "
    if not tight:
        return sign + write_blocks(w, item.blocks)
    return sign + tight_blocks(w, item.blocks)


def tight_blocks(w: Writer, blocks: Blocks) -> str:
    """Blocks of a tight list item: its paragraphs stand without ``p``."""
    return "\n".join(
        [
            write_inlines(w, block.children) if type(block) is Paragraph else BLOCK[type(block)](w, block)
            for block in blocks
        ]
    )


def _quote(w: Writer, node: Quote) -> str:
    return f"<blockquote>{write_blocks(w, node.blocks)}</blockquote>"


def _code(w: Writer, node: CodeBlock) -> str:
    name = escape(w.t("Code"))
    text = escape(node.text, quote=False)
    return f'<pre dir="ltr" tabindex="0" role="group" aria-label="{name}"><code>{text}</code></pre>'


def _definitions(w: Writer, node: DefinitionList) -> str:
    items = [f"<dt>{write_inlines(w, i.term)}</dt><dd>{write_blocks(w, i.blocks)}</dd>" for i in node.items]
    return f"<dl>{''.join(items)}</dl>"


def _rule(w: Writer, node: Rule) -> str:
    del w, node
    return "<hr/>"


def _picture(w: Writer, node: Picture) -> str:
    image = node.image
    w.assets.add(image.source)
    asset = w.course.assets.get(image.source)
    size = dimensions(asset.file) if asset else None
    room = f' width="{size[0]}" height="{size[1]}"' if size else ""
    html = f'<img src="{escape(w.profile.file(image.source))}" alt="{escape(image.alt)}"{room} loading="lazy"/>'
    credit = ", ".join(part for part in (asset.source, asset.licence) if part) if asset else ""
    caption = escape(image.title, quote=False)
    if credit:
        caption += f'{" " if caption else ""}<small dir="auto">{escape(credit, quote=False)}</small>'
    return figure(w, "pic", html, caption)


def figure(w: Writer, kind: str, body: str, caption: str) -> str:
    """``body`` with its caption under it."""
    outer = w.profile.element("figure")
    inner = "figcaption" if outer == "figure" else "p"
    under = f"<{inner}>{caption}</{inner}>" if caption else ""
    return f'<{outer} class="{kind}">{body}{under}</{outer}>'


def _figure(w: Writer, node: Figure) -> str:
    caption = write_inlines(w, node.caption)
    if not w.profile.themed:
        return figure(w, "still", BLOCK[type(node.body)](w, node.body), caption)
    if node.kind == "cards" and isinstance(node.body, Table):
        return write_cards(w, node, node.body, caption)
    w.styles.add("figures")
    return figure(w, f"fig {node.kind}", write_figure(w, node), caption)


def _callout(w: Writer, node: Callout) -> str:
    title = write_inlines(w, node.title)
    inner = write_blocks(w, node.blocks)
    if node.kind in FOLDED:
        w.styles.add("figures")
        name = title or escape(w.t(FOLDED[node.kind]), quote=False)
        if "details" in w.profile.elements:
            return f'<details class="box {node.kind}"><summary>{name}</summary>\n{inner}\n</details>'
        return f'<div class="box {node.kind}"><p class="box-t"><b>{name}</b></p>\n{inner}\n</div>'
    word = escape(w.t(BOXES[node.kind]), quote=False)
    name = f"<b>{word}</b> {title}" if title else f"<b>{word}</b>"
    return f'<div class="box {node.kind}" role="note"><p class="box-t">{name}</p>\n{inner}\n</div>'


def _testimony(w: Writer, node: Testimony) -> str:
    return _callout(w, attested(node, w.t, w.profile.language))


def _quiz(w: Writer, node: QuizBlock) -> str:
    return str(w.quiz(node.quiz))


BLOCK: dict[type, Callable[[Writer, Any], str]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    List: _list,
    Quote: _quote,
    CodeBlock: _code,
    Table: write_table,
    DefinitionList: _definitions,
    Rule: _rule,
    Picture: _picture,
    Callout: _callout,
    Testimony: _testimony,
    Figure: _figure,
    Recording: write_recording,
    QuizBlock: _quiz,
}
"""A function for each kind of block that stands in a finished page."""
