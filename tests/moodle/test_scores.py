"""Acceptance A3 in a real Moodle: every answer of the scoring table, put to the questions of a quiz that was restored,
each question by itself and as the field of a scenario that is one Cloze question."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import permutations
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from builder.archive import tgz_bytes
from builder.diagnostics import Severity
from builder.model import question as q
from builder.model import text as t
from builder.model.alone import classroom_of
from builder.model.quiz import Draw
from builder.model.scoring import FULL, score
from builder.render.plain import plain
from builder.targets.base import Context
from builder.targets.mbz import build_classroom
from builder.targets.mbz.questions.scenario import FITTING
from builder.targets.mbz.support import NATIVE
from builder.targets.moodlexml.questions import WRITERS
from tests.moodle.site import ask, needs_moodle, restore
from tests.support import question_samples as samples
from tests.support.entering import shown
from tests.targets.bank_samples import many, shared
from tests.targets.samples import programme

pytestmark = [needs_moodle, pytest.mark.usefixtures("unmeasured")]

FILE = Path(__file__).parents[1] / "fixtures" / "scoring" / "cases.json"

DECLARED: Mapping[str, Mapping[tuple[str, str], int]] = {
    "Moodle takes each blank as it is typed, and a capital of ß for another letter": {
        ("short", "blanks around it, a no-break one too"): 0,
        ("short", "runs of blanks"): 0,
        ("short", "capital of sharp s"): 0,
        ("gaps", "the second answer of a typed gap"): 60,
    },
    "Moodle reads the number an answer begins with": {
        ("numerical", "two fractions"): 120,
        ("numerical", "no exponents"): 120,
    },
    "as its own language writes numbers": {
        ("numerical", "a comma in English that parts no thousands"): 0,
        ("numerical", "no thousands begin with 0"): 0,
        ("numerical", "a thousand in French"): 0,
        ("numerical", "German thousands"): 0,
        ("numerical", "French thousands: narrow no-break space"): 0,
        ("numerical", "Swiss apostrophe"): 0,
        ("numerical", "typographic apostrophe"): 0,
        ("numerical", "no group of two at the end"): 120,
    },
    "in European digits": {
        ("numerical", "Arabic digits and decimal sign"): 0,
        ("numerical", "Arabic digits, Latin comma"): 0,
        ("numerical", "Arabic thousands"): 0,
        ("numerical", "Persian digits"): 0,
        ("numerical", "Devanagari digits"): 0,
        ("numerical", "full-width digits"): 0,
        ("numerical", "marks of direction are not seen"): 0,
    },
    "with a hyphen as minus sign": {("numerical", "a real minus sign"): 0},
    "numbers among words are texts": {("gaps", "a number by its value"): 60},
    # Moodle's learners cannot leave a place empty: what follows moves up, and what is left stays behind.
    "an order left as shown is marked as it stands": {("ordering", "an empty place"): 40},
}
"""What an answer scores in Moodle where that is not what our table says, by type and reason of the case; above it the
words in which the target declares it."""

DEVIATIONS = {name: worth for scores in DECLARED.values() for name, worth in scores.items()}


@dataclass(frozen=True)
class Case:
    """An answer to a question, in the form of the table, and what it is worth there."""

    question: q.Question
    answer: Any
    expected: int | None
    why: str
    decimal: str = "."

    @property
    def name(self) -> tuple[str, str]:
        return self.question.type, self.why


@cache
def cases() -> tuple[Case, ...]:
    """The rows of the table whose questions Moodle has a form of, and some for forms that it lacks."""
    found: list[Case] = []
    known: dict[str, q.Question] = {}
    for row in json.loads(FILE.read_text("utf-8")):
        key = json.dumps([row["type"], row["spec"]])
        question = known.setdefault(key, shown(row["type"], row["spec"], f"q-case-{len(known)}"))
        if type(question) in WRITERS:
            found.append(Case(question, row["answer"], row["expected"], row["why"], row.get("decimal", ".")))
    return (*found, *more())


def more() -> Iterator[Case]:
    """Forms that only some questions of a type have: true and false in Moodle's own words, lists to choose from, words
    to drag, shares that Moodle's list lacks."""
    chosen = replace(samples.gaps(), id="q-chosen", gaps=samples.gaps().gaps[1:], body=())
    bodies = (t.Paragraph((*samples.words("It sits in "), chosen.gaps[0]), samples.AT),)
    for question, answers in (
        (samples.truefalse(), ({"choice": 0, "reason": None}, {"choice": 1, "reason": None}, None)),
        (samples.reasoned(), ({"choice": 0, "reason": 0}, {"choice": 0, "reason": 1}, {"choice": 1, "reason": 0})),
        (replace(chosen, body=bodies), ([0], [1], [None])),
        (shared(), ([0, 0], [0, 1], [2, 2], [None, 0])),
        (samples.completion(), ([0, 0, "2024"], [0, 1, "2024"], [1, 1, "1995"])),
        (samples.classify(), ([], *([row.value for row in samples.classify().rows][:part] for part in (1, 2, 99)))),
        (many(7), ([1] * 7, [1] * 8, [1] * 3, [0] * 7 + [1])),
        (many(13), ([1] * 13, [1] * 14, [1] * 12)),
    ):
        for answer in answers:
            yield Case(question, answer, score(question, answer), json.dumps(answer))


def questions() -> tuple[q.Question, ...]:
    return tuple({case.question.id: case.question for case in cases()}.values())


def alone(question: q.Question) -> q.Scenario:
    """A scenario that asks nothing else."""
    return replace(samples.scenario(), id=f"s-{question.id}", questions=(replace(question, id=f"{question.id}-part"),))


NOTHING: Mapping[str, Any] = {"choice": None, "reason": None}

PARTS: tuple[tuple[q.Question, tuple[Any, ...]], ...] = (
    (replace(samples.single(), points=Decimal(2)), ({"choice": 0}, {"choice": 1}, NOTHING)),
    (replace(samples.multiple(), points=Decimal("1.5")), ([1, 1, 0, 1], [1, 0, 0, 1], [1, 1, 1, 1], [0, 0, 1, 0])),
    (many(7), ([1] * 7, [1] * 3, [0] * 7 + [1])),
    (samples.truefalse(), ({"choice": 0}, {"choice": 1}, NOTHING)),
    (samples.reasoned(), ({"choice": 0, "reason": 0}, {"choice": 0, "reason": 1}, {"choice": 1, "reason": 0}, NOTHING)),
    (samples.short(), ("geneva", "Zurich", "Bern", "")),
    (replace(samples.numerical(), points=Decimal(3)), ("33", "24", "32.4", "")),
    (samples.gaps(), (["1995", 0], ["1995", 1], ["1994", 2], ["", None])),
    (shared(), ([0, 0], [0, 1], [1, 1])),
    (samples.spot_table(), ([1, 1, 0], [0, 1, 0], [0, 0, 1])),
)
"""Questions of every type that a Cloze question can hold, and answers to each: a right one, partly right ones where the
type has them, wrong ones."""


def together() -> q.Scenario:
    return replace(
        samples.scenario(), id="s-together", questions=tuple(replace(part, id=f"{part.id}-in") for part, _ in PARTS)
    )


@cache
def restored() -> int:
    """The course that a Moodle made of a test with these questions, and of one that draws them as scenarios."""
    scenarios = (*(alone(one) for one in questions() if isinstance(one, FITTING)), together())
    bank = samples.page(samples.quiz("bank-quiz", "bank", scenarios), "p-bank")
    drawing = samples.quiz("drawing", "test", (), draws=(Draw(len(scenarios), "", "p-bank", samples.AT),))
    pages = samples.page(samples.quiz("asking", "test", questions()), "p-asking"), samples.page(drawing, "p-drawing")
    course = replace(samples.course(*pages, banks=(bank,)), delivery="mixed")
    product = build_classroom(classroom_of(course), Context(programme()))
    assert not [one for one in product.diagnostics if one.code.severity is Severity.ERROR]
    file = Path(mkdtemp(prefix="coursewright-")) / "scores.mbz"
    file.write_bytes(tgz_bytes(product.entries))
    return restore(file)


def parts_of(question: q.Question, answer: Any) -> list[Any]:  # noqa: PLR0911 - one case a type
    """An answer of the table by the controls of Moodle's question: see ``score.php``."""
    match question:
        case q.TrueFalse() if question.reasons:
            given = answer or {}
            choice = place(given.get("choice"), len(question.options))
            reason = place(given.get("reason"), len(question.reasons))
            return [None if choice is None or reason is None else choice * len(question.reasons) + reason]
        case q.Single() | q.TrueFalse():
            return [place((answer or {}).get("choice"), len(question.options))]
        case q.Multiple() | q.Spot():
            return [[at for at, taken in enumerate(answer or []) if taken]]
        case q.Matching():
            values = [plain(value) for value in question.values]
            return [None if place(each, len(values)) is None else values[each] for each in answer or []]
        case q.Ordering():
            return [place(each, len(question.items)) for each in answer or []]
        case q.GapFill():
            given = [*(answer or []), *[None] * len(question.gaps)]
            return [filled(gap, each) for gap, each in zip(question.gaps, given, strict=False)]
    return [answer if isinstance(answer, str) else None]


def filled(gap: t.Gap, given: object) -> str | None:
    if gap.typed:
        return given if isinstance(given, str) else None
    at = place(given, len(gap.choices))
    return None if at is None else gap.choices[at].text


def place(given: object, count: int) -> int | None:
    """An index that is one: no page sends another."""
    return given if isinstance(given, int) and not isinstance(given, bool) and 0 <= given < count else None


def scores(module: str, asked: tuple[tuple[q.Question, list[Any], str], ...]) -> list[float | None]:
    """What Moodle gives for each answer, as shares of 1."""
    rows = [{"id": question.id, "answer": parts, "decimal": sign} for question, parts, sign in asked]
    found: list[float | None] = ask("score", course=restored(), module=module, cases=rows)["scores"]
    return found


def departures(given: tuple[Case, ...], got: list[float | None]) -> dict[tuple[str, str], str]:
    """Where Moodle's shares are not those of our table, by type and reason of the case, apart from what is declared."""
    found = {}
    for case, share in zip(given, got, strict=True):
        expected = DEVIATIONS.get(case.name, case.expected)
        if not is_worth(share, expected):
            found[case.name] = f"{share} and not {expected} of {FULL}"
    return found


def is_worth(share: float | None, expected: int | None) -> bool:
    """Whether a share is that of the table: to half of a 120th, and wholly right exactly where ours is. None: one
    that is worth nothing."""
    if share is None or expected is None:
        return share is expected
    return abs(share * FULL - expected) <= 0.5 + 1e-6 and (share > 1 - 1e-6) == (expected == FULL)


def is_left(case: Case) -> bool:
    """Whether it says nothing of an order: Moodle then takes the one that it showed, which is another each time."""
    return isinstance(case.question, q.Ordering) and set(parts_of(case.question, case.answer)) <= {None}


def test_each_question_scores_as_the_table_says() -> None:
    given = tuple(case for case in cases() if not is_left(case))
    asked = tuple((case.question, parts_of(case.question, case.answer), case.decimal) for case in given)
    assert departures(given, scores("c-p-asking", asked)) == {}


def test_each_field_of_a_scenario_scores_as_the_table_says() -> None:
    given = tuple(case for case in cases() if isinstance(case.question, FITTING) and case.expected is not None)
    asked = tuple((alone(case.question), parts_of(case.question, case.answer), case.decimal) for case in given)
    assert departures(given, scores("c-p-drawing", asked)) == {}


def test_a_scenario_is_worth_what_its_questions_are() -> None:
    """All right but for one question, which is right, partly right or wrong."""
    asked, expected = [], []
    for at, (_, answers) in enumerate(PARTS):
        for answer in answers:
            given = [answer if at == place else right[0] for place, (_, right) in enumerate(PARTS)]
            fields = zip(PARTS, given, strict=True)
            parts = [one for (part, _), each in fields for one in parts_of(part, each)]
            asked.append((together(), parts, "."))
            worth = [
                (score(part, each) or 0) * float(part.points) for (part, _), each in zip(PARTS, given, strict=True)
            ]
            expected.append(sum(worth) / FULL / sum(float(part.points) for part, _ in PARTS))
    assert scores("c-p-drawing", tuple(asked)) == pytest.approx(expected, abs=0.5 / FULL / len(PARTS))
    assert min(expected) < 0.8
    assert max(expected) == 1


def test_an_order_left_as_shown_is_marked_as_it_stands() -> None:
    left = [case for case in cases() if is_left(case)]
    assert left
    for case in left:
        assert isinstance(case.question, q.Ordering)
        found = scores("c-p-asking", ((case.question, parts_of(case.question, case.answer), "."),) * 9)
        orders = permutations(range(len(case.question.items)))
        possible = {(score(case.question, list(order)) or 0) for order in orders}
        assert {round((share or 0) * FULL) for share in found} <= possible


def test_every_type_that_moodle_has_is_asked() -> None:
    assert {type(case.question) for case in cases()} == set(WRITERS)
    found = ask("score", course=restored(), module="c-p-asking", cases=[])["found"]
    assert set(found) == {question.id for question in questions()}
    assert set(found.values()) == {
        "ddwtos", "essay", "gapselect", "match", "multianswer", "multichoice", "numerical", "ordering", "shortanswer",
        "truefalse",
    }  # fmt: skip


def test_every_deviation_is_one_and_declared() -> None:
    expected = {case.name: case.expected for case in cases()}
    assert not {name for name, worth in DEVIATIONS.items() if expected[name] == worth}
    said = " ".join(support.how for support in NATIVE.values())
    assert not [words for words in DECLARED if words not in said]
