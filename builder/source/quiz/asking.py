"""What a reader of one question type is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from builder.diagnostics import Diagnostic
from builder.diagnostics.code import DiagnosticCode
from builder.model.question import Question
from builder.model.span import Span
from builder.model.text import Blocks
from builder.source.quiz.head import Head
from builder.source.quiz.section import Section


@dataclass(frozen=True, slots=True)
class Asking:
    """One question as it stands in the source: the heading read, the blocks not yet."""

    head: Head
    blocks: Blocks
    parts: tuple[Section, ...]
    language: str
    report: list[Diagnostic]
    """Where readers put what they find wrong; belongs to one run of ``read_quiz``."""

    def wrong(self, code: DiagnosticCode, span: Span | None = None, **values: object) -> None:
        """Report ``code`` at ``span`` (the heading if none is given)."""
        self.report.append(code.at(span or self.head.span, **values))


Reader: TypeAlias = Callable[[Asking], Question | None]
"""Reads a question, or reports why there is none."""
