"""Words full of signs that Markdown or our own rules would read, in every place where words can stand."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from builder.importers.html import as_list
from builder.importers.html_runs import tidy
from builder.importers.write_blocks import write_blocks
from builder.importers.write_inline import Sheet
from builder.model.span import Span
from builder.model.text import (
    Block,
    Callout,
    Cell,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Element,
    Emphasis,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)
from builder.source.markdown.document import Origin, read_document
from tests.support.meaning import meaning

pytestmark = pytest.mark.usefixtures("unmeasured")

AT = Span("c/en/01-a/01-b.md", 1)
SHEET = Sheet("01-a/01-b.md", "en")
SIGNS = (
    *("a", "b ", " c", "É", "中", "ि", "\u00a0", "\u2019", "😀", "1", "12.", "3)", "-", "+", "*", "_", "`", "``"),
    *("#", "##", ">", "=", "!", "|", ":", ":::", "::: note", "[", "]", "[[", "]]", "[x] ", "[ ]", "[@a]", "[^1]"),
    *("](", "<", "<b>", "</sub>", "<!--", "&", "&amp;", "&#35;", "\\", "\\\\", "{", "}", "{#id}", "{.single}"),
    *("$", "%", "^", "@", "= 3", "! x", "---", "***", "___", "===", "- ", "1. ", "http://x.org", "x@y.org", "\t"),
    *("%5B", "~~~", "(", ")", '"', "'"),
)


def words(rng: Random, most: int = 5) -> str:
    return "".join(rng.choice(SIGNS) for _ in range(rng.randint(1, most)))


def run(rng: Random, depth: int = 0) -> list[Inline]:
    """A run that holds anything, in no order."""
    nodes: list[Inline] = []
    for _ in range(rng.randint(1, 4)):
        kind = rng.randrange(12 if depth < 2 else 6)
        if kind < 4:
            nodes.append(Text(words(rng)))
        elif kind == 4:
            nodes.append(Code(words(rng)))
        elif kind == 5:
            nodes.append(LineBreak())
        elif kind in (6, 7):
            nodes.append(Emphasis(tuple(run(rng, depth + 1))))
        elif kind in (8, 9):
            nodes.append(Strong(tuple(run(rng, depth + 1))))
        elif kind == 10:
            nodes.append(Element(rng.choice(("sub", "sup")), tuple(run(rng, depth + 1))))
        elif depth == 0:
            target = rng.choice(
                ("https://x.org/a_(b)?c=1&amp;d", "mailto:a@b.org", "01-a/02-c.md#q-1", "#s-1", "https://x.org/)(")
            )
            inner = tidy(node for node in run(rng, 1) if not isinstance(node, LineBreak)) or (Text("x"),)
            nodes.append(Link(target, inner, rng.choice(("", words(rng).strip() or "t")), AT))
    return nodes


def several(rng: Random, depth: int, most: int) -> tuple[Block, ...]:
    """Blocks, no list of definitions beside another one: in Markdown the two are one."""
    made = [block(rng, depth) for _ in range(rng.randint(1, most))]
    return tuple(one for one, last in zip(made, [None, *made], strict=False) if not terms(one) or not terms(last))


def terms(one: Block | None) -> bool:
    """Whether a block is a list of definitions, or begins or ends with one."""
    if isinstance(one, List):
        return any(terms(inner) for item in one.items for inner in item.blocks)
    return isinstance(one, DefinitionList)


def block(rng: Random, depth: int = 0) -> Block:
    def text(*, breaks: bool = True) -> Inlines:
        return tidy(node for node in run(rng) if breaks or not isinstance(node, LineBreak)) or (Text("x"),)

    def inside() -> tuple[Block, ...]:
        return several(rng, depth + 1, 2)

    def row() -> tuple[Cell, ...]:
        return tuple(Cell(text(), AT) for _ in range(2))

    makers: list[Any] = [
        lambda: Paragraph(text(), AT),
        lambda: Paragraph(text(), AT),
        lambda: Table(row(), tuple(row() for _ in range(rng.randint(0, 2))), ("", "right"), AT),
        lambda: CodeBlock(f"{words(rng)}\n{words(rng)}\n", "", AT),
        lambda: Picture(Image("media/a b.png", words(rng).strip() or "x", "", AT), AT),
        lambda: Rule(AT),
    ]
    if depth == 0:
        makers.append(lambda: Heading(2, text(), "", (), {}, AT))
    if depth < 2:
        makers += [
            lambda: Quote(inside(), AT),
            lambda: as_list([inside() for _ in range(rng.randint(1, 3))], AT, ordered=rng.random() < 0.5),
            lambda: Callout("note", tidy(run(rng)), inside(), AT),
            lambda: DefinitionList((Definition(text(), (Paragraph(text(), AT),)),), AT),
        ]
    made: Block = rng.choice(makers)()
    return made


@pytest.mark.parametrize("start", range(0, 1200, 400))
def test_any_words_are_read_as_they_were_written(start: int) -> None:
    for seed in range(start, start + 400):
        rng = Random(seed)
        blocks = several(rng, 0, 3)
        lines = write_blocks(blocks, SHEET)
        document = read_document(lines, 0, Origin(path=AT.path, page="01-a/01-b.md", language="en"))
        found = [one.message for one in document.diagnostics if one.code.id != "H102"]
        assert (meaning(document.blocks), found) == (meaning(blocks), []), (seed, lines)
