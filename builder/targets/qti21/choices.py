"""Items in which something is chosen: options, words in a text, measures within a budget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from markupsafe import Markup

from builder.model import question as q
from builder.render.numbers import SPACE, numbers
from builder.render.questions.frame import filled
from builder.render.questions.places import first_line, mark_words, place, text_of
from builder.targets.qti21 import rules
from builder.targets.qti21.item import Parts, Said, Sheet, mapping, response
from builder.targets.qti21.names import MAP_RESPONSE, MATCH_CORRECT, RESPONSE
from builder.targets.qti21.tree import Element, make
from builder.targets.qti21.xhtml import blocks, flow

REASON = "REASON"
"""The response in which the reason for a judgement is chosen."""

DIGITS = Decimal("0.000000001")


def part_of(points: Decimal, parts: int) -> Decimal:
    """A share of ``points``, rounded up: with a mapping's upper bound all right answers make exactly all points."""
    return (points / parts).quantize(DIGITS, ROUND_CEILING).normalize() if parts else Decimal(0)


def single(question: q.Single, sheet: Sheet) -> Parts:
    """One right option."""
    return _chosen(question.options, question.points, sheet)


def truefalse(question: q.TrueFalse, sheet: Sheet) -> Parts:
    """A statement; with reasons a second interaction, and both must be right."""
    if not question.reasons:
        return _chosen(question.options, question.points, sheet)
    because = blocks(sheet.pieces.html(question.because)) or [make("p", sheet.word("Because:"))]
    return Parts(
        responses=[_one(RESPONSE, question.options, "c"), _one(REASON, question.reasons, "r")],
        body=[choice(question.options, sheet), *because, choice(question.reasons, sheet, REASON, "r")],
        scoring=[rules.all_or_nothing(rules.both([rules.is_correct(), rules.is_correct(REASON)]), question.points)],
        said=[*said_of(question.options, sheet), *said_of(question.reasons, sheet, "r")],
        shown=[RESPONSE, REASON],
    )


def multiple(question: q.Multiple, sheet: Sheet) -> Parts:
    """Right minus wrong."""
    return _several(question.options, question.points, choice(question.options, sheet, most=0), sheet)


def spot(question: q.Spot, sheet: Sheet) -> Parts:
    """Words of a text or rows of a table as hot text; options below it where one of them does not stand there."""
    options = question.options
    marked, found = mark_words(question.quoted, [text_of(option.body) for option in options])
    if len(found) < len(options) or not options:
        below = _several(options, question.points, choice(options, sheet, most=0), sheet)
        quoted = blocks(sheet.pieces.html(question.quoted))
        return replace(below, body=[*quoted, *below.body])
    html = place(Markup(sheet.pieces.html(marked)), _hot)  # noqa: S704 - our own HTML
    text = make("hottextInteraction", responseIdentifier=RESPONSE, maxChoices=0, minChoices=0)
    text.extend(blocks(html, {"hot": lambda given, inner: make("hottext", *inner, identifier=f"c{given['n']}")}))
    return _several(options, question.points, text, sheet)


def vote(question: q.Vote, sheet: Sheet) -> Parts:
    """One option, none right."""
    return Parts(
        responses=[response(RESPONSE, "single", "identifier")],
        body=[choice(question.options, sheet)] if question.options else [],
        said=said_of(question.options, sheet),
        shown=[RESPONSE],
    )


def budget(question: q.Budget, sheet: Sheet) -> Parts:
    """Measures with what they cost; the limit stands above them in words."""
    least, most = question.choose or (1, 0)
    told = [
        filled(sheet.word("Limit: %(amount)s."), amount=_amount(question, question.limit, sheet))
        if question.limit is not None
        else "",
        filled(sheet.word("To choose: %(count)s."), count="\N{EN DASH}".join(map(str, dict.fromkeys(question.choose))))
        if question.choose
        else "",
    ]
    rule = flow(" ".join(filter(None, told)))
    interaction = make("choiceInteraction", responseIdentifier=RESPONSE, shuffle=sheet.shuffle)
    interaction.set("maxChoices", str(most))
    interaction.set("minChoices", str(least))
    for number, option in enumerate(question.options, 1):
        note = [_amount(question, question.costs[number - 1], sheet)] if question.costs else []
        note += question.kinds[number - 1 : number]
        words, rest = first_line(option.body)
        label = flow(sheet.pieces.inline(words))
        costs = f" ({' · '.join(note)})" if note else ""
        interaction.append(make("simpleChoice", *label, costs, *flow(sheet.pieces.html(rest)), identifier=f"c{number}"))
    return Parts(
        responses=[response(RESPONSE, "multiple", "identifier")],
        body=[*([make("p", *rule)] if rule else []), interaction] if question.options else [],
        said=said_of(question.options, sheet),
        shown=[RESPONSE],
        general=sheet.pieces.html(question.model),
    )


def choice(
    options: Sequence[q.Option], sheet: Sheet, name: str = RESPONSE, prefix: str = "c", most: int = 1
) -> Element:
    """The options to choose from; ``most`` is 0 for any number."""
    choices = [
        make("simpleChoice", *sheet.flow(option.body), identifier=f"{prefix}{number}")
        for number, option in enumerate(options, 1)
    ]
    return make(
        "choiceInteraction", *choices, responseIdentifier=name, shuffle=sheet.shuffle, maxChoices=most, minChoices=0
    )


def said_of(options: Sequence[q.Option], sheet: Sheet, prefix: str = "c") -> list[Said]:
    """The feedback of options, under their identifiers."""
    return [
        (f"{prefix}{number}", sheet.pieces.html(option.feedback))
        for number, option in enumerate(options, 1)
        if option.feedback
    ]


def _chosen(options: Sequence[q.Option], points: Decimal, sheet: Sheet) -> Parts:
    """All or nothing: the template ``match_correct`` where it gives our points, else a mapping."""
    right = [f"c{number}" for number, option in enumerate(options, 1) if option.correct]
    plain = points == 1 or not right
    values = None if plain else mapping([(name, points) for name in right], points)
    return Parts(
        responses=[response(RESPONSE, "single", "identifier", right[:1], values)],
        body=[choice(options, sheet)],
        scoring=[rules.all_or_nothing(rules.is_correct(), points) if plain else rules.mapped()],
        template=MATCH_CORRECT if plain else MAP_RESPONSE,
        said=said_of(options, sheet),
        shown=[RESPONSE],
    )


def _several(options: Sequence[q.Option], points: Decimal, interaction: Element, sheet: Sheet) -> Parts:
    share = part_of(points, sum(option.correct for option in options))
    names = [(f"c{number}", option.correct) for number, option in enumerate(options, 1)]
    values = mapping([(name, share if right else -share) for name, right in names], points)
    return Parts(
        responses=[response(RESPONSE, "multiple", "identifier", [name for name, right in names if right], values)],
        body=[interaction],
        scoring=[rules.mapped()],
        template=MAP_RESPONSE,
        said=said_of(options, sheet),
        shown=[RESPONSE],
    )


def _one(name: str, options: Sequence[q.Option], prefix: str) -> Element:
    right = [f"{prefix}{number}" for number, option in enumerate(options, 1) if option.correct]
    return response(name, "single", "identifier", right[:1])


def _hot(index: int, words: Markup) -> Markup:
    return Markup('<hot n="{}">{}</hot>').format(index + 1, words)


def _amount(question: q.Budget, value: Decimal, sheet: Sheet) -> str:
    decimals = 0 if value == value.to_integral_value() else 2
    amount = numbers(sheet.pieces.course.language).write(value, decimals)
    return f"{amount}{SPACE}{question.unit}" if question.unit else amount
