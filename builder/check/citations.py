"""Citations: of sources that are listed and verified."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.hints import meant
from builder.check.view import View
from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import SOURCE_UNKNOWN, SOURCE_UNVERIFIED


def check_citations(view: View) -> Iterator[Diagnostic]:
    """Every id in every citation."""
    sources = view.course.sources
    for _, citation in view.citations:
        for name in citation.ids:
            if name not in sources:
                yield SOURCE_UNKNOWN.at(citation.span, id=name, hint=meant(name, sources))
            elif not sources[name].verified:
                yield SOURCE_UNVERIFIED.at(citation.span, id=name)
