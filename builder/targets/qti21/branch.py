"""A branching case as an adaptive item (QTI 2.1, information model, section 4.1): every attempt is one choice, which
leads to the next step; the score comes with the last.
"""

from __future__ import annotations

from collections.abc import Mapping

from builder.model import question as q
from builder.targets.qti21 import rules
from builder.targets.qti21.choices import choice, said_of
from builder.targets.qti21.item import Parts, Said, Sheet, outcome, response
from builder.targets.qti21.names import FEEDBACK, RESPONSE
from builder.targets.qti21.tree import Element, make
from builder.targets.qti21.typed import RIGHT
from builder.targets.qti21.xhtml import blocks, flow

STEP, TAKEN, END = "STEP", "TAKEN", "end"
"""The outcomes that hold the step shown and the number of choices made; what STEP is after a choice that ends it."""


def branch(question: q.Branch, sheet: Sheet) -> Parts:
    """Each step is a block that is shown while STEP names it."""
    names = {step.id: f"s{number}" for number, step in enumerate(question.steps, 1)}
    asked = [step for step in question.steps if step.options]
    if not asked:
        return Parts(body=[part for step in question.steps for part in blocks(sheet.pieces.html(step.body))])
    said: list[Said] = []
    for step in asked:
        said += said_of(step.options, sheet, f"{names[step.id]}c")
    return Parts(
        responses=[
            response(
                _name(names[step.id]),
                "single",
                "identifier",
                [f"{names[step.id]}c{n}" for n, option in enumerate(step.options, 1) if option.correct][:1],
            )
            for step in asked
        ],
        outcomes=[
            outcome(STEP, "identifier", names[question.steps[0].id]),
            outcome(RIGHT, "integer", 0),
            outcome(TAKEN, "integer", 0),
        ],
        body=[_block(step, names[step.id], sheet) for step in question.steps],
        scoring=_rules(question, names, {name for name, _ in said}),
        said=said,
        adaptive=True,
    )


def _name(step: str) -> str:
    return f"{RESPONSE}_{step}"


def _block(step: q.BranchStep, name: str, sheet: Sheet) -> Element:
    heading = flow(sheet.pieces.inline(step.title))
    told = [*([make("p", make("strong", *heading))] if heading else []), *blocks(sheet.pieces.html(step.body))]
    asked = [choice(step.options, sheet, _name(name), f"{name}c")] if step.options else []
    return make("feedbackBlock", *told, *asked, outcomeIdentifier=STEP, identifier=name, showHide="show")


def _rules(question: q.Branch, names: Mapping[str, str], spoken: set[str]) -> list[Element]:
    """The step's choice is counted and followed; at an end comes the score."""
    steps = [
        (rules.match(STEP, "identifier", names[step.id]), [_follow(step, names, spoken)])
        for step in question.steps
        if step.options
    ]
    ends = [END, *(names[step.id] for step in question.steps if not step.options)]
    general = [rules.say_general()] if question.feedback else []
    over = rules.when(
        make("and", rules.either([rules.match(STEP, "identifier", end) for end in ends]), _moved()),
        rules.share(rules.variable(RIGHT), rules.variable(TAKEN), question.points),
        rules.give("completionStatus", rules.base("identifier", "completed")),
        *general,
    )
    return [*([rules.give(FEEDBACK, make("null"))] if spoken or general else []), rules.choose(steps), over]


def _follow(step: q.BranchStep, names: Mapping[str, str], spoken: set[str]) -> Element:
    cases = []
    for number, option in enumerate(step.options, 1):
        chosen = f"{names[step.id]}c{number}"
        then = [rules.add(TAKEN), rules.give(STEP, rules.base("identifier", names.get(option.goto, END)))]
        if option.correct:
            then.append(rules.add(RIGHT))
        if chosen in spoken:
            then.append(rules.say(chosen))
        cases.append((rules.match(_name(names[step.id]), "identifier", chosen), then))
    return rules.choose(cases)


def _moved() -> Element:
    return make("gt", rules.variable(TAKEN), rules.base("integer", 0))
