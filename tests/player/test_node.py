"""The player's parts that need no browser, run by Node."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from builder.state.codec import QuizRecord, Record, State, decode, encode
from tests.support.node import ask, run

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", sorted(file.name for file in HERE.glob("*.test.js")))
def test_under_node(name: str) -> None:
    done = run("--test", HERE / name)
    assert done.returncode == 0, done.stdout + done.stderr


def test_random_states_read_the_same_on_both_sides() -> None:
    chance = random.Random(7)
    states = [_state(chance) for _ in range(150)]
    strings = [encode(state) for state in states]
    assert ask(HERE / "recode.js", strings) == strings


def test_damaged_strings_are_refused_by_both() -> None:
    chance = random.Random(11)
    damaged = [_damage(chance, encode(_state(chance))) for _ in range(300)]
    expected = [string if decode(string) is not None else None for string in damaged]
    assert expected.count(None) > 250
    assert ask(HERE / "recode.js", damaged) == expected


def _state(chance: random.Random) -> State:
    def keys(most: int) -> list[int]:
        return sorted(chance.sample(range(1 << 24), chance.randint(0, most)))

    return State(
        release=chance.getrandbits(12),
        revision=chance.getrandbits(20),
        status=chance.randrange(4),
        score=chance.choice([None, chance.randint(0, 10_000)]),
        page=chance.getrandbits(24),
        pages=tuple(keys(40)),
        quizzes=tuple(
            QuizRecord(
                key,
                chance.randrange(64),
                chance.random() < 0.5,
                chance.choice([None, chance.randint(0, 10_000)]),
                chance.getrandbits(16),
                chance.getrandbits(32),
            )
            for key in keys(6)
        ),
        questions=tuple(
            Record(key, chance.getrandbits(8), chance.choice([*range(121), 126, 127]), _bits(chance))
            for key in keys(60)
        ),
    )


def _bits(chance: random.Random) -> str:
    length = chance.choice([0, 3, 7, 8, 23, 24, 100, 1047])
    return "".join(chance.choice("01") for _ in range(length))


def _damage(chance: random.Random, string: str) -> str:
    at = chance.randrange(len(string))
    return chance.choice(
        [
            string[:at],
            string + "A",
            string[:at] + chance.choice("-_ =Az9é") + string[at + 1 :],
            string[at:],
            json.dumps(string),
        ]
    )
