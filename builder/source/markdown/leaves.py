"""Inline nodes of our own: gaps and citations."""

from __future__ import annotations

import re

from builder.diagnostics.text_codes import (
    CITATION,
    CITATION_TWICE,
    GAP_CHOICES,
    GAP_EMPTY,
    GAP_PLACE,
    GAP_TWICE,
)
from builder.model.span import Span
from builder.model.text import Citation, Gap, GapChoice
from builder.source.markdown.context import Context

_CHOICE = re.compile(r"(?:[^\\/]|\\.?)*")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CITED = re.compile(r"@([A-Za-z0-9][\w.:-]*)")


def read_gap(content: str, context: Context, span: Span) -> Gap:
    """``1995 / nineteen ninety-five`` (typed) or ``=1995 / 1994`` (chosen, the first is right)."""
    lines = context.lines
    typed = not content.lstrip().startswith("=")
    raw = content if typed else content.lstrip()[1:]
    texts = [_ESCAPE.sub(r"\1", part).strip() for part in _split(raw)]
    if context.heading or not context.asking:
        lines.report(GAP_PLACE, span)
    elif "" in texts:
        lines.report(GAP_EMPTY, span)
    elif not typed and len(texts) == 1:
        lines.report(GAP_CHOICES, span)
    else:
        for twice in {text: None for i, text in enumerate(texts) if text in texts[:i]}:
            lines.report(GAP_TWICE, span, text=twice)
    return Gap(tuple(GapChoice(text, typed or i == 0) for i, text in enumerate(texts)), typed, span)


def _split(raw: str) -> list[str]:
    parts, at = [], 0
    while True:
        match = _CHOICE.match(raw, at)
        end = match.end() if match else at
        parts.append(raw[at:end])
        if end >= len(raw):
            return parts
        at = end + 1


def read_citation(content: str, context: Context, span: Span) -> Citation:
    """``@EV-01; @EV-02``."""
    ids: list[str] = []
    for part in content.split(";"):
        match = _CITED.fullmatch(part.strip())
        if match is None:
            context.lines.report(CITATION, span, text=f"[{content}]")
            return Citation((), span)
        if match[1] in ids:
            context.lines.report(CITATION_TWICE, span, id=match[1])
        else:
            ids.append(match[1])
    return Citation(tuple(ids), span)
