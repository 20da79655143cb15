"""Quizzes of lessons and final tests in a real browser: draw, saving, clock, submission, review, results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.model.package import Package
from tests.support import question_samples as samples
from tests.support.browsing import too_wide, violations
from tests.support.taking import Open, do, pick, reload, submit, taking

pytestmark = pytest.mark.browser


@pytest.fixture
def enter(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a package in a browser of its own."""
    with taking(browser, tmp_path) as enter:
        yield enter


def exam(**rules: object) -> Package:
    return samples.package(samples.page(samples.exam(**rules)), banks=(samples.bank(8),))


def drawn(page: Page) -> list[str]:
    ids: list[str] = page.locator(".q:visible").evaluate_all("each => each.map(q => q.id)")
    return ids


def bank_questions(page: Page) -> list[str]:
    return [name for name in drawn(page) if name.startswith("bank")]


def test_before_a_test_its_rules_are_told(enter: Open) -> None:
    page = enter(exam(minutes=30, attempts=3))
    start = page.locator(".quiz-start")
    for words in ("4", "30 minutes", "3 of 3 left", "60%"):
        expect(start).to_contain_text(words)
    assert drawn(page) == []
    assert not violations(page)


def test_the_draw_keeps_its_rules_and_holds_over_a_reload(enter: Open) -> None:
    page = enter(exam())
    do(page, "start")
    asked = drawn(page)
    assert len(asked) == 4
    assert len(bank_questions(page)) == 3
    assert "q-multiple" in asked
    reload(page)
    assert drawn(page) == asked


def test_answers_of_an_open_test_are_kept_without_a_verdict(enter: Open) -> None:
    page = enter(exam())
    do(page, "start")
    first = bank_questions(page)[0]
    pick(page, first, 0)
    pick(page, "q-multiple", 1)
    expect(page.locator(".quiz-count")).to_have_text("2 of 4 answered")
    expect(page.locator(".q-outcome:visible, .q-do:visible")).to_have_count(0)
    reload(page)
    expect(page.locator(f"#{first}-0")).to_be_checked()
    expect(page.locator("#q-multiple-1")).to_be_checked()
    expect(page.locator(".quiz-count")).to_have_text("2 of 4 answered")


def test_what_is_being_typed_is_kept_when_the_window_closes(enter: Open) -> None:
    page = enter(samples.package(samples.page(samples.quiz("t", "test", (samples.short(), samples.gaps())))))
    do(page, "start")
    page.locator("#q-short-in").press_sequentially("Gene")
    reload(page)
    expect(page.locator("#q-short-in")).to_have_value("Gene")


def test_unanswered_questions_are_named_before_submission(enter: Open) -> None:
    page = enter(exam())
    do(page, "start")
    pick(page, "q-multiple", 1)
    do(page, "submit")
    ask = page.locator(".quiz-ask")
    expect(ask.locator("a")).to_have_count(3)
    assert page.evaluate("document.activeElement.className") == "quiz-ask"
    assert not violations(page)
    ask.locator("a").first.click()
    number = int(ask.locator("a").first.inner_text().split(":")[0].removeprefix("Question "))
    assert page.evaluate("document.activeElement.closest('.q').id") == drawn(page)[number - 1]
    do(page, "back")
    expect(ask).to_be_hidden()
    expect(page.locator(".quiz-bar")).to_be_visible()


def test_a_submitted_test_has_a_score_and_a_review(enter: Open) -> None:
    page = enter(exam(attempts=2))
    do(page, "start")
    first, second, _ = bank_questions(page)
    pick(page, first, 0)
    pick(page, second, 1)
    for option in (0, 1, 3):
        pick(page, "q-multiple", option)
    submit(page)
    expect(page.locator(".result-line")).to_contain_text("50%")
    expect(page.locator(".result-line")).to_contain_text("not reached yet")
    expect(page.locator(".quiz-look a")).to_have_count(2)
    expect(page.locator(f"#{second}-1-f")).to_contain_text("Not quite.")
    expect(page.locator(f"#{first} input").first).to_be_disabled()
    expect(page.locator(".q-outcome:visible", has_text="Not answered.")).to_have_count(1)
    assert not violations(page)
    reload(page)
    expect(page.locator(".quiz-start")).to_contain_text("1 of 2 left")
    expect(page.locator(".quiz-start")).to_contain_text("Your best result so far: 50%.")
    do(page, "review")
    expect(page.locator(f"#{second}-1-f")).to_contain_text("Not quite.")
    do(page, "leave")
    do(page, "start")
    expect(page.locator(".quiz-count")).to_have_text("0 of 4 answered")
    submit(page)
    expect(page.locator(".result-line")).to_contain_text("0%")
    expect(page.locator(".quiz-best")).to_contain_text("50%")
    expect(page.locator(".quiz-barrier")).to_contain_text("You have used all your attempts.")
    expect(page.locator('[data-do="leave"]')).to_be_hidden()


def test_everything_right_passes(enter: Open) -> None:
    page = enter(exam())
    do(page, "start")
    for name in bank_questions(page):
        pick(page, name, 0)
    for option in (0, 1, 3):
        pick(page, "q-multiple", option)
    do(page, "submit")
    expect(page.locator(".quiz-ask")).to_contain_text("All questions are answered")
    do(page, "finish")
    expect(page.locator(".result-line")).to_contain_text("100% Pass mark of 60% reached.")
    expect(page.locator(".quiz-look")).to_be_hidden()


def test_the_clock_submits_when_the_time_is_over(enter: Open) -> None:
    page = enter(exam(minutes=10))
    do(page, "start")
    pick(page, "q-multiple", 1)
    expect(page.locator(".quiz-clock")).to_have_text(re.compile("^(10:00|9:)"))
    page.clock.fast_forward("05:01")
    expect(page.locator(".quiz-clock")).to_have_text(re.compile("^4:"))
    reload(page)
    expect(page.locator(".quiz-clock")).to_have_text(re.compile("^4:"))
    page.clock.fast_forward("05:00")
    expect(page.locator(".quiz-late")).to_be_visible()
    expect(page.locator(".result-line")).to_be_visible()


def test_a_test_whose_time_ran_out_elsewhere_is_submitted_on_coming_back(enter: Open) -> None:
    page = enter(exam(minutes=10))
    do(page, "start")
    pick(page, "q-multiple", 1)
    page.goto("about:blank")
    page.clock.fast_forward("20:00")
    page.go_back()
    expect(page.locator(".quiz-late")).to_be_visible()


def test_attempts_have_to_be_waited_for(enter: Open) -> None:
    page = enter(exam(wait=3600))
    do(page, "start")
    submit(page)
    expect(page.locator(".quiz-barrier")).to_contain_text("You can take the test again from")
    reload(page)
    expect(page.locator('[data-do="start"]')).to_be_hidden()
    page.clock.fast_forward("01:00:01")
    reload(page)
    expect(page.locator('[data-do="start"]')).to_be_visible()


def test_every_type_can_be_taken_in_a_test(enter: Open) -> None:
    page = enter(samples.package(samples.page(samples.quiz("t", "test"))))
    do(page, "start")
    pick(page, "q-branch-s0", 0)
    page.locator('#q-branch [data-do="check"]').click()
    expect(page.locator("#q-branch .step:visible")).to_have_count(2)
    expect(page.locator("#q-branch .say:visible")).to_have_count(0)
    page.locator('.item[data-i="0"] [data-move="-1"]').click()
    order = page.locator(".item").evaluate_all("each => each.map(item => item.dataset.i)")
    page.locator("#q-matching-0").select_option("1")
    reload(page)
    assert page.locator(".item").evaluate_all("each => each.map(item => item.dataset.i)") == order
    expect(page.locator("#q-branch .step:visible")).to_have_count(2)
    expect(page.locator("#q-matching-0")).to_have_value("1")
    submit(page)
    assert not violations(page)
    assert not too_wide(page)


def test_shuffled_options_stand_in_the_same_order_again(enter: Open) -> None:
    page = enter(exam(shuffle=True, shuffle_options=True))
    do(page, "start")
    order = page.locator(".opt:visible > input").evaluate_all("each => each.map(input => input.id)")
    reload(page)
    assert page.locator(".opt:visible > input").evaluate_all("each => each.map(input => input.id)") == order
    assert order != sorted(order)


def lesson_quiz(**rules: object) -> Package:
    questions = (samples.single(), samples.numerical(), samples.gaps())
    return samples.package(samples.page(samples.quiz("quiz-1", "quiz", questions, pass_mark=60, **rules)))


def check(page: Page, question: str) -> None:
    page.locator(f'#{question} [data-do="check"]').click()


def test_the_quiz_of_a_lesson_ends_in_a_summary_and_keeps_the_best(enter: Open) -> None:
    page = enter(lesson_quiz())
    pick(page, "q-single", 0)
    check(page, "q-single")
    page.locator("#q-numerical-in").fill("24")
    check(page, "q-numerical")
    expect(page.locator(".quiz-end")).to_be_hidden()
    page.locator("#q-gaps-0").fill("1995")
    page.locator("#q-gaps-1").select_option("0")
    check(page, "q-gaps")
    end = page.locator(".quiz-end")
    expect(end.locator(".result-line")).to_contain_text("66.7% Pass mark of 60% reached.")
    expect(end.locator(".quiz-look a")).to_have_text(
        ["Question 2: What share of the workforce of exporting firms are women?"]
    )
    assert not violations(page)
    page.locator('#q-single [data-do="again"]').click()
    expect(end).to_be_hidden()
    pick(page, "q-single", 2)
    check(page, "q-single")
    expect(end.locator(".result-line")).to_contain_text("66.7%")
    reload(page)
    expect(page.locator(".quiz-end .result-line")).to_contain_text("66.7%")
    expect(page.locator("#q-single-0")).to_be_checked()
    do(page, "restart")
    expect(end).to_be_hidden()
    assert page.locator(":checked:not(option)").count() == 0


def test_results_by_quiz_and_objective_stand_on_their_page(enter: Open) -> None:
    page = enter(exam(attempts=3))
    do(page, "start")
    for name in bank_questions(page)[:2]:
        pick(page, name, 0)
    submit(page)
    page.locator('.quiz-end a[href="result.html"]').click()
    expect(page.locator(".result-test")).to_contain_text("50%")
    expect(page.locator(".result-test")).to_contain_text("Attempts left: 2 / 3")
    expect(page.locator('[data-objective="O1"] td')).to_contain_text("66.7% Achieved", use_inner_text=True)
    expect(page.locator('[data-objective="O2"] td')).to_contain_text("0% Not yet achieved", use_inner_text=True)
    assert not violations(page)


def test_quizzes_fit_a_narrow_phone(enter: Open) -> None:
    page = enter(exam(minutes=30, attempts=3), width=320)
    assert not too_wide(page)
    do(page, "start")
    assert not too_wide(page)
    submit(page)
    assert not too_wide(page)
