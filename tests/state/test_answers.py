from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model.question import Question
from builder.state.answers import Answer, Value, decode_answer, encode_answer, statements_of, step_width
from builder.state.codec import ANSWER_BITS
from builder.state.longest import longest_answer, longest_bits
from tests.state import samples
from tests.state.answering import answers_to

QUESTIONS = [
    *samples.every_type(),
    *(replace(question, id=question.id + "-sure", confidence=True) for question in samples.every_type()),
    samples.short("q-long", max=127),
    samples.multiple("q-wide", 1100),
    samples.ordering("q-many", 200),
    samples.gaps("q-all-typed", *[samples.gap() for _ in range(12)]),
    samples.gaps("q-mixed", *[samples.gap(at % 4) for at in range(40)], max=127, confidence=True),
    samples.branch("q-ended", {"s-1": []}),
]
NAMES = [question.id for question in QUESTIONS]


@pytest.mark.parametrize(
    ("question", "value", "bits"),
    [
        (samples.single("q", 4), 2, "10"),
        (samples.single("q", 5), 4, "100"),
        (samples.single("q", 1), 0, "0"),
        (samples.true_false("q"), (1, None), "1"),
        (samples.true_false("q", 3), (1, 2), "110"),
        (samples.multiple("q", 3), (True, False, True), "101"),
        (samples.matching("q", 3, 3), (0, None, 2), "010011"),
        (samples.ordering("q", 3), (2, 0, 1), "100001"),
        (samples.gaps("q", samples.gap(3), samples.gap()), (None, "ab"), "00" + "0000010" + "0" + "11000011100010"),
        (samples.short("q"), "\u00e9", "0000001" + "1" + "0000000011101001"),
        (samples.short("q"), "", "00000000"),
        (samples.branch("q", {"s-1": ["s-2", "s-2", ""], "s-2": ["", "s-1"]}), (1, 1, 2), "010110"),
        (samples.checklist("q", 3), (0, None, 2), "010011"),
        (samples.reflection("q"), (), ""),
        (samples.vote("q", 3), 2, "10"),
        (samples.rank("q", 7, 3), (6, 0, None), "111001000"),
        (samples.budget("q", 3), (False, True, True), "011"),
    ],
)
def test_table_of_the_reference(question: Question, value: Value, bits: str) -> None:
    assert encode_answer(question, Answer(value)) == bits
    assert decode_answer(question, bits) == Answer(value)
    sure = replace(question, confidence=True)
    assert encode_answer(sure, Answer(value, 2)) == "10" + bits
    assert decode_answer(sure, "10" + bits) == Answer(value, 2)


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_answers_come_back(question: Question, data: st.DataObject) -> None:
    answer = data.draw(answers_to(question))
    bits = encode_answer(question, answer)
    assert len(bits) <= longest_bits(question) <= ANSWER_BITS
    read = decode_answer(question, bits)
    if bits and question.type == "gaps":
        assert read is not None
        assert isinstance(read.value, tuple)
        assert isinstance(answer.value, tuple)
        same = [mine == theirs for mine, theirs in zip(read.value, answer.value, strict=True)]
        cut = same.index(False) if False in same else len(same)
        assert all(part in ("", None) for part in read.value[cut:])
        assert encode_answer(question, read).startswith(bits)
    elif bits:
        assert read == answer


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
@settings(max_examples=30, deadline=None)
@given(bits=st.text("01", max_size=200))
def test_any_bits_are_read_without_error(question: Question, bits: str) -> None:
    read = decode_answer(question, bits)
    assert read is None or encode_answer(question, read) is not None


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
def test_longest_answer_is_reached(question: Question) -> None:
    assert len(encode_answer(question, longest_answer(question))) == longest_bits(question)


def test_longest_typed_answers() -> None:
    assert longest_bits(samples.short("q", max=40)) == 8 + 16 * 40
    assert longest_bits(samples.short("q", max=127)) == 8 + 16 * 64
    assert encode_answer(samples.short("q", max=127), Answer("\u00e9" * 65)) == ""
    assert longest_bits(samples.multiple("q", 1100)) == 0


def test_gaps_keep_their_longest_whole_beginning() -> None:
    question = samples.gaps("q", *[samples.gap() for _ in range(3)])
    answer = Answer(("\u00e9" * 40, "\u00e8" * 40, "end"))
    bits = encode_answer(question, answer)
    assert len(bits) == 8 + 16 * 40
    assert decode_answer(question, bits) == Answer(("\u00e9" * 40, "", ""))


@pytest.mark.parametrize(
    ("question", "bits"),
    [
        (samples.single("q", 3), "11"),
        (samples.single("q", 3), "0"),
        (samples.single("q", 3), "000"),
        (samples.ordering("q", 3), "000001"),
        (samples.matching("q", 2, 2), "1100"),
        (samples.short("q"), "00000101"),
        (samples.branch("q", {"s-1": ["", "s-2", ""], "s-2": []}), "0001"),
        (samples.checklist("q", 1, 4), "111"),
        (samples.vote("q", 3), "11"),
        (samples.rank("q", 7, 2), "001001"),
        (samples.rank("q", 5, 2), "111000"),
        (samples.budget("q", 3), "01"),
    ],
)
def test_bits_of_another_structure_are_no_answer(question: Question, bits: str) -> None:
    assert decode_answer(question, bits) is None


def test_sizes_of_a_question() -> None:
    assert step_width(samples.branch("q", {"s-1": ["s-2"] * 5, "s-2": [""]})) == 3
    assert statements_of(samples.checklist("q", 7)) == 7
