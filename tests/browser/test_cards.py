"""Cards: all of them without scripts; with the player by lists and by words, and found again as they were left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.render.sample import figure, inl, par, row, sample, table
from tests.support.browsing import served, too_wide, violations, write

KINDS = ("Tariffs", "Services; Rules", "Rules")
LARGE = figure(
    "cards",
    table(
        row("Measure", "Kind", "Who gains"),
        *(row(f"Measure {n} café" if n == 7 else f"Measure {n}", KINDS[n % 3], "Traders") for n in range(36)),
    ),
    inl("Invented."),
    filter="Kind, Who gains",
)
FEW = (row(f"Measure {n}", KINDS[n % 3]) for n in range(8))
SMALL = figure("cards", table(row("Measure", "Kind"), *FEW), filter="Kind")
PLAIN = figure("cards", table(row("Measure", "Kind"), row("Lamps", "Roads")))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("cards")
    write(folder, sample(text=(par("Look."), LARGE, SMALL, PLAIN)))
    with served(folder) as address:
        yield f"{address}/p-workers.html"


@pytest.fixture
def cards(page: Page, address: str) -> Page:
    page.goto(address)
    page.locator(".cards-bar").first.wait_for()
    return page


def shown(page: Page) -> int:
    return page.locator(".cards >> nth=0 >> li:visible").count()


def test_lists_choose_among_the_cards(cards: Page) -> None:
    count = cards.locator(".cards [role=status]").first
    expect(count).to_have_text("36 of 36 shown")
    kind = cards.get_by_label("Kind").first
    assert kind.locator("option").all_inner_texts() == ["All", "Tariffs", "Services", "Rules"]
    kind.select_option("Rules")
    expect(count).to_have_text("24 of 36 shown")
    kind.select_option("Services")
    expect(count).to_have_text("12 of 36 shown")
    assert shown(cards) == 12
    cards.get_by_label("Who gains").select_option("Traders")
    expect(count).to_have_text("12 of 36 shown")
    cards.get_by_role("button", name="Show all").first.click()
    expect(count).to_have_text("36 of 36 shown")
    expect(cards.get_by_role("button", name="Show all").first).to_be_focused()
    assert kind.input_value() == ""


def test_search_minds_neither_capitals_nor_accents(cards: Page) -> None:
    search = cards.get_by_label("Search")
    expect(search).to_have_count(1)  # the few cards of the second set need none
    search.fill("CAFE mea")
    expect(cards.locator(".cards [role=status]").first).to_have_text("1 of 36 shown")
    search.fill("nothing like it")
    expect(cards.locator(".cards [role=status]").first).to_have_text("0 of 36 shown")
    search.press("Enter")
    expect(search).to_be_visible()


def test_each_set_is_chosen_by_itself(cards: Page) -> None:
    expect(cards.locator(".cards-bar")).to_have_count(2)
    cards.get_by_label("Kind").nth(1).select_option("Tariffs")
    expect(cards.locator(".cards [role=status]")).to_have_text(["36 of 36 shown", "3 of 8 shown"])


def test_the_choice_is_there_on_the_way_back(cards: Page) -> None:
    cards.get_by_label("Kind").first.select_option("Services")
    cards.get_by_label("Search").fill("measure 1")
    expect(cards.locator(".cards [role=status]").first).to_have_text("6 of 36 shown")
    cards.locator("a[rel=next]").click()
    expect(cards.locator("main h1")).to_have_text("Reading evidence with care")
    cards.go_back()
    expect(cards.locator(".cards [role=status]").first).to_have_text("6 of 36 shown")
    assert cards.get_by_label("Search").input_value() == "measure 1"
    assert shown(cards) == 6


def test_without_scripts_all_cards_are_read(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    expect(page.locator(".cards li:visible")).to_have_count(45)
    expect(page.locator("select, .cards input")).to_have_count(0)


def test_print_shows_those_that_are_chosen(cards: Page) -> None:
    cards.get_by_label("Kind").first.select_option("Services")
    cards.emulate_media(media="print")
    assert shown(cards) == 12
    expect(cards.locator(".cards-bar select").first).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_cards_are_accessible_and_fit(browser: Browser, address: str, scheme: str) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 700}, color_scheme=scheme).new_page()  # type: ignore[arg-type]
    page.goto(address)
    page.locator(".cards-bar").first.wait_for()
    page.get_by_label("Kind").first.select_option("Rules")
    assert violations(page) == []
    assert not too_wide(page)
    page.evaluate("document.documentElement.dataset.size = 2")
    assert not too_wide(page)
    sizes = page.locator(".cards-bar :is(select, input, button)").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().height)"
    )
    assert min(sizes) >= 44


def test_cards_stand_in_two_columns_where_there_is_room(cards: Page) -> None:
    columns = "grid => getComputedStyle(grid).gridTemplateColumns.split(' ').length"
    for width, wanted in ((650, 2), (367, 1)):
        cards.set_viewport_size({"width": width, "height": 700})
        assert cards.locator(".cards ul").first.evaluate(columns) == wanted
