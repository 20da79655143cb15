"""Choices: one right option, several, true or false, and those of our own types that are written as choices."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from builder.importers.bank.asking import Asking, LostError
from builder.importers.bank.item import FULL, Answer
from builder.importers.bank.parts import parts_of
from builder.model import question as q
from builder.model.text import Paragraph, Text
from builder.source.quiz.options import LIMIT
from builder.source.quiz.words import key, plain_blocks
from builder.targets.banks import truth_of

_CLAIM = ("judgement", "reason")


def read_choice(asking: Asking) -> q.Single | q.Multiple | q.Spot | q.TrueFalse:
    """One right option where one may be chosen, else several."""
    item = asking.item
    kind = item.tag("type") if item.is_ours else ""
    if kind == "truefalse-reason":
        return _claims(asking)
    if kind == "spot":
        common, _ = asking.common()
        return q.Spot(**common, quoted=asking.blocks(asking.prompt.first("quoted")), options=_several(asking))
    common, _ = asking.common()
    if not item.single:
        return q.Multiple(**common, options=_several(asking))
    options = _one(asking)
    if kind == "truefalse" and len(options) == 2:
        return q.TrueFalse(**common, options=options)
    return q.Single(**common, options=options)


def read_truefalse(asking: Asking) -> q.TrueFalse:
    """True first, as in the file; the words are those of its language."""
    common, _ = asking.common()
    item = asking.item
    words = truth_of(item.tag("language"))
    options = tuple(
        q.Option((Paragraph((Text(word),), item.span),), answer.is_right, asking.blocks(answer.feedback), item.span)
        for word, answer in zip(words, item.answers, strict=False)
    )
    if len(options) != 2 or sum(option.correct for option in options) != 1:
        raise LostError("it does not say whether its statement is true")
    return q.TrueFalse(**common, options=options)


def _one(asking: Asking) -> tuple[q.Option, ...]:
    """Options of which one is right: the one that earns most."""
    item = asking.item
    best = max((answer.share for answer in item.answers), default=Decimal(0))
    if best <= 0:
        raise LostError("no option is right")
    right = [answer for answer in item.answers if answer.share == best]
    if len(right) > 1:
        asking.reader.change(item, f"one of its {len(right)} right options is kept, as only one can be chosen")
    partly = sum(0 != answer.share < best for answer in item.answers)
    if partly or not right[0].is_right:
        asking.reader.change(item, "an option worth a part of the points is right or wrong here")
    kept = [answer for answer in item.answers if answer.share < best or answer is right[0]]
    return _options(asking, kept, {id(right[0])})


def _several(asking: Asking) -> tuple[q.Option, ...]:
    """Options of which some are right: those that earn anything."""
    item = asking.item
    right = [answer for answer in item.answers if answer.share > 0]
    if not right:
        raise LostError("no option is right")
    part = FULL / len(right)
    wrong = (answer.share + part for answer in item.answers if answer.share <= 0)
    if any(abs(gap) > Decimal("0.01") for gap in (*(answer.share - part for answer in right), *wrong)):
        asking.reader.change(item, "each right option earns the same here, and a wrong one takes as much back")
    return _options(asking, item.answers, {id(answer) for answer in right})


def _options(asking: Asking, answers: tuple[Answer, ...] | list[Answer], right: set[int]) -> tuple[q.Option, ...]:
    """Options with a text, no two the same."""
    item = asking.item
    options: dict[str, q.Option] = {}
    for answer in answers:
        body = asking.blocks(answer.body)
        words = key(plain_blocks(body))
        if not words:
            asking.reader.change(item, "an option without text is left out")
        elif words in options:
            asking.reader.change(item, "an option that stands twice is kept once")
            options[words] = replace(options[words], correct=options[words].correct or id(answer) in right)
        else:
            options[words] = q.Option(body, id(answer) in right, asking.blocks(answer.feedback), item.span)
    if not 2 <= len(options) <= LIMIT:
        raise LostError(f"a choice has 2 to {LIMIT} options, and this one {len(options)}")
    return tuple(options.values())


def _claims(asking: Asking) -> q.TrueFalse:
    """Pairs of a judgement and a reason, taken apart again."""
    item = asking.item
    common, _ = asking.common()
    judgements: dict[str, q.Option] = {}
    reasons: dict[str, q.Option] = {}
    for answer in item.answers:
        body, said = parts_of(answer.body, _CLAIM), parts_of(answer.feedback, _CLAIM)
        for name, found in (("judgement", judgements), ("reason", reasons)):
            text = body.first(name)
            option = q.Option(asking.blocks(text), answer.is_right, asking.blocks(said.first(name)), item.span)
            before = found.get(text.html, option)
            found[text.html] = replace(before, correct=before.correct or option.correct)
    if len(judgements) != 2 or not reasons or len(judgements) * len(reasons) != len(item.answers):
        raise LostError("its judgements and reasons no longer belong together")
    because = asking.blocks(asking.prompt.first("because"))
    return q.TrueFalse(**common, options=tuple(judgements.values()), reasons=tuple(reasons.values()), because=because)
