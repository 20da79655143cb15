"""Draws: from banks that exist, no more than there is, and nothing left that nobody is ever asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.check.hints import meant
from builder.check.view import View
from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import (
    BANK_UNKNOWN,
    BANK_UNUSED,
    DRAW_OVERLAP,
    DRAW_SHORT,
    DRAW_UNEVEN,
    NEVER_DRAWN,
)
from builder.model.question import Question
from builder.model.quiz import Quiz
from builder.state.reach import answered_in, objective_of, pool_of


def check_pools(view: View) -> Iterator[Diagnostic]:
    """Every draw, then the banks that none takes from."""
    banks = {page.id: page for page in view.course.banks}
    used: set[str] = set()
    for _, quiz in view.quizzes:
        known = [draw for draw in quiz.draws if draw.bank in ("", *banks)]
        for draw in quiz.draws:
            if draw not in known:
                yield BANK_UNKNOWN.at(draw.span, id=draw.bank, hint=meant(draw.bank, banks))
        used.update(name for draw in known for name in ([draw.bank] if draw.bank else banks))
        if known == list(quiz.draws):
            yield from _draws(view, quiz)
    yield from (BANK_UNUSED.at(page.span) for name, page in banks.items() if name not in used)


def _draws(view: View, quiz: Quiz) -> Iterator[Diagnostic]:
    reached: dict[int, Question] = {}
    short = False
    for draw in quiz.draws:
        pool = pool_of(view.course, quiz, draw)
        reached.update((id(unit), unit) for unit in pool)
        sums = sums_of(pool)
        available = sums.bit_length() - 1
        if available < draw.count:
            short = True
            yield DRAW_SHORT.at(draw.span, count=draw.count, available=available)
        elif not sums >> draw.count & 1:
            near = min(
                (count for count in range(1, available + 1) if sums >> count & 1), key=lambda n: abs(n - draw.count)
            )
            sizes = ", ".join(str(size) for size in sorted({len(answered_in(unit)) for unit in pool}))
            yield DRAW_UNEVEN.at(draw.span, count=draw.count, sizes=sizes, near=near)
    wanted = sum(draw.count for draw in quiz.draws)
    available = sum(len(answered_in(unit)) for unit in reached.values())
    if not short and wanted > available:
        yield DRAW_OVERLAP.at(quiz.draws[-1].span, count=wanted, available=available)
    if quiz.draws:
        for unit in quiz.questions:
            if id(unit) not in reached:
                objective = objective_of(unit)
                yield NEVER_DRAWN.at(unit.span, objective=f" {objective}" if objective else "")


def sums_of(units: Iterable[Question]) -> int:
    """How many questions whole units can make: bit n is set when some of them make n."""
    sums = 1
    for unit in units:
        sums |= sums << len(answered_in(unit))
    return sums
