"""Quizzes of a backup: what they ask, under which rules, what learners see and what completes them."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from builder.model import question as q
from builder.model.alone import classroom_of
from builder.model.course import Course, Page
from builder.model.quiz import Draw
from builder.targets.base import Context
from builder.targets.mbz import plan as p
from builder.targets.mbz.desk import Desk, Grade, Written
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.modules import WRITERS
from builder.targets.mbz.modules.quiz import write_quiz
from builder.targets.mbz.modules.quiz.layout import MOST_PER_PAGE, NAME, filter_of
from builder.targets.mbz.plan import Completion
from builder.targets.mbz.planning import plan_of
from builder.targets.mbz.questions.bank import Bank
from builder.targets.mbz.questions.pools import Pool
from builder.targets.mbz.xml import NULL, Element, branch
from tests.support import question_samples as s
from tests.support.desk import desk_of
from tests.support.everything import everything
from tests.targets.samples import programme

DURING, AFTER = 0x10000, 0x1110
WEEK = 7 * 86400


def singles(count: int, objective: str = "O1", stem: str = "q") -> tuple[q.Question, ...]:
    return tuple(s.single(f"{stem}-{n}", objective=objective, title=f"{stem} {n}") for n in range(count))


def test_of(*questions: q.Question, role: str = "test", banks: tuple[Page, ...] = (), **rules: object) -> Course:
    """A course of one test, or in native delivery of one quiz."""
    page = s.page(s.quiz("quiz-1", role, questions, **rules))
    return replace(s.course(page, banks=banks), delivery="mixed" if role == "test" else "native")


test_of.__test__ = False  # type: ignore[attr-defined]


def written(course: Course, completion: Completion | None = None) -> tuple[Written, Desk]:
    name = "p-1" if any(page.quiz for page in course.pages) else "quiz-1"
    desk = desk_of(course, name, completion)
    return write_quiz(desk), desk


def children(made: Written) -> Element:
    return branch("quiz", made.children)


def slots(made: Written) -> list[dict[str, str]]:
    return [{cell.tag: cell.text or "" for cell in one} for one in children(made).iterfind(".//question_instance")]


def sections(made: Written) -> list[tuple[str, str, str]]:
    names = ("firstslot", "heading", "shufflequestions")
    return [tuple(one.findtext(name) or "" for name in names) for one in children(made).iterfind(".//section")]  # type: ignore[misc]


def filters(made: Written) -> list[dict[str, object]]:
    return [json.loads(each.text or "") for each in children(made).iterfind(".//filtercondition")]


def feedbacks(made: Written) -> list[tuple[str, str, str]]:
    names = ("mingrade", "maxgrade", "feedbacktext")
    return [tuple(one.findtext(name) or "" for name in names) for one in children(made).iterfind(".//feedback")]  # type: ignore[misc]


def test_a_quiz_is_written_by_its_writer() -> None:
    assert WRITERS[p.Test] == ("quiz", write_quiz)


def test_every_question_has_a_slot_in_its_order() -> None:
    course = test_of(*singles(4))
    made, desk = written(course)
    found = [int(each.text or 0) for each in children(made).iterfind(".//questionbankentryid")]
    assert found == [desk.bank.entry(course, f"q-{n}") for n in range(4)]
    assert len(set(found)) == len(found)
    assert [slot["slot"] for slot in slots(made)] == ["1", "2", "3", "4"]
    context = str(desk.module.context)
    assert {each.findtext("usingcontextid") for each in children(made).iter("question_reference")} == {context}
    assert sections(made) == [("1", "", "0")]


@pytest.mark.parametrize(
    ("asked", "pages"),
    [(MOST_PER_PAGE, "11111"), (MOST_PER_PAGE + 1, "111222"), (2 * MOST_PER_PAGE + 1, "11112222333")],
)
def test_pages_are_about_equally_full(asked: int, pages: str) -> None:
    made, _ = written(test_of(*singles(asked)))
    assert "".join(slot["page"] for slot in slots(made)) == pages
    assert made.fields["questionsperpage"] == pages.count("1")


def test_questions_of_a_quiz_without_scenarios_are_shuffled_as_a_whole() -> None:
    made, _ = written(test_of(*singles(3), shuffle=True, shuffle_options=True))
    assert sections(made) == [("1", "", "1")]
    assert made.fields["shuffleanswers"] == 1


def test_a_scenario_stays_together_on_one_page_below_its_text() -> None:
    scenario = s.scenario()
    course = test_of(*singles(2), scenario, *singles(1, stem="last"), shuffle=True)
    made, desk = written(course)
    parts = desk.bank.parts(course, scenario.id)
    assert len(parts) == 1 + len(scenario.questions)
    entries = [int(each.text or 0) for each in children(made).iterfind(".//questionbankentryid")]
    assert entries[2 : 2 + len(parts)] == list(parts)
    assert sections(made) == [
        ("1", "Questions", "1"),
        ("3", "The border at Maravia", "0"),
        (str(3 + len(parts)), "Questions", "1"),
    ]
    assert [slot["page"] for slot in slots(made)] == ["1", "1", *["2"] * len(parts), "3"]
    assert slots(made)[2]["maxmark"] == "0"
    assert slots(made)[2]["quizgradeitemid"] == NULL
    asked = 3 + len(scenario.questions)
    assert f"<td>{asked}</td>" in str(made.fields["intro"])


def test_what_moodle_cannot_ask_has_no_slot() -> None:
    made, desk = written(test_of(s.vote(), *singles(1), s.branch()))
    assert len(slots(made)) == 1
    assert not desk.ledger.diagnostics


def test_that_a_quiz_cannot_ask_how_sure_one_is_is_noted() -> None:
    _, desk = written(test_of(replace(s.single(), confidence=True)))
    assert [found.code.id for found in desk.ledger.diagnostics] == ["Z203"]


def test_a_quiz_of_nothing_that_moodle_can_ask_is_reported() -> None:
    made, desk = written(test_of(s.vote()), Completion(passed=True))
    assert [found.code.id for found in desk.ledger.diagnostics] == ["Z201"]
    assert made.grade is None
    assert made.fields["grade"] == 0
    assert made.fields["completionminattempts"] == 1


def test_points_make_the_sum() -> None:
    two = replace(s.single("q-two"), points=Decimal("2.5"))
    made, _ = written(test_of(two, s.single("q-one"), s.reflection(), s.numerical("q-guess", estimate=True)))
    assert [slot["maxmark"] for slot in slots(made)] == ["2.5", "1", "0", "0"]
    assert made.fields["sumgrades"] == "3.5"
    assert made.fields["grade"] == 100


def drawing(*draws: Draw, own: tuple[q.Question, ...] = (), **rules: object) -> Course:
    banks = (s.bank(6, "bank-1", "O1"), s.bank(4, "bank-2", "O2"))
    return test_of(*own, banks=banks, draws=draws, **rules)


def test_a_draw_is_a_random_slot_for_each_question() -> None:
    course = drawing(Draw(3, "O1", "bank-1", s.AT), Draw(2, "O2", "", s.AT), shuffle=True)
    made, desk = written(course)
    assert len(filters(made)) == len(slots(made)) == 5
    assert all(set(one) == {"filter"} for one in filters(made))
    assert {each.findtext("questionscontextid") for each in children(made).iter("question_set_reference")} == {"100"}
    assert not children(made).findall(".//question_reference")
    assert made.fields["sumgrades"] == "5"
    assert set(desk.categories) == set(desk.bank.categories(course))
    used = {one["filter"]["category"]["values"][0] for one in filters(made)}  # type: ignore[index]
    assert len(used) == 2
    assert used <= set(desk.categories)
    assert sections(made) == [("1", "", "1")]


def test_narrow_pools_are_drawn_from_before_wide_ones() -> None:
    course = drawing(Draw(4, "", "", s.AT), Draw(3, "O2", "bank-2", s.AT))
    made, desk = written(course)
    narrow, wide = filters(made)[:3], filters(made)[3:]
    assert len({json.dumps(one) for one in narrow}) == len({json.dumps(one) for one in wide}) == 1
    quiz = next(page.quiz for page in course.pages if page.quiz)
    assert json.dumps(narrow[0]) == json.dumps(filter_of(desk.bank.pool(course, quiz, quiz.draws[1])))


def test_a_pool_that_no_category_holds_is_named_by_its_tag() -> None:
    """Restoring finds tags by their names in the older form alone."""
    assert filter_of(Pool(7, True, "pool:x", ())) == {
        "questioncategoryid": 7,
        "includingsubcategories": "1",
        "tags": ["0,pool:x"],
    }
    found = filter_of(Pool(7, False, "", ()))
    assert found == {
        "filter": {"category": {"jointype": 1, "values": [7], "filteroptions": {"includesubcategories": False}}}
    }


def test_a_short_pool_stops_the_build() -> None:
    _, desk = written(drawing(Draw(5, "O2", "bank-2", s.AT)))
    assert any(found.is_error for found in desk.ledger.diagnostics)


def test_a_draw_of_questions_that_differ_in_points_is_noted() -> None:
    own = (*singles(2), replace(s.single("q-two"), points=Decimal(4)))
    course = test_of(*own, draws=(Draw(2, "O1", "", s.AT),))
    made, desk = written(course)
    assert [slot["maxmark"] for slot in slots(made)] == ["2", "2"]
    (note,) = [found for found in desk.ledger.diagnostics if found.code.id == "Z202"]
    assert "worth 1, 4 points" in note.message
    assert "each counts 2" in note.message


def test_every_objective_has_a_grade_item_where_there_are_several() -> None:
    course = drawing(Draw(2, "O2", "bank-2", s.AT), Draw(3, "O1", "bank-1", s.AT))
    made, _ = written(course)
    items = children(made).findall(".//quiz_grade_item")
    assert [item.findtext("name") for item in items] == ["O1: Objective O1", "O2: Objective O2"]
    assert [item.findtext("sortorder") for item in items] == ["1", "2"]
    named = [slot["quizgradeitemid"] for slot in slots(made)]
    assert sorted(named) == sorted([items[0].get("id")] * 3 + [items[1].get("id")] * 2)


def test_a_long_objective_heads_its_column_in_brief() -> None:
    course = test_of(*singles(1), *singles(1, "O2", "p"))
    long = {name: replace(one, text="Explain " + "very " * 30 + "much") for name, one in course.objectives.items()}
    made, _ = written(replace(course, objectives=long))
    (first, _) = children(made).iterfind(".//quiz_grade_item/name")
    assert (first.text or "").startswith("O1: Explain very very")
    assert (first.text or "").endswith("very\N{HORIZONTAL ELLIPSIS}")
    assert len(first.text or "") <= NAME


def test_one_objective_needs_no_grade_item() -> None:
    made, _ = written(test_of(*singles(3)))
    assert not children(made).findall(".//quiz_grade_item")
    assert {slot["quizgradeitemid"] for slot in slots(made)} == {NULL}


def test_a_draw_without_an_objective_counts_for_none_of_several() -> None:
    course = drawing(Draw(2, "", "", s.AT), Draw(1, "O1", "bank-1", s.AT))
    made, _ = written(course)
    assert {slot["quizgradeitemid"] for slot in slots(made)} == {NULL}


def test_the_rules_are_kept() -> None:
    course = test_of(*singles(2), attempts=3, wait=WEEK, minutes=40, pass_mark=60)
    made, _ = written(course)
    wanted = {
        "timelimit": 2400,
        "overduehandling": "autosubmit",
        "attempts_number": 3,
        "delay1": WEEK,
        "delay2": WEEK,
        "grademethod": 1,
        "preferredbehaviour": "deferredfeedback",
        "navmethod": "free",
        "allowofflineattempts": 0,
    }
    assert {name: made.fields[name] for name in wanted} == wanted
    assert made.grade == Grade(100, 60)


@pytest.mark.parametrize("role", ["test", "quiz"])
def test_nothing_tells_right_from_wrong_before_an_attempt_is_submitted(role: str) -> None:
    made, _ = written(test_of(*singles(2), role=role))
    telling = {
        name: value
        for name, value in made.fields.items()
        if name.startswith("review") and name not in ("reviewattempt", "reviewmaxmarks")
    }
    assert len(telling) == 6
    assert set(telling.values()) == {AFTER}
    assert made.fields["reviewattempt"] == DURING | AFTER
    assert made.fields["canredoquestions"] == 0


def test_practice_inside_a_page_explains_at_once_and_is_not_graded() -> None:
    made, _ = written(test_of(*singles(2), s.multiple(), role="practice"))
    assert made.fields["preferredbehaviour"] == "immediatefeedback"
    assert made.fields["reviewspecificfeedback"] == DURING | AFTER
    assert made.fields["canredoquestions"] == 1
    assert made.fields["grade"] == 0
    assert made.grade is None
    assert not feedbacks(made)
    assert not children(made).findall(".//quiz_grade_item")
    assert "<table" not in str(made.fields["intro"])


def cells(completion: Completion, **rules: object) -> tuple[object, object, object, object]:
    made, _ = written(test_of(*singles(2), **rules), completion)
    assert made.fields["completionattemptsexhausted"] == 0
    asked = made.cells.get("completiongradeitemnumber"), made.cells.get("completionpassgrade")
    assert made.grade is not None
    return (*asked, made.fields["completionminattempts"], made.grade.passing)


def test_a_pass_completes_and_failing_never_does() -> None:
    assert cells(Completion(passed=True), pass_mark=60) == (0, 1, 0, 60)


def test_where_nothing_need_be_reached_any_grade_is_a_pass() -> None:
    assert cells(Completion(passed=True)) == (0, 0, 0, 0)
    assert cells(Completion(grade=True), pass_mark=60) == (0, 0, 0, 60)


def test_sending_completes() -> None:
    assert cells(Completion(send=True), pass_mark=60) == (None, None, 1, 60)
    assert cells(Completion()) == (None, None, 0, 0)


def test_a_result_is_told_with_what_to_do_next() -> None:
    made, _ = written(test_of(*singles(2), pass_mark=60, attempts=3, wait=WEEK))
    (passed, short) = feedbacks(made)
    assert passed[:2] == ("60", "101")
    assert short[:2] == ("0", "60")
    assert "Pass mark of 60% reached." in passed[2]
    assert "not reached yet" in short[2]
    assert "7 days" in short[2]
    assert "3 attempts" in short[2]


def test_who_has_one_attempt_is_not_sent_into_another() -> None:
    made, _ = written(test_of(*singles(2), pass_mark=60, attempts=1, wait=WEEK))
    assert "again" not in feedbacks(made)[1][2]
    assert "7 days" not in str(made.fields["intro"])


def test_a_diagnostic_shows_a_profile() -> None:
    made, _ = written(drawing(Draw(2, "O2", "bank-2", s.AT), Draw(3, "O1", "bank-1", s.AT), attempts=1))
    ((least, below, text),) = feedbacks(made)
    assert (least, below) == ("0", "101")
    assert "by objective" in text
    assert made.grade == Grade(100, 0)


def test_the_rules_are_said_before_an_attempt() -> None:
    page = s.page(s.quiz("quiz-1", "test", singles(3), minutes=40, pass_mark=60))
    course = s.course(replace(page, lead=s.words("Take your time.")))
    made, _ = written(course)
    intro = str(made.fields["intro"])
    for said in ("Take your time.", "<td>3</td>", "any number", "cannot be extended"):
        assert said in intro
    for told_by_moodle in ("40 minutes", "60%"):
        assert told_by_moodle not in intro
    assert intro.index("Take your time.") < intro.index("<table")


def test_time_that_can_be_extended_is_not_called_final() -> None:
    made, _ = written(test_of(*singles(1), minutes=40, extend=10))
    assert "cannot be extended" not in str(made.fields["intro"])
    assert "ask for it before you begin" in str(made.fields["intro"])


def test_whatever_a_course_asks_slots_sections_pages_and_points_agree() -> None:
    course = replace(everything()[1], delivery="native")
    plan = plan_of(classroom_of(course))
    ledger = Ledger(plan, Context(programme()))
    bank = Bank(ledger)
    seen = 0
    for module in plan.modules:
        if module.kind != "quiz":
            continue
        desk = Desk(ledger, bank, module)
        made = write_quiz(desk)
        found = slots(made)
        assert Decimal(str(made.fields["sumgrades"])) == sum(Decimal(slot["maxmark"]) for slot in found)
        pages = [int(slot["page"]) for slot in found]
        assert pages == sorted(pages)
        assert set(pages) == set(range(1, max(pages, default=0) + 1))
        starts = [int(first) for first, _, _ in sections(made)]
        assert starts[:1] == [1] * bool(found)
        assert all(pages[start - 2] < pages[start - 1] for start in starts[1:])
        items = {item.get("id") for item in children(made).iterfind(".//quiz_grade_item")}
        assert {slot["quizgradeitemid"] for slot in found} - {NULL} == items
        numbers = [each.get("id") for each in children(made).iterfind(".//*[@id]")]
        assert len(set(numbers)) == len(numbers)
        seen += 1
    assert seen > 5


def test_texts_run_from_right_to_left_where_the_language_does() -> None:
    page = s.page(s.quiz("quiz-1", "test", singles(1), pass_mark=60))
    made, _ = written(s.course(page, language="ar"))
    assert 'dir="rtl"' in str(made.fields["intro"])
    assert all('dir="rtl"' in text for _, _, text in feedbacks(made))
