from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.state.bits import Malformed, Reader, crc16, from_characters, number, rice, to_characters, width_of
from builder.state.codec import QuizRecord, Record, State, bits_of, characters_of, decode, encode, fit, length_of
from builder.state.keys import key_of
from tests.state import vectors
from tests.state.samples import package

KEYS = st.integers(0, 0xFFFFFF) | st.integers(0, 40)
SCORES = st.none() | st.integers(0, 10_000)


def keyed(records: st.SearchStrategy, size: int = 60) -> st.SearchStrategy:
    return st.lists(records, max_size=size, unique_by=lambda record: record.key).map(
        lambda found: tuple(sorted(found, key=lambda record: record.key))
    )


STATES = st.builds(
    State,
    release=st.integers(0, 4095),
    revision=st.integers(0, (1 << 20) - 1),
    status=st.integers(0, 3),
    score=SCORES,
    page=KEYS,
    pages=st.lists(KEYS, max_size=60, unique=True).map(lambda keys: tuple(sorted(keys))),
    quizzes=keyed(
        st.builds(
            QuizRecord,
            KEYS,
            st.integers(0, 63),
            st.booleans(),
            SCORES,
            st.integers(0, 0xFFFF),
            st.integers(0, 0xFFFFFFFF),
        ),
        10,
    ),
    questions=keyed(
        st.builds(Record, KEYS, st.integers(0, 255), st.integers(0, 120) | st.sampled_from([126, 127]), st.text("01"))
    ),
)


@given(STATES)
def test_states_come_back(state: State) -> None:
    string = encode(state)
    assert decode(string) == state
    assert len(string) == characters_of(bits_of(state))
    assert set(string) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@given(st.text(max_size=300) | st.text("AQgw_-1", max_size=300).map(lambda text: "1" + text))
def test_any_string_is_read_without_error(string: str) -> None:
    state = decode(string)
    assert state is None or encode(state) == string


@given(STATES, st.data())
def test_a_spoiled_string_is_refused(state: State, data: st.DataObject) -> None:
    string = encode(state)
    at = data.draw(st.integers(0, len(string) - 1))
    other = data.draw(st.sampled_from("AZaz09-_ +").filter(lambda character: character != string[at]))
    spoiled = string[:at] + other + string[at + 1 :]
    read = decode(spoiled)
    assert read is None or encode(read) == spoiled != string


@settings(deadline=None)
@given(STATES, st.integers(0, 600), st.data())
def test_answers_are_dropped_and_results_never(state: State, limit: int, data: st.DataObject) -> None:
    roles = {
        record.key: role
        for record in state.questions
        if (role := data.draw(st.sampled_from(["", "practice", "quiz", "test"])))
    }
    string = fit(state, limit, roles)
    read = decode(string)
    assert read is not None
    assert replace(read, questions=()) == replace(state, questions=())
    pairs = list(zip(state.questions, read.questions, strict=True))
    assert all(kept in (record, replace(record, answer="")) for record, kept in pairs)
    assert len(string) <= limit or not any(kept.answer for _, kept in pairs)
    order = ["practice", "quiz", "test", ""]
    ranks = [
        (order.index(roles.get(record.key, "")), record.key, kept.answer) for record, kept in pairs if record.answer
    ]
    gone = [bool(answer) for _, _, answer in sorted(ranks)]
    assert gone == sorted(gone)


def test_a_string_worked_out_by_hand() -> None:
    header = "000000000011" + "00000000000000000101" + "10" + "10000010100101" + "000000000000000000000111"
    pages = "000000000010" + "0" + "0000000000000111" + "10" + "0000000000000001"
    quizzes = (
        "00000001" + "000000000000000000001001" + "000010" + "1" + "11111111111111" + "0000000000000011" + "0" * 32
    )
    question = "000000000001" + "0" + "0000000000001000" + "00111111" + "1111000" + "0" + "010" + "10"
    bits = header + pages + quizzes + question
    state = State(
        release=3, revision=5, status=2, score=8357, page=7, pages=(7, 7 + 65_537),
        quizzes=(QuizRecord(9, 2, True, None, 3, 0),), questions=(Record(8, 0x3F, 120, "10"),),
    )  # fmt: skip
    assert decode("1" + to_characters(bits + f"{crc16(bits):016b}")) == state


def test_check_value_of_the_crc() -> None:
    assert crc16("".join(f"{octet:08b}" for octet in b"123456789")) == 0x29B1


def test_small_codes() -> None:
    assert key_of("abc") == 0xBA7816
    assert rice(65_536 * 2 + 5) == "110" + f"{5:016b}"
    assert [width_of(count) for count in (0, 1, 2, 3, 4, 5, 8, 9)] == [1, 1, 1, 2, 2, 3, 3, 4]
    assert number(99, 6) == "111111"
    assert [len(length_of(bits)) for bits in (0, 7, 8, 23, 24, 1047)] == [4, 4, 6, 6, 12, 12]
    assert from_characters(to_characters("1")) == "100000"
    with pytest.raises(Malformed):
        Reader("1" * 20).rice(0xFFFF)


@pytest.mark.parametrize(
    "state",
    [
        State(pages=(2, 1)),
        State(pages=(1, 1)),
        State(pages=(1 << 24,)),
        State(score=10_001),
        State(revision=-1),
        State(quizzes=tuple(QuizRecord(key) for key in range(256))),
        State(pages=tuple(range(4096))),
        State(questions=(Record(1, 0, 125),)),
        State(questions=(Record(1, 0, 0, "0" * 1048),)),
    ],
)
def test_what_has_no_form_is_not_written(state: State) -> None:
    with pytest.raises(ValueError, match=r"key|score|number|result|answer"):
        encode(state)


def test_values_stay_at_their_greatest() -> None:
    read = decode(encode(State(release=5000, revision=1 << 20, quizzes=(QuizRecord(1, attempts=64),))))
    assert read is not None
    assert (read.release, read.revision, read.quizzes[0].attempts) == (4095, (1 << 20) - 1, 63)


def test_vectors_file_is_current() -> None:
    assert vectors.FILE.read_text(encoding="utf-8") == vectors.text(), "python -m tests.state.vectors rewrites it"
    stored = json.loads(vectors.text())
    assert len(stored["states"]) + len(stored["refused"]) >= 40


@pytest.mark.parametrize("name", vectors.states())
def test_state_vectors(name: str) -> None:
    state = vectors.states()[name]
    assert decode(encode(state)) == state


@pytest.mark.parametrize("name", vectors.refused())
def test_refused_vectors(name: str) -> None:
    assert decode(vectors.refused()[name]) is None


def test_empty_package_has_a_state() -> None:
    assert decode(encode(State())) == State()
    assert package([]).id == "c"
