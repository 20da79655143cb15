"""Pages and courses: study time, what serves an objective, levels."""

from __future__ import annotations

import pytest

from builder.measure import measure_page
from builder.measure.citations import citations_by_page
from builder.measure.words import words_in
from tests.measure.support import measure, read
from tests.support.miniature import MINIATURE
from tests.support.pages import BANK, CHECK, PAGE, TEST, page, quiz, single

TEXT = "Trade is an exchange of goods. " * 13
REFLECTION = "\n\n::: quiz {#quiz-page}\n\n## Whom do you reach? {#q-reach .reflection}\n\n:::\n"
O2 = MINIATURE["c/course.yaml"] + "  O2: Name three barriers.\n"
LEVELS = "objective=O1 level="


def test_the_minutes_of_a_page() -> None:
    (one,) = measure({PAGE: page(TEXT + REFLECTION, front="lead: Read on.\nminutes: 4\n")}).pages
    assert one.text.words == 6 * 13 + 2
    assert (one.question_words, one.thinking, one.interactions) == (4, 3, 1)
    assert one.minutes == pytest.approx((80 + 4) / 130 + 3)
    assert one.stated == 4
    assert dict(one.questions) == {"reflection": 1}


def test_other_readers_are_faster() -> None:
    course = read({PAGE: page(TEXT)})
    assert measure_page(course, course.lessons[0].pages[0], 200).minutes == pytest.approx(78 / 200)


def test_feedback_of_a_quiz_is_read() -> None:
    one = measure({CHECK: quiz("Three words here.\n", single("q-1"))}).pages[1]
    assert one.minutes == pytest.approx(1.3 * ((3 + 3 + 2) / 130 + 0.75))


@pytest.mark.parametrize(("front", "minutes"), [("time: 40 min\nminutes: 20\n", 40), ("minutes: 20\n", 20)])
def test_a_test_takes_the_time_it_allows(front: str, minutes: int) -> None:
    assert measure({TEST: quiz(single("q-1"), kind="test", front=front)}).pages[1].minutes == minutes


def test_a_test_that_says_nothing_is_counted() -> None:
    one = measure({TEST: quiz(single("q-1"), single("q-2"), kind="test")}).pages[1]
    assert one.minutes == pytest.approx(2 * (5 / 130 + 0.75))


def test_draws_take_the_mean_of_what_they_reach() -> None:
    files = {
        TEST: quiz(kind="test", front="draw:\n  - {count: 3}\n"),
        BANK: quiz(
            *(single(f"q-{n}") for n in range(5)),
            single("q-long", right="One two three four five six seven"),
            kind="bank",
        ),
    }
    one = measure(files).pages[1]
    assert one.question_words == pytest.approx(3 * (5 * 5 + 11) / 6)
    assert one.thinking == pytest.approx(3 * 0.75)
    assert one.interactions == 0


def test_an_empty_bank_draws_nothing() -> None:
    assert (
        measure({TEST: quiz(kind="test", front="draw:\n  - {bank: bank-x, count: 3}\n")}).pages[1].question_words == 0
    )


def test_cards_are_looked_through() -> None:
    cards = "::: cards\n\n| Measure | Kind |\n|---|---|\n| Lamps | Roads |\n| Desk | Help |\n\n:::"
    (one,) = measure({PAGE: page(cards)}).pages
    assert one.holds_more
    assert one.minutes == pytest.approx(0.4)


def test_what_serves_an_objective() -> None:
    practice = "Trade.\n\n::: quiz {#quiz-page}\n\n" + single("q-p") + single("q-other", more="objective=O2") + ":::"
    course = measure(
        {
            "c/course.yaml": O2,
            PAGE: page(practice),
            "c/en/01-lesson/lesson.yaml": "id: l-lesson\ntitle: Lesson\nobjectives: [O1, O2]\n",
            "c/en/01-lesson/03-more.md": page("More.", "p-more", front=""),
            TEST: quiz(
                single("q-own", more="objective=O1"), kind="test", front="draw:\n  - {bank: bank-1, count: 1}\n"
            ),
            BANK: quiz(single("q-drawn", more="objective=O2"), id="bank-1", kind="bank", front=""),
            "c/en/before.md": quiz(
                single("q-before", more="objective=O1"), id="p-before", kind="test", front="weight: 0\n"
            ),
        }
    )
    first, second = course.objectives["O1"], course.objectives["O2"]
    assert [one.id for one in first.taught] == ["p-page", "p-more"]
    assert [one.id for one in second.taught] == ["p-more"]
    assert [one.question.id for one in first.practised] == ["q-p"]
    assert [one.question.id for one in second.practised] == ["q-other"]
    assert [one.question.id for one in first.tested] == []
    assert [one.question.id for one in second.tested] == ["q-drawn"]
    uses = {item.question.id: set(item.uses) for item in course.items}
    assert uses["q-before"] == {"diagnostic"}
    assert uses["q-own"] == set()
    assert course.has_test


def test_levels_count_each_question_of_a_scenario() -> None:
    head = "## A case {#q-case level=analyse}\n\nShe waits.\n\n"
    scenario = f"{head}### Why? {{#q-a}}\n\n- [x] Fees\n- [ ] Rain\n\n### When? {{#q-b level=apply}}\n\n= 8\n\n"
    course = measure({TEST: quiz(scenario, single("q-1", more=LEVELS + "apply"), single("q-2"), kind="test")})
    assert list(course.levels("test").items()) == [("apply", 2), ("analyse", 1), ("", 1)]
    assert not course.levels("practice")


def test_the_text_of_a_course_is_that_of_its_pages() -> None:
    course = measure({PAGE: page("Five words stand right here."), CHECK: quiz("Not these.\n", single("q-1"))})
    assert course.text.words == 5
    assert course.minutes == pytest.approx(sum(one.minutes for one in course.pages))


def test_citations_by_page() -> None:
    body = (
        "One in three [@EV-01; @EV-02], again [@EV-01].\n\n::: quiz {#quiz-page}\n\n"
        + single("q-1", right="A [@Z-01]")
        + ":::"
    )
    assert citations_by_page(read({PAGE: page(body)})) == {"p-page": ("EV-01", "EV-02", "Z-01")}


def test_a_word_has_a_letter() -> None:
    assert words_in("\u2014 a") == 1
