"""Block tokens to nodes, in one pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markdown_it.token import Token

from builder.diagnostics.text_codes import (
    ANSWER_BLANK,
    ANSWER_EMPTY,
    ANSWER_PLACE,
    ATTRIBUTE_OUTSIDE,
    FOOTNOTE_TWICE,
    HEADING_EMPTY,
    LEVEL_JUMP,
    LEVEL_ONE,
    SETEXT,
    TASK_BOX,
    TOO_DEEP,
)
from builder.model.span import Span
from builder.model.text import (
    AnswerLine,
    AnswerLines,
    Block,
    Blocks,
    CodeBlock,
    Definition,
    DefinitionList,
    Heading,
    Image,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Rule,
)
from builder.source.markdown.attributes import Attributes
from builder.source.markdown.context import Context
from builder.source.markdown.enclosed import read_fence
from builder.source.markdown.html import report_html
from builder.source.markdown.inlines import read_inlines
from builder.source.markdown.parser import NESTING
from builder.source.markdown.tables import read_table

_UNSPACED = re.compile(r"^([=!])([\w\"*+-][^\n]*)", re.MULTILINE)


class Tree:
    """Reads the tokens of a page from left to right."""

    __slots__ = ("at", "context", "lines", "notes", "tokens")

    def __init__(self, tokens: list[Token], context: Context) -> None:
        self.tokens = tokens
        self.at = 0
        self.context = context
        self.lines = context.lines
        self.notes: dict[str, tuple[Blocks, Span]] = {}
        """Footnotes by label, with their places."""

    def read(self) -> Blocks:
        """All blocks. The tokens must end with one of type ``end``."""
        return self.blocks("end")

    def blocks(self, close: str) -> Blocks:
        """The blocks up to the token of type ``close``, which is passed over."""
        out: list[Block] = []
        while (token := self.tokens[self.at]).type != close:
            self.at += 1
            _READERS[token.type](self, token, out)
        self.at += 1
        return tuple(out)

    def nested(self, token: Token, close: str) -> Blocks:
        """The blocks within a list item, quotation, definition or footnote."""
        if token.level + 1 >= NESTING:
            self.lines.report(TOO_DEEP, self.lines.block(token))
        self.context.depth += 1
        blocks = self.blocks(close)
        self.context.depth -= 1
        return blocks

    def inline(self) -> tuple[Token, Inlines]:
        """The inline token at hand with its nodes; its closing token is passed over."""
        token = self.tokens[self.at]
        self.at += 2
        return token, read_inlines(token, self.context)

    def paragraph(self, _token: Token, out: list[Block]) -> None:
        inline, children = self.inline()
        if not children:
            return
        if len(children) == 1 and isinstance(image := children[0], Image):
            out.append(Picture(image, image.span))
            return
        if self.context.asking and not self.context.depth:
            for match in _UNSPACED.finditer(inline.content):
                span = self.lines.inline(inline, match.start(), match.end())
                self.lines.report(ANSWER_BLANK, span, sign=match[1], text=match[2])
        out.append(Paragraph(children, self.lines.text(inline)))

    def heading(self, token: Token, out: list[Block]) -> None:
        attributes: Attributes = token.meta["attributes"]
        level: int = token.meta["level"]
        self.context.heading = True
        inline, children = self.inline()
        self.context.heading = False
        span = self.lines.block(token, "#" if token.info != "setext" else "")
        for problem in attributes.problems:
            where = self.lines.inline(inline, problem.offset, problem.offset + problem.width)
            self.lines.report(problem.code, where, **problem.values)
        given = [*(f".{name}" for name in attributes.classes), *attributes.pairs]
        takes_them = self.context.asking or (self.context.form and not self.context.depth)
        if given and not attributes.problems and not takes_them:
            where = self.lines.inline(inline, attributes.offset, attributes.offset + 1)
            self.lines.report(ATTRIBUTE_OUTSIDE, where, name=given[0])
        if token.info == "setext":
            self.lines.report(SETEXT, span, sign="=" if level == 1 else "-")
        if not children:
            self.lines.report(HEADING_EMPTY, span)
        self._check_level(level, span, inline.content)
        out.append(Heading(level, children, attributes.id, attributes.classes, attributes.pairs, span))

    def _check_level(self, level: int, span: Span, title: str) -> None:
        context = self.context
        if level == 1:
            self.lines.report(LEVEL_ONE, span, title=title)
        elif level > context.level + 1 and not (context.asking and not context.quiz):
            wanted = context.level + 1
            self.lines.report(
                LEVEL_JUMP, span, level=level, before=context.level, wanted=wanted, marks=f"{'#' * wanted} {title}"
            )
        context.level = level

    def list_block(self, token: Token, out: list[Block]) -> None:
        ordered = token.type == "ordered_list_open"
        close = "ordered_list_close" if ordered else "bullet_list_close"
        items: list[ListItem] = []
        tight = True
        while (item := self.tokens[self.at]).type != close:
            self.at += 1
            first = self.tokens[self.at]
            if first.type == "paragraph_open" and not first.hidden:
                tight = False
            items.append(self.item(item))
        self.at += 1
        start = int(token.attrs.get("start", 1))
        out.append(List(ordered, start, tight, tuple(items), items[0].span))

    def item(self, token: Token) -> ListItem:
        span = self.lines.block(token, f"{token.info}{token.markup}")
        if "problem" in token.meta:
            box = token.meta["problem"]
            line = token.map[0] if token.map else 0
            column = self.lines.source(line).find(box)
            self.lines.report(TASK_BOX, self.lines.span(line, max(column, 0), len(box)), box=box)
        blocks = self.nested(token, "list_item_close")
        return ListItem(blocks, token.meta.get("checked"), span)

    def quote(self, token: Token, out: list[Block]) -> None:
        out.append(Quote(self.nested(token, "blockquote_close"), self.lines.block(token, ">")))

    def definitions(self, token: Token, out: list[Block]) -> None:
        items: list[Definition] = []
        while (part := self.tokens[self.at]).type != "dl_close":
            self.at += 1
            if part.type == "dt_open":
                items.append(Definition(self.inline()[1], ()))
            else:
                items[-1] = Definition(items[-1].term, items[-1].blocks + self.nested(part, "dd_close"))
        self.at += 1
        out.append(DefinitionList(tuple(items), self.lines.block(token)))

    def footnote(self, token: Token, _out: list[Block]) -> None:
        label: str = token.meta["label"]
        span = self.lines.block(token, "[^")
        blocks = self.nested(token, "footnote_reference_close")
        if label in self.notes:
            self.lines.report(FOOTNOTE_TWICE, span, label=label, line=self.notes[label][1].line)
        else:
            self.notes[label] = blocks, span

    def answers(self, _token: Token, out: list[Block]) -> None:
        answers: list[AnswerLine] = []
        placed = self.context.asking and not self.context.depth
        while (line := self.tokens[self.at]).type != "answers_close":
            self.at += 1
            width = 1 + len(line.content) + bool(line.content)
            span = self.lines.span(line.map[0] if line.map else 0, line.meta["column"], width)
            blocks = self.nested(line, "answer_close")
            feedback = blocks[0].blocks if blocks and isinstance(blocks[0], Quote) else ()
            if placed and not line.content:
                self.lines.report(ANSWER_EMPTY, span, sign=line.markup)
            answers.append(AnswerLine(line.markup, line.content, feedback, span))
        self.at += 1
        if placed:
            out.append(AnswerLines(tuple(answers), answers[0].span))
        else:
            self.lines.report(ANSWER_PLACE, answers[0].span, sign=answers[0].sign)

    def fence(self, token: Token, out: list[Block]) -> None:
        out.extend(read_fence(self, token))

    def table(self, token: Token, out: list[Block]) -> None:
        table, self.at = read_table(self.tokens, self.at, token, self.context)
        out.append(table)

    def code(self, token: Token, out: list[Block]) -> None:
        words = token.info.split()
        out.append(CodeBlock(token.content, words[0] if words else "", self.lines.block(token)))

    def rule(self, token: Token, out: list[Block]) -> None:
        out.append(Rule(self.lines.block(token)))

    def html(self, token: Token, _out: list[Block]) -> None:
        report_html(token.content.strip(), self.lines, self.lines.block(token, "<"))


_READERS: Mapping[str, Callable[[Tree, Token, list[Block]], None]] = {
    "paragraph_open": Tree.paragraph,
    "heading_open": Tree.heading,
    "bullet_list_open": Tree.list_block,
    "ordered_list_open": Tree.list_block,
    "blockquote_open": Tree.quote,
    "dl_open": Tree.definitions,
    "footnote_reference_open": Tree.footnote,
    "answers_open": Tree.answers,
    "colon_fence_open": Tree.fence,
    "table_open": Tree.table,
    "code_block": Tree.code,
    "fence": Tree.code,
    "hr": Tree.rule,
    "html_block": Tree.html,
}
