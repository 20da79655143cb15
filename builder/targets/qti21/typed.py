"""Items in which something is typed: words, numbers, thoughts, gaps."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from builder.model import question as q
from builder.model.text import Gap
from builder.model.typed import plain_number
from builder.render.numbers import numbers
from builder.render.questions.order import mixed_order
from builder.render.questions.places import mark_gaps, place
from builder.targets.qti21 import rules
from builder.targets.qti21.item import Parts, Said, Sheet, mapping, outcome, response
from builder.targets.qti21.names import RESPONSE
from builder.targets.qti21.pattern import any_of, number_pattern, text_pattern
from builder.targets.qti21.tree import Element, make
from builder.targets.qti21.xhtml import blocks

RIGHT = "RIGHT"
"""The outcome that counts what is right."""


def short(question: q.Short, sheet: Sheet) -> Parts:
    """A text held against the accepted patterns; those without wildcards stand in a mapping, too, for readers that run
    no rules."""
    literal = [
        each.pattern.replace("\\*", "*") for each in question.answers if "*" not in each.pattern.replace("\\*", "")
    ]
    values = mapping([(text, question.points) for text in dict.fromkeys(literal)], question.points) if literal else None
    if values is not None:
        for entry in values:
            entry.set("caseSensitive", "true" if question.case else "false")
    right = literal[:1] or [each.pattern.replace("\\*", "*") for each in question.answers[:1]]
    accepted = any_of(text_pattern(each.pattern, case=question.case) for each in question.answers)
    return Parts(
        responses=[response(RESPONSE, "single", "string", right, values)],
        body=[make("p", _entry(RESPONSE, question.max))],
        scoring=[rules.all_or_nothing(_fits(RESPONSE, accepted), question.points)],
        said=_said(question.answers, question.wrong, sheet),
        saying=_saying(
            [(each, _fits(RESPONSE, text_pattern(each.pattern, case=question.case))) for each in question.answers],
            [(each, _fits(RESPONSE, text_pattern(each.pattern, case=question.case))) for each in question.wrong],
        ),
    )


def numerical(question: q.Numerical, sheet: Sheet) -> Parts:
    """A number within one of the ranges; an estimate is not marked, its answer is revealed by what is said after it."""
    unit = f" {question.unit}" if question.unit else ""
    right = [format(_middle(each), "f") for each in question.answers[:1]]
    within = [_within(each) for each in question.answers]
    marked = within and not question.estimate
    return Parts(
        responses=[response(RESPONSE, "single", "float", right)],
        body=[make("p", _entry(RESPONSE, question.max), unit)],
        scoring=[rules.all_or_nothing(rules.either(within), question.points)] if marked else [],
        said=_said(question.answers, question.wrong, sheet),
        saying=_saying(
            [(each, _within(each)) for each in question.answers], [(each, _within(each)) for each in question.wrong]
        ),
    )


def reflection(question: q.Reflection, sheet: Sheet) -> Parts:
    """An open question; the model answer comes after it."""
    title = sheet.word("A model answer")
    model = f"<p><b>{title}</b></p>{sheet.pieces.html(question.model)}" if question.model else ""
    return Parts(
        responses=[response(RESPONSE, "single", "string")],
        body=[make("extendedTextInteraction", responseIdentifier=RESPONSE, expectedLines=5)],
        general=model,
    )


def gaps(question: q.GapFill, sheet: Sheet) -> Parts:
    """Gaps in running text, each with a response of its own; in a worked example the explanations come after it."""
    names = [f"{RESPONSE}_{number}" for number in range(1, len(question.gaps) + 1)]
    decimal = numbers(sheet.pieces.course.language).decimal
    html = place(
        Markup(sheet.pieces.html(mark_gaps(question.body))),  # noqa: S704 - our own HTML
        lambda index, _: Markup('<gap n="{}"/>').format(index),
    )
    special = {"gap": lambda given, _: _gap(question, int(given["n"]), names[int(given["n"])])}
    body = blocks(html, special)
    placed = {str(one.get("responseIdentifier")) for block in body for one in block.iter()}
    left = [_gap(question, index, name) for index, name in enumerate(names) if name not in placed]
    counting = [
        rules.when(_filled(question, gap, name, decimal), rules.add(RIGHT))
        for gap, name in zip(question.gaps, names, strict=True)
    ]
    whole = rules.base("integer", len(names))
    return Parts(
        responses=[_declared(gap, name) for gap, name in zip(question.gaps, names, strict=True)],
        outcomes=[outcome(RIGHT, "integer", 0)],
        body=[*body, *([make("p", *left)] if left else [])],
        scoring=[*counting, rules.share(rules.variable(RIGHT), whole, question.points)] if names else [],
        general=_explained(question, sheet),
    )


def _entry(name: str, length: int) -> Element:
    return make("textEntryInteraction", responseIdentifier=name, expectedLength=length)


def _gap(question: q.GapFill, index: int, name: str) -> Element:
    gap = question.gaps[index]
    if gap.typed:
        return _entry(name, question.max)
    order = mixed_order(f"{question.id}-{index}", len(gap.choices))
    choices = [make("inlineChoice", gap.choices[at].text, identifier=f"g{at + 1}") for at in order]
    return make("inlineChoiceInteraction", *choices, responseIdentifier=name, shuffle=False)


def _declared(gap: Gap, name: str) -> Element:
    if gap.typed:
        return response(name, "single", "string", [choice.text for choice in gap.choices[:1]])
    right = [f"g{at}" for at, choice in enumerate(gap.choices, 1) if choice.correct]
    return response(name, "single", "identifier", right[:1])


def _filled(question: q.GapFill, gap: Gap, name: str, decimal: str) -> Element:
    if not gap.typed:
        return rules.is_correct(name)
    patterns = [text_pattern(choice.text, case=question.case, wildcards=False) for choice in gap.choices]
    values = [plain_number(choice.text) for choice in gap.choices]
    return _fits(name, any_of([*patterns, *(number_pattern(value, decimal) for value in values if value is not None)]))


def _explained(question: q.GapFill, sheet: Sheet) -> str:
    """What is said of each step, under its number."""
    said = [(number, sheet.pieces.html(blocks)) for number, blocks in enumerate(question.explained, 1) if blocks]
    return "".join(f"<div><p><b>{number}.</b></p>{html}</div>" for number, html in said)


def _fits(name: str, pattern: str) -> Element:
    return make("patternMatch", rules.variable(name), pattern=pattern)


def _within(each: q.Range) -> Element:
    low = make("gte", rules.variable(RESPONSE), rules.base("float", each.low))
    return make("and", low, make("lte", rules.variable(RESPONSE), rules.base("float", each.high)))


def _middle(each: q.Range) -> Decimal:
    return ((each.low + each.high) / 2).normalize()


Known = q.Accepted | q.Range


def _said(answers: Sequence[Known], wrong: Sequence[Known], sheet: Sheet) -> list[Said]:
    """The feedback of accepted answers and of known wrong ones."""
    named = [*_named("answer", answers), *_named("wrong", wrong)]
    return [(name, sheet.pieces.html(each.feedback)) for name, each in named if each.feedback]


def _saying(answers: Sequence[tuple[Known, Element]], wrong: Sequence[tuple[Known, Element]]) -> list[Element]:
    """The first that fits is spoken to."""
    tests = [test for _, test in (*answers, *wrong)]
    named = [*_named("answer", [each for each, _ in answers]), *_named("wrong", [each for each, _ in wrong])]
    if not any(each.feedback for _, each in named):
        return []
    cases = [
        (test, [rules.say_more(name)] if each.feedback else []) for (name, each), test in zip(named, tests, strict=True)
    ]
    return [rules.choose(cases)]


def _named(kind: str, known: Sequence[Known]) -> list[tuple[str, Known]]:
    return [(f"{kind}{number}", each) for number, each in enumerate(known, 1)]
