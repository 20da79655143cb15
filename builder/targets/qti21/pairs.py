"""Items in which things are matched or put in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.model import question as q
from builder.render.questions.order import shown_order
from builder.targets.qti21 import rules
from builder.targets.qti21.choices import part_of
from builder.targets.qti21.item import Parts, Sheet, mapping, outcome, response
from builder.targets.qti21.names import MAP_RESPONSE, RESPONSE
from builder.targets.qti21.tree import Element, make
from builder.targets.qti21.typed import RIGHT
from builder.targets.qti21.xhtml import flow

Content = list[Element | str]


def matching(question: q.Matching, sheet: Sheet) -> Parts:
    """Every row takes one value, a value any number of rows; the share of right rows."""
    share = part_of(question.points, len(question.rows))
    pairs = [f"r{number} v{row.value + 1}" for number, row in enumerate(question.rows, 1)]
    rows = [(f"r{number}", flow(sheet.pieces.inline(row.left))) for number, row in enumerate(question.rows, 1)]
    values = [
        (f"v{at + 1}", flow(sheet.pieces.inline(question.values[at])))
        for at in shown_order(question.id, len(question.values))
    ]
    heads = [make("p", *flow(" \N{RIGHTWARDS ARROW} ".join(sheet.pieces.inline(head) for head in question.heads)))]
    values_right = mapping([(pair, share) for pair in pairs], question.points)
    return Parts(
        responses=[response(RESPONSE, "multiple", "directedPair", pairs, values_right)],
        body=[*(heads if any(question.heads) else []), _matched(RESPONSE, rows, values)],
        scoring=[rules.mapped()],
        template=MAP_RESPONSE,
    )


def ordering(question: q.Ordering, sheet: Sheet) -> Parts:
    """The share of items that stand at their own place; they are shown in an order that gives nothing away."""
    names = [f"i{number}" for number in range(1, len(question.items) + 1)]
    counting = [
        rules.when(
            make("match", make("index", rules.variable(RESPONSE), n=place), rules.base("identifier", name)),
            rules.add(RIGHT),
        )
        for place, name in enumerate(names, 1)
    ]
    whole = rules.base("integer", len(names))
    return Parts(
        responses=[response(RESPONSE, "ordered", "identifier", names)],
        outcomes=[outcome(RIGHT, "integer", 0)],
        body=[
            make(
                "orderInteraction",
                *_steps(question.id, question.items, sheet),
                responseIdentifier=RESPONSE,
                shuffle=True,
            )
        ],
        scoring=[*counting, rules.share(rules.variable(RIGHT), whole, question.points)],
        general=_said(question.items, sheet),
    )


def rank(question: q.Rank, sheet: Sheet) -> Parts:
    """The first few of a list, in an order of one's own."""
    body = make(
        "orderInteraction",
        *_steps("", question.items, sheet),
        responseIdentifier=RESPONSE,
        shuffle=False,
        minChoices=question.top,
        maxChoices=question.top,
    )
    return Parts(
        responses=[response(RESPONSE, "ordered", "identifier")],
        body=[body] if question.items else [],
        general=_said(question.items, sheet),
    )


def checklist(question: q.Checklist, sheet: Sheet) -> Parts:
    """Statements by part, each matched with a place on the scale."""
    words = question.scale or tuple(map(sheet.word, ("No", "Partly", "Yes")))
    names = [f"{RESPONSE}_{number}" for number in range(1, len(question.parts) + 1)]
    body: list[Element] = []
    for name, part in zip(names, question.parts, strict=True):
        rows = [(f"r{n}", flow(sheet.pieces.inline(statement))) for n, statement in enumerate(part.statements, 1)]
        scale: list[tuple[str, Content]] = [(f"v{n}", [word]) for n, word in enumerate(words, 1)]
        heading = make("p", make("strong", *flow(sheet.pieces.inline(part.title))))
        body += [*([heading] if part.title else []), _matched(name, rows, scale, shuffle=False)]
    return Parts(responses=[response(name, "multiple", "directedPair") for name in names], body=body)


def _matched(
    name: str,
    rows: Sequence[tuple[str, Content]],
    values: Iterable[tuple[str, Content]],
    *,
    shuffle: bool = False,
) -> Element:
    """Each row once, each value as often as one likes."""
    left = [make("simpleAssociableChoice", *inner, identifier=row, matchMax=1) for row, inner in rows]
    right = [make("simpleAssociableChoice", *inner, identifier=value, matchMax=0) for value, inner in values]
    return make(
        "matchInteraction",
        make("simpleMatchSet", *left),
        make("simpleMatchSet", *right),
        responseIdentifier=name,
        shuffle=shuffle,
        maxAssociations=len(rows),
    )


def _steps(id: str, items: Sequence[q.Step], sheet: Sheet) -> list[Element]:
    """The items to order; in the order of the source where ``id`` is ''."""
    order = shown_order(id, len(items)) if id else range(len(items))
    return [make("simpleChoice", *sheet.flow(items[at].body), identifier=f"i{at + 1}") for at in order]


def _said(items: Sequence[q.Step], sheet: Sheet) -> str:
    """What is said of single items, as a list that names them."""
    said = [
        f"<li>{sheet.pieces.tight(item.body)}: {sheet.pieces.tight(item.feedback)}</li>"
        for item in items
        if item.feedback
    ]
    return f"<ul>{''.join(said)}</ul>" if said else ""
