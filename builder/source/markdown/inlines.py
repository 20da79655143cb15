"""Inline tokens to nodes, in one pass."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from builder.diagnostics.text_codes import HTML_PAIR, LINK_EMPTY
from builder.model.span import Span
from builder.model.text import (
    Code,
    Element,
    Emphasis,
    FootnoteRef,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Strong,
    Text,
)
from builder.source.markdown.context import Context
from builder.source.markdown.html import Tag, read_tag
from builder.source.markdown.leaves import read_citation, read_gap
from builder.source.markdown.links import resolve_link, resolve_picture
from builder.source.markdown.parser import parser, without_markup


def read_inlines(token: Token, context: Context) -> Inlines:
    """The nodes of an inline token, whose text is parsed now: all definitions of link targets are known."""
    text = without_markup(token.content)
    if text is not None:
        return (Text(text),) if text else ()
    md = parser()
    return _Reader(token, context).read(md.inline.parse(token.content, md, context.environment, []))


class _Open:
    """An element whose closing token is still to come."""

    __slots__ = ("outer", "tag", "token")

    def __init__(self, token: Token, outer: list[Inline], tag: Tag | None = None) -> None:
        self.token = token
        self.outer = outer
        self.tag = tag


class _Reader:
    __slots__ = ("context", "inline", "open", "out", "refused", "text")

    def __init__(self, inline: Token, context: Context) -> None:
        self.inline = inline
        self.context = context
        self.open: list[_Open] = []
        self.out: list[Inline] = []
        self.text: list[str] = []
        self.refused: set[str] = set()
        """Opening tags that were reported: their closing tags are not."""

    def read(self, children: Sequence[Token]) -> Inlines:
        for child in children:
            kind = child.type
            if kind == "text":
                self.text.append(child.content)
            elif kind == "text_special":
                # `&#12;` is a form feed, which no XML file may hold.
                self.text.append(child.content.replace("\x0c", " "))
            elif kind == "problem":
                self.text.append(child.content)
                self.context.lines.report(child.meta["code"], self._span(child), **child.meta["values"])
            elif kind == "html_inline":
                self._html(child)
            else:
                self._flush()
                if child.nesting > 0:
                    self.open.append(_Open(child, self.out))
                    self.out = []
                elif child.nesting < 0:
                    self._close(child)
                else:
                    self.out.append(self._leaf(child))
        self._flush()
        while self.open:
            self._abandon()
        return tuple(self.out)

    def _span(self, child: Token) -> Span:
        start, end = child.map or (0, 1)
        return self.context.lines.inline(self.inline, start, end)

    def _flush(self) -> None:
        if self.text:
            text = "".join(self.text)
            if text:
                self.out.append(Text(text))
            self.text = []

    def _leaf(self, child: Token) -> Inline:
        match child.type:
            case "code_inline":
                return Code(child.content)
            case "image":
                return self._image(child)
            case "gap":
                return read_gap(child.content, self.context, self._span(child))
            case "citation":
                return read_citation(child.content, self.context, self._span(child))
            case "footnote_ref":
                numbers = self.context.numbers
                if child.content not in numbers:
                    numbers[child.content] = len(numbers) + 1
                    self.context.marks[child.content] = self._span(child)
                return FootnoteRef(numbers[child.content])
        return LineBreak()

    def _image(self, child: Token) -> Image | Text:
        span = self._span(child)
        source = resolve_picture(str(child.attrs["src"]), self.context, span)
        alt = _plain(child.children or ())
        if source is None:
            return Text(alt)
        return Image(source, alt, str(child.attrs.get("title", "")), span)

    def _close(self, child: Token) -> None:
        while self.open[-1].tag is not None:
            self._abandon()
        opened = self.open.pop()
        children = tuple(self.out)
        self.out = opened.outer
        if child.type == "em_close":
            self.out.append(Emphasis(children))
        elif child.type == "strong_close":
            self.out.append(Strong(children))
        else:
            token = opened.token
            span = self._span(token)
            target = resolve_link(str(token.attrs["href"]), self.context, span)
            if not children:
                self.context.lines.report(LINK_EMPTY, span, part="text")
            if target is None:
                self.out.extend(children)
            else:
                self.out.append(Link(target, children, str(token.attrs.get("title", "")), span))

    def _html(self, child: Token) -> None:
        name = child.content.strip("</>").split(maxsplit=1)[0].lower() if child.content.strip("</> ") else ""
        if child.content.startswith("</") and name in self.refused:
            return
        tag = read_tag(child.content, self.context.lines, self._span(child))
        if tag is None:
            self.refused.add(name)
            return
        self._flush()
        if tag.name == "br":
            self.out.append(LineBreak())
        elif not tag.closing:
            self.open.append(_Open(child, self.out, tag))
            self.out = []
        elif self.open and (opened := self.open[-1]).tag is not None and opened.tag.name == tag.name:
            self.open.pop()
            opened.outer.append(Element(tag.name, tuple(self.out), opened.tag.title))
            self.out = opened.outer
        else:
            self.context.lines.report(HTML_PAIR, self._span(child), tag=child.content)

    def _abandon(self) -> None:
        """Give up an HTML element that is not closed where it should be; its content stays."""
        opened = self.open.pop()
        self.context.lines.report(HTML_PAIR, self._span(opened.token), tag=opened.token.content)
        opened.outer.extend(self.out)
        self.out = opened.outer


def _plain(tokens: Sequence[Token]) -> str:
    """The text of a picture's alternative: markup stripped, breaks as blanks."""
    return "".join(
        " " if token.type == "hardbreak" else _plain(token.children or ()) or token.content for token in tokens
    ).strip()
