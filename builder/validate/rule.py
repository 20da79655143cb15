"""A rule: one thing a package must, or should, be."""

from __future__ import annotations

from dataclasses import dataclass

from builder.diagnostics import DiagnosticCode, Severity


@dataclass(frozen=True, slots=True)
class Rule(DiagnosticCode):
    """A diagnostic code of the validator. Its id is that of the table of rules (``P4``); ``summary`` and ``remedy`` may
    hold ``{placeholders}``.
    """

    clause: str = ""
    """Where it is laid down, and how well that is known: ``ADL SCORM 2004 4th Ed., REQ_30.5``."""


def must(id: str, clause: str, summary: str, remedy: str, explanation: str) -> Rule:
    """A rule whose breach is an error."""
    return Rule(id, Severity.ERROR, summary, remedy, " ".join(explanation.split()), clause)


def should(id: str, clause: str, summary: str, remedy: str, explanation: str) -> Rule:
    """A rule whose breach is a warning."""
    return Rule(id, Severity.WARNING, summary, remedy, " ".join(explanation.split()), clause)


def note(id: str, clause: str, summary: str, remedy: str, explanation: str) -> Rule:
    """Something worth knowing: nothing is wrong."""
    return Rule(id, Severity.NOTE, summary, remedy, " ".join(explanation.split()), clause)
