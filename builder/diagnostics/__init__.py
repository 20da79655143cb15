"""Diagnostics: the codes by area, the catalogue of all of them, and how they print.

``builder.diagnostics.code`` defines what a code is; each module ``*_codes`` holds the codes of one area;
``catalogue`` finds them all; ``show`` prints occurrences.
"""

from builder.diagnostics.code import Diagnostic, DiagnosticCode, Severity, error, note, warning

__all__ = ["Diagnostic", "DiagnosticCode", "Severity", "error", "note", "warning"]
