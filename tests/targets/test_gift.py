"""GIFT: read back as Moodle reads it, by a reader of the tests' own."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape

import pytest

from builder.model import question as q
from builder.model.constructs import CONSTRUCTS
from builder.model.package import Package, packages_of
from builder.render.plain import plain
from builder.state.reach import questions_of
from builder.targets.base import Context, Level
from builder.targets.gift import TARGET
from tests.support import question_samples as s
from tests.support.everything import everything
from tests.targets.bank_samples import every_package, many, nasty_questions, package_of, pictured
from tests.targets.gift_referee import Read, RefusedError, read
from tests.targets.moodle_referee import FRACTIONS
from tests.targets.samples import programme

LOST = (q.Branch, q.Checklist, q.Vote, q.Rank, q.Budget, q.Ordering, q.GapFill)
PACKAGES = every_package()


def product(package: Package):  # type: ignore[no-untyped-def]
    return TARGET.build(package, Context(programme()))


def found(package: Package) -> dict[str, Read]:
    return {one.id: one for one in read(product(package).entries[0].data)}


def one(question: q.Question, **rules: object) -> Read:
    return found(package_of(question, **rules))[question.id]


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def is_lost(question: q.Question) -> bool:
    if isinstance(question, q.Numerical):
        return question.estimate
    return isinstance(question, LOST)


@pytest.mark.parametrize("name", PACKAGES)
def test_every_question_is_there_or_declared_lost(name: str) -> None:
    made = product(PACKAGES[name])
    there = [one.id for one in read(made.entries[0].data)]
    assert len(there) == len(set(there))
    unfit = {question.id for question in questions_of(PACKAGES[name]).values() if not is_lost(question)} - set(there)
    assert len(unfit) == len(made.diagnostics)
    assert all(any(each in one.message for one in made.diagnostics) for each in unfit)
    assert not any(is_lost(question) for question in questions_of(PACKAGES[name]).values() if question.id in there)
    for construct in ("ordering", "gaps-typed", "gaps-chosen", "worked-example", "estimate", "branch", "vote"):
        assert TARGET.support[construct].level is Level.LOST


def test_every_construct_and_every_lesson() -> None:
    for division in ("course", "lesson"):
        for package in packages_of(everything(division)[1]):
            wanted = {each.id for each in questions_of(package).values() if not is_lost(each)}
            assert set(found(package)) == wanted


def test_the_referee_can_refuse() -> None:
    data = product(package_of(*s.every_type())).entries[0].data
    with pytest.raises(RefusedError):
        read(data.replace(b"}\n", b"\n", 1))
    with pytest.raises(RefusedError):
        read(data.replace(b"Worker -> Sews", b"Worker Sews"))


def test_support_is_declared_for_every_construct() -> None:
    assert set(TARGET.support) == {construct.id for construct in CONSTRUCTS}


def test_the_same_bytes_every_time() -> None:
    for package in PACKAGES.values():
        assert product(package).entries == product(package).entries


def test_nasty_texts_are_texts() -> None:
    """Whatever a text holds, the question keeps its kind, its answers and its words."""
    read_back = found(PACKAGES["nasty"])
    for question in nasty_questions():
        if is_lost(question):
            continue
        there = read_back[question.id]
        assert there.name.replace("&lt;", "<").replace("&gt;", ">") == " ".join(plain(question.title).split())
        assert words(there.text).startswith(words(f"<p>{_escaped(plain(question.title))}</p>"))
        assert words(there.general).startswith(words(_escaped("said"))) or isinstance(question, q.Reflection)
        match question:
            case q.Single(options=options) | q.Multiple(options=options):
                assert [words(text) for _, text, _ in there.answers] == [_body(option) for option in options]
                assert [share > 0 for share, _, _ in there.answers] == [option.correct for option in options]
            case q.Short(answers=answers, wrong=wrong):
                patterns = [text for _, text, _ in there.answers]
                assert set(patterns) >= {answer.pattern for answer in (*answers, *wrong)}
            case q.Matching(values=values):
                assert [unescape(right) for _, _, right in there.answers] == [plain(value) for value in values]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _body(option: q.Option) -> str:
    block = option.body[0]
    assert isinstance(block, s.t.Paragraph)
    return " ".join(plain(block.children).split())


def test_kinds() -> None:
    kinds = {one.id: one.kind for one in found(PACKAGES["samples"]).values()}
    assert kinds["q-single"] == "multichoice"
    assert kinds["q-multiple"] == kinds["q-spot-table"] == "multichoice-several"
    assert kinds["q-truefalse"] == "truefalse"
    assert kinds["q-reasoned"] == "multichoice"
    assert kinds["q-short"] == "shortanswer"
    assert kinds["q-numerical"] == "numerical"
    assert kinds["q-matching"] == kinds["q-classify"] == "match"
    assert kinds["q-reflection"] == "essay"


def test_feedback_of_true_and_false() -> None:
    assert [(share, words(said)) for share, _, said in one(s.truefalse()).answers] == [(1.0, ""), (0.0, "It is.")]


def test_known_mistakes_are_worth_nothing() -> None:
    assert [(share, text) for share, text, _ in one(s.short()).answers] == [
        (1.0, "Geneva"), (1.0, "Genève*"), (0.0, "Zurich"),
    ]  # fmt: skip
    assert [(share, text) for share, text, _ in one(s.numerical()).answers] == [(1.0, "33:0.5"), (0.0, "24:0")]


def test_shares_are_of_moodles_list() -> None:
    for right in (1, 2, 3, 6, 7, 10, 20):
        for share, _, _ in one(many(right)).answers:
            assert any(abs(abs(share) - known) < 0.00001 for known in FRACTIONS)


def test_what_cannot_be_written_is_named() -> None:
    arrow = q.Short(**s.asked("q-arrow", "Arrow?"), answers=(q.Accepted("a->b", (), s.AT),))
    made = product(package_of(many(12), arrow, s.single()))
    assert [found.code.id for found in made.diagnostics] == ["K102", "K102"]
    assert [each.id for each in read(made.entries[0].data)] == ["q-single"]


def test_categories_ids_tags_and_points() -> None:
    question = q.Short(
        **{**s.asked("q-p", "Points?"), "points": Decimal("2.5")}, answers=(q.Accepted("x", (), s.AT),), case=True
    )
    there = one(question)
    assert there.category == "$course$/top/A course/O1: Objective O1"
    assert there.tags == [
        "objective:O1", "quiz:quiz-1", "role:test", "language:en", "case:yes", "points:2.5",
    ]  # fmt: skip


def test_pictures_stand_in_the_text() -> None:
    assert 'src="data:image/svg+xml;base64,PHN2' in one(pictured()).text


def test_an_empty_bank_says_so() -> None:
    assert [found.code.id for found in product(package_of(s.ordering())).diagnostics] == ["K101"]
