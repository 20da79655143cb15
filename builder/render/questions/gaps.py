"""Gaps: fields and lists in running text, or in the steps of a worked example that the learner completes."""

from __future__ import annotations

from collections.abc import Container

from markupsafe import Markup, escape

from builder.model.question import GapFill
from builder.model.text import Blocks, Gap, List, ListItem
from builder.render.figures.ranks import split_name
from builder.render.questions.frame import Sheet, filled
from builder.render.questions.order import mixed_order
from builder.render.questions.places import mark_gaps, marks_in, place

LONG = 28
"""Characters from which on a list may be too narrow for what was chosen in it; the player writes that out below."""


def gap_fill(s: Sheet[GapFill]) -> str:
    """The text with its controls in it."""
    body = mark_gaps(s.q.body)
    steps = body[0] if body else None
    if s.q.explained and isinstance(steps, List):
        return _completion(s, steps)
    return f'<div class="q-gaps">{_filled(s, s.w.blocks(body))}</div>'


def _completion(s: Sheet[GapFill], steps: List) -> str:
    """The steps like the figure of that name; each says in words whose it is."""
    s.w.styles.add("figures")
    items = [_step(s, item, explained) for item, explained in zip(steps.items, s.q.explained, strict=True)]
    return f'<div class="q-gaps fig steps finish"><ol role="list">\n{"".join(items)}</ol></div>'


def _step(s: Sheet[GapFill], item: ListItem, explained: Blocks) -> str:
    name, rest = split_name(item.blocks)
    if name:
        named = Markup("<b>%s</b> <span>%s</span>") % (s.w.inlines(name), s.w.inlines(rest))
        inside = named + s.w.blocks(item.blocks[1:])
    else:
        inside = s.w.tight(item.blocks)
    gaps = marks_in(inside)
    if not gaps:
        why = Markup('<div class="step-why">%s</div>') % s.w.blocks(explained) if explained else ""
        return f'<li><p class="whose">{escape(s.w.t("Given"))}</p><div>{inside}</div>{why}</li>\n'
    # What is said of a step is said of its last gap, below the step.
    last = gaps[-1:] if explained else []
    why = s.say(f"-{gaps[-1]}", explained) if explained else ""
    text = _filled(s, inside, last)
    return f'<li class="own"><p class="whose">{escape(s.w.t("Your turn"))}</p><div>{text}</div>{why}</li>\n'


def _filled(s: Sheet[GapFill], html: Markup, elsewhere: Container[int] = ()) -> Markup:
    """``html`` with a control at each mark; the verdict stands behind it but for those whose place is ``elsewhere``."""

    def control(index: int, _: Markup) -> Markup:
        return Markup(_gap(s, s.q.gaps[index], index, told=index not in elsewhere))  # noqa: S704 - it escapes

    return place(html, control)


def _gap(s: Sheet[GapFill], gap: Gap, index: int, *, told: bool) -> str:
    name = f"{s.id}-{index}"
    label = filled(s.w.t("Gap %(number)s"), number=index + 1)
    kind, below = "gap", ""
    if gap.typed:
        # Room for the longest answer, but no narrower than one can hit.
        size = max(5, *(len(choice.text) + 1 for choice in gap.choices))
        control = (
            f'<input type="text" class="field" id="{name}" name="{name}" maxlength="{s.q.max}" size="{size}"'
            f' aria-label="{label}" spellcheck="false" autocapitalize="none" />'
        )
    else:
        order = mixed_order(f"{s.q.id}{index}", len(gap.choices))
        choices = "".join([f'<option value="{i}">{escape(gap.choices[i].text)}</option>' for i in order])
        empty = '<option value="">…</option>'
        control = f'<select class="field" id="{name}" name="{name}" aria-label="{label}">{empty}{choices}</select>'
        if any(len(choice.text) > LONG for choice in gap.choices):
            kind, below = "gap long", '<span class="chosen-text" aria-hidden="true"></span>'
    say = f'<span class="gap-say" id="{name}-f" hidden=""><b class="verdict"></b></span>' if told else ""
    return f'<span class="{kind}">{control}{below}{say}</span>'
