"""Matching and ordering."""

from __future__ import annotations

from builder.importers.bank.asking import Asking, LostError
from builder.importers.bank.item import Rich
from builder.importers.bank.parts import items_of, spans_of
from builder.importers.html_runs import clean, words
from builder.model import question as q
from builder.model.text import Inlines, Text
from builder.source.quiz.matching import MOST_ROWS
from builder.source.quiz.words import key, plain_blocks

MOST_ITEMS = 12


def read_match(asking: Asking) -> q.Matching:
    """Rows with their values; a value alone is a distractor."""
    item = asking.item
    values: dict[str, int] = {}
    rows: dict[str, q.Row] = {}
    for left, right in item.pairs:
        value = clean(right).strip()
        run = asking.reader.inline(left, item)
        if not value:
            if run:
                asking.reader.change(item, "a row without a value is left out")
            continue
        place = values.setdefault(value, len(values))
        name = key(words(run))
        if not name:
            continue
        if name in rows:
            asking.reader.change(item, "a row that stands twice is kept once")
        rows.setdefault(name, q.Row(run, place, item.span))
    if not 2 <= len(rows) <= MOST_ROWS or len(values) < 2:
        raise LostError(f"matching takes 2 to {MOST_ROWS} rows and two different values")
    repeats = len({row.value for row in rows.values()}) < len(rows)
    texts: tuple[Inlines, ...] = tuple((Text(value),) for value in values)
    common, _ = asking.common()
    return q.Matching(
        **common,
        rows=tuple(rows.values()),
        values=texts,
        heads=_heads(asking),
        classify=repeats or (item.is_ours and item.tag("type") == "classify"),
    )


def read_order(asking: Asking) -> q.Ordering:
    """Items in their right order."""
    item = asking.item
    said = items_of(asking.general.first("items"))
    steps: dict[str, q.Step] = {}
    for place, answer in enumerate(item.answers, 1):
        body = asking.blocks(answer.body)
        name = key(plain_blocks(body))
        if not name or name in steps:
            raise LostError("two of its items are the same, or one is empty")
        feedback = said.get(place, Rich()) if said else answer.feedback
        steps[name] = q.Step(body, asking.blocks(feedback), item.span)
    if not 2 <= len(steps) <= MOST_ITEMS:
        raise LostError(f"an order has 2 to {MOST_ITEMS} items, and this one {len(steps)}")
    common, _ = asking.common()
    return q.Ordering(**common, items=tuple(steps.values()))


def _heads(asking: Asking) -> tuple[Inlines, Inlines]:
    spans = spans_of(asking.prompt.first("heads"))
    runs = [asking.reader.inline(span, asking.item) for span in spans]
    return (runs[0], runs[1]) if len(runs) == 2 else ((), ())
