"""Questions on paper: what is asked, and the room for an answer. Nothing shows which answer is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from builder.model import question as q
from builder.model.text import Gap
from builder.render.numbers import numbers as language
from builder.render.questions.order import shown_order
from builder.render.writer import Writer
from builder.targets.fragments import tight

BOX, RING = "☐", "○"
"""Signs to tick: any number of them, or one."""

ARROWS = {"ltr": "→", "rtl": "←"}
"""The way onward, by the direction of writing."""

LINES = 4
"""Empty lines for an answer in one's own words."""


def asked(w: Writer, unit: q.Question, number: str, level: int = 3) -> str:
    """A question with its number and the room for an answer; of a scenario, its story and its questions."""
    head = f'<h{level} class="asks"><span class="number">{escape(number)}</span> {w.inlines(unit.title)}</h{level}>'
    stem = w.blocks(unit.stem)
    if isinstance(unit, q.Scenario):
        inner = "\n".join(
            asked(w, one, f"{number}{chr(ord('a') + index % 26)}", level + 1)
            for index, one in enumerate(unit.questions)
        )
        return f'<section class="question story">{head}\n{stem}\n{inner}</section>'
    return f'<section class="question">{head}\n{stem}\n{ROOM[unit.type](w, unit)}</section>'


def options(w: Writer, given: Iterable[q.Option], sign: str) -> str:
    """Options to tick, lettered so that one can speak of them."""
    items = [f"<li>{letter(index)} {sign} {tight(w, one.body)}</li>" for index, one in enumerate(given)]
    return f'<ul class="ticks">{"".join(items)}</ul>'


def letter(index: int) -> str:
    """``A.`` for the first, ``AA.`` after ``Z.``."""
    sign = chr(ord("A") + index % 26)
    return f"<b>{sign * (index // 26 + 1)}.</b>"


def _single(w: Writer, unit: q.Single | q.Vote) -> str:
    return options(w, unit.options, RING)


def _multiple(w: Writer, unit: q.Multiple) -> str:
    return options(w, unit.options, BOX)


def _truefalse(w: Writer, unit: q.TrueFalse) -> str:
    because = f"{w.blocks(unit.because)}\n{options(w, unit.reasons, RING)}" if unit.reasons else ""
    return f"{options(w, unit.options, RING)}\n{because}"


def _typed(w: Writer, unit: q.Short | q.Numerical) -> str:
    name = escape(w.t("Your answer"), quote=False)
    unit_name = f" {escape(unit.unit, quote=False)}" if isinstance(unit, q.Numerical) and unit.unit else ""
    return f'<p class="room">{name}: <span class="line"></span>{unit_name}</p>'


def _matching(w: Writer, unit: q.Matching) -> str:
    """The values lettered, in an order that gives nothing away, and a place for a letter beside each row."""
    order = shown_order(unit.id, len(unit.values))
    values = "".join([f"<li>{letter(at)} {w.inlines(unit.values[index])}</li>" for at, index in enumerate(order)])
    rows = "".join(
        [
            f'<tr><td>{w.inlines(row.left)}</td><td class="short"><span class="line"></span></td></tr>'
            for row in unit.rows
        ]
    )
    return f'<ul class="ticks">{values}</ul><table class="match"><tbody>{rows}</tbody></table>'


def _ordering(w: Writer, unit: q.Ordering) -> str:
    order = shown_order(unit.id, len(unit.items))
    items = "".join([f'<li><span class="box"></span> {tight(w, unit.items[index].body)}</li>' for index in order])
    return f'<ul class="ticks">{items}</ul>'


def _gaps(w: Writer, unit: q.GapFill) -> str:
    before, w.gap = w.gap, _gap
    text = w.blocks(unit.body)
    w.gap = before
    return f'<div class="gapped">{text}</div>'


def _gap(gap: Gap) -> str:
    """An empty line, and behind it the choices there are, in the order of the alphabet."""
    choices = "" if gap.typed else f" ({escape(' / '.join(sorted(c.text for c in gap.choices)), quote=False)})"
    return f'<span class="line"></span>{choices}'


def _spot(w: Writer, unit: q.Spot) -> str:
    return f"<blockquote>{w.blocks(unit.quoted)}</blockquote>{options(w, unit.options, BOX)}"


def _own_words(w: Writer, unit: q.Reflection) -> str:
    del w, unit
    return '<p class="room"><span class="line whole"></span></p>' * LINES


def _branch(w: Writer, unit: q.Branch) -> str:
    """The steps in their order, numbered; behind each option the step it leads to."""
    numbers = {step.id: index for index, step in enumerate(unit.steps, 1)}
    return "".join([_step(w, step, numbers) for step in unit.steps])


def _step(w: Writer, step: q.BranchStep, numbers: dict[str, int]) -> str:
    arrow = ARROWS[language(w.profile.language).direction]
    items = [
        f"<li>{RING} {tight(w, one.body)}{f' <b>{arrow} {numbers[one.goto]}</b>' if one.goto in numbers else ''}</li>"
        for one in step.options
    ]
    ways = f'<ul class="ticks">{"".join(items)}</ul>' if items else ""
    return (
        f'<div class="step"><p><b>{numbers[step.id]}. {w.inlines(step.title)}</b></p>{w.blocks(step.body)}{ways}</div>'
    )


def _checklist(w: Writer, unit: q.Checklist) -> str:
    scale = unit.scale or (w.t("No"), w.t("Partly"), w.t("Yes"))
    heads = "".join([f'<th scope="col">{escape(word, quote=False)}</th>' for word in scale])
    rows = "".join([_part(w, part, len(scale)) for part in unit.parts])
    return f'<table class="checks"><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _part(w: Writer, part: q.ChecklistPart, count: int) -> str:
    head = f'<tr><th scope="rowgroup" colspan="{count + 1}">{w.inlines(part.title)}</th></tr>'
    cells = f'<td class="tick">{RING}</td>' * count
    return head + "".join([f"<tr><td>{w.inlines(statement)}</td>{cells}</tr>" for statement in part.statements])


def _rank(w: Writer, unit: q.Rank) -> str:
    items = "".join([f'<li><span class="box"></span> {tight(w, item.body)}</li>' for item in unit.items])
    return f'<p class="room">1 … {unit.top}</p><ul class="ticks">{items}</ul>'


def _budget(w: Writer, unit: q.Budget) -> str:
    costs = unit.costs or (None,) * len(unit.options)
    kinds = unit.kinds or ("",) * len(unit.options)
    items = [
        f"<li>{BOX} {tight(w, option.body)} {_price(cost, unit.unit, kind)}</li>"
        for option, cost, kind in zip(unit.options, costs, kinds, strict=True)
    ]
    limit = f"<b>{unit.limit:f} {escape(unit.unit, quote=False)}</b>" if unit.limit is not None else ""
    choose = f"<b>{BOX} {' … '.join(dict.fromkeys(map(str, unit.choose)))}</b>" if unit.choose else ""
    rules = " · ".join(part for part in (limit, choose) if part)
    return f'<p class="room">{rules}</p><ul class="ticks">{"".join(items)}</ul>'


def _price(cost: object, unit: str, kind: str) -> str:
    parts = [f"{cost:f} {unit}".strip() if cost is not None else "", kind]
    told = ", ".join(part for part in parts if part)
    return f"<small>({escape(told, quote=False)})</small>" if told else ""


ROOM: dict[str, Callable[[Writer, Any], str]] = {
    "single": _single,
    "multiple": _multiple,
    "truefalse": _truefalse,
    "short": _typed,
    "numerical": _typed,
    "matching": _matching,
    "ordering": _ordering,
    "gaps": _gaps,
    "spot": _spot,
    "reflection": _own_words,
    "branch": _branch,
    "checklist": _checklist,
    "vote": _single,
    "rank": _rank,
    "budget": _budget,
}
"""The room for an answer, by type."""
