"""What a diagnostic is: a code with its explanation, and one occurrence of it at a place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from builder.model.span import Span

LONGEST = 400
"""Characters of a value that a message quotes."""


class Severity(Enum):
    """How much a diagnostic matters."""

    ERROR = "error"
    """No package is written."""
    WARNING = "warning"
    """The package is written; ``--strict`` makes it an error."""
    NOTE = "note"
    """Something worth knowing."""


@dataclass(frozen=True, slots=True)
class DiagnosticCode:
    """One kind of mistake: its stable id and the texts that teach it."""

    id: str
    """A letter for the area and three digits: ``Q104``."""
    severity: Severity
    summary: str
    """One line with ``{placeholders}``: what is wrong, in the author's words."""
    remedy: str
    """One line, placeholders allowed: the way out."""
    explanation: str
    """A paragraph for ``coursewright explain``: why it matters."""

    def at(self, span: Span, **values: object) -> Diagnostic:
        """An occurrence of this code at ``span``; ``values`` fill the placeholders, texts beyond LONGEST cut short."""
        short = {key: _cut(value) if isinstance(value, str) else value for key, value in values.items()}
        return Diagnostic(self, span, self.summary.format(**short), self.remedy.format(**short))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake at one place."""

    code: DiagnosticCode
    span: Span
    message: str
    remedy: str

    @property
    def is_error(self) -> bool:
        return self.code.severity is Severity.ERROR


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def error(id: str, summary: str, remedy: str, explanation: str) -> DiagnosticCode:
    """An error code; see the fields of DiagnosticCode."""
    return DiagnosticCode(id, Severity.ERROR, summary, remedy, " ".join(explanation.split()))


def warning(id: str, summary: str, remedy: str, explanation: str) -> DiagnosticCode:
    """A warning code; see the fields of DiagnosticCode."""
    return DiagnosticCode(id, Severity.WARNING, summary, remedy, " ".join(explanation.split()))


def note(id: str, summary: str, remedy: str, explanation: str) -> DiagnosticCode:
    """The code of a note; see the fields of DiagnosticCode."""
    return DiagnosticCode(id, Severity.NOTE, summary, remedy, " ".join(explanation.split()))
