"""Short answers and numbers."""

from __future__ import annotations

from decimal import Decimal
from html import unescape

from builder.importers.bank.asking import Asking, LostError
from builder.importers.bank.forms import number_of
from builder.importers.bank.item import Answer
from builder.importers.bank.parts import Parts
from builder.importers.html_runs import clean
from builder.model import question as q
from builder.model.typed import normal
from builder.source.quiz.head import MAX_LENGTH
from builder.source.quiz.typed import NUMBER_MAX, TEXT_MAX, units

ANY = "*"


def read_typed(asking: Asking) -> q.Short:
    """Answers worth all are accepted, the others known mistakes; the first of several spellings is kept."""
    item = asking.item
    right: dict[str, q.Accepted] = {}
    wrong: dict[str, q.Accepted] = {}
    longest = asking.limit(TEXT_MAX)
    for answer in item.answers:
        pattern = clean(answer.body.html).strip()
        sort = normal(pattern, case=item.case)
        if not sort or sort in right:
            continue
        if units(pattern) > MAX_LENGTH:
            asking.reader.change(item, f"an answer of more than {MAX_LENGTH} characters is left out")
            continue
        longest = max(longest, units(pattern))
        _say_partly(asking, answer)
        kept = q.Accepted(pattern, asking.blocks(answer.feedback), item.span)
        (right if answer.is_right else wrong).setdefault(sort, kept)
    if not right:
        raise LostError("no answer is wholly right")
    known = tuple(kept for sort, kept in wrong.items() if sort not in right)
    common, _ = asking.common()
    return q.Short(**common, answers=tuple(right.values()), wrong=known, case=item.case, max=longest)


def read_number(asking: Asking) -> q.Numerical:
    """Numbers with their tolerances as ranges."""
    item = asking.item
    right: list[q.Range] = []
    wrong: list[q.Range] = []
    for answer in item.answers:
        text = answer.body.html.strip()
        if text in (ANY, ""):
            _say_others(asking, answer)
            continue
        span = _range(asking, answer, text)
        if span is None:
            asking.reader.change(item, f"the answer `{text[:40]}` is no number and left out")
            continue
        _say_partly(asking, answer)
        if not any(span.low <= each.high and each.low <= span.high for each in right):
            (right if answer.is_right else wrong).append(span)
    if not right:
        raise LostError("no number is wholly right")
    is_estimate = item.is_ours and item.tag("type") == "estimate"
    common, _ = asking.common(marked=not is_estimate)
    return q.Numerical(
        **common,
        answers=tuple(right),
        wrong=tuple(wrong),
        unit=_unit(asking, asking.prompt),
        estimate=is_estimate,
        max=max(asking.limit(NUMBER_MAX), *(units(f"{span.low:f}") for span in right)),
    )


def _range(asking: Asking, answer: Answer, text: str) -> q.Range | None:
    value, spread = number_of(text), answer.tolerance or Decimal(0)
    if value is None:
        return None
    low, high = (_plain(value - abs(spread)), _plain(value + abs(spread)))
    return q.Range(low, high, asking.blocks(answer.feedback), asking.item.span)


def _plain(number: Decimal) -> Decimal:
    """``number`` without needless zeros: 31, not 31.0."""
    return Decimal(int(number)) if number == number.to_integral_value() else number.normalize()


def _unit(asking: Asking, prompt: Parts) -> str:
    """The unit of the text our targets write, else of the file."""
    shown = prompt.first("unit").html
    return clean(unescape(shown).strip()[1:-1] if shown else asking.item.unit).strip()


def _say_partly(asking: Asking, answer: Answer) -> None:
    if not answer.is_right and answer.share > 0:
        what = f"the answer `{answer.body.html[:40]}`, worth {answer.share.normalize():f} %, is wrong here"
        asking.reader.change(asking.item, what)


def _say_others(asking: Asking, answer: Answer) -> None:
    """What is said to every other number has no place but the general feedback."""
    if answer.share > 0:
        raise LostError("any number is right or partly right")
    if answer.feedback.html.strip():
        asking.reader.change(asking.item, "what it said to all other numbers is left out")
