"""What a diagnostic quotes."""

from __future__ import annotations

from builder.diagnostics import error
from builder.diagnostics.code import LONGEST
from builder.model.span import Span

CODE = error("X101", "`{value}` is none of {count}.", "Write {value}.", "Because.")


def test_a_value_without_end_is_cut() -> None:
    found = CODE.at(Span("a", 1), value="x" * 1_000_000, count=10**50)
    assert found.message == f"`{'x' * LONGEST}…` is none of {10**50}."
    assert len(found.remedy) < LONGEST + 20


def test_a_value_is_no_format() -> None:
    assert CODE.at(Span("a", 1), value="{0} {x} %s", count=1).message == "`{0} {x} %s` is none of 1."
