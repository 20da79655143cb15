"""The controls of what nobody marks but learners weigh up: votes, rankings, budgets."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import escape

from builder.model.question import Budget, Rank, Vote
from builder.render.numbers import SPACE, numbers
from builder.render.plain import plain
from builder.render.questions.frame import Sheet, filled
from builder.render.questions.places import first_line, text_of


def vote(s: Sheet[Vote]) -> str:
    """Radio buttons, none of them right."""
    _needs(s, "opinion")
    return s.options(s.q.options, "radio")


def rank(s: Sheet[Rank]) -> str:
    """The items, and below them a list to choose from for each place."""
    _needs(s, "opinion")
    words = [escape(_words(s, index)) for index in range(len(s.q.items))]
    choices = "".join([f'<option value="{index}">{word}</option>' for index, word in enumerate(words)])
    items = "".join(
        [f"<li>{s.w.blocks(item.body)}{s.say(f'-i{at}', item.feedback)}</li>" for at, item in enumerate(s.q.items)]
    )
    places = "".join([_place(s, place, choices) for place in range(s.q.top)])
    return f'<ul class="rank">{items}</ul>\n<ol class="pairs">{places}</ol>\n<p class="q-told" role="status"></p>'


def _needs(s: Sheet[Vote] | Sheet[Rank] | Sheet[Budget], part: str) -> None:
    """Have the page load the part of the player that knows a type, and the style of all three."""
    s.w.parts.add(part)
    s.w.styles.add("opinion")


def _words(s: Sheet[Rank], index: int) -> str:
    body = s.q.items[index].body
    return plain(first_line(body)[0]) or " ".join(text_of(body).split())


def _place(s: Sheet[Rank], place: int, choices: str) -> str:
    name, t = f"{s.id}-{place}", s.w.t
    label = filled(t("Choice %(number)s"), number=place + 1)
    empty = t("Choose …")
    return (
        f'<li class="pair"><label for="{name}">{label}</label>\n'
        f'<select class="field" id="{name}" name="{name}"><option value="">{empty}</option>{choices}</select>\n'
        f'<p class="chosen-text" aria-hidden="true"></p></li>'
    )


def budget(s: Sheet[Budget]) -> str:
    """Checkboxes with what each costs, the balance that the player keeps, and below it what is shown afterwards."""
    _needs(s, "budget")
    q, t = s.q, s.w.t
    rules = [
        filled(t("Limit: %(amount)s."), amount=_amount(s, q.limit)) if q.limit is not None else "",
        filled(t("To choose: %(count)s."), count="\u2013".join(map(str, dict.fromkeys(q.choose)))) if q.choose else "",
    ]
    hint = f'<p class="q-hint" id="{s.id}-h">{" ".join(filter(None, rules))}</p>'
    bar = f'<progress max="{int(100 * q.limit)}" value="0" aria-hidden="true"></progress>' if q.limit else ""
    unit = f' data-unit="{escape(q.unit)}"' if q.unit else ""
    balance = f'<div class="q-balance"{unit} hidden="">{bar}<p class="q-told" role="status"></p></div>'
    options = s.options(q.options, "checkbox", notes=[_note(s, index) for index in range(len(q.options))])
    return f"{hint}{options}\n{balance}\n{_kinds(s)}{_model(s)}"


def _note(s: Sheet[Budget], index: int) -> str:
    """What an option costs, and its kind."""
    parts = [_amount(s, s.q.costs[index])] if s.q.costs else []
    parts += s.q.kinds[index : index + 1]
    note = escape(" · ".join(parts))
    return f' <span class="q-cost">{note}</span>' if parts else ""


def _amount(s: Sheet[Budget], value: Decimal) -> str:
    decimals = 0 if value == value.to_integral_value() else 2
    amount = numbers(s.w.profile.language).write(value, decimals)
    return f"{amount}{SPACE}{s.q.unit}" if s.q.unit else amount


def _kinds(s: Sheet[Budget]) -> str:
    """A row a kind; the player fills in how many were chosen and what they cost."""
    if not s.q.kinds:
        return ""
    t, level = s.w.t, s.level + 1
    title, kind, share = t("My balance"), t("Kind"), t("Chosen")
    names = dict.fromkeys(s.q.kinds)
    rows = "".join([f'<tr><th scope="row">{escape(name)}</th><td></td></tr>' for name in names])
    return (
        f'<div class="profile" hidden=""><h{level}>{title}</h{level}>\n'
        f'<table aria-label="{title}"><thead><tr><th scope="col">{kind}</th><th scope="col">{share}</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _model(s: Sheet[Budget]) -> str:
    if not s.q.model:
        return ""
    title, heading = s.w.t("A model answer"), f"h{s.level + 1}"
    return f'<div class="q-model" hidden=""><{heading}>{title}</{heading}>{s.w.blocks(s.q.model)}</div>'
