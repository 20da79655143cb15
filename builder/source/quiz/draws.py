"""``draw``: how many questions a test takes from where."""

from __future__ import annotations

from difflib import get_close_matches

from builder.diagnostics import Diagnostic
from builder.diagnostics import rule_codes as codes
from builder.model.quiz import Draw
from builder.source.fields import Field, Fields

DRAW_KEYS = ("count", "objective", "bank")
MOST = 500
"""More questions than anybody answers in one attempt."""


def read_draws(field: Field, report: list[Diagnostic]) -> tuple[Draw, ...]:
    """The entries of ``draw``; one that cannot be read is reported and left out."""
    if not isinstance(field.value, list) or not field.value:
        report.append(codes.BAD_DRAW.at(field.span, reason="`draw` is a list"))
        return ()
    draws = (_draw(entry, report) for entry in field.value)
    return tuple(draw for draw in draws if draw is not None)


def _draw(entry: Field, report: list[Diagnostic]) -> Draw | None:
    if not isinstance(entry.value, dict):
        report.append(codes.BAD_DRAW.at(entry.span, reason="it has no `count`"))
        return None
    for name, field in entry.value.items():
        if name not in DRAW_KEYS:
            near = get_close_matches(name, DRAW_KEYS, 1)
            hint = f"Did you mean `{near[0]}`?" if near else f"Write {', '.join(DRAW_KEYS)}."
            report.append(codes.UNKNOWN_DRAW_KEY.at(field.key or field.span, name=name, hint=hint))
    count = entry.value.get("count")
    if count is None:
        report.append(codes.BAD_DRAW.at(entry.span, reason="it has no `count`"))
        return None
    if not isinstance(count.value, int) or isinstance(count.value, bool) or not 1 <= count.value <= MOST:
        report.append(codes.BAD_DRAW.at(count.span, reason=f"`count` is a whole number from 1 to {MOST}"))
        return None
    names = _names(entry.value, report)
    return None if names is None else Draw(count.value, *names, entry.span)


def _names(fields: Fields, report: list[Diagnostic]) -> tuple[str, str] | None:
    names: list[str] = []
    for name in ("objective", "bank"):
        field = fields.get(name)
        if field is not None and not (isinstance(field.value, str) and field.value):
            report.append(codes.BAD_DRAW.at(field.span, reason=f"`{name}` is the id of one {name}"))
            return None
        names.append(str(field.value) if field is not None else "")
    return names[0], names[1]
