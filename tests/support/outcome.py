"""What a build says about each fixture, worked out once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.diagnostics import Diagnostic
from tests.support.examine import examine
from tests.support.miniature import Fixture, fixtures, write


@cache
def fixtures_by_code() -> dict[str, Fixture]:
    return {fixture.code: fixture for fixture in fixtures()}


@cache
def outcome(code: str) -> tuple[Diagnostic, ...]:
    """The diagnostics of one fixture. Nothing in them may name the folder it was written to."""
    with TemporaryDirectory() as folder:
        found = tuple(examine(write(Path(folder) / "courses", fixtures_by_code()[code].files)))
    assert not any(folder in text for one in found for text in (one.message, one.remedy, one.span.path))
    return found
