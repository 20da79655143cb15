"""Questions that a platform cannot ask, as text of the page: what is asked, what there is to choose, what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from builder.model import question as q
from builder.model import text as t
from builder.render.numbers import SPACE, numbers
from builder.render.questions.frame import kicker_of
from builder.render.words import words
from builder.state.reach import answered_in


def printed_questions(units: Sequence[q.Question], language: str, is_askable: Callable[[q.Question], bool]) -> t.Blocks:
    """Those of ``units`` that cannot be asked, each as a quotation."""
    gettext = words(language).gettext
    return tuple(
        t.Quote(tuple(_blocks(question, gettext, language)), question.span)
        for unit in units
        for question in answered_in(unit)
        if not is_askable(question)
    )


def _blocks(question: q.Question, gettext: Callable[[str], str], language: str) -> Iterator[t.Block]:
    at = question.span
    yield t.Paragraph((t.Emphasis((t.Text(kicker_of(question, gettext)),)),), at)
    yield t.Paragraph((t.Strong(question.title),), at)
    yield from question.stem
    match question:
        case q.Numerical():
            answer = gettext("The answer: {answer}.").replace("{answer}", _ranges(question, gettext, language))
            yield t.Paragraph((t.Strong((t.Text(answer),)),), at)
            yield from (block for each in question.answers for block in each.feedback)
        case q.Vote() | q.Budget():
            bodies = [(one.body, one.feedback) for one in question.options]
            yield _list(question, bodies, _costs(question, language) if isinstance(question, q.Budget) else ())
            if isinstance(question, q.Budget):
                yield from _rules(question, gettext, language)
        case q.Rank():
            yield _list(question, [(one.body, one.feedback) for one in question.items])
        case q.Checklist():
            yield from _statements(question, gettext)
    yield from question.feedback
    if isinstance(question, q.Budget) and question.model:
        yield t.Callout("model", (), question.model, at)


def _list(question: q.Question, bodies: Sequence[tuple[t.Blocks, t.Blocks]], notes: Sequence[str] = ()) -> t.List:
    """The options, with what each costs and what is said of it."""
    at = question.span
    items = []
    for number, (body, feedback) in enumerate(bodies):
        note = (t.Paragraph((t.Emphasis((t.Text(notes[number]),)),), at),) if notes else ()
        items.append(t.ListItem((*body, *note, *feedback), None, at))
    return t.List(False, 1, False, tuple(items), at)


def _costs(question: q.Budget, language: str) -> list[str]:
    """What each option costs and its kind; [] where they say neither."""
    if not question.costs and not question.kinds:
        return []
    costs = [_amount(question, cost, language) for cost in question.costs] or [""] * len(question.options)
    kinds = question.kinds or ("",) * len(question.options)
    return [" · ".join(part for part in pair if part) for pair in zip(costs, kinds, strict=True)]


def _rules(question: q.Budget, gettext: Callable[[str], str], language: str) -> Iterator[t.Block]:
    rules = []
    if question.limit is not None:
        rules.append(gettext("Limit: %(amount)s.") % {"amount": _amount(question, question.limit, language)})
    if question.choose:
        fewest = "\N{EN DASH}".join(map(str, dict.fromkeys(question.choose)))
        rules.append(gettext("To choose: %(count)s.") % {"count": fewest})
    if rules:
        yield t.Paragraph((t.Text(" ".join(rules)),), question.span)


def _amount(question: q.Budget, value: Decimal, language: str) -> str:
    amount = _number(value, language)
    return f"{amount}{SPACE}{question.unit}" if question.unit else amount


def _statements(question: q.Checklist, gettext: Callable[[str], str]) -> Iterator[t.Block]:
    """The statements by part, each to be answered on paper."""
    at = question.span
    scale = question.scale or (gettext("No"), gettext("Partly"), gettext("Yes"))
    for part in question.parts:
        yield t.Paragraph((t.Strong(part.title),), at)
        items = tuple(t.ListItem((t.Paragraph(each, at),), None, at) for each in part.statements)
        yield t.List(False, 1, True, items, at)
    yield t.Paragraph((t.Text(" / ".join(scale)),), at)


def _ranges(question: q.Numerical, gettext: Callable[[str], str], language: str) -> str:
    said = []
    for each in question.answers:
        low, high = _number(each.low, language), _number(each.high, language)
        between = gettext("{low} to {high}").replace("{low}", low).replace("{high}", high)
        said.append(low if each.low == each.high else between)
    text = " / ".join(said)
    return f"{text}{SPACE}{question.unit}" if question.unit else text


def _number(value: Decimal, language: str) -> str:
    exponent = value.normalize().as_tuple().exponent
    return numbers(language).write(value, max(0, -exponent) if isinstance(exponent, int) else 0)
