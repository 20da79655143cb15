from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model.question import Question, Scenario
from builder.model.quiz import Draw
from builder.state.answers import encode_answer
from builder.state.bound import bound_of, worst_state
from builder.state.codec import QuizRecord, Record, State, bits_of, characters_of, decode, encode
from builder.state.keys import fingerprint_of, key_of
from builder.state.reach import pool_of, questions_of, quizzes_of, roles_of
from tests.state import samples
from tests.state.answering import answers_to


def test_300_questions_fit_in_2600_characters() -> None:
    package = samples.package(samples.programme_of_300(), pages=40, quizzes=8)
    assert len(questions_of(package)) == 300
    assert bound_of(package) <= 2600
    assert len(encode(worst_state(package))) == bound_of(package)


@settings(deadline=None, max_examples=60)
@given(
    picks=st.lists(st.sampled_from(range(len(samples.every_type()))), max_size=40),
    quizzes=st.integers(1, 12),
    sure=st.booleans(),
)
def test_worst_state_is_as_long_as_the_bound(picks: list[int], quizzes: int, *, sure: bool) -> None:
    package = samples.package(_asked(picks, sure=sure), pages=quizzes + 3, quizzes=quizzes)
    state = worst_state(package)
    string = encode(state)
    assert len(string) == bound_of(package)
    assert decode(string) == state


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(range(len(samples.every_type()))), max_size=12), st.data())
def test_no_state_is_longer_than_the_bound(picks: list[int], data: st.DataObject) -> None:
    package = samples.package(_asked(picks, sure=False), pages=6, quizzes=2)
    state = State(
        pages=tuple(sorted({key_of(page.id) for page in package.pages if data.draw(st.booleans())})),
        quizzes=tuple(
            QuizRecord(key)
            for key in sorted({key_of(quiz.id) for quiz in quizzes_of(package)})
            if data.draw(st.booleans())
        ),
        questions=tuple(
            Record(key_of(name), fingerprint_of(question), 60, encode_answer(question, data.draw(answers_to(question))))
            for name, question in sorted(questions_of(package).items(), key=lambda item: key_of(item[0]))
            if data.draw(st.booleans())
        ),
    )
    assert characters_of(bits_of(state)) <= bound_of(package)


def test_banks_count_only_where_a_draw_reaches_them() -> None:
    bank = samples.page(
        "b", samples.quiz("bank", [samples.single("q-1", objective="O1"), samples.single("q-2")]), "bank"
    )
    package = samples.package([samples.single("q-own")], banks=[bank])
    assert set(questions_of(package)) == {"q-own"}
    for draw, reached in (
        (Draw(1, "", "", samples.HERE), {"q-own", "q-1", "q-2"}),
        (Draw(1, "O1", "", samples.HERE), {"q-own", "q-1"}),
        (Draw(1, "", "b", samples.HERE), {"q-own", "q-1", "q-2"}),
        (Draw(1, "O1", "b", samples.HERE), {"q-own", "q-1"}),
        (Draw(1, "O2", "b", samples.HERE), {"q-own"}),
    ):
        assert set(questions_of(_drawing(package, draw))) == reached
    with_draw = _drawing(package, Draw(1, "O1", "b", samples.HERE))
    assert roles_of(with_draw) == {"q-own": "quiz", "q-1": "quiz"}
    assert bound_of(with_draw) > bound_of(package)


def test_a_scenario_is_drawn_for_its_objective_or_that_of_its_first_question() -> None:
    mixed = (samples.single("q-1", objective="O1"), samples.single("q-2", objective="O2"))
    first = Scenario(**samples.common("q-s"), questions=mixed)
    named = replace(first, objective="O2")
    package = samples.package([])
    quiz = samples.quiz("quiz", [first, named])
    assert pool_of(package.course, quiz, Draw(1, "O1", "", samples.HERE)) == (first,)
    assert pool_of(package.course, quiz, Draw(1, "O2", "", samples.HERE)) == (named,)


def _asked(picks: list[int], *, sure: bool) -> list[Question]:
    kinds = samples.every_type()
    return [replace(kinds[pick], id=f"q-{at}", confidence=sure) for at, pick in enumerate(picks)]


def _drawing(package: samples.Package, draw: Draw) -> samples.Package:
    (lesson,) = package.lessons
    (page,) = lesson.pages
    assert page.quiz is not None
    lesson = replace(lesson, pages=(replace(page, quiz=replace(page.quiz, draws=(draw,))),))
    return replace(package, lessons=(lesson,))
