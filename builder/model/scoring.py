"""The scoring table of docs/reference/player.md: what an answer is worth, in 120ths of a question's points.

The rules are Moodle's, so that an answer scores the same everywhere. The player holds the same table in
JavaScript; ``tests/fixtures/scoring/cases.json`` is run against both. A share that is no whole number of 120ths is
rounded to the nearest, halves up; only a wholly right answer scores 120 (shares of up to 239 parts).

Answers have the form they have in JSON: see ``score``. One that does not fit its question scores nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeGuard, TypeVar

from builder.model import question as q
from builder.model.text import Gap
from builder.model.typed import matches, normal, parse_number, plain_number

_Part = TypeVar("_Part")

FULL = 120
"""The score of a right answer; 120 has every share of up to six parts as a whole number."""


def score(  # noqa: PLR0911 - one line a type
    question: q.Question, answer: object, *, decimal: str = "."
) -> int | None:
    """What ``answer`` scores, 0..120; None for a question that is not marked, or a scenario (its questions are).

    single, truefalse: ``{"choice": 0, "reason": 1}`` (None where nothing is chosen); multiple, spot: ``[1, 0, 1]``;
    short, numerical: the text as typed, with ``decimal``, the locale's decimal sign; matching: for each row the index
    of a value or None; ordering: for each place the index of an item; gaps: texts and indices; branch: the choices.
    """
    match question:
        case q.Single():
            return _chosen(question.options, (), answer)
        case q.TrueFalse():
            return _chosen(question.options, question.reasons, answer)
        case q.Multiple() | q.Spot():
            return right_minus_wrong([option.correct for option in question.options], _sequence(answer))
        case q.Short():
            return all_or_nothing(is_accepted_text(question, answer))
        case q.Numerical():
            return None if question.estimate else all_or_nothing(is_accepted_number(question, answer, decimal))
        case q.Matching():
            return share_right(
                [_is_index(given) and given == row.value for row, given in _paired(question.rows, answer)]
            )
        case q.Ordering():
            return absolute_position(len(question.items), _sequence(answer))
        case q.GapFill():
            return share_right([_fills(question, gap, given, decimal) for gap, given in _paired(question.gaps, answer)])
        case q.Branch():
            return way_taken(question, _sequence(answer))
    return None


def all_or_nothing(right: bool) -> int:  # noqa: FBT001 - the one thing it is about
    """Moodle's single choice, true-false, short answer and numerical."""
    return FULL if right else 0


def right_minus_wrong(right: Sequence[bool], chosen: Sequence[object]) -> int:
    """Moodle's multiple response: each wrong choice takes back a right one; never below nothing."""
    picked = [bool(each) for each in chosen[: len(right)]]
    gained = sum(1 if good else -1 for good, taken in zip(right, picked, strict=False) if taken)
    return share(max(gained, 0), sum(right))


def share_right(right: Sequence[bool]) -> int:
    """Moodle's matching and gap select: the share of rows or gaps that are right."""
    return share(sum(right), len(right))


def absolute_position(count: int, order: Sequence[object]) -> int:
    """Moodle's ordering, "absolute position": the share of items that stand at their own place."""
    return share(sum(_is_index(item) and item == place for place, item in enumerate(order[:count])), count)


def way_taken(question: q.Branch, choices: Sequence[object]) -> int:
    """The share of right choices on the way through a case; nothing for a way that does not reach an end."""
    steps = {step.id: step for step in question.steps}
    step: q.BranchStep | None = question.steps[0]
    right = taken = 0
    while step is not None and step.options:
        choice = choices[taken] if taken < len(choices) else None
        if not _is_index(choice) or choice not in range(len(step.options)):
            return 0
        option = step.options[choice]
        right += option.correct
        taken += 1
        step = steps.get(option.goto) if option.goto else None
    return share(right, taken)


def share(part: int, whole: int) -> int:
    """``part / whole`` in 120ths, rounded to the nearest, halves up; 0 of nothing is 0."""
    return (2 * FULL * part + whole) // (2 * whole) if whole else 0


def is_accepted_text(question: q.Short, answer: object) -> bool:
    """Whether a typed answer is one of those accepted."""
    return any(matches(each.pattern, _text(answer), case=question.case) for each in question.answers)


def is_accepted_number(question: q.Numerical, answer: object, decimal: str = ".") -> bool:
    """Whether a number as typed lies in one of the ranges accepted, ends included."""
    number = parse_number(_text(answer), decimal)
    return number is not None and any(each.low <= number <= each.high for each in question.answers)


def fills_gap(accepted: Sequence[str], answer: str, *, case: bool, decimal: str) -> bool:
    """Whether a typed answer fills a gap: as a text (no wildcards), or by its value where the source has a number."""
    text, number = normal(answer, case=case), parse_number(answer, decimal)
    return any(
        (text and normal(each, case=case) == text) or (number is not None and plain_number(each) == number)
        for each in accepted
    )


def _fills(question: q.GapFill, gap: Gap, given: object, decimal: str) -> bool:
    if gap.typed:
        accepted = [choice.text for choice in gap.choices]
        return fills_gap(accepted, _text(given), case=question.case, decimal=decimal)
    return _is_index(given) and given in range(len(gap.choices)) and gap.choices[given].correct


def _chosen(options: Sequence[q.Option], reasons: Sequence[q.Option], answer: object) -> int:
    given = answer if isinstance(answer, Mapping) else {}
    right = _picked(options, given.get("choice")) and (not reasons or _picked(reasons, given.get("reason")))
    return all_or_nothing(right)


def _picked(options: Sequence[q.Option], choice: object) -> bool:
    return _is_index(choice) and choice in range(len(options)) and options[choice].correct


def _is_index(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _sequence(answer: object) -> Sequence[object]:
    return answer if isinstance(answer, list | tuple) else ()


def _paired(parts: Sequence[_Part], answer: object) -> list[tuple[_Part, object]]:
    """Each part of a question with what was given for it, None where nothing was."""
    given = _sequence(answer)
    return [(part, given[place] if place < len(given) else None) for place, part in enumerate(parts)]


def _text(answer: object) -> str:
    return answer if isinstance(answer, str) else ""
