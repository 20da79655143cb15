"""A RichText tree as a few short lines, for fixtures and for failing tests."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.text import (
    AnswerLines,
    Block,
    Blocks,
    Callout,
    Citation,
    Code,
    CodeBlock,
    DefinitionList,
    Element,
    Emphasis,
    Figure,
    FootnoteRef,
    Gap,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    Paragraph,
    Picture,
    QuizFence,
    Quote,
    Recording,
    Strong,
    Table,
    Text,
)


def dump(blocks: Blocks, depth: int = 0) -> Iterator[str]:
    """One line a block, what it holds indented below; ``@line:column`` where something begins."""
    for block in blocks:
        head, inner = _block(block)
        yield f"{'  ' * depth}{head} @{block.span.line}:{block.span.column}"
        for label, children in inner:
            if label:
                yield f"{'  ' * (depth + 1)}{label}"
            yield from dump(children, depth + 1 + bool(label))


def _block(block: Block) -> tuple[str, list[tuple[str, Blocks]]]:  # noqa: C901, PLR0911, PLR0912 - one case a kind
    match block:
        case Paragraph():
            return f"paragraph {inlines(block.children)}", []
        case Heading():
            attributes = "".join(f" {key}={value!r}" for key, value in block.attributes.items())
            names = (f" #{block.id}" if block.id else "") + "".join(f" .{name}" for name in block.classes)
            return f"heading {block.level}{names}{attributes} {inlines(block.children)}", []
        case List():
            boxes = {True: "[x]", False: "[ ]", None: "-"}
            start = f" {block.start}" if block.ordered else ""
            tight = "" if block.tight else " loose"
            return f"list{start}{tight}", [(boxes[item.checked], item.blocks) for item in block.items]
        case Quote():
            return "quote", [("", block.blocks)]
        case CodeBlock():
            return f"code {block.language} {block.text!r}", []
        case Table():
            rows = " / ".join(" | ".join(inlines(cell.children) for cell in row) for row in (block.head, *block.rows))
            return f"table {','.join(block.align)} {rows}", []
        case DefinitionList():
            return "definitions", [(inlines(item.term), item.blocks) for item in block.items]
        case Picture():
            return f"picture {inline(block.image)}", []
        case Callout():
            return f"{block.kind} {inlines(block.title)}".rstrip(), [("", block.blocks)]
        case Figure():
            attributes = "".join(f" {key}={value!r}" for key, value in block.attributes.items())
            return f"figure {block.kind}{attributes} {inlines(block.caption)}".rstrip(), [("", (block.body,))]
        case Recording():
            given = [f"{key}={value!r}" for key in ("title", "poster", "minutes") if (value := getattr(block, key))]
            given += [f"{track.language}={track.source!r}" for track in block.tracks]
            return " ".join((block.kind, block.source, *given)), [("", block.transcript)]
        case AnswerLines():
            return "answers", [(f"{line.sign} {line.text!r}", line.feedback) for line in block.lines]
        case QuizFence():
            return f"quiz #{block.id}", [("", block.blocks)]
    return type(block).__name__.lower(), []


def inlines(nodes: Inlines) -> str:
    return " ".join(inline(node) for node in nodes)


def inline(node: Inline) -> str:  # noqa: C901, PLR0911
    match node:
        case Text():
            return repr(node.text)
        case Emphasis():
            return f"em({inlines(node.children)})"
        case Strong():
            return f"strong({inlines(node.children)})"
        case Code():
            return f"code({node.text!r})"
        case LineBreak():
            return "br"
        case Element():
            return f"{node.tag}({inlines(node.children)}{f' {node.title!r}' if node.title else ''})"
        case Link():
            title = f" {node.title!r}" if node.title else ""
            return f"link<{node.target}>({inlines(node.children)}{title})@{_place(node)}"
        case Image():
            return f"image<{node.source}>({node.alt!r}{f' {node.title!r}' if node.title else ''})@{_place(node)}"
        case Citation():
            return f"cite({' '.join(node.ids)})@{_place(node)}"
        case FootnoteRef():
            return f"note({node.number})"
        case Gap():
            choices = " / ".join(choice.text + ("" if choice.correct else "-") for choice in node.choices)
            return f"gap{'' if node.typed else '='}({choices})@{_place(node)}"
    raise TypeError(node)


def _place(node: Link | Image | Citation | Gap) -> str:
    return f"{node.span.line}:{node.span.column}+{node.span.width}"
