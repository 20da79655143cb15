"""The controls of each question type, as HTML in reading order."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from markupsafe import Markup, escape

from builder.model.question import (
    Branch,
    BranchStep,
    Checklist,
    ChecklistPart,
    Matching,
    Multiple,
    Numerical,
    Option,
    Ordering,
    Reflection,
    Row,
    Short,
    Single,
    Spot,
    TrueFalse,
)
from builder.render.plain import plain
from builder.render.questions.frame import Sheet, filled, segment
from builder.render.questions.gaps import gap_fill
from builder.render.questions.opinion import budget, rank, vote
from builder.render.questions.order import shown_order
from builder.render.questions.places import first_line, mark_words, place, text_of


def _single(s: Sheet[Single]) -> str:
    return s.options(s.q.options, "radio")


def _multiple(s: Sheet[Multiple]) -> str:
    return s.options(s.q.options, "checkbox")


def _truefalse(s: Sheet[TrueFalse]) -> str:
    body = s.options(s.q.options, "radio")
    if s.q.reasons:
        label, rest = first_line(s.q.because)
        legend = s.w.inlines(label) if s.q.because else s.w.t("Because:")
        reasons = f"{s.w.blocks(rest)}\n{s.options(s.q.reasons, 'radio', '-r')}"
        body += f'<fieldset class="q-reasons"><legend>{legend}</legend>\n{reasons}\n</fieldset>'
    return body


def _short(s: Sheet[Short]) -> str:
    field = (
        f'<input type="text" class="field" id="{s.id}-in" name="{s.id}" maxlength="{s.q.max}"'
        ' spellcheck="false" autocapitalize="none" />'
    )
    label = s.w.t("Your answer")
    return (
        f'<div class="q-typed"><label for="{s.id}-in">{label}</label>\n{field}</div>\n{s.lines(s.q.answers, s.q.wrong)}'
    )


def _numerical(s: Sheet[Numerical]) -> str:
    q, t, own = s.q, s.w.t, s.id
    described = f' aria-describedby="{own}-u"' if q.unit else ""
    unit = f' <span class="q-unit" id="{own}-u">{escape(q.unit)}</span>' if q.unit else ""
    field = (
        f'<input type="text" inputmode="decimal" class="field" id="{own}-in" name="{own}" maxlength="{q.max}"'
        f' size="{min(q.max, 10)}"{described} />'
    )
    label = t("Your prediction") if q.estimate else t("Your answer, a number")
    typed = (
        f'<div class="q-typed"><label for="{own}-in">{label}</label>\n<span class="q-amount">{field}{unit}</span></div>'
    )
    return f"{typed}\n{s.lines(q.answers, q.wrong)}"


def _matching(s: Sheet[Matching]) -> str:
    q, heads = s.q, ""
    if q.heads[0] or q.heads[1]:
        left, right = map(s.w.inlines, q.heads)
        heads = f'<p class="pair-heads" aria-hidden="true"><b>{left}</b><b>{right}</b></p>'
    order = shown_order(q.id, len(q.values))
    choices = "".join([f'<option value="{index}">{escape(plain(q.values[index]))}</option>' for index in order])
    rows = "".join([_row(s, row, index, choices) for index, row in enumerate(q.rows)])
    return f'{heads}<ol class="pairs">{rows}</ol>'


def _row(s: Sheet[Matching], row: Row, index: int, choices: str) -> str:
    name = f"{s.id}-{index}"
    empty = s.w.t("Choose …")
    return (
        f'<li class="pair"><label for="{name}">{s.w.inlines(row.left)}</label>\n'
        f'<select class="field" id="{name}" name="{name}"><option value="">{empty}</option>{choices}</select>\n'
        f'<p class="chosen-text" aria-hidden="true"></p>\n{s.say(f"-{index}", ())}</li>'
    )


def _ordering(s: Sheet[Ordering]) -> str:
    order = shown_order(s.q.id, len(s.q.items))
    items = "".join([_item(s, index, at, len(order)) for at, index in enumerate(order)])
    return f'<ol class="order">{items}</ol>'


def _item(s: Sheet[Ordering], index: int, at: int, count: int) -> str:
    item, t = s.q.items[index], s.w.t
    name = {"item": " ".join(text_of(item.body).split())}
    label = filled(t("Place of: %(item)s"), **name)
    places = "".join([f'<option value="{i}"{_SELECTED if i == at else ""}>{i + 1}</option>' for i in range(count)])
    moves = "".join(
        [
            f'<button type="button" class="move" data-move="{step}" aria-label="{filled(words, **name)}"></button>'
            for step, words in ((-1, t("Move up: %(item)s")), (1, t("Move down: %(item)s")))
        ]
    )
    return (
        f'<li class="item" data-i="{index}"><select class="field item-place" id="{s.id}-{index}"'
        f' aria-label="{label}">{places}</select>\n'
        f'<div class="item-text">{s.w.blocks(item.body)}</div>\n'
        f'<span class="item-moves">{moves}</span>\n{s.say(f"-{index}", item.feedback)}</li>'
    )


_SELECTED = ' selected=""'


def _spot(s: Sheet[Spot]) -> str:
    options = s.q.options
    marked, found = mark_words(s.q.quoted, [text_of(option.body) for option in options])
    quoted = place(s.w.blocks(marked), lambda index, words: Markup(_word(s, index, words)))  # noqa: S704
    # Words that do not stand in the text are listed below it.
    others = "".join([f"{_word(s, i, _label(s, o))} " for i, o in enumerate(options) if i not in found])
    says = "".join(
        [
            f'<li class="say" id="{s.id}-{index}-f" hidden=""><q class="say-of">{_label(s, option)}</q>'
            f' <b class="verdict"></b> {s.w.blocks(option.feedback)}</li>'
            for index, option in enumerate(options)
        ]
    )
    more = f'<p class="q-others">{others}</p>' if others else ""
    return f'<div class="q-quoted">{quoted}</div>{more}<ul class="spot-says">{says}</ul>'


def _label(s: Sheet[Spot], option: Option) -> Markup:
    return s.w.inlines(first_line(option.body)[0])


def _word(s: Sheet[Spot], index: int, words: Markup) -> str:
    name = f"{s.id}-{index}"
    return (
        f'<span class="spot"><input type="checkbox" name="{s.id}" id="{name}" value="{index}" />'
        f'<label for="{name}">&#8288;{words}</label></span>'
    )


def _reflection(s: Sheet[Reflection]) -> str:
    q, t, own = s.q, s.w.t, s.id
    label = t("Your notes")
    private = t(
        "What you write stays on this device, in this browser. It is not sent to anyone, not even to your training "
        "provider."
    )
    body = (
        f'<div class="q-typed"><label for="{own}-in">{label}</label>\n'
        f'<textarea class="field" id="{own}-in" name="{own}" rows="5" aria-describedby="{own}-d"></textarea>\n'
        f'<p class="q-hint" id="{own}-d">{private}</p></div>'
    )
    if q.model:
        title, heading = t("A model answer"), f"h{s.level + 1}"
        body += f'<div class="q-model" hidden=""><{heading}>{title}</{heading}>{s.w.blocks(q.model)}</div>'
    return body


def _branch(s: Sheet[Branch]) -> str:
    steps = "".join([_step(s, step, index) for index, step in enumerate(s.q.steps)])
    return f'<div class="steps-taken">{steps}</div>'


def _step(s: Sheet[Branch], step: BranchStep, index: int) -> str:
    title = f'<h{s.level + 1} class="step-title">{s.w.inlines(step.title)}</h{s.level + 1}>'
    body = s.w.blocks(step.body)
    options = s.options(step.options, "radio", f"-s{index}") if step.options else ""
    return (
        f'<section class="step" id="{s.id}-{escape(step.id)}" data-step="{index}" tabindex="-1">\n'
        f"<fieldset><legend>{title}</legend>\n{body}{options}</fieldset>\n</section>"
    )


def _checklist(s: Sheet[Checklist]) -> str:
    t, level = s.w.t, s.level + 1
    scale = tuple(map(escape, s.q.scale)) or (t("No"), t("Partly"), t("Yes"))
    parts, count = [], 0
    for section in s.q.parts:
        parts.append(_part(s, section, count, scale))
        count += len(section.statements)
    part, stand, title, button = t("Part"), t("Where I stand"), t("My profile"), t("Print my profile")
    profile = (
        f'<div class="profile" hidden=""><h{level}>{title}</h{level}>\n'
        f'<table aria-label="{title}"><thead><tr>'
        f'<th scope="col">{part}</th><th scope="col">{stand}</th></tr></thead>'
        "<tbody></tbody></table>\n"
        f'<p><button type="button" class="btn quiet" data-do="print">{button}</button></p></div>'
    )
    return "".join([*parts, profile])


def _part(s: Sheet[Checklist], part: ChecklistPart, count: int, scale: tuple[str, ...]) -> str:
    title = f'<h{s.level + 1} class="part-title">{s.w.inlines(part.title)}</h{s.level + 1}>'
    statements = []
    for number, statement in enumerate(part.statements, count):
        name = f"{s.id}-{number}"
        answers = "".join([segment(name, f"{name}-{index}", index, word) for index, word in enumerate(scale)])
        legend = f"<legend>{s.w.inlines(statement)}</legend>"
        statements.append(f'<fieldset class="statement">{legend}<span class="segs">{answers}</span></fieldset>')
    return f'<div class="part" data-part="">{title}{"".join(statements)}</div>'


TYPES: MappingProxyType[str, Callable[[Sheet[Any]], str]] = MappingProxyType(
    {
        "single": _single,
        "multiple": _multiple,
        "truefalse": _truefalse,
        "short": _short,
        "numerical": _numerical,
        "matching": _matching,
        "ordering": _ordering,
        "gaps": gap_fill,
        "spot": _spot,
        "reflection": _reflection,
        "branch": _branch,
        "checklist": _checklist,
        "vote": vote,
        "rank": rank,
        "budget": budget,
    }
)
"""What stands between the opening and the closing of a question, by its type. A scenario holds questions itself."""
