"""Gaps to choose for, as Moodle's gapselect, or as ddwtos (words to drag) where all gaps share their choices."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from itertools import count

from lxml import etree

from builder.model.question import GapFill
from builder.model.text import Gap
from builder.targets.banks import Unit
from builder.targets.moodlexml.common import begin, say_outcome
from builder.targets.moodlexml.sheet import Sheet
from builder.targets.prompts import Prompts
from builder.targets.safe import line

MOST_GROUPS = 20
"""Groups of choices that Moodle's form can edit."""

_GAP = re.compile(r"<gap (\d+)>")
"""Stands for a gap in HTML: no text or attribute holds a bare ``<``."""


def text_with_gaps(unit: Unit, prompts: Prompts, *, protect: str, field: Callable[[int], str]) -> str:
    """The question's text with ``field(place)`` for each gap; the characters ``protect`` stand as references outside
    the gaps, for they open and close fields."""
    writer = prompts.fragments.writer
    before, places = writer.gap, count()
    writer.gap = lambda _gap: f"<gap {next(places)}>"
    html = prompts.question(unit)
    writer.gap = before
    safe = html.translate({ord(sign): f"&#{ord(sign)};" for sign in protect})
    return _GAP.sub(lambda match: field(int(match[1])), safe)


def write_gaps(unit: Unit, prompts: Prompts, question: GapFill) -> Sheet | None:
    """All gaps with one right choice each, or None: only a Cloze question takes the others."""
    gaps = question.gaps
    if any(gap.typed or sum(choice.correct for choice in gap.choices) != 1 for gap in gaps) or len(gaps) > MOST_GROUPS:
        return None
    if bank := _bank(question):
        return _write(unit, prompts, "ddwtos", [bank], [bank.index(_right(gap)) for gap in gaps])
    groups = [[choice.text for choice in gap.choices] for gap in gaps]
    starts = [sum(map(len, groups[:place])) for place in range(len(groups))]
    rights = [start + group.index(_right(gap)) for start, group, gap in zip(starts, groups, gaps, strict=True)]
    return _write(unit, prompts, "gapselect", groups, rights)


def _write(unit: Unit, prompts: Prompts, kind: str, groups: list[list[str]], rights: list[int]) -> Sheet:
    """``rights``: for each gap the place of its right choice among all."""
    text = text_with_gaps(unit, prompts, protect="[]", field=lambda gap: f"[[{rights[gap] + 1}]]")
    sheet = begin(unit, prompts, kind, text)
    sheet.value("shuffleanswers", "1")
    say_outcome(sheet, counts=True)
    for number, group in enumerate(groups, 1):
        for choice in group:
            box = etree.SubElement(sheet.root, "dragbox" if kind == "ddwtos" else "selectoption")
            sheet.value("text", escape(line(choice), quote=False) or "…", box)
            sheet.value("group", str(number), box)
            if kind == "ddwtos":
                sheet.flag("infinite", box)
    return sheet


def _bank(question: GapFill) -> list[str]:
    """The choices, if all gaps of a text have the same; else []. Each gap names its right one first."""
    bank = [choice.text for choice in question.gaps[0].choices]
    shared = all(
        [choice.text for choice in gap.choices] == [_right(gap), *(text for text in bank if text != _right(gap))]
        for gap in question.gaps
    )
    return bank if shared and len(question.gaps) > 1 and not question.explained else []


def _right(gap: Gap) -> str:
    return next(choice.text for choice in gap.choices if choice.correct)
