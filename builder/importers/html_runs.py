"""Runs of inline nodes put into the form in which Markdown can write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from builder.model.text import Code, Element, Emphasis, Image, Inline, Inlines, LineBreak, Link, Strong, Text
from builder.source.files import CONTROL

NBSP = "\u00a0"
_BLANKS = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_LOOSE = re.compile(f"[ {NBSP}]{{2,}}")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\ufff9-\ufffb]")
"""Signs that only lay text out, and that nobody sees where they came along by copying."""


def clean(text: str) -> str:
    """``text`` as one line: every run of blanks is one, without what no file of ours may hold."""
    text = text.encode("utf-8", "ignore").decode()
    text = CONTROL.sub("", _BLANKS.sub(" ", text))
    return _one_blank(_UNSEEN.sub("", text))


def _one_blank(text: str) -> str:
    """``text`` with one blank for several; it keeps a line together if all of them do."""
    return _LOOSE.sub(lambda run: " " if " " in run[0] else NBSP, text)


def tidy(run: Iterable[Inline]) -> Inlines:
    """``run`` with blanks collapsed and none at its ends, around breaks or just inside emphasis, neighbours of one kind
    joined, and nothing empty in it."""
    return _stripped(_flattened(tuple(run), frozenset()))


def lines(run: Iterable[Inline]) -> list[Inlines]:
    """``run`` cut at its breaks, each part tidied, empty ones left out."""
    parts: list[list[Inline]] = [[]]
    for node in run:
        if isinstance(node, LineBreak):
            parts.append([])
        else:
            parts[-1].append(node)
    return [part for each in parts if (part := tidy(each))]


def paragraphs(run: Iterable[Inline]) -> list[Inlines]:
    """``run`` cut where two breaks or more follow each other: how paragraphs are made by those who do not know them."""
    parts: list[list[Inline]] = [[]]
    breaks = 0
    for node in run:
        if isinstance(node, LineBreak):
            breaks += 1
            continue
        if isinstance(node, Text) and breaks and not clean(node.text).strip(f" {NBSP}"):
            continue
        if breaks > 1:
            parts.append([])
        elif breaks:
            parts[-1].append(LineBreak())
        breaks = 0
        parts[-1].append(node)
    return [part for each in parts if (part := tidy(each))]


def words(run: Inlines) -> str:
    """The characters of ``run`` without its markup, pictures by their description."""
    out = []
    for node in run:
        if isinstance(node, Text | Code):
            out.append(node.text)
        elif isinstance(node, Image):
            out.append(node.alt)
        elif isinstance(node, LineBreak):
            out.append(" ")
        elif isinstance(node, Emphasis | Strong | Element | Link):
            out.append(words(node.children))
    return "".join(out)


def _flattened(run: Sequence[Inline], within: frozenset[type]) -> list[Inline]:
    """``run`` without empty nodes and without emphasis in emphasis, blanks moved out of its ends."""
    out: list[Inline] = []
    texts: list[str] = []
    for node in _together(run):
        for part in _parts(node, within):
            if isinstance(part, Text):
                texts.append(part.text)
                continue
            if texts:
                _append(out, Text(_one_blank("".join(texts))))
                texts = []
            _append(out, part)
    if texts:
        _append(out, Text(_one_blank("".join(texts))))
    return out


def _together(run: Sequence[Inline]) -> Iterator[Inline]:
    """``run`` with emphasis that follows emphasis of its kind made one, in one pass."""
    kept = (node for node in run if not isinstance(node, Emphasis | Strong) or node.children)
    for kind, nodes in groupby(kept, type):
        if kind in (Emphasis, Strong):
            children = (child for node in nodes for child in getattr(node, "children", ()))
            yield kind(tuple(children))
        else:
            yield from nodes


def _parts(node: Inline, within: frozenset[type]) -> Iterator[Inline]:
    match node:
        case Text():
            text = clean(node.text)
            if text:
                yield Text(text)
        case Code():
            text = clean(node.text).strip(" ")
            if text:
                yield Code(text)
        case Emphasis() | Strong() | Link() | Element():
            kind = type(node)
            if kind in within and kind is not Element:
                yield from _flattened(node.children, within)
                return
            inner = _flattened(node.children, within | {kind})
            before, middle, after = _parted(inner)
            yield from before
            if middle:
                yield replace(node, children=middle)
            yield from after
        case _:
            yield node


def _parted(run: list[Inline]) -> tuple[list[Inline], Inlines, list[Inline]]:
    """``run`` without the blanks and breaks at its ends, and those."""
    before: list[Inline] = []
    after: list[Inline] = []
    while run and (loose := _loose(run[0], first=True)) is not None:
        before.append(loose)
        run = _without(run, 0, first=True)
    while run and (loose := _loose(run[-1], first=False)) is not None:
        after.insert(0, loose)
        run = _without(run, -1, first=False)
    return before, tuple(run), after


def _loose(node: Inline, *, first: bool) -> Inline | None:
    """What of a node at an end of a run belongs outside: a break, or a blank."""
    if isinstance(node, LineBreak):
        return node
    if isinstance(node, Text):
        stripped = node.text.lstrip(f" {NBSP}") if first else node.text.rstrip(f" {NBSP}")
        if stripped != node.text:
            return Text(" ")
    return None


def _without(run: list[Inline], place: int, *, first: bool) -> list[Inline]:
    node = run[place]
    rest = run[1:] if first else run[:-1]
    if isinstance(node, Text):
        text = node.text.lstrip(f" {NBSP}") if first else node.text.rstrip(f" {NBSP}")
        if text:
            return [Text(text), *rest] if first else [*rest, Text(text)]
    return rest


def _append(out: list[Inline], node: Inline) -> None:
    """Add ``node``, joined with the one before it where the two are of one kind."""
    last = out[-1] if out else None
    if isinstance(node, Text) and isinstance(last, Text):
        out[-1] = Text(_one_blank(last.text + node.text))
    elif isinstance(node, Code) and isinstance(last, Code):
        out[-1] = Code(last.text + node.text)
    elif isinstance(node, Emphasis | Strong) and type(node) is type(last):
        joined: list[Inline] = list(last.children)
        for child in node.children:
            _append(joined, child)
        out[-1] = replace(node, children=tuple(joined))
    elif isinstance(node, LineBreak) and isinstance(last, Text):
        text = last.text.rstrip(" ")
        out[-1:] = [Text(text), node] if text else [node]
    elif isinstance(node, Text) and isinstance(last, LineBreak):
        text = node.text.lstrip(" ")
        if text:
            out.append(Text(text))
    else:
        out.append(node)


def _stripped(run: list[Inline]) -> Inlines:
    return _parted(run)[1]
