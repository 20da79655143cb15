"""HTML that others wrote, to RichText: what has no node in the model becomes its words, and is named.

The HTML is not trusted: it is parsed without network, depth and size are bounded, and nothing of it but words, known
structure and checked addresses reaches the model.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from builder.importers.html_inline import NO_ALT, InlineReader, Media, add
from builder.importers.html_lines import as_run
from builder.importers.html_own import callout_of, classes_of, is_picture, without_word
from builder.importers.html_runs import clean, paragraphs, tidy, words
from builder.importers.html_tables import read_grid
from builder.importers.html_tags import BLOCKS, DEEPEST, content_of, is_block, mark_holders, tag_of, unwrapped
from builder.model.span import Span
from builder.model.text import (
    Block,
    Blocks,
    Callout,
    Cell,
    CodeBlock,
    Definition,
    DefinitionList,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)
from builder.source.files import CONTROL

__all__ = ["NO_ALT", "Media", "as_list", "read_html", "read_inline_html"]

LARGEST = 5_000_000
"""Characters of HTML that are read at once."""


def read_html(html: str, at: Span, media: Media, *, headings: bool = True) -> tuple[Blocks, list[str]]:
    """The blocks in ``html``, all placed at ``at``, and what was lost: phrases in the plural, each once.

    Without ``headings`` they become bold paragraphs: in a question's text, a heading would open another question.
    Never raises for any text.
    """
    reader = _Reader(at, media, headings=headings)
    blocks = reader.flow(root, 0) if (root := _parsed(html)) is not None else ()
    return blocks, list(reader.lost)


def read_inline_html(html: str, at: Span, media: Media) -> tuple[Inlines, list[str]]:
    """The same as one run: blocks are parted by line breaks, and lists and tables become their words."""
    blocks, lost = read_html(html, at, media, headings=False)
    losses = dict.fromkeys(lost)
    return as_run(blocks, losses), list(losses)


def _parsed(html: str) -> Any:
    """The root element of ``html``, or None for nothing."""
    text = CONTROL.sub("", html[:LARGEST]).encode("utf-8", "ignore")
    if not text.strip():
        return None
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, recover=True, huge_tree=False
    )
    try:
        root = lxml_html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    mark_holders(root)
    return root


class _Reader(InlineReader):
    """One text being read."""

    __slots__ = ("headings",)

    def __init__(self, at: Span, media: Media, *, headings: bool) -> None:
        super().__init__(at, media)
        self.headings = headings

    def flow(self, element: Any, depth: int) -> Blocks:
        """What stands in an element, as blocks."""
        if depth > DEEPEST:
            self.lose("structure nested too deeply")
            return self.paragraphs([Text(content_of(element))])
        out: list[Block] = []
        run: list[Inline] = []
        add(run, element.text)
        for child in element:
            if is_block(child):
                out += self.paragraphs(run)
                run = []
                out += self.block(child, depth + 1)
            else:
                run += self.inline(child, depth + 1)
            add(run, child.tail)
        return (*out, *self.paragraphs(run))

    def paragraphs(self, run: list[Inline]) -> Blocks:
        """``run`` as paragraphs; one that is a picture alone becomes a figure."""
        out: list[Block] = []
        for part in paragraphs(run) if run else ():
            if len(part) == 1 and isinstance(image := part[0], Image):
                out.append(Picture(image, self.at))
            else:
                out.append(Paragraph(part, self.at))
        return tuple(out)

    def block(self, element: Any, depth: int) -> Blocks:
        """What a block becomes, or an inline element around blocks."""
        tag = tag_of(element)
        reader = _READERS.get(tag) or (_Reader.flow if tag in BLOCKS else _Reader.around)
        if reader is _Reader.flow and "class" in element.attrib:
            reader = _Reader.picture if is_picture(element) else _Reader.box if callout_of(element) else reader
        return reader(self, element, depth)

    def inside(self, element: Any, depth: int) -> Blocks:
        """The blocks of a quotation, item or fold, where headings have no place."""
        before, self.headings = self.headings, False
        blocks = self.flow(element, depth)
        self.headings = before
        return blocks

    def around(self, element: Any, depth: int) -> Blocks:
        """The blocks in an inline element: each paragraph among them is marked by itself."""
        mark = self.mark(element)
        return tuple(
            replace(block, children=tidy(mark(block.children))) if isinstance(block, Paragraph) else block
            for block in self.flow(element, depth)
        )

    def heading(self, element: Any, depth: int) -> Blocks:
        run = tidy(self.run(element, depth))
        pictures = tuple(Picture(node, self.at) for node in run if isinstance(node, Image))
        run = _unbold(tidy(node for node in run if not isinstance(node, Image)))
        if not run:
            return pictures
        if self.headings:
            return (Heading(int(tag_of(element)[1]), run, "", (), {}, self.at), *pictures)
        self.lose("headings inside other text (they are bold now)")
        return (Paragraph((Strong(run),), self.at), *pictures)

    def quote(self, element: Any, depth: int) -> Blocks:
        inner = self.inside(element, depth)
        return (Quote(inner, self.at),) if inner else ()

    def code(self, element: Any, _depth: int) -> Blocks:
        text = CONTROL.sub("", content_of(element)).replace("\r", "").strip("\n")
        return (CodeBlock(f"{text}\n", _language(element), self.at),) if text.strip() else ()

    def rule(self, _element: Any, _depth: int) -> Blocks:
        return (Rule(self.at),)

    def list_block(self, element: Any, depth: int) -> Blocks:
        ordered = tag_of(element) == "ol"
        items = [*filter(None, [self.paragraphs([Text(element.text or "")])])]
        for child in element:
            if tag_of(child) in ("ul", "ol") and items:
                items[-1] += self.block(child, depth + 1)
            else:
                items += filter(None, [self.item(child, depth + 1)])
            items += filter(None, [self.paragraphs([Text(child.tail or "")])])
        start = element.get("start", "1") if ordered else "1"
        first = int(start) if re.fullmatch(r"[0-9]{1,8}", start) else 1
        loose = any(tag_of(part) == "p" for child in element for part in child)
        return (as_list(items, self.at, ordered=ordered, start=first, loose=loose),) if items else ()

    def item(self, element: Any, depth: int) -> Blocks:
        """A child of a list, whatever it is."""
        return self.inside(element, depth) if is_block(element) else self.paragraphs(list(self.inline(element, depth)))

    def definitions(self, element: Any, depth: int) -> Blocks:
        """Terms with what follows them; a term without meaning, or the other way round, is a paragraph."""
        items: list[Definition] = []
        for child in unwrapped(element):
            blocks = self.item(child, depth + 1)
            if tag_of(child) == "dt":
                items.append(Definition(as_run(blocks, self.lost), ()))
            elif not items:
                items.append(Definition((), blocks))
            else:
                items[-1] = Definition(items[-1].term, items[-1].blocks + blocks)
        out: list[Block] = []
        for whole in items:
            last = out[-1] if out else None
            if not whole.term or not whole.blocks:
                out += [*([Paragraph(whole.term, self.at)] if whole.term else []), *whole.blocks]
            elif isinstance(last, DefinitionList):
                out[-1] = replace(last, items=(*last.items, whole))
            else:
                out.append(DefinitionList((whole,), self.at))
        return tuple(out)

    def table(self, element: Any, depth: int) -> Blocks:
        """A table with a row of heads: its own, else the first row; a table of one cell only laid something out."""
        grid = read_grid(element)
        for loss in grid.losses:
            self.lose(loss)
        blocks = [[() if cell is None else self.inside(cell, depth + 1) for cell in row] for row in grid.rows]
        caption = self.inside(grid.caption, depth + 1) if grid.caption is not None else ()
        if not any(cell for row in blocks for cell in row):
            return caption
        if len(blocks) == len(blocks[0]) == 1:
            return (*caption, *blocks[0][0])
        cells = [tuple(Cell(as_run(cell, self.lost), self.at) for cell in row) for row in blocks]
        if not grid.has_head and len(cells) == 1:
            cells.insert(0, tuple(Cell((), self.at) for _ in cells[0]))
        head = tuple(replace(cell, children=_unbold(cell.children)) for cell in cells[0])
        return (*caption, Table(head, tuple(cells[1:]), grid.align, self.at))

    def figure(self, element: Any, depth: int) -> Blocks:
        """A picture with its caption; anything else is what stands in it."""
        blocks = self.flow(element, depth)
        caption = next(iter(element.iter("figcaption")), None)
        if is_picture(element):
            return self.picture(element, depth)
        picture = next((block for block in blocks if isinstance(block, Picture)), None)
        if caption is None or picture is None or picture.image.title:
            return blocks
        title = clean(content_of(caption)).strip()
        rest = (one for one in blocks if not (isinstance(one, Paragraph) and words(one.children).strip() == title))
        return tuple(Picture(replace(picture.image, title=title), self.at) if one is picture else one for one in rest)

    def picture(self, element: Any, depth: int) -> Blocks:
        """A picture as this tool writes it: its credit is noted elsewhere."""
        for credit in list(element.iter("small")):
            credit.drop_tree()
        image, *rest = self.flow(element, depth)
        caption = words(as_run(tuple(rest), {})).strip()
        return (
            (Picture(replace(image.image, title=caption), self.at),) if isinstance(image, Picture) else (image, *rest)
        )

    def details(self, element: Any, depth: int) -> Blocks:
        """A fold that says what is in it."""
        summary = next((child for child in element if tag_of(child) == "summary"), None)
        return self.callout(element, depth, callout_of(element) or "reveal", summary)

    def box(self, element: Any, depth: int) -> Blocks:
        """A callout as this tool writes it."""
        kind = callout_of(element)
        title = next((child for child in element if "box-t" in classes_of(child)), None)
        if title is not None:
            without_word(title, kind)
        return self.callout(element, depth, kind, title)

    def callout(self, element: Any, depth: int, kind: str, heading: Any) -> Blocks:
        title: Inlines = ()
        if heading is not None:
            run = tidy(Text(" ") if isinstance(node, LineBreak) else node for node in self.run(heading, depth))
            title = _unbold(run)
            heading.clear(keep_tail=True)
        inner = self.inside(element, depth)
        return (Callout(kind, title, inner, self.at),) if inner else ()


_READERS: Mapping[str, Callable[[_Reader, Any, int], Blocks]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _Reader.heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _Reader.list_block),
    "dl": _Reader.definitions,
    "blockquote": _Reader.quote,
    "pre": _Reader.code,
    "hr": _Reader.rule,
    "table": _Reader.table,
    "figure": _Reader.figure,
    "details": _Reader.details,
}


def as_list(items: list[Blocks], at: Span, *, ordered: bool, start: int = 1, loose: bool = False) -> List:
    """A list of plain items, tight or ``loose`` where Markdown can say so: it is loose where items need room, and tight
    where no item begins with a text that could show it."""
    texts = [item for item in items if isinstance(item[0], Paragraph | Picture)]
    is_long = len(items) > 1 or any(len(item) > 1 for item in texts)
    tight = not texts or (all(map(_is_tight, items)) and not (loose and is_long))
    return List(ordered, start, tight, tuple(ListItem(item, None, at) for item in items), at)


def _is_tight(item: Blocks) -> bool:
    """Whether an item is one text, at most with a list of such items below."""
    return (
        isinstance(item[0], Paragraph | Picture)
        and all(isinstance(each, List) and each.tight and (each.start == 1 or not each.ordered) for each in item[1:2])
        and len(item) <= 2
    )


def _unbold(run: Inlines) -> Inlines:
    """A heading is bold by itself."""
    return only.children if len(run) == 1 and isinstance(only := run[0], Strong) else run


def _language(element: Any) -> str:
    """The programming language that a block of code names, as ``class="language-python"``."""
    given = " ".join((each.get("class") or "") for each in element.iter("pre", "code"))
    found = re.search(r"\blang(?:uage)?-([A-Za-z0-9+#]{1,20})(?=\s|$)", given)
    return found[1] if found else ""
