"""A row of a table of items to what is known of a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from builder.importers.asking import Raw, UnreadableError, kind_of
from builder.importers.html_runs import tidy
from builder.importers.table.columns import Columns
from builder.model.span import Span
from builder.model.text import Blocks, Inlines, Paragraph, Text
from builder.model.typed import plain_number
from builder.source.fmt.names import slug

Doubts: TypeAlias = list[tuple[str, str]]
"""Columns with what is doubtful in them; the question is made without it."""

_LETTER = re.compile(r"(?:\(?[A-Za-z][.)]|\(?\d{1,2}[.)]|[-\u2022\u2013*](?=\s))\s*")
_MARKED = re.compile(r"(?:\[[xX]\]|\*(?=\S)|[\u2611\u2612\u2713\u2714])\s*")
_UNMARKED = re.compile(r"(?:\[\s?\]|\u2610)\s*")
_SAID_RIGHT = re.compile(r"\s*(?:\((?:correct|right)\)|\*)$", re.IGNORECASE)
_TITLE_LENGTH = 400


@dataclass(frozen=True, slots=True)
class Cells:
    """A row by the names of its columns."""

    row: Sequence[str]
    columns: Columns
    names: Sequence[str]
    """The columns' own names."""
    at: Span

    def __getitem__(self, what: str) -> str:
        return self.cell(self.columns.single.get(what, -1))

    def cell(self, place: int) -> str:
        """A cell by its index; '' for one that is not there."""
        return self.row[place] if 0 <= place < len(self.row) else ""

    def name(self, what: str) -> str:
        """A column's own name."""
        return self.columns.name(what, self.names)


def raw_of(cells: Cells) -> tuple[Raw, Doubts]:
    """What a row says, and what in it is doubtful. Raises UnreadableError."""
    doubts: Doubts = []
    kind = kind_of(cells["type"])
    if kind is None:
        doubts.append(("type", f"`{cells['type']}` is no type of question; it was told by the answer"))
    title, stem = question_of(cells["stem"], cells.at)
    texts, said = _options(cells)
    marked, plain = [], []
    for place, text in enumerate(texts):
        is_right, words = part_mark(text)
        plain.append(words)
        if is_right:
            marked.append(place)
    raw = Raw(
        title=title,
        stem=stem,
        at=cells.at,
        id=_id(cells["id"]),
        kind=kind or "",
        options=[paragraphs_of(text, cells.at) for text in plain],
        marked=marked if not cells["right"] else (),
        right=cells["right"],
        said=[paragraphs_of(text, cells.at) for text in said],
        feedback=paragraphs_of(cells["feedback"], cells.at),
        points=_points(cells["points"], doubts),
        unit=" ".join(cells["unit"].replace('"', "").split())[:20],
    )
    return raw, doubts


def question_of(text: str, at: Span) -> tuple[Inlines, Blocks]:
    """The heading of a question and what stands below it: of several lines, the one that asks is the heading."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        raise UnreadableError("stem", "there is no question")
    asks = next((place for place in range(len(lines) - 1, -1, -1) if lines[place].endswith(("?", "\u061f"))), 0)
    if len(lines[asks]) > _TITLE_LENGTH:
        raise UnreadableError(
            "stem", f"a line of more than {_TITLE_LENGTH} characters cannot be the question; divide it"
        )
    rest = lines[:asks] + lines[asks + 1 :]
    return run_of(lines[asks]), tuple(Paragraph(run_of(line), at) for line in rest)


def paragraphs_of(text: str, at: Span) -> Blocks:
    """A paragraph for each line of a cell."""
    return tuple(Paragraph(run, at) for line in text.splitlines() if (run := run_of(line)))


def run_of(line: str) -> Inlines:
    """Plain words as a run."""
    return tidy((Text(line),))


def part_mark(text: str) -> tuple[bool, str]:
    """Whether an option is marked as right where it stands (``[x] Rome``, ``*Rome``, ``Rome *``), and its words."""
    for sign, right in ((_MARKED, True), (_UNMARKED, False)):
        if match := sign.match(text):
            return right, text[match.end() :].strip()
    end = _SAID_RIGHT.search(text)
    return (True, text[: end.start()].strip()) if end and end.start() else (False, text)


def _options(cells: Cells) -> tuple[list[str], list[str]]:
    """The options and the feedback of each: from columns of their own, or from the lines of one cell."""
    columns = cells.columns
    if columns.options:
        own = [(cells.cell(place), columns.said[at]) for at, place in enumerate(columns.options)]
        kept = [(text, place) for text, place in own if text]
        options = [text for text, _ in kept]
        said = [cells.cell(place) for _, place in kept]
    else:
        options = split_options(cells["options"])
        said = [cells.cell(place) for place in columns.said]
    if cells["said"]:
        said = [_LETTER.sub("", line.strip(), count=1) for line in cells["said"].splitlines() if line.strip()]
    return options, said


def split_options(text: str) -> list[str]:
    """The options in a cell: a line each, else parted by bars or semicolons; letters before all of them are no part."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        sign = "|" if "|" in text else ";"
        lines = [part.strip() for part in text.split(sign) if part.strip()]
    if len(lines) > 1 and all((match := _LETTER.match(line)) and match.end() < len(line) for line in lines):
        lines = [_LETTER.sub("", line, count=1) for line in lines]
    return lines


def _points(text: str, doubts: Doubts) -> Decimal:
    number = plain_number(text.strip().replace(",", ".")) if text else Decimal(1)
    if number is not None and 0 < number <= 1000 and number == round(number, 2):
        return number
    doubts.append(("points", f"`{text}` is no number of points above 0; it counts one"))
    return Decimal(1)


def _id(text: str) -> str:
    """An id of the table as ours are written; one that does not begin with a letter gets one."""
    made = slug(text) if text else ""
    return made if not made or made[0].isalpha() else f"q-{made}"
