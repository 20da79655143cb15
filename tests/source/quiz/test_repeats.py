"""Votes that are asked again know the first one, wherever it stands."""

from __future__ import annotations

from pathlib import Path

from builder.model.course import Course
from builder.model.question import Earlier, Vote
from builder.source.load import load_course, load_programme
from builder.state.keys import earlier_fingerprint, fingerprint_of
from tests.support.miniature import write
from tests.support.pages import BANK, CHECK, PAGE, TEST, page, quiz, single

FIRST = "## Who gains? {#q-before .vote rev=3 confidence}\n\n- [ ] Firms\n  > Some.\n- [ ] Traders\n"


def votes_of(root: Path, files: dict[str, str]) -> tuple[dict[str, Vote], list[str]]:
    """The votes of a course by id, and the codes of what is wrong."""
    write(root, files)
    programme, _ = load_programme(root)
    assert programme
    course, found = load_course(programme, "c", "en")
    assert course
    return {vote.id: vote for vote in _votes(course)}, [each.code.id for each in found]


def _votes(course: Course) -> list[Vote]:
    pages = (*course.pages, *course.banks)
    asked = (question for each in pages for quiz in each.quizzes for question in quiz.asked)
    return [question for question in asked if isinstance(question, Vote)]


def test_options_are_taken_over_across_the_course(tmp_path: Path) -> None:
    again = "## {0}? {{#q-{0} .vote of=q-before}}\n"
    case = single("one").replace("##", "###")
    scenario = f"## A case {{#q-case}}\n\nAt the border.\n\n{case}\n#{again.format('case-vote')}"
    files = {
        PAGE: page(f"::: quiz {{#quiz-page}}\n\n{again.format('page')}\n:::"),
        CHECK: quiz(FIRST, again.format("check"), scenario),
        BANK: quiz(again.format("bank"), id="b-1", kind="bank", front=""),
    }
    votes, found = votes_of(tmp_path, files)
    assert found == []
    first = votes.pop("q-before")
    assert first.earlier is None
    assert sorted(votes) == ["q-bank", "q-case-vote", "q-check", "q-page"]
    for vote in votes.values():
        assert vote.options == first.options
        assert vote.earlier == Earlier(3, confidence=True)
        assert earlier_fingerprint(vote) == fingerprint_of(first) != fingerprint_of(vote)


def test_options_of_its_own_stay(tmp_path: Path) -> None:
    own = "## And now? {#q-after .vote of=q-before}\n\n- [ ] The firms\n- [ ] The traders\n  > Look again.\n"
    votes, found = votes_of(tmp_path, {CHECK: quiz(FIRST, own)})
    assert found == []
    assert votes["q-after"].options[1].feedback
    assert not votes["q-before"].options[1].feedback


def test_what_cannot_be_joined_is_left_out_and_reported(tmp_path: Path) -> None:
    wrong = [
        "## A? {#q-a .vote of=q-befor}\n",
        "## B? {#q-b .vote of=q-b}\n",
        "## C? {#q-c .vote of=q-d}\n",
        "## D? {#q-d .vote of=q-c}\n",
        "## E? {#q-e .vote of=q-before}\n\n- [ ] 1\n- [ ] 2\n- [ ] 3\n",
        "## F? {#q-f .vote of=one}\n",
    ]
    votes, found = votes_of(tmp_path, {CHECK: quiz(FIRST, *wrong), TEST: quiz(single("one"), id="p-test", kind="test")})
    assert list(votes) == ["q-before"]
    assert found == ["Q822", "Q823", "Q823", "Q823", "Q824", "Q822"]


def test_a_course_without_such_votes_is_left_as_it_is(tmp_path: Path) -> None:
    votes, found = votes_of(tmp_path, {CHECK: quiz(FIRST)})
    assert found == []
    assert votes["q-before"].earlier is None
