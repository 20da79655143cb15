"""A question being understood: its item, the parts of its texts, and what all types have in common."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from builder.importers.bank.forms import number_of
from builder.importers.bank.item import GAP, Item, Rich
from builder.importers.bank.parts import Parts, parts_of
from builder.importers.bank.reader import Reader
from builder.importers.html_runs import lines
from builder.model.question import LEVELS
from builder.model.text import Block, Blocks, Inlines, Paragraph, Text
from builder.source.quiz.head import Common
from builder.source.quiz.words import plain_blocks

_ID = re.compile(r"[a-z][a-z0-9-]*")
_OBJECTIVE = re.compile(r"[A-Za-z][\w.-]*")
_MARK = re.compile(GAP.format("[0-9]+"))

PROMPT = ("scenario", "because", "heads", "quoted", "unit")
GENERAL = ("model", "items")
"""The named parts of a question's text, and of its general feedback, as our targets write them."""


_SHUFFLE = {"yes": True, "no": False}


class LostError(ValueError):
    """The question cannot be kept; the message says why."""


class Asking(NamedTuple):
    """An item and what its texts were parted into."""

    item: Item
    reader: Reader
    prompt: Parts
    general: Parts

    @classmethod
    def of(cls, item: Item, reader: Reader) -> Asking:
        """The item with its texts parted."""
        ours = item.is_ours
        prompt, general = parts_of(item.text, PROMPT if ours else ()), parts_of(item.general, GENERAL if ours else ())
        return cls(item, reader, prompt, general)

    def blocks(self, rich: Rich) -> Blocks:
        """A text of the question."""
        return self.reader.blocks(rich, self.item)

    def common(self, *, marked: bool = True, body: bool = False) -> tuple[Common, Blocks]:
        """What all questions have, and with ``body`` the blocks from the first field on, which are not the stem."""
        item = self.item
        title, stem = self._asked()
        rest: Blocks = ()
        if body:
            start = next((place for place, block in enumerate(stem) if _has_gap(block)), len(stem))
            stem, rest = stem[:start], stem[start:]
        common = Common(
            id=item.id if _ID.fullmatch(item.id) else "",
            title=title,
            stem=stem,
            feedback=self.blocks(self.general.rest),
            span=item.span,
            objective=objective if _OBJECTIVE.fullmatch(objective := item.tag("objective")) else "",
            points=self._points() if marked else Decimal(1),
            rev=int(rev) if re.fullmatch("[1-9][0-9]{0,2}", rev := item.tag("rev")) else 1,
            parallel=parallel if _ID.fullmatch(parallel := item.tag("parallel")) else "",
            see=see if _ID.fullmatch(see := item.tag("see")) else "",
            level=level if (level := item.tag("level")) in LEVELS else "",
            confidence=bool(item.tag("confidence")),
            shuffle=_SHUFFLE.get(item.tag("shuffle")) if item.is_ours else item.shuffle,
        )
        return common, rest

    def limit(self, usual: int) -> int:
        """The longest answer that may be typed."""
        given = self.item.tag("max")
        return int(given) if re.fullmatch("[1-9][0-9]{0,2}", given) else usual

    def _asked(self) -> tuple[Inlines, Blocks]:
        """The heading and the stem: the first paragraph asks, or, where there is none, the question's name."""
        blocks = self.blocks(self.prompt.rest)
        match blocks:
            case (Paragraph(children) as first, *others) if not _has_gap(first):
                parts = [children] if self.item.is_ours else lines(children)
                more = tuple(Paragraph(part, self.item.span) for part in parts[1:])
                return parts[0], (*more, *others)
        return (Text(" ".join(self.item.name.split()) or "…"),), blocks

    def _points(self) -> Decimal:
        points = self.item.points or number_of(self.item.tag("points"))
        if points is None:
            return Decimal(1)
        if 0 < points <= 1000 and points == round(points, 2):
            return points.normalize() if points != points.to_integral_value() else Decimal(int(points))
        self.reader.change(self.item, f"{points:f} points cannot be given, so it is worth one")
        return Decimal(1)


def _has_gap(block: Block) -> bool:
    return _MARK.search(plain_blocks((block,))) is not None
