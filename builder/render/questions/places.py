"""Controls that stand inside running text: gaps, and the rows or words to choose in a quotation.

The text is written as HTML with a mark of private-use characters at each place, then the controls take the place of
the marks. So the writer of RichText need not know of questions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from markupsafe import Markup

from builder.model.text import Blocks, Gap, Inlines, Paragraph, Table, Text

OPEN, CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{OPEN}([0-9]+):([^{CLOSE}]*){CLOSE}")

T = TypeVar("T")


def mark_gaps(body: Blocks) -> Blocks:
    """``body`` with its gaps replaced by marks, numbered from 0 in reading order."""
    counter = iter(range(1_000_000))
    return _map(body, lambda node: Text(f"{OPEN}{next(counter)}:{CLOSE}") if isinstance(node, Gap) else node)


def mark_words(quoted: Blocks, words: list[str]) -> tuple[Blocks, frozenset[int]]:
    """``quoted`` with the first free place of each of ``words`` marked, and the indexes of those found.

    In a table only first cells are looked at. Longer words take their place first, so that ``trade policy`` is not
    broken by ``trade``.
    """
    found: set[int] = set()
    for index in sorted(range(len(words)), key=lambda index: -len(words[index])):
        seeker = _Seeker(index, words[index])
        quoted = _map_first_cells(quoted, seeker)
        if seeker.found:
            found.add(index)
    return quoted, frozenset(found)


def place(html: Markup, control: Callable[[int, Markup], Markup]) -> Markup:
    """``html`` with each mark replaced by ``control(index, inner text)``."""
    return Markup(_MARK.sub(lambda mark: control(int(mark[1]), Markup(mark[2])), html))  # noqa: S704 - the writer's HTML


def marks_in(html: str) -> list[int]:
    """The indexes of the marks in ``html``, in reading order."""
    return [int(index) for index, _ in _MARK.findall(html)]


def text_of(node: object) -> str:
    """The characters authors wrote in ``node``, tags and citations left out."""
    return "".join(part.text for part in _walk(node) if isinstance(part, Text))


class _Seeker:
    """Marks the first free occurrence of some words and remembers whether there was one."""

    def __init__(self, index: int, words: str) -> None:
        self.index = index
        self.found = False
        self.pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)") if words else None

    def __call__(self, node: object) -> object:
        if self.found or self.pattern is None or not isinstance(node, Text):
            return node
        for match in self.pattern.finditer(node.text):
            if node.text.count(OPEN, 0, match.start()) == node.text.count(CLOSE, 0, match.start()):
                self.found = True
                before, after = node.text[: match.start()], node.text[match.end() :]
                return Text(f"{before}{OPEN}{self.index}:{match[0]}{CLOSE}{after}")
        return node


def _map(node: T, change: Callable[[object], object]) -> T:
    """``node`` with ``change`` applied to every node under it, in reading order."""
    if isinstance(node, tuple) and not hasattr(node, "_fields"):
        return cast(T, tuple(_map(child, change) for child in node))
    changed = change(node)
    if changed is not node or not is_dataclass(node) or isinstance(node, type):
        return cast(T, changed)
    parts = {field.name: getattr(node, field.name) for field in fields(node)}
    return cast(T, replace(cast(Any, node), **{name: _map(part, change) for name, part in parts.items()}))


def _map_first_cells(blocks: Blocks, change: Callable[[object], object]) -> Blocks:
    def in_block(node: object) -> object:
        if not isinstance(node, Table):
            return change(node)
        return replace(node, rows=tuple((_map(row[0], change), *row[1:]) for row in node.rows))

    return _map(blocks, in_block)


def _walk(node: object) -> Iterator[object]:
    yield node
    if isinstance(node, tuple):
        for child in node:
            yield from _walk(child)
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            yield from _walk(getattr(node, field.name))


def first_line(blocks: Blocks) -> tuple[Inlines, Blocks]:
    """The inlines of the first paragraph (a label may hold no more than that) and the blocks after it."""
    if blocks and isinstance(blocks[0], Paragraph):
        return blocks[0].children, blocks[1:]
    return (), blocks
