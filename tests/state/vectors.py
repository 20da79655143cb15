"""The vectors that hold the two codecs, Python's and the player's, to one another.

``python -m tests.state.vectors`` rewrites tests/fixtures/state/vectors.json.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from builder.model.question import Question
from builder.state.answers import Answer, Value, encode_answer
from builder.state.bits import crc16, from_characters, number, rice, to_characters
from builder.state.bound import worst_state
from builder.state.codec import QuizRecord, Record, State, encode, fit
from builder.state.keys import fingerprint_of, key_of
from tests.state import samples

FILE = Path(__file__).resolve().parent.parent / "fixtures" / "state" / "vectors.json"

HEADER = number(0, 12) + number(0, 20) + number(0, 2) + number(0x3FFF, 14) + number(0, 24)


def vectors() -> dict[str, Any]:
    """The vectors: keys are numbers, answers strings of bits; ``score`` and ``best`` are null for none yet."""
    return {
        "keys": [
            {"id": word, "key": key_of(word)} for word in ("p-welcome", "q-preamble", "", "\u00e9", "\u4e16\U0001f30d")
        ],
        "states": [{"name": name, "state": asdict(state), "string": encode(state)} for name, state in states().items()],
        "refused": [{"name": name, "string": string} for name, string in refused().items()],
        "fit": [fitted(limit) for limit in (4096, 120, 100, 90, 70, 60, 10)],
        "answers": [answered(question, value) for question, value in answers()],
    }


def states() -> dict[str, State]:
    """States by what they show."""
    record = Record(key_of("q-preamble"), 0x3F, 120, "10")
    quiz = QuizRecord(key_of("z-check"), 2, True, 6_667, 0xBEEF, 1_790_000_000)
    made = {
        "nothing yet": State(),
        "revision 1": State(revision=1),
        "every field at its greatest": State(
            release=4095, revision=(1 << 20) - 1, status=3, score=10_000, page=0xFFFFFF
        ),
        "score nought": State(score=0),
        "one page": State(page=key_of("p-welcome"), pages=(key_of("p-welcome"),)),
        "pages at the ends": State(pages=(0, 1, 0xFFFE, 0xFFFF, 0x10000, 0xFFFFFF)),
        "last page only": State(pages=(0xFFFFFF,)),
        "one quiz": State(quizzes=(quiz,)),
        "two quizzes, none open": State(
            quizzes=tuple(sorted([QuizRecord(7, 63, False, 0), QuizRecord(0xFFFFFF, 1)], key=lambda made: made.key))
        ),
        "one answer": State(questions=(record,)),
        "answers in open test": State(
            questions=(replace(record, result=126), replace(record, key=0xFFFFFF, result=127))
        ),
        "dropped answer": State(questions=(replace(record, answer=""),)),
        "all together": State(
            release=3, revision=77, status=1, score=8_350, page=5, pages=(5, 70_000), quizzes=(quiz,),
            questions=(record,),
        ),
    }  # fmt: skip
    for status, name in enumerate(("incomplete", "completed", "passed", "failed")):
        made[f"status {name}"] = State(status=status, score=status * 1111)
    for bits in (1, 7, 8, 23, 24, 25, 1046, 1047):
        made[f"answer of {bits} bits"] = State(questions=(replace(record, answer=("10" * 524)[:bits]),))
    for count in (2, 3, 40):
        keys = sorted({key_of(f"p-{at}") for at in range(count)})
        made[f"{count} pages"] = State(pages=tuple(keys), page=keys[0])
    made["200 questions"] = State(
        questions=tuple(
            Record(key, key & 255, key % 121, number(key & 3, 2))
            for key in sorted(key_of(f"q-{at}") for at in range(200))
        )
    )
    made["255 quizzes"] = State(quizzes=tuple(QuizRecord(at * 65_793, at % 64) for at in range(255)))
    made["worst case of every type"] = worst_state(samples.package(samples.every_type(), 12, 3))
    made["worst case of 300 questions"] = worst_state(samples.package(samples.programme_of_300(), 40, 8))
    return made


def refused() -> dict[str, str]:
    """Strings that are no state, by what is wrong with them."""
    good = encode(states()["all together"])
    bits = from_characters(good[1:])
    made = {
        "empty": "",
        "version alone": "1",
        "another version": "2" + good[1:],
        "no version": good[1:],
        "one character short": good[:-1],
        "one character more": good + "A",
        "padded": good + "=",
        "a blank before": " " + good,
        "a line end after": good + "\n",
        "other characters": "1!" + good[2:],
        "not ASCII": "1\u00e9" + good[2:],
        "base64, not base64url": "1+/" + good[3:],
        "one bit turned": "1" + to_characters(bits[:40] + ("0" if bits[40] == "1" else "1") + bits[41:]),
        "JSON": '{"version": 1}',
        "all ones": "1" + "_" * 200,
        "all zeros": "1" + "A" * 200,
        "4095 pages announced": _sealed(HEADER + number(4095, 12)),
        "pages without end": _sealed(HEADER + number(2, 12) + "1" * 300),
        "page key above 24 bits": _sealed(HEADER + number(1, 12) + "1" * 256 + "0" + number(0, 16) + _counts()),
        "page keys that add up above 24 bits": _sealed(
            HEADER + number(2, 12) + rice(0xFFFFFF) + rice(1) + _counts()
        ),
        "a page twice": _sealed(HEADER + number(2, 12) + rice(5) + rice(0) + _counts()),
        "score of 10,001": _sealed(HEADER[:34] + number(10_001, 14) + HEADER[48:] + number(0, 12) + _counts()),
        "best score of 16,382": _sealed(
            HEADER + number(0, 12) + number(1, 8) + number(9, 24) + "0" * 7 + number(16_382, 14) + "0" * 48 + "0" * 12
        ),
        "quizzes not ascending": _sealed(
            HEADER + number(0, 12) + number(2, 8) + (number(9, 24) + "0" * 69) * 2 + number(0, 12)
        ),
        "a question twice": _sealed(
            HEADER + number(0, 20) + number(2, 12) + (rice(9) + "0" * 19) + (rice(0) + "0" * 19)
        ),
        "result of 121": _sealed(HEADER + number(0, 20) + number(1, 12) + rice(9) + "0" * 8 + number(121, 7) + "0000"),
        "answer that is not there": _sealed(
            HEADER + number(0, 20) + number(1, 12) + rice(9) + "0" * 15 + "11" + "1" * 10
        ),
        "filling bits that are not zero": "1" + to_characters(bits[:-1] + "1") if len(good) % 3 else good + "B",
        "longer than any state": "1" + "A" * 70_000,
    }  # fmt: skip
    for cut in range(2, len(good), 9):
        made[f"cut after {cut} characters"] = good[:cut]
    return made


def fitted(limit: int) -> dict[str, Any]:
    """A state with answers of every role, brought under ``limit``."""
    roles = {1: "practice", 2: "test", 3: "quiz", 4: "practice", 6: "quiz"}
    records = tuple(Record(key, key, 60, "01" * (10 * key)) for key in range(1, 7))
    state = State(questions=records)
    return {
        "limit": limit,
        "roles": {str(key): role for key, role in roles.items()},
        "state": asdict(state),
        "string": fit(state, limit, roles),
    }


def answers() -> list[tuple[Question, Value]]:
    """Answers to questions of every type."""
    kinds = samples.every_type()
    single, one, plain, reasons, multiple, spot, rows, items, gapped, short, count, wrote, way, circle, *rest = kinds
    parts, vote, again, rank, budget = rest
    return [
        (single, 3), (one, 0), (plain, (1, None)), (reasons, (0, 2)), (multiple, (True, False, False, True, True)),
        (spot, (False,) * 5), (rows, (0, 4, None, 2, 1)), (items, (4, 0, 3, 1, 2)), (gapped, (1, "1995", None)),
        (gapped, (None, "quatre-vingt-dix \u00e9", 0)), (short, "Marrakesh"), (short, "\u0645\u0631\u0627\u0643\u0634"),
        (short, "\U0001f30d"), (short, ""), (count, "-15.1"), (wrote, ()), (way, (0, 1)), (way, (2,)),
        (circle, (0, 0, 0, 1)), (parts, (0, 1, 2, None, 2, 1, 0, None, 1)),
        (vote, 2), (again, 0), (rank, (8, 0, None)), (budget, (True, False, False, True, False, False)),
        (replace(single, confidence=True), 1), (replace(short, confidence=True), "sure"),
        (samples.gaps("q-cut", *[samples.gap()] * 3), ("\u00e9" * 40, "\u00e9" * 40, "x")),
    ]  # fmt: skip


def answered(question: Question, value: Value) -> dict[str, Any]:
    """An answer with the shape of its question, which the player knows from ``data-spec``."""
    return {
        "type": question.type,
        "shape": samples.shape(question),
        "confidence": 2 if question.confidence else None,
        "value": value,
        "bits": encode_answer(question, Answer(value, 2 if question.confidence else 0)),
        "fingerprint": fingerprint_of(question),
    }


def _sealed(bits: str) -> str:
    return "1" + to_characters(bits + number(crc16(bits), 16))


def _counts() -> str:
    return number(0, 8) + number(0, 12)


def text() -> str:
    """The file's text: one vector a line."""
    groups = (
        f"{json.dumps(name)}: [\n" + ",\n".join(json.dumps(vector) for vector in group) + "\n]"
        for name, group in vectors().items()
    )
    return "{\n" + ",\n".join(groups) + "\n}\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8", newline="\n")
