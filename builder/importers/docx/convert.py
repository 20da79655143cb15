"""Mammoth's HTML of a document, laid out as our reader of HTML understands it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from builder.importers.html_tags import content_of, tag_of
from builder.importers.media import Pictures
from builder.importers.packed import repacked

STYLES = """
p[style-name='Title'] => p.doc-title:fresh
p[style-name='Subtitle'] => p.doc-subtitle:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='HTML Preformatted'] => pre:separator('\\n')
p[style-name='TOC Heading'] => !
p[style-name='toc 1'] => !
p[style-name='toc 2'] => !
p[style-name='toc 3'] => !
p[style-name='toc 4'] => !
r[style-name='HTML Code'] => code
r[style-name='Emphasis'] => em
r[style-name='Intense Emphasis'] => em
r[style-name='Subtle Emphasis'] => em
r[style-name='Book Title'] => em
"""
OPEN, CLOSE = "\ue000", "\ue001"
"""Around the number of a footnote in a text: signs that no text has, as they mean nothing."""


PLAIN = frozenset(
    (
        *("List Paragraph", "Body Text", "No Spacing", "Normal (Web)", "Default", "Standard", "Table Paragraph"),
        *("Hyperlink", "FollowedHyperlink", "footnote text", "footnote reference", "endnote text"),
        *("endnote reference", "header", "footer", "Default Paragraph Font", "Placeholder Text"),
    )
)
"""Styles that say nothing of a text but how it looks: nothing is lost with them."""


@dataclass(frozen=True, slots=True)
class Converted:
    """A document in HTML; ``notes`` are its footnotes and endnotes, in HTML too, by the numbers that stand in it."""

    html: str
    title: str
    notes: Mapping[int, str]
    styles: tuple[str, ...]
    """Names of styles that mean nothing here."""


def convert(parts: Mapping[str, bytes], pictures: Pictures) -> Converted:
    """The HTML of a prepared document; its pictures go to ``pictures``. May raise whatever mammoth raises."""

    def image(picture: Any) -> dict[str, str]:
        with picture.open() as stream:
            data = stream.read()
        path = pictures.add(" ".join((picture.alt_text or "").split())[:60] or "picture", data)
        return {"src": path or "", "alt": picture.alt_text or ""}

    mammoth = import_module("mammoth")  # an extra, and slow to import
    result = mammoth.convert_to_html(
        repacked(parts), style_map=STYLES, convert_image=mammoth.images.img_element(image), id_prefix=""
    )
    written = str(result.value).replace(OPEN, "").replace(CLOSE, "")
    unknown = (
        re.fullmatch(r"Unrecognised (?:paragraph|run) style: '?(.*?)'? \(.*", str(m.message)) for m in result.messages
    )
    styles = tuple(dict.fromkeys(match[1] for match in unknown if match and match[1] not in PLAIN))
    root = lxml_html.fragment_fromstring(written, create_parent="div")
    title = _take_title(root)
    notes = _take_notes(root)
    _tick_boxes(root)
    _frame_pictures(root)
    return Converted(etree.tostring(root, encoding="unicode", method="html"), title, notes, styles)


def _take_title(root: Any) -> str:
    """The first title, which is then no part of the text; others stay as paragraphs."""
    for paragraph in root.xpath("./p[@class='doc-title']"):
        title = " ".join(content_of(paragraph).split())
        if title:
            paragraph.drop_tree()
            return title
    return ""


def _take_notes(root: Any) -> dict[int, str]:
    """The notes at the end, and marks for them in the text: numbers in the order of their first mark."""
    numbers: dict[str, int] = {}
    for link in root.xpath("//sup/a[starts-with(@href, '#footnote-') or starts-with(@href, '#endnote-')]"):
        own = link.get("href")
        number = numbers.setdefault(own, len(numbers) + 1)
        outer = link.getparent()
        outer.text = f"{outer.text or ''}{OPEN}{number}{CLOSE}"
        link.drop_tree()
        outer.drop_tag()
    notes: dict[int, str] = {}
    for item in root.xpath("//li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]"):
        for back in item.xpath(".//a[starts-with(@href, '#footnote-ref-') or starts-with(@href, '#endnote-ref-')]"):
            back.drop_tree()
        inner = (item.text or "") + "".join(etree.tostring(each, encoding="unicode", method="html") for each in item)
        if f"#{item.get('id')}" in numbers:
            notes[numbers[f"#{item.get('id')}"]] = inner
        outer = item.getparent()
        item.drop_tree()
        if outer is not None and not len(outer):
            outer.drop_tree()
    return notes


def _tick_boxes(root: Any) -> None:
    """Boxes to tick as the signs that authors of courses write."""
    for box in root.xpath("//input[@type='checkbox']"):
        mark = "[x] " if "checked" in box.attrib else "[ ] "
        box.tail = mark + (box.tail or "").lstrip()
        box.drop_tree()
    for bookmark in root.xpath("//a[@id and not(@href)]"):
        bookmark.drop_tag()


def _frame_pictures(root: Any) -> None:
    """A picture alone in its paragraph, and the caption below it, as a figure."""
    for caption in root.xpath("./p[@class='caption']"):
        above = caption.getprevious()
        if above is None or tag_of(above) != "p" or len(above) != 1 or content_of(above).strip():
            continue
        image = above[0]
        if tag_of(image) != "img":
            continue
        above.tag = "figure"
        caption.tag = "figcaption"
        above.append(caption)
