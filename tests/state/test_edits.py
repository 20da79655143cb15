"""States written before a course was edited."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from builder.model.question import Question
from builder.state.answers import decode_answer, encode_answer
from builder.state.codec import Record, State, decode, encode
from builder.state.keys import fingerprint_of, key_of, structure_of
from builder.state.longest import longest_answer
from tests.state import samples

EDITS: dict[str, tuple[Question, Question]] = {
    "option added": (samples.single("q", 4), samples.single("q", 5)),
    "option removed": (samples.multiple("q", 5), samples.multiple("q", 4)),
    "key moved": (samples.single("q"), replace(samples.single("q"), options=samples.options(4, (1,)))),
    "options reordered, rev raised": (samples.single("q"), samples.single("q", rev=2)),
    "type changed": (samples.single("q"), samples.multiple("q", 4)),
    "reasons added": (samples.true_false("q"), samples.true_false("q", 3)),
    "row added": (samples.matching("q", 4), samples.matching("q", 5)),
    "distractor added": (samples.matching("q", 5, 5), samples.matching("q", 5, 6)),
    "item added": (samples.ordering("q", 4), samples.ordering("q", 5)),
    "gap added": (samples.gaps("q", samples.gap(3)), samples.gaps("q", samples.gap(3), samples.gap())),
    "choice added": (samples.gaps("q", samples.gap(3)), samples.gaps("q", samples.gap(4))),
    "gap typed": (samples.gaps("q", samples.gap(3)), samples.gaps("q", samples.gap())),
    "step rerouted": (
        samples.branch("q", {"s-1": ["s-2", ""], "s-2": []}),
        samples.branch("q", {"s-1": ["", "s-2"], "s-2": []}),
    ),
    "statement added": (samples.checklist("q", 8), samples.checklist("q", 9)),
    "scale widened": (samples.checklist("q", 8, 3), samples.checklist("q", 8, 5)),
    "view added": (samples.vote("q", 3), samples.vote("q", 4)),
    "place added": (samples.rank("q", 9, 2), samples.rank("q", 9, 3)),
    "item to rank added": (samples.rank("q", 8), samples.rank("q", 9)),
    "measure added": (samples.budget("q", 5), samples.budget("q", 6)),
    "limit raised": (samples.budget("q"), samples.budget("q", limit=Decimal(101))),
    "limit made a number": (samples.budget("q", limit=None, choose=(1, 2)), samples.budget("q", limit=Decimal(12))),
    "cost changed": (samples.budget("q"), samples.budget("q", costs=(Decimal(31),) * 6)),
    "number to choose changed": (samples.budget("q", choose=(1, 2)), samples.budget("q", choose=(2, 2))),
    "confidence asked": (samples.single("q"), samples.single("q", confidence=True)),
    "estimate": (samples.numerical("q"), samples.numerical("q", estimate=True)),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_question_keeps_its_result_and_hides_its_answer(name: str) -> None:
    before, after = EDITS[name]
    written = encode(State(questions=(_record(before, 90),)))
    read = decode(written)
    assert read is not None
    assert read.questions[0].result == 90
    assert structure_of(before) != structure_of(after)
    assert read.questions[0].fingerprint != fingerprint_of(after)


def test_wording_does_not_change_the_fingerprint() -> None:
    question = samples.short("q")
    assert fingerprint_of(question) == fingerprint_of(replace(question, id="other", title=(), points=3, objective="O2"))
    typed = samples.gaps("q", samples.gap())
    assert fingerprint_of(typed) == fingerprint_of(replace(typed, gaps=(replace(samples.gap(), choices=()),)))


def test_questions_added_removed_and_moved() -> None:
    first, second, third = (samples.single(f"q-{at}") for at in range(3))
    written = State(questions=tuple(sorted([_record(first, 120), _record(second, 0)], key=lambda record: record.key)))
    read = decode(encode(written))
    assert read is not None
    records = {record.key: record for record in read.questions}
    course = {
        key_of(question.id): question for question in (third, first)
    }  # second removed, third added, order changed
    known = {key: record for key, record in records.items() if key in course}
    assert known == {key_of(first.id): _record(first, 120)}
    assert decode_answer(first, known[key_of(first.id)].answer) == longest_answer(first)
    more = sorted([*read.questions, _record(third, 60)], key=lambda record: record.key)
    again = decode(encode(replace(read, revision=read.revision + 1, questions=tuple(more))))
    assert again is not None
    assert _record(second, 0) in again.questions


def _record(question: Question, result: int) -> Record:
    return Record(
        key_of(question.id), fingerprint_of(question), result, encode_answer(question, longest_answer(question))
    )
