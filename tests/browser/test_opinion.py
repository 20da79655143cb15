"""Votes, rankings and budgets in a real browser: what they say while one chooses, afterwards, and at the next visit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from builder.model import question as q
from tests.support import question_samples as samples
from tests.support.browsing import served, too_wide, violations, write

pytestmark = pytest.mark.browser

FREE = replace(samples.budget("q-free"), limit=None, costs=(), choose=(2, 2), unit="", model=())


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Two pages of practice: what is asked first, and what is asked again later."""
    folder = tmp_path_factory.mktemp("opinion")
    sure = replace(samples.vote("q-sure"), confidence=True)
    first = (samples.vote(), sure, samples.rank(), samples.budget(), FREE)
    again = samples.vote("q-vote-again", of="q-vote")
    later = (
        again,
        replace(samples.vote("q-sure-again", of="q-sure"), earlier=q.Earlier(1, confidence=True)),
        replace(samples.vote("q-rebuilt", of="q-vote"), earlier=q.Earlier(2, confidence=False)),
    )
    exam = (samples.vote("q-t-vote"), samples.rank("q-t-rank"), samples.budget("q-t-budget"), samples.single())
    pages = (
        samples.page(samples.quiz("quiz-1", questions=first), "p-first"),
        samples.page(samples.quiz("quiz-2", questions=later), "p-later"),
        samples.page(samples.quiz("exam", "test", exam), "p-exam"),
    )
    start = samples.page(samples.quiz("quiz-0", questions=()), "p-0")
    for language in ("en", "ar"):
        write(folder / language, samples.package(start, *pages, language=language))
    with served(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_context(viewport={"width": 650, "height": 800}).new_page()
    page.set_default_timeout(5000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    turn(page, f"{address}/en/p-first.html")
    yield page
    assert not errors
    page.context.close()


def turn(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".quiz")).to_have_attribute("data-live", "")


def pick(page: Page, question: str, *options: int) -> None:
    for option in options:
        page.locator(f'label[for="{question}-{option}"]').click()


def rank(page: Page, question: str, *items: int) -> None:
    for place, item in enumerate(items):
        page.locator(f"#{question}-{place}").select_option(str(item))


def give(page: Page, question: str) -> Locator:
    """Press the button of a question; what it says then."""
    page.locator(f'#{question} [data-do="check"]').click()
    return page.locator(f"#{question} .q-outcome")


def told(page: Page, question: str) -> Locator:
    return page.locator(f"#{question} .q-told")


def test_a_vote_tells_what_belongs_to_the_choice_and_marks_nothing(page: Page) -> None:
    pick(page, "q-vote", 1)
    outcome = give(page, "q-vote")
    expect(outcome).to_contain_text("Noted.")
    expect(outcome).to_contain_text("It depends on the border.")
    expect(page.locator("#q-vote .say:visible")).to_have_text(["They pay it at every crossing."], use_inner_text=True)
    assert page.locator("#q-vote-1").get_attribute("aria-describedby") == "q-vote-1-f"
    assert page.locator("#q-vote [data-mark]").count() == 0
    expect(page.locator("#q-vote").locator('[data-do="again"], [data-do="all"]').first).to_be_hidden()
    pick(page, "q-vote", 0)
    expect(outcome).to_be_hidden()
    expect(page.locator("#q-vote .say:visible")).to_have_count(0)


def test_a_vote_asked_again_stands_beside_the_first(page: Page, address: str) -> None:
    pick(page, "q-vote", 0)
    give(page, "q-vote")
    pick(page, "q-sure", 2)
    page.locator('label[for="q-sure-c3"]').click()
    give(page, "q-sure")
    turn(page, f"{address}/en/p-later.html")
    pick(page, "q-vote-again", 1)
    outcome = give(page, "q-vote-again")
    expect(outcome).to_contain_text(
        "You changed your view. Before: Firms that export by the container · Now: Traders with a few baskets"
    )
    pick(page, "q-vote-again", 0)
    expect(give(page, "q-vote-again")).to_contain_text("You kept your view.")
    pick(page, "q-sure-again", 1)
    expect(give(page, "q-sure-again")).to_contain_text("Before: Nobody · Now: Traders with a few baskets")
    page.reload()
    expect(page.locator("#q-vote-again .q-outcome")).to_contain_text("You kept your view.")


@pytest.mark.parametrize("question", ["q-vote-again", "q-rebuilt"])
def test_a_vote_without_a_readable_first_one_says_so(page: Page, address: str, question: str) -> None:
    if question == "q-rebuilt":  # the first vote has another fingerprint than this one looks for
        pick(page, "q-vote", 0)
        give(page, "q-vote")
    turn(page, f"{address}/en/p-later.html")
    pick(page, question, 1)
    expect(give(page, question)).to_contain_text("There is no earlier answer of yours to compare with.")


def test_a_ranking_refuses_an_item_twice_in_words_and_at_once(page: Page) -> None:
    rank(page, "q-rank", 3, 3)
    expect(told(page, "q-rank")).to_have_text("Networks is choice 1 already. Choose another.")
    assert told(page, "q-rank").get_attribute("role") == "status"
    expect(give(page, "q-rank")).to_contain_text("Networks is choice 1 already.")
    assert page.locator("#q-rank").get_attribute("data-state") == "chosen"
    page.locator("#q-rank-1").select_option("0")
    expect(told(page, "q-rank")).to_have_text("")
    expect(give(page, "q-rank")).to_contain_text("Noted.")
    expect(page.locator("#q-rank .say:visible")).to_have_text(
        ["Choice 2 See the lesson on data.", "Choice 1 Good."], use_inner_text=True
    )
    assert page.locator("#q-rank-0").get_attribute("aria-describedby") == "q-rank-i3-f"


def test_a_ranking_wants_every_place(page: Page) -> None:
    rank(page, "q-rank", 2)
    expect(give(page, "q-rank")).to_contain_text("Fill in all of them first.")


def test_a_budget_tells_what_is_spent_and_left_and_holds_the_limit(page: Page) -> None:
    expect(told(page, "q-budget")).to_have_text("Spent: 0 points. Left: 100 points. Chosen: 0. To choose: 1\u20133.")
    pick(page, "q-budget", 0, 1)
    expect(told(page, "q-budget")).to_contain_text("Spent: 80.50 points. Left: 19.50 points. Chosen: 2.")
    pick(page, "q-budget", 2)
    over = "Over the limit by 0.50 points: take something out."
    expect(told(page, "q-budget")).to_contain_text(over)
    expect(page.locator("#q-budget-3")).to_be_enabled()
    expect(give(page, "q-budget")).to_contain_text(over)
    expect(page.locator("#q-budget .profile")).to_be_hidden()
    pick(page, "q-budget", 0)
    expect(give(page, "q-budget")).to_contain_text("Ask who notices it first.")
    said = page.locator("#q-budget .say:visible")
    expect(said).to_have_text(["Those who wait longest gain most."], use_inner_text=True)
    expect(page.locator("#q-budget .profile td")).to_have_text(["1 · 20 points", "1 · 50.50 points"])
    expect(page.locator("#q-budget .q-model")).to_be_visible()
    bars = page.locator("#q-budget .profile progress").evaluate_all("all => all.map(bar => [bar.value, bar.max])")
    assert bars == [[2000, 7050], [5050, 7050]]


def test_a_budget_of_a_number_alone(page: Page) -> None:
    pick(page, "q-free", 0)
    expect(give(page, "q-free")).to_contain_text("Chosen: 1. To choose: 2.")
    assert page.locator("#q-free").get_attribute("data-state") == "chosen"
    pick(page, "q-free", 2, 3)
    expect(give(page, "q-free")).to_contain_text("Chosen: 3. To choose: 2.")
    pick(page, "q-free", 3)
    expect(give(page, "q-free")).to_contain_text("Noted.")
    expect(page.locator("#q-free .profile td")).to_have_text(["2", "0"])
    assert page.locator("#q-free .q-balance progress").count() == 0


def test_answers_stand_after_a_reload(page: Page) -> None:
    pick(page, "q-vote", 2)
    give(page, "q-vote")
    rank(page, "q-rank", 1, 0)
    give(page, "q-rank")
    pick(page, "q-budget", 1, 2)
    give(page, "q-budget")
    page.reload()
    expect(page.locator("#q-vote-2")).to_be_checked()
    expect(page.locator("#q-rank-0")).to_have_value("1")
    expect(page.locator("#q-rank .say:visible")).to_have_count(2)
    expect(told(page, "q-budget")).to_contain_text("Spent: 70.50 points.")
    expect(page.locator("#q-budget .q-model")).to_be_visible()
    for question in ("q-vote", "q-rank", "q-budget"):
        assert page.locator(f"#{question}").get_attribute("data-state") == "noted"


def test_they_can_be_asked_in_a_test_and_count_for_nothing(page: Page, address: str) -> None:
    turn(page, f"{address}/en/p-exam.html")
    page.locator('[data-do="start"]').click()
    pick(page, "q-t-vote", 0)
    rank(page, "q-t-rank", 1, 1)
    pick(page, "q-t-budget", 0, 3)
    expect(told(page, "q-t-budget")).to_contain_text("Over the limit by 20 points")
    page.reload()
    expect(page.locator("#q-t-rank-0")).to_have_value("1")
    expect(page.locator("#q-t-rank-1")).to_have_value("")
    expect(page.locator("#q-t-budget-3")).to_be_checked()
    pick(page, "q-single", 0)
    page.locator('[data-do="submit"]').click()
    page.locator('[data-do="finish"]').click()
    expect(page.locator(".result-line")).to_contain_text("100%")
    expect(page.locator("#q-t-vote .q-outcome")).to_contain_text("Noted.")
    expect(page.locator("#q-t-rank .say:visible")).to_have_text(["Choice 1"], use_inner_text=True)


@pytest.mark.parametrize(("language", "dark", "width"), [("en", False, 320), ("en", True, 650), ("ar", False, 367)])
def test_every_state_is_accessible_and_fits(
    *, browser: Browser, address: str, language: str, dark: bool, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light")
    page.set_default_timeout(5000)
    turn(page, f"{address}/{language}/p-first.html")
    assert not violations(page)
    assert not too_wide(page)
    pick(page, "q-vote", 0)
    pick(page, "q-budget", 0, 1, 2)
    rank(page, "q-rank", 0, 0)
    for question in ("q-vote", "q-budget", "q-rank"):
        give(page, question)
    assert not violations(page), "what cannot be handed in"
    pick(page, "q-budget", 0)
    rank(page, "q-rank", 0, 3)
    for question in ("q-budget", "q-rank"):
        give(page, question)
    assert not violations(page)
    assert not too_wide(page)
    page.context.close()
