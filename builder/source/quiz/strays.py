"""What belongs into an answer and stands elsewhere: gaps, answer lines, model answers."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.diagnostics import quiz_codes as codes
from builder.model import question as q
from builder.model.text import AnswerLines, Blocks, Callout, Gap, Inlines, List
from builder.source.quiz.words import flat, gaps_of, walk


def strays(blocks: Blocks) -> Iterator[Diagnostic]:
    """Everything in ``blocks``, the text of a question or an introduction, that only an answer can hold."""
    for gap in gaps_of(blocks):
        yield codes.STRAY_GAP.at(gap.span)
    yield from _lines_and_models(blocks)


def strays_of(question: q.Question) -> Iterator[Diagnostic]:
    """The same for a question as read, its cells included; headings are seen to where they are read."""
    if isinstance(question, q.Matching):
        for cells in (*question.values, *(row.left for row in question.rows), *question.heads):
            yield from _gaps(cells)
    if isinstance(question, q.GapFill):
        yield from _lines_and_models(question.body)
    for text in _texts(question):
        yield from strays(text)


def _texts(question: q.Question) -> Iterator[Blocks]:
    """All the texts of a question but the one that holds gaps; the questions of a scenario see to their own."""
    yield question.stem + question.feedback
    for name in ("because", "quoted", "model"):
        yield getattr(question, name, ())
    yield from getattr(question, "explained", ())
    steps = question.steps if isinstance(question, q.Branch) else ()
    yield from (step.body for step in steps)
    for owner in (question, *steps):
        for name in ("options", "reasons", "answers", "wrong", "items"):
            for part in getattr(owner, name, ()):
                yield getattr(part, "body", ()) + part.feedback


def _gaps(inlines: Inlines) -> Iterator[Diagnostic]:
    for node in flat(inlines):
        if isinstance(node, Gap):
            yield codes.STRAY_GAP.at(node.span)


def _lines_and_models(blocks: Blocks) -> Iterator[Diagnostic]:
    for block in walk(blocks):
        if isinstance(block, AnswerLines):
            yield codes.STRAY_LINES.at(block.span)
        elif isinstance(block, Callout) and block.kind == "model":
            yield codes.STRAY_MODEL.at(block.span)
        elif isinstance(block, List) and any(item.checked is not None for item in block.items):
            yield codes.STRAY_OPTIONS.at(block.span)
