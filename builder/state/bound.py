"""How long the saved state of a package can become, worked out without trying."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.package import Package
from builder.state.answers import encode_answer
from builder.state.bits import rice
from builder.state.codec import QuizRecord, Record, State, characters_of, length_of
from builder.state.keys import fingerprint_of, key_of
from builder.state.longest import longest_answer, longest_bits
from builder.state.reach import questions_of, quizzes_of

_FIXED = 12 + 20 + 2 + 14 + 24
_COUNTS = 12 + 8 + 12
_QUIZ = 93
_CHECK = 16
_RECORD = 8 + 7


def bound_of(package: Package) -> int:
    """The most characters the state of ``package`` can take: every page opened, every question at its longest.

    Records of questions that the course no longer has come on top; the player drops answers when they do not fit.
    """
    questions = questions_of(package)
    bits = _FIXED + _COUNTS + _CHECK + _QUIZ * len(quizzes_of(package))
    bits += _keys(page.id for page in package.pages) + _keys(questions)
    for question in questions.values():
        longest = longest_bits(question)
        bits += _RECORD + len(length_of(longest)) + longest
    return characters_of(bits)


def worst_state(package: Package) -> State:
    """A state of ``package`` that is exactly as long as ``bound_of`` says, every answer a possible one."""
    questions = {key_of(name): question for name, question in questions_of(package).items()}
    return State(
        release=4095,
        revision=(1 << 20) - 1,
        status=3,
        score=10_000,
        page=max((key_of(page.id) for page in package.pages), default=0),
        pages=tuple(sorted({key_of(page.id) for page in package.pages})),
        quizzes=tuple(
            QuizRecord(key, attempts=63, open=True, best=10_000, seed=0xFFFF, started=0xFFFFFFFF)
            for key in sorted({key_of(quiz.id) for quiz in quizzes_of(package)})
        ),
        questions=tuple(
            Record(key, fingerprint_of(question), 120, encode_answer(question, longest_answer(question)))
            for key, question in sorted(questions.items())
        ),
    )


def _keys(ids: Iterable[str]) -> int:
    keys = sorted(map(key_of, set(ids)))
    return sum(len(rice(key - before)) for key, before in zip(keys, [0, *keys], strict=False))
