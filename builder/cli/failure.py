"""The last resort: what nobody foresaw, said as a diagnostic and not as a traceback."""

from __future__ import annotations

import traceback
from pathlib import Path

from builder.cli.output import show_all
from builder.diagnostics.tool_codes import CANNOT_WRITE, INTERNAL
from builder.model.span import Span


def report(error: Exception) -> int:
    """Print ``error`` as a diagnostic; returns the exit code."""
    if isinstance(error, OSError) and error.filename is not None:
        found = CANNOT_WRITE.at(Span(str(error.filename), 0), reason=error.strerror or type(error).__name__)
    else:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = Span(Path(last.filename).name, last.lineno or 0)
        found = INTERNAL.at(place, reason=f"{type(error).__name__}: {error}")
    show_all([found], "", "text")
    return 1
