"""Budget: measures with what they cost, of which some are chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from builder.diagnostics import answer_codes as codes
from builder.model.question import Budget, Option
from builder.model.text import Block, Blocks, Callout, List, Paragraph, Text
from builder.model.typed import plain_number
from builder.source.quiz.asking import Asking
from builder.source.quiz.head import MOST_COST
from builder.source.quiz.options import find_unmarked, read_options, refuse_twice
from builder.source.quiz.words import plain_blocks

_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_LIKE_NUMBER = re.compile(r"[-+\u2212]?\s*\.?\d")


@dataclass(frozen=True, slots=True)
class _Measure:
    """An option without the brackets at its end, and what stood in them."""

    option: Option
    cost: Decimal | None = None
    kind: str = ""


def read_budget(asking: Asking) -> Budget | None:
    """A task list whose options end in ``(cost)``, ``(cost, kind)`` or ``(kind)``; below it ``::: model``."""
    before = len(asking.report)
    asking, model = _without_model(asking)
    answer = find_unmarked(asking)
    if answer is None or not isinstance(answer.block, List) or not (options := read_options(asking, answer.block)):
        return None
    for option in options:
        if option.correct:
            asking.wrong(codes.BUDGET_RIGHT, option.span)
    measures = [_measure(asking, option) for option in options]
    if len(asking.report) == before:
        _check_alike(asking, measures)
        refuse_twice(asking, ((plain_blocks(each.option.body), each.option.span) for each in measures))
    if len(asking.report) == before:
        _check_rules(asking, measures)
    if len(asking.report) > before:
        return None
    return Budget(
        **asking.head.common(answer.stem, answer.feedback),
        options=tuple(each.option for each in measures),
        costs=tuple(each.cost for each in measures if each.cost is not None),
        kinds=tuple(each.kind for each in measures if each.kind),
        limit=asking.head.limit,
        choose=asking.head.choose,
        unit=asking.head.unit,
        model=model,
    )


def _without_model(asking: Asking) -> tuple[Asking, Blocks]:
    """The question without its first ``::: model``, and what stands in that."""
    for place, block in enumerate(asking.blocks):
        if isinstance(block, Callout) and block.kind == "model":
            return replace(asking, blocks=asking.blocks[:place] + asking.blocks[place + 1 :]), block.blocks
    return asking, ()


def _measure(asking: Asking, option: Option) -> _Measure:
    first, *rest = option.body or (None,)
    last = first.children[-1] if isinstance(first, Paragraph) and first.children else None
    match = _BRACKETS.search(last.text) if isinstance(last, Text) else None
    if not isinstance(first, Paragraph) or not isinstance(last, Text) or match is None:
        return _Measure(option)
    words = last.text[: match.start()]
    children = (*first.children[:-1], Text(words)) if words else first.children[:-1]
    body: tuple[Block, ...] = (replace(first, children=children), *rest)
    if not plain_blocks(body).strip():
        asking.wrong(codes.EMPTY_OPTION, option.span)
    inside = [part.strip() for part in match[1].split(",")]
    cost = plain_number(inside[0])
    kind = ", ".join(inside if cost is None else inside[1:])
    is_bad_cost = cost is not None and not (0 <= cost <= MOST_COST and cost == round(cost, 2))
    if is_bad_cost or _LIKE_NUMBER.match(kind) or not all(inside):
        asking.wrong(codes.BUDGET_BRACKETS, option.span, text=match[1].strip())
    return _Measure(replace(option, body=body), cost, kind)


def _check_alike(asking: Asking, measures: Sequence[_Measure]) -> None:
    """Costs stand behind all measures or none, and kinds too."""
    for what, has in (
        ("cost", [each.cost is not None for each in measures]),
        ("kind", [bool(each.kind) for each in measures]),
    ):
        if any(has) and not all(has):
            example = "(30)" if what == "cost" else "(30, Skills)"
            asking.wrong(codes.BUDGET_UNEVEN, measures[has.index(False)].option.span, what=what, example=example)


def _check_rules(asking: Asking, measures: Sequence[_Measure]) -> None:
    """Whether there is something to weigh up, and a choice that keeps to the rules."""
    limit, choose = asking.head.limit, asking.head.choose
    costs = sorted(each.cost for each in measures if each.cost is not None)
    written = asking.head.heading.attributes
    if limit is None and choose is None:
        if not {"limit", "choose"} & set(written):
            asking.wrong(codes.BUDGET_FREE)
    elif limit is not None and not costs:
        asking.wrong(codes.BUDGET_COSTS)
    elif choose and choose[1] > len(measures):
        asking.wrong(codes.BUDGET_MANY, choose=choose[1], count=len(measures))
    elif limit is not None and sum(costs[: choose[0] if choose else 1]) > limit:
        asking.wrong(codes.BUDGET_TIGHT, count=choose[0] if choose else 1, limit=format(limit.normalize(), "f"))
