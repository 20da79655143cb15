"""Runs of inline nodes as Markdown: what is read back is what was written (docs/reference/authoring.md, "Text")."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from html import escape
from string import punctuation
from typing import NamedTuple
from urllib.parse import quote

from builder.model.text import (
    Citation,
    Code,
    Element,
    Emphasis,
    FootnoteRef,
    Gap,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Strong,
    Text,
)

_SIGNS = re.compile(r"[\\`\[\]*_]|<(?=[A-Za-z/!?]|$)|&(?=#?\w{1,40};)")
_GAP_SIGNS = re.compile(r"[\\/\]]")
_TARGET_SIGNS = re.compile(r"[\\<>]|&(?=#?\w{1,40};)")
_SCHEME = re.compile(r"(?:https?|mailto|glossary):", re.IGNORECASE)
_START = re.compile(
    r"""(?P<digits>\d{1,9})(?P<mark>[.)](?=\s|$))
      | (?P<sign> \#{1,6}(?=\s|$) | > | [-+](?=[\s-]|$) | = | !(?=[\s\w"*+-]|$) | \|
        | :(?=[\s:|-]|$) | ~(?=[\s~]|$) )""",
    re.VERBOSE,
)
"""What at the beginning of a line would be read as something else than words."""


class Kind(Enum):
    """Where a run stands: what is special there, and how a line break is written."""

    PARAGRAPH = "a paragraph"
    TITLE = "a heading or the title of a fence"
    CELL = "a cell of a table"
    TERM = "a term of a list of definitions"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page that is written."""

    page: str = ""
    """Its path, relative to the language folder."""
    language: str = ""
    notes: tuple[str, ...] = ()
    """The labels of its footnotes."""


class _Piece(NamedTuple):
    """A part of a run as written; ``delimiter`` is that of emphasis, ``is_text`` says that it is words."""

    text: str
    is_text: bool = False
    delimiter: str = ""


def write_run(run: Inlines, sheet: Sheet, kind: Kind = Kind.PARAGRAPH) -> str:
    """``run`` in Markdown: one line, or in a paragraph one for each line break."""
    text = _Writer(sheet, kind).write(run)
    if text[:1].isspace():
        text = _entity(text[0]) + text[1:]
    if text[-1:].isspace():
        text = text[:-1] + _entity(text[-1])
    if kind in (Kind.PARAGRAPH, Kind.TERM):
        text = "\n".join(_started(line) for line in text.split("\n"))
    if kind is Kind.CELL:
        text = text.replace("|", "\\|")
    if kind is Kind.TITLE and text.endswith("}") and re.search(r"(?<!\\)\{", text):
        text = f"{text[:-1]}{_entity('}')}"  # the braces of code, which cannot be escaped, would be attributes
    return text


def _started(line: str) -> str:
    """A line that begins no other block."""
    if re.match(r"\[\^[^\s\[\]]+\]:", line):
        return line.replace("]:", "]\\:", 1)
    found = _START.match(line)
    if found is None:
        return line
    at = len(found["digits"] or "")
    return f"{line[:at]}\\{line[at:]}"


class _Writer:
    __slots__ = ("in_brackets", "kind", "sheet")

    def __init__(self, sheet: Sheet, kind: Kind, *, in_brackets: bool = False) -> None:
        self.sheet = sheet
        self.kind = kind
        self.in_brackets = in_brackets
        """The run is the text of a link, or what describes a picture."""

    def write(self, run: Inlines, outer: str = "") -> str:
        """A run inside emphasis that is marked by ``outer``."""
        pieces: list[_Piece] = []
        nodes = list(_joined(run))
        for place, node in enumerate(nodes):
            last = pieces[-1] if pieces else _Piece("")
            following = nodes[place + 1] if place + 1 < len(nodes) else None
            pieces.append(self._piece(node, following, outer, last))
        return "".join(_flanked(pieces))

    def _piece(self, node: Inline, following: Inline | None, outer: str, last: _Piece) -> _Piece:
        match node:
            case Text():
                return _Piece(self._words(node.text, following), is_text=True)
            case Emphasis() | Strong():
                sign = "_" if "*" in (outer[:1], last.delimiter[:1]) else "*"
                return self._emphasis(node.children, sign * (2 if isinstance(node, Strong) else 1))
            case LineBreak():
                is_line = self.kind is Kind.PARAGRAPH and following is not None and not _begins_blank(following)
                return _Piece("\\\n" if is_line else "<br>")
        return _Piece(self._leaf(node))

    def _emphasis(self, children: Inlines, delimiter: str) -> _Piece:
        inner = self.write(children, delimiter)
        if inner[:1].isspace():
            inner = _entity(inner[0]) + inner[1:]
        if inner[-1:].isspace():
            inner = inner[:-1] + _entity(inner[-1])
        return _Piece(f"{delimiter}{inner}{delimiter}", delimiter=delimiter)

    def _leaf(self, node: Inline) -> str:  # noqa: PLR0911 - one line a kind
        match node:
            case Code():
                return _code(node.text)
            case Element():
                title = f' title="{escape(node.title)}"' if node.title else ""
                return f"<{node.tag}{title}>{self.write(node.children)}</{node.tag}>"
            case Link():
                return self._link(node)
            case Image():
                title = _title(node.title)
                alt = self._bracketed()._words(node.alt, None)
                return f"![{alt}]({self._braced(quote(node.source, safe=_SAFE) + title)})"
            case Citation():
                return f"[{'; '.join(f'@{name}' for name in node.ids)}]"
            case FootnoteRef():
                known = 0 < node.number <= len(self.sheet.notes)
                return f"[^{self.sheet.notes[node.number - 1] if known else node.number}]"
            case Gap():
                return _gap(node)
        raise TypeError(node)

    def _link(self, link: Link) -> str:
        label = self._bracketed().write(link.children)
        if label[:1] in ("^", "@"):
            label = f"\\{label}"
        return f"[{label}]({self._braced(write_target(link.target, self.sheet.page) + _title(link.title))})"

    def _braced(self, text: str) -> str:
        return text.replace("{", "\\{") if self.kind is Kind.TITLE else text

    def _bracketed(self) -> _Writer:
        return _Writer(self.sheet, self.kind, in_brackets=True)

    def _words(self, text: str, following: Inline | None) -> str:
        text = text.replace("\n", " ")
        out = _SIGNS.sub(self._sign, text)
        if self.kind is Kind.TITLE:
            out = re.sub(r"(?:(?<=\s)|^)#|\{", r"\\\g<0>", out)
        if out.endswith("!") and following is not None and not isinstance(following, Text | Code | Element | LineBreak):
            out = f"{out[:-1]}\\!"
        return out

    def _sign(self, found: re.Match[str]) -> str:
        """A sign of Markdown, escaped unless it means nothing where it stands."""
        sign, text, at = found[0], found.string, found.start()
        before, after = text[max(at - 1, 0) : at], text[found.end() : found.end() + 1]
        if sign == "*" and before.isspace() and after.isspace():
            return sign
        if sign == "_" and before.isalnum() and after.isalnum():
            return sign
        return sign if sign == "]" and not self.in_brackets else f"\\{sign}"


def _joined(run: Inlines) -> Iterator[Inline]:
    """``run`` with neighbours of one kind joined, where nothing could part them in Markdown."""
    last: Inline | None = None
    for node in run:
        if isinstance(node, Text) and isinstance(last, Text):
            last = Text(last.text + node.text)
            continue
        if isinstance(node, Strong) and isinstance(last, Strong):
            last = Strong(last.children + node.children)
            continue
        if isinstance(node, Emphasis) and isinstance(last, Emphasis):
            last = Emphasis(last.children + node.children)
            continue
        if last is not None:
            yield last
        last = node
    if last is not None:
        yield last


def _flanked(pieces: list[_Piece]) -> Iterator[str]:
    """The pieces, with letters beside emphasis as entities where they would hide where it begins or ends
    (CommonMark 0.31, section 6.2: left- and right-flanking delimiter runs)."""
    edge = _Piece("")
    for before, piece, after in zip([edge, *pieces], pieces, [*pieces[1:], edge], strict=False):
        text = piece.text
        if piece.is_text and before.delimiter and _hides(before, text[:1], -1):
            text = _entity(text[0]) + text[1:]
        if piece.is_text and after.delimiter and _hides(after, text[-1:], 0):
            text = text[:-1] + _entity(text[-1])
        yield text


def _hides(emphasis: _Piece, beside: str, side: int) -> bool:
    """Whether the sign beside emphasis keeps its delimiter from being read: a letter next to ``_``, or one where the
    emphasis begins or ends with a sign."""
    if not beside or beside.isspace() or beside in punctuation:
        return False
    inner = emphasis.text.strip(emphasis.delimiter[0])
    return emphasis.delimiter[0] == "_" or not inner[side : side + 1 or None].isalnum()


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    runs = {len(run) for run in re.findall("`+", text)}
    ticks = "`" * next(length for length in range(1, longest + 2) if length not in runs)
    is_padded = text[:1] == "`" or text[-1:] == "`" or (text[:1] == text[-1:] == " " and text.strip(" ") != "")
    return f"{ticks} {text} {ticks}" if is_padded else f"{ticks}{text}{ticks}"


def _gap(gap: Gap) -> str:
    ordered = sorted(gap.choices, key=lambda choice: not choice.correct)
    texts = [_GAP_SIGNS.sub(r"\\\g<0>", choice.text) for choice in ordered]
    if gap.typed and texts and texts[0].startswith("="):
        texts[0] = f"\\{texts[0]}"
    return f"[[{'' if gap.typed else '='}{' / '.join(texts)}]]"


_SAFE = "/-_.~!$'*+,;=:@"
"""Signs that need no code in a path that stands in brackets."""


def write_target(target: str, page: str) -> str:
    """The target of a link as it is written on the page with the path ``page``."""
    if not _SCHEME.match(target):
        path, mark, fragment = target.partition("#")
        if path:
            path = posixpath.relpath(path, posixpath.dirname(page) or ".")
        return quote(path, safe=_SAFE) + mark + quote(fragment, safe=_SAFE)
    written = _TARGET_SIGNS.sub(r"\\\g<0>", target)
    if re.search(r"\s", written):
        return f"<{written}>"
    return written if _is_balanced(written) else re.sub(r"[()]", r"\\\g<0>", written)


def _is_balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if not 0 <= depth <= 8:
            return False
    return depth == 0


def _title(text: str) -> str:
    """The title behind a target, in quotes, with the blank before it."""
    if not text:
        return ""
    return ' "{}"'.format(re.sub(r'[\\"]|&(?=#?\w{1,40};)', r"\\\g<0>", text.replace("\n", " ")))


def _begins_blank(node: Inline) -> bool:
    return isinstance(node, Text) and node.text[:1].isspace()


def _entity(sign: str) -> str:
    return f"&#{ord(sign)};"
