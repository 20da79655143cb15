"""A small course with sources, and what the rule on figures says of a text in it."""

from __future__ import annotations

from pathlib import Path

from builder.diagnostics import Diagnostic
from tests.support.examine import examine
from tests.support.miniature import MINIATURE, write
from tests.support.pages import PAGE, page

SOURCES = """\
- id: FISH-01
  statement: "In 2019 (survey of 14 March 2019), women were 24% of 6,500+ boat owners in nine ports; men's share fell by
    5.8 percentage points. Sales were USD 4.7 billion."
  year: 2019
  source: Harbour Board, Boats and People
  status: verified
- id: FISH-02
  statement: One in five nets is mended by men; ports surveyed 2016-17, fees of 16-37 billion, half of them unpaid.
  source: Net Makers' Union, page undated
  status: verified
"""
PROGRAMME = MINIATURE["programme.yaml"] + "content: {figures: cited}\n"


def found(root: Path, body: str, files: dict[str, str] | None = None) -> list[Diagnostic]:
    """What is wrong with the figures of a page (and of other ``files``) of a course that cites FISH-01 and FISH-02."""
    given = {"programme.yaml": PROGRAMME, "sources.yaml": SOURCES, PAGE: page(body), **(files or {})}
    return [one for one in examine(write(root / "courses", given)) if one.code.id.startswith("C31")]


def codes(root: Path, body: str, files: dict[str, str] | None = None) -> list[str]:
    """``LINE CODE`` of each, in order."""
    return [f"{one.span.line} {one.code.id}" for one in found(root, body, files)]
