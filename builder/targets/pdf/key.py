"""The answer key: of each question what is right, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from html import escape
from typing import Any

from builder.model import question as q
from builder.model.text import Blocks, Gap
from builder.render.numbers import numbers
from builder.render.questions.order import shown_order
from builder.render.writer import Writer
from builder.targets.fragments import tight
from builder.targets.pdf.asked import letter

RIGHT, WRONG = "✓", "✗"


def answered(w: Writer, unit: q.Question, number: str, level: int = 3) -> str:
    """The right answer of a question and all that is said of its answers."""
    head = f'<h{level} class="asks"><span class="number">{escape(number)}</span> {w.inlines(unit.title)}</h{level}>'
    if isinstance(unit, q.Scenario):
        inner = "\n".join(
            answered(w, one, f"{number}{chr(ord('a') + index % 26)}", level + 1)
            for index, one in enumerate(unit.questions)
        )
        return f'<section class="question story">{head}\n{inner}\n{said(w, unit.feedback)}</section>'
    return f'<section class="question">{head}\n{KEY[unit.type](w, unit)}\n{said(w, unit.feedback)}</section>'


def said(w: Writer, blocks: Blocks) -> str:
    """Feedback; '' where there is none."""
    return f'<div class="said">{w.blocks(blocks)}</div>' if blocks else ""


def _options(w: Writer, given: Sequence[q.Option], *, marked: bool = True) -> str:
    items = []
    for index, one in enumerate(given):
        sign = (f"{RIGHT} " if one.correct else f"{WRONG} ") if marked else ""
        items.append(f"<li>{letter(index)} {sign}{tight(w, one.body)}{said(w, one.feedback)}</li>")
    return f'<ul class="ticks">{"".join(items)}</ul>'


def _chosen(w: Writer, unit: q.Single | q.Multiple | q.Spot) -> str:
    return _options(w, unit.options)


def _truefalse(w: Writer, unit: q.TrueFalse) -> str:
    return _options(w, unit.options) + (_options(w, unit.reasons) if unit.reasons else "")


def _short(w: Writer, unit: q.Short) -> str:
    right = [f"<li>{RIGHT} {escape(one.pattern, quote=False)}{said(w, one.feedback)}</li>" for one in unit.answers]
    wrong = [f"<li>{WRONG} {escape(one.pattern, quote=False)}{said(w, one.feedback)}</li>" for one in unit.wrong]
    return f'<ul class="ticks">{"".join(right + wrong)}</ul>'


def _numerical(w: Writer, unit: q.Numerical) -> str:
    def shown(one: q.Range) -> str:
        low, high = (_number(w, value) for value in (one.low, one.high))
        return escape(f"{low if low == high else f'{low} … {high}'} {unit.unit}".strip(), quote=False)

    right = [f"<li>{RIGHT} {shown(one)}{said(w, one.feedback)}</li>" for one in unit.answers]
    wrong = [f"<li>{WRONG} {shown(one)}{said(w, one.feedback)}</li>" for one in unit.wrong]
    return f'<ul class="ticks">{"".join(right + wrong)}</ul>'


def _number(w: Writer, value: Decimal) -> str:
    plain = value.normalize()
    return numbers(w.profile.language).write(value, max(0, -int(plain.as_tuple().exponent)))


def _matching(w: Writer, unit: q.Matching) -> str:
    """Each row with its value and the letter it has on the sheet."""
    places = {index: at for at, index in enumerate(shown_order(unit.id, len(unit.values)))}
    values = [f"{letter(places[index])} {w.inlines(value)}" for index, value in enumerate(unit.values)]
    rows = "".join([f"<tr><td>{w.inlines(row.left)}</td><td>{values[row.value]}</td></tr>" for row in unit.rows])
    return f'<table class="match"><tbody>{rows}</tbody></table>'


def _ordering(w: Writer, unit: q.Ordering) -> str:
    items = "".join([f"<li>{tight(w, item.body)}{said(w, item.feedback)}</li>" for item in unit.items])
    return f"<ol>{items}</ol>"


def _gaps(w: Writer, unit: q.GapFill) -> str:
    before, w.gap = w.gap, _filled
    text = w.blocks(unit.body)
    w.gap = before
    return f'<div class="gapped">{text}</div>{"".join(said(w, blocks) for blocks in unit.explained)}'


def _filled(gap: Gap) -> str:
    right = " / ".join(choice.text for choice in gap.choices if choice.correct)
    return f"<b><u>{escape(right, quote=False)}</u></b>"


def _model(w: Writer, unit: q.Reflection) -> str:
    return said(w, unit.model)


def _branch(w: Writer, unit: q.Branch) -> str:
    parts = [
        f"<p><b>{number}. {w.inlines(step.title)}</b></p>{_options(w, step.options)}"
        for number, step in enumerate(unit.steps, 1)
        if step.options
    ]
    return "".join(parts)


def _none(w: Writer, unit: q.Checklist) -> str:
    del w, unit
    return ""


def _explained(w: Writer, unit: q.Vote | q.Budget) -> str:
    model = said(w, unit.model) if isinstance(unit, q.Budget) else ""
    return _options(w, unit.options, marked=False) + model


def _rank(w: Writer, unit: q.Rank) -> str:
    items = [f"<li>{tight(w, item.body)}{said(w, item.feedback)}</li>" for item in unit.items]
    return f'<ul class="ticks">{"".join(items)}</ul>'


KEY: dict[str, Callable[[Writer, Any], str]] = {
    "single": _chosen,
    "multiple": _chosen,
    "truefalse": _truefalse,
    "short": _short,
    "numerical": _numerical,
    "matching": _matching,
    "ordering": _ordering,
    "gaps": _gaps,
    "spot": _chosen,
    "reflection": _model,
    "branch": _branch,
    "checklist": _none,
    "vote": _explained,
    "rank": _rank,
    "budget": _explained,
}
"""What is right, by type."""
