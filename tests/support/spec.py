"""Questions made from the ``data-spec`` of docs/reference/player.md, for tests of what an answer is worth."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from builder.model import question as q
from builder.model.span import Span
from builder.model.text import Gap, GapChoice

SPAN = Span("x.md", 1)
COMMON: dict[str, Any] = {"id": "q-x", "title": (), "stem": (), "feedback": (), "span": SPAN}


def question_of(type: str, spec: Mapping[str, Any]) -> q.Question:  # noqa: C901, PLR0911, PLR0912 - one case a type
    """The least question that has this specification."""
    match type:
        case "single":
            return q.Single(**COMMON, options=_one(spec["n"], spec["right"]))
        case "truefalse":
            reasons = _one(spec["reasons"], spec["reason"])
            return q.TrueFalse(**COMMON, options=_one(spec["n"], spec["right"]), reasons=reasons)
        case "multiple":
            return q.Multiple(**COMMON, options=_options(spec["right"]))
        case "spot":
            return q.Spot(**COMMON, quoted=(), options=_options(spec["right"]))
        case "short":
            accepted = tuple(q.Accepted(pattern, (), SPAN) for pattern in spec["accept"])
            return q.Short(**COMMON, answers=accepted, case=spec["case"], max=spec["max"])
        case "numerical":
            ranges = tuple(q.Range(Decimal(low), Decimal(high), (), SPAN) for low, high in spec["accept"])
            return q.Numerical(**COMMON, answers=ranges, estimate=spec["estimate"], max=spec["max"])
        case "matching":
            rows = tuple(q.Row((), value, SPAN) for value in spec["right"])
            return q.Matching(**COMMON, rows=rows, values=((),) * spec["values"])
        case "ordering":
            return q.Ordering(**COMMON, items=(q.Step((), (), SPAN),) * spec["n"])
        case "gaps":
            gaps = tuple(_gap(gap) for gap in spec["gaps"])
            return q.GapFill(**COMMON, body=(), gaps=gaps, case=spec["case"], max=spec["max"])
        case "branch":
            return q.Branch(**COMMON, steps=tuple(_step(step) for step in spec["steps"]))
        case "checklist":
            return q.Checklist(**COMMON, parts=(), scale=())
        case "vote":
            return q.Vote(**COMMON, options=_options([0] * spec["n"]))
        case "rank":
            return q.Rank(**COMMON, items=(q.Step((), (), SPAN),) * spec["values"], top=len(spec["right"]))
        case "budget":
            return q.Budget(**COMMON, options=_options(spec["right"]))
    return q.Reflection(**COMMON)


def _option(right: object, goto: str = "") -> q.Option:
    return q.Option((), bool(right), (), SPAN, goto)


def _options(right: list[int]) -> tuple[q.Option, ...]:
    return tuple(_option(each) for each in right)


def _one(count: int, right: int) -> tuple[q.Option, ...]:
    return tuple(_option(place == right) for place in range(count))


def _gap(gap: Mapping[str, Any]) -> Gap:
    if gap["typed"]:
        return Gap(tuple(GapChoice(text, True) for text in gap["accept"]), True, SPAN)
    return Gap(tuple(GapChoice(str(place), place == gap["right"]) for place in range(gap["n"])), False, SPAN)


def _step(step: Mapping[str, Any]) -> q.BranchStep:
    options = tuple(_option(right, goto) for right, goto in zip(step["right"], step["goto"], strict=True))
    return q.BranchStep(step["id"], (), (), options, SPAN)
