"""How sure a learner is: asked of every scored type, kept with the answer, and set beside the results at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.model import question as q
from tests.support import question_samples as samples
from tests.support.answering import answer
from tests.support.browsing import served, violations, write

pytestmark = pytest.mark.browser

SCORED = tuple(
    replace(question, confidence=True)
    for question in samples.every_type()
    if question.scored and not isinstance(question, q.Scenario) and question.id != "q-estimate"
)
FOUR = tuple(replace(samples.single(f"q-{at}"), confidence=at < 3) for at in range(4))
NONE = (samples.single("q-plain"),)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("confidence")
    quizzes = {
        "start": samples.quiz("quiz-start", questions=()),
        "practice": samples.quiz("quiz-practice", questions=SCORED),
        "test": samples.quiz("quiz-test", "test", tuple(replace(each, id=f"{each.id}-t") for each in SCORED)),
        "four": samples.quiz("quiz-four", "test", FOUR),
        "lesson": samples.quiz("quiz-lesson", "quiz", tuple(replace(each, id=f"{each.id}-l") for each in FOUR)),
        "none": samples.quiz("quiz-none", "quiz", NONE),
    }
    pages = (samples.page(quiz, f"p-{name}") for name, quiz in quizzes.items())
    write(folder, samples.package(*pages))
    with served(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_context(viewport={"width": 650, "height": 800}).new_page()
    page.set_default_timeout(5000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert not errors
    page.context.close()


def turn(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".quiz")).to_have_attribute("data-live", "")


def do(page: Page, name: str) -> None:
    page.locator(f'[data-do="{name}"]:visible').first.click()


def give(page: Page, suffix: str = "") -> None:
    """Answers to FOUR: sure and right, sure and wrong, guessed and right, right without being asked."""
    for at, (option, sure) in enumerate(((0, 3), (1, 3), (0, 1), (0, 0))):
        page.locator(f'label[for="q-{at}{suffix}-{option}"]').click()
        if sure:
            page.locator(f'label[for="q-{at}{suffix}-c{sure}"]').click()


def guesses(page: Page) -> list[bool]:
    """Of each question that asks, whether "A guess" is chosen."""
    chosen: list[bool] = page.locator(".q-sure input[value='1']").evaluate_all("all => all.map(each => each.checked)")
    return chosen


def test_every_scored_type_asks_and_keeps_it_in_practice(page: Page, address: str) -> None:
    turn(page, f"{address}/p-practice.html")
    assert answer(page, right=True) == [question.id for question in SCORED]
    page.reload()
    expect(page.locator(".q-outcome:visible")).to_have_count(len(SCORED))
    assert page.locator('.q[data-state="right"]').count() == len(SCORED)
    assert guesses(page) == [True] * len(SCORED)


def test_every_scored_type_asks_and_keeps_it_in_a_test(page: Page, address: str) -> None:
    turn(page, f"{address}/p-test.html")
    do(page, "start")
    answer(page, right=True, submit=False)
    page.reload()
    expect(page.locator(".quiz")).to_have_attribute("data-phase", "open")
    assert guesses(page) == [True] * len(SCORED)
    do(page, "submit")
    do(page, "finish")
    assert guesses(page) == [True] * len(SCORED)
    expect(page.locator(".quiz-sure")).to_contain_text(f"Guessed and right: {len(SCORED)}.")


def test_sureness_and_results_stand_beside_each_other_after_a_test(page: Page, address: str) -> None:
    turn(page, f"{address}/p-four.html")
    do(page, "start")
    give(page)
    do(page, "submit")
    do(page, "finish")
    words = "Sure and right: 1. Sure, but not quite right: 1. Guessed and right: 1."
    expect(page.locator(".quiz-end .quiz-sure")).to_have_text(words)
    assert not violations(page)
    do(page, "leave")
    do(page, "review")
    expect(page.locator(".quiz-end .quiz-sure")).to_have_text(words)
    do(page, "leave")
    do(page, "start")
    do(page, "submit")
    do(page, "finish")
    expect(page.locator(".quiz-end .quiz-sure")).to_be_hidden()


def test_so_they_do_after_the_quiz_of_a_lesson(page: Page, address: str) -> None:
    turn(page, f"{address}/p-lesson.html")
    give(page, "-l")
    for at in range(4):
        page.locator(f'#q-{at}-l [data-do="check"]').click()
    expect(page.locator(".quiz-sure")).to_contain_text("Sure and right: 1. Sure, but not quite right: 1.")


def test_a_quiz_that_does_not_ask_says_nothing_of_it(page: Page, address: str) -> None:
    turn(page, f"{address}/p-none.html")
    page.locator('label[for="q-plain-0"]').click()
    do(page, "check")
    expect(page.locator(".result-line")).to_be_visible()
    expect(page.locator(".quiz-sure")).to_be_hidden()
