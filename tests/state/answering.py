"""Strategies: answers a learner can give."""

from __future__ import annotations

from hypothesis import strategies as st

from builder.model.question import (
    Branch,
    Budget,
    Checklist,
    GapFill,
    Matching,
    Multiple,
    Numerical,
    Ordering,
    Question,
    Rank,
    Short,
    Single,
    Spot,
    TrueFalse,
    Vote,
)
from builder.model.text import Gap
from builder.state.answers import Answer, Value, statements_of
from builder.state.keys import scale_of


@st.composite
def answers_to(draw: st.DrawFn, question: Question) -> Answer:
    return Answer(draw(_values(draw, question)), draw(st.integers(0, 3)) if question.confidence else 0)


def texts(most: int) -> st.SearchStrategy[str]:
    """Texts of at most so many UTF-16 units, with lone surrogates as a cut text may hold them."""
    letters = st.one_of(st.text("ab 0.", max_size=most), st.text(st.characters(), max_size=most))
    return letters.map(lambda text: _cut(text, most))


def _cut(text: str, most: int) -> str:
    return text.encode("utf-16-be", "surrogatepass")[: 2 * most].decode("utf-16-be", "surrogatepass")


def _values(draw: st.DrawFn, question: Question) -> st.SearchStrategy[Value]:  # noqa: C901, PLR0911 - one case a type
    match question:
        case Single(options=options) | Vote(options=options):
            return _index(len(options))
        case TrueFalse(options=options, reasons=reasons):
            return st.tuples(_index(len(options)), _index(len(reasons)) if reasons else st.none())
        case Multiple(options=options) | Spot(options=options) | Budget(options=options):
            return st.integers(0, (1 << len(options)) - 1).map(
                lambda mask: tuple(bool(mask >> at & 1) for at in range(len(options)))
            )
        case Matching(rows=rows, values=values):
            return _choices(len(rows), len(values))
        case Ordering(items=items):
            return st.permutations(range(len(items))).map(tuple)
        case Rank(items=items, top=top):
            ranked = st.permutations(range(len(items))).map(lambda order: order[:top])
            return st.tuples(ranked, st.integers(0, (1 << top) - 1)).map(lambda made: _left_out(*made))
        case Checklist():
            return _choices(statements_of(question), scale_of(question))
        case Short(max=most) | Numerical(max=most):
            return texts(most)
        case GapFill(gaps=gaps, max=most):
            return st.tuples(*(_gap(gap, most) for gap in gaps))
        case Branch():
            return st.just(_way(draw, question))
        case _:
            return st.just(())


def _left_out(order: list[int], mask: int) -> tuple[int | None, ...]:
    return tuple(None if mask >> at & 1 else item for at, item in enumerate(order))


def _gap(gap: Gap, most: int) -> st.SearchStrategy[str | int | None]:
    return texts(most) if gap.typed else st.none() | _index(len(gap.choices))


def _index(count: int) -> st.SearchStrategy[int]:
    return st.integers(0, count - 1)


def _choices(count: int, of: int) -> st.SearchStrategy[tuple[int | None, ...]]:
    return st.lists(st.none() | _index(of), min_size=count, max_size=count).map(tuple)


def _way(draw: st.DrawFn, question: Branch) -> tuple[int, ...]:
    steps = {step.id: step for step in question.steps}
    step = question.steps[0]
    way: list[int] = []
    while step.options and len(way) < 20:
        way.append(draw(_index(len(step.options))))
        if step.options[way[-1]].goto not in steps:
            break
        step = steps[step.options[way[-1]].goto]
    return tuple(way)
