"""What a report says of questions: objectives, levels, explanations, places of right options."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from builder.measure import CourseMeasure, Item
from builder.measure.course import DIAGNOSTIC, PRACTICE, TEST
from builder.measure.feedback import unexplained
from builder.measure.pieces import pieces_of
from builder.model.question import LEVELS, Single
from builder.report.shape import Feedback, ItemRow, Key, Keys, LevelLimit, Levels, ObjectiveRow, Unexplained

_OPEN_FROM = LEVELS.index("analyse")
"""The first level whose share takes in those above it (docs/how-to/content-rules.md)."""


def objective_rows(measure: CourseMeasure) -> Iterator[ObjectiveRow]:
    """Every objective of the course, in its order."""
    for name, served in measure.objectives.items():
        yield ObjectiveRow(
            id=name,
            text=measure.course.objectives[name].text,
            taught=tuple(page.id for page in served.taught),
            practised=tuple(map(_row, served.practised)),
            tested=tuple(map(_row, served.tested)),
            diagnosed=tuple(_row(item) for item in measure.items if DIAGNOSTIC in item.uses and _serves(item, name)),
        )


def levels_of(measure: CourseMeasure) -> Levels:
    """Levels in practice and in tests, and the shares that are asked for."""
    asked = measure.levels(TEST)
    limits = []
    for level, least in measure.course.content.levels.items():
        place = LEVELS.index(level)
        counted = LEVELS[place:] if place >= _OPEN_FROM else (level,)
        share = 100 * sum(asked[one] for one in counted) / asked.total() if asked else None
        limits.append(LevelLimit(level, least, None if share is None else round(share, 1)))
    practice, test, diagnostic = (_named(measure.levels(use)) for use in (PRACTICE, TEST, DIAGNOSTIC))
    return Levels(practice, test, diagnostic, tuple(limits))


def types_of(measure: CourseMeasure) -> Mapping[str, int]:
    """Questions by type, the most frequent first."""
    counted = Counter(item.question.type for item in measure.items)
    return dict(sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def feedback_of(measure: CourseMeasure) -> Feedback:
    """Which questions leave something without an explanation."""
    silent = ((item, unexplained(item.question)) for item in measure.items)
    found = (
        Unexplained(item.question.id, item.question.span.path, tuple(span.line for span in spans))
        for item, spans in silent
        if spans
    )
    return Feedback(len(measure.items), tuple(found))


def keys_of(measure: CourseMeasure) -> Keys:
    """Where the right options of single choices stand, and how often they are the longest."""
    single = [item.question for item in measure.items if isinstance(item.question, Single)]
    places: dict[int, Counter[int]] = {}
    longest = 0
    for question in single:
        right = [option.correct for option in question.options].index(True)
        places.setdefault(len(question.options), Counter())[right] += 1
        lengths = [sum(len(piece.text) for piece in pieces_of(option.body)) for option in question.options]
        longest += all(lengths[right] > length for place, length in enumerate(lengths) if place != right)
    keys = (Key(count, tuple(found[place] for place in range(count))) for count, found in sorted(places.items()))
    return Keys(tuple(keys), longest, len(single))


def _serves(item: Item, objective: str) -> bool:
    named = item.question.objective
    return named == objective if named else objective in item.page.objectives


def _row(item: Item) -> ItemRow:
    question = item.question
    return ItemRow(question.id, question.type, item.page.id, question.level or None, tuple(sorted(item.uses)))


def _named(levels: Counter[str]) -> Mapping[str, int]:
    return {level or "none": count for level, count in levels.items()}
