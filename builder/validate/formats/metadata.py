"""Rules of metadata."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.validate.subject import Subject


def check(subject: Subject) -> Iterator[Diagnostic]:
    """What breaks them."""
    del subject
    yield from ()
