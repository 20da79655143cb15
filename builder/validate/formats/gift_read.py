"""A GIFT file as Moodle takes it apart, with the line of every part."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_ESCAPED = re.compile(r"\\(?:\\|[:#={}~n])")
_ID = re.compile(r"\[id:((?:\\\]|[^\]\x00-\x1f]){1,100})\]")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines up to a blank one: a question, a category, or comments alone."""

    text: str
    """The lines without comments, which leave blank lines."""
    masked: str
    """``text``, in which every escaped character is two NULs, so that positions are the same."""
    starts: tuple[int, ...]
    """The position each line of ``text`` begins at."""
    first: int
    """The line of the file that the first of them is."""
    comments: tuple[str, ...]

    def line(self, at: int = 0) -> int:
        """The line of the file in which position ``at`` lies; for 0, that of the first text."""
        at = max(at, len(self.text) - len(self.text.lstrip()))
        return self.first + bisect_right(self.starts, at) - 1

    @property
    def idnumber(self) -> str:
        """What ``// [id:x]`` says."""
        found = next((found for one in self.comments if (found := _ID.search(one))), None)
        return found[1].strip() if found else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A question: the parts of a block."""

    block: Block
    name: str | None
    """None for a question without ``::name::``."""
    stem: str
    """Its text, in front of and behind the answers."""
    opening: int
    closing: int
    """Positions of the first ``{`` and the first ``}``; -1 where there is none."""

    @property
    def title(self) -> str:
        """For a message."""
        if self.name:
            return f"“{self.name}”"
        words = " ".join(self.stem.split())
        return f"“{words[:40]}…”" if len(words) > 40 else f"“{words}”"

    @property
    def answers(self) -> str:
        """What is between the braces, with escaped characters masked, and trimmed; general feedback cut off."""
        inside = self.block.masked[self.opening + 1 : self.closing]
        return inside.rpartition("####")[0].strip() if "####" in inside else inside.strip()


def blocks(words: str) -> Iterator[Block]:
    """The blocks of a file, in order; those of comments alone are left out."""
    lines: list[str] = []
    first = 1
    for number, line in enumerate([*words.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""], 1):
        if line.strip():
            if not lines:
                first = number
            lines.append(line.strip())
        elif lines:
            block = _block(lines, first)
            lines = []
            if block.text.strip():
                yield block


def entry(block: Block) -> Entry:
    """The parts of a block that is a question."""
    start = len(block.masked) - len(block.masked.lstrip())
    name = None
    if block.masked.startswith("::", start):
        end = block.masked.find("::", start + 2)
        if end > 0:
            name, start = plain(block.text[start + 2 : end]), end + 2
    opening, closing = block.masked.find("{", start), block.masked.find("}", start)
    has_answers = 0 <= opening < closing
    stem = f"{block.text[start:opening]} {block.text[closing + 1 :]}" if has_answers else block.text[start:]
    return Entry(block, name, plain(stem), opening, closing)


def plain(words: str) -> str:
    """A text without the backslashes of escapes, trimmed."""
    return _ESCAPED.sub(lambda found: "\n" if found[0] == "\\n" else found[0][1], words).strip()


def _block(lines: list[str], first: int) -> Block:
    comments = tuple(line for line in lines if line.startswith("//"))
    kept = ["" if line.startswith("//") else line for line in lines]
    starts, at = [], 0
    for line in kept:
        starts.append(at)
        at += len(line) + 1
    words = "\n".join(kept)
    masked = _ESCAPED.sub(lambda found: found[0] if found[0] == "\\\\" else "\0\0", words)
    return Block(words, masked, tuple(starts), first, comments)
