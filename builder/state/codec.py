"""The string of a saved state: written and read, docs/reference/state.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, TypeVar

from builder.state.bits import Malformed, Reader, crc16, from_characters, number, rice, to_characters

VERSION: Final = "1"
"""First character of the string: the version of this layout."""

ANSWER_BITS: Final = 1047
"""Longest answer, in bits."""

LONGEST: Final = 65_536
"""Characters beyond which a string is refused unread; no LMS stores as many."""

OPEN: Final = 126
"""Result of a question answered in a test that is still open."""

UNSCORED: Final = 127
"""Result of a question that is not scored."""

_NO_SCORE: Final = 0x3FFF
_LARGEST_KEY: Final = 0xFFFFFF
_ROLES: Final = ("practice", "quiz", "test", "")
"""In the order in which answers are dropped; '' for questions the course no longer has."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class QuizRecord:
    """What is kept of one quiz."""

    key: int
    attempts: int = 0
    """Attempts begun."""
    open: bool = False
    best: int | None = None
    """Best score in hundredths of a point of 0..100."""
    seed: int = 0
    """Of the open attempt's draw and order."""
    started: int = 0
    """Start of the open attempt, in seconds since 1970; 0 when none is open."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of one question."""

    key: int
    fingerprint: int
    """Of the question as it was answered."""
    result: int
    """Score in 120ths, OPEN or UNSCORED."""
    answer: str = ""
    """Bits, by type (``builder.state.answers``); '' when the answer was dropped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """All that a learner's string holds. Keys are ascending and stand once."""

    release: int = 0
    revision: int = 0
    status: int = 0
    """0 incomplete, 1 completed, 2 passed, 3 failed."""
    score: int | None = None
    """Hundredths of a point of 0..100."""
    page: int = 0
    """Key of the page to resume at."""
    pages: tuple[int, ...] = ()
    """Keys of the pages opened."""
    quizzes: tuple[QuizRecord, ...] = ()
    questions: tuple[Record, ...] = ()


def encode(state: State) -> str:
    """The string of ``state``.

    Raises ValueError for what has no form: keys not ascending or too large, too many records, an answer too long.
    """
    bits = _body(state)
    return VERSION + to_characters(bits + number(crc16(bits), 16))


def decode(string: str) -> State | None:
    """The state in ``string``, or None when it holds none; whatever the string is, it never raises."""
    if not string.startswith(VERSION) or len(string) > LONGEST:
        return None
    try:
        return _read(Reader(from_characters(string[1:])))
    except Malformed:
        return None


def fit(state: State, limit: int, roles: Mapping[int, str]) -> str:
    """The string of ``state`` in at most ``limit`` characters, if dropping answers can make it so.

    ``roles`` names the role of the quiz that asks a question, by the question's key: ``practice``, ``quiz`` or
    ``test``. Results are never dropped, so that a string longer than ``limit`` may come back.
    """
    bits = bits_of(state)
    dropped: set[int] = set()
    for _, key, answer in sorted(
        (_ROLES.index(roles.get(record.key, "")), record.key, len(record.answer))
        for record in state.questions
        if record.answer
    ):
        if characters_of(bits) <= limit:
            break
        bits -= answer + len(length_of(answer)) - len(length_of(0))
        dropped.add(key)
    kept = (replace(record, answer="") if record.key in dropped else record for record in state.questions)
    return encode(replace(state, questions=tuple(kept)))


def bits_of(state: State) -> int:
    """How many bits ``state`` takes, its check included."""
    return len(_body(state)) + 16


def characters_of(bits: int) -> int:
    """How many characters the string of so many bits has."""
    return len(VERSION) + -(-bits // 6)


def length_of(answer_bits: int) -> str:
    """The length field of an answer of so many bits. Raises ValueError above ANSWER_BITS."""
    if answer_bits < 8:
        return "0" + number(answer_bits, 3)
    if answer_bits < 24:
        return "10" + number(answer_bits - 8, 4)
    if answer_bits <= ANSWER_BITS:
        return "11" + number(answer_bits - 24, 10)
    raise ValueError(f"an answer of {answer_bits} bits")


def _body(state: State) -> str:
    return "".join(
        [
            number(state.release, 12) + number(state.revision, 20) + number(state.status, 2),
            _score(state.score) + number(state.page, 24),
            _list(state.pages, [""] * len(state.pages)),
            _quizzes(state.quizzes),
            _list([record.key for record in state.questions], [_record(record) for record in state.questions]),
        ]
    )


def _score(score: int | None) -> str:
    if score is not None and not 0 <= score <= 10_000:
        raise ValueError(f"not a score: {score}")
    return number(_NO_SCORE if score is None else score, 14)


def _ascending(keys: Sequence[int], most: int) -> None:
    if len(keys) > most or any(key < 0 or key > _LARGEST_KEY for key in keys):
        raise ValueError("too many keys, or a key that is none")
    if any(after <= before for before, after in pairwise(keys)):
        raise ValueError("keys are not ascending")


def _list(keys: Sequence[int], records: Iterable[str]) -> str:
    _ascending(keys, 4095)
    steps = (key - before for key, before in zip(keys, (0, *keys), strict=False))
    return number(len(keys), 12) + "".join(rice(step) + record for step, record in zip(steps, records, strict=True))


def _quizzes(quizzes: Sequence[QuizRecord]) -> str:
    _ascending([quiz.key for quiz in quizzes], 255)
    return number(len(quizzes), 8) + "".join(
        number(quiz.key, 24) + number(quiz.attempts, 6) + number(quiz.open, 1) + _score(quiz.best)
        + number(quiz.seed, 16) + number(quiz.started, 32)
        for quiz in quizzes
    )  # fmt: skip


def _record(record: Record) -> str:
    if not (0 <= record.result <= 120 or record.result in (OPEN, UNSCORED)):
        raise ValueError(f"not a result: {record.result}")
    return number(record.fingerprint, 8) + number(record.result, 7) + length_of(len(record.answer)) + record.answer


def _read(reader: Reader) -> State:
    state = State(
        release=reader.number(12),
        revision=reader.number(20),
        status=reader.number(2),
        score=_read_score(reader),
        page=reader.number(24),
        pages=_read_list(reader, lambda key: key),
        quizzes=_read_quizzes(reader),
        questions=_read_list(reader, lambda key: _read_record(reader, key)),
    )
    checked = reader.bits[: reader.at]
    if reader.number(16) != crc16(checked) or len(reader.left) > 5 or "1" in reader.left:
        raise Malformed
    return state


def _read_score(reader: Reader) -> int | None:
    score = reader.number(14)
    if score > 10_000 and score != _NO_SCORE:
        raise Malformed
    return None if score == _NO_SCORE else score


def _read_list(reader: Reader, read: Callable[[int], T]) -> tuple[T, ...]:
    items: list[T] = []
    key = 0
    for place in range(reader.number(12)):
        step = reader.rice(_LARGEST_KEY - key)
        if place and not step:
            raise Malformed
        key += step
        items.append(read(key))
    return tuple(items)


def _read_quizzes(reader: Reader) -> tuple[QuizRecord, ...]:
    quizzes: list[QuizRecord] = []
    for _ in range(reader.number(8)):
        quiz = QuizRecord(
            reader.number(24), reader.number(6), reader.take(1) == "1", _read_score(reader), reader.number(16),
            reader.number(32),
        )  # fmt: skip
        if quizzes and quiz.key <= quizzes[-1].key:
            raise Malformed
        quizzes.append(quiz)
    return tuple(quizzes)


def _read_record(reader: Reader, key: int) -> Record:
    fingerprint, result = reader.number(8), reader.number(7)
    if 120 < result < OPEN:
        raise Malformed
    return Record(key, fingerprint, result, reader.take(_read_length(reader)))


def _read_length(reader: Reader) -> int:
    if not reader.number(1):
        return reader.number(3)
    if not reader.number(1):
        return 8 + reader.number(4)
    return 24 + reader.number(10)
