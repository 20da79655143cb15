"""My notes: what learners wrote and chose, gathered, carried away and deleted."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Open, Serve, Visit
from tests.support.browsing import too_wide, violations
from tests.support.reading import reading

OWN = "الحدود: what I'd change: hours"


def written(serving: Serve, enter: Open) -> Visit:
    """A learner who reflected, rated, voted, ranked and chose, on the page of notes."""
    visit = enter(serving(reading()), page="/content/p-border.html")
    visit.sco.locator("#q-own textarea").fill(OWN + "\nand the queue")
    visit.sco.evaluate("cw.go('p-choices.html')")
    visit.shows("Choices of your own")
    sco = visit.sco
    expect(sco.locator(".quiz").last).to_have_attribute("data-live", "")
    sco.locator("#q-measure .statement").first.get_by_label("partly").press(" ")
    sco.locator("#q-measure [data-do=check]").click()
    sco.locator("#q-vote .opt input").nth(1).press(" ")
    sco.locator("#q-vote [data-do=check]").click()
    sco.locator("#q-rank select").first.select_option(label="Networks")
    sco.locator("#q-rank select").nth(1).select_option(label="Data")
    sco.locator("#q-rank [data-do=check]").click()
    sco.locator("#q-budget .opt input").nth(0).press(" ")
    sco.locator("#q-budget .opt input").nth(2).press(" ")
    sco.locator("#q-budget [data-do=check]").click()
    sco.locator(".bar-menu").click()
    sco.get_by_role("link", name="My notes").click()
    visit.shows("My notes")
    sco.locator("textarea").wait_for()
    return visit


def test_everything_of_ones_own_on_one_page(serving: Serve, enter: Open) -> None:
    visit = written(serving, enter)
    expect(visit.sco.locator("textarea")).to_have_value(OWN + "\nand the queue")
    answers = visit.sco.locator("dl:visible")
    assert [text.split("\n") for text in answers.all_inner_texts()] == [
        ["I can say what changes.", "partly"],
        ["Your choice", "Small traders"],
        ["1.", "Networks", "2.", "Data"],
        ["Lamps", "Chosen", "A help desk", "Chosen"],
    ]
    assert not violations(visit.sco)
    visit.page.set_viewport_size({"width": 320, "height": 700})
    assert not too_wide(visit.sco)
    # A link leads back to the question, and what is changed here is changed there.
    visit.sco.locator("textarea").fill("Changed here")
    visit.sco.get_by_role("link", name="Tariffs at the border").click()
    visit.shows("Tariffs at the border")
    expect(visit.sco.locator("#q-own textarea")).to_have_value("Changed here")
    assert visit.problems == []


def test_carried_away_as_text(serving: Serve, enter: Open, context: BrowserContext) -> None:
    visit = written(serving, enter)
    with visit.page.expect_download() as download:
        visit.sco.get_by_role("button", name="Download").click()
    assert download.value.suggested_filename == "c.txt"
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    assert OWN + "\r\nand the queue" in text
    assert "1.\r\nNetworks\r\n2.\r\nData" in text
    assert "I know who decides" not in text
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.sco.get_by_role("button", name="Copy").press("Enter")
    expect(visit.sco.get_by_role("status").first).to_have_text("Copied.")
    assert OWN in visit.sco.evaluate("navigator.clipboard.readText()")
    visit.sco.evaluate("() => { window.print = () => { window.printed = 1 } }")
    visit.sco.get_by_role("button", name="Print").click()
    assert visit.sco.evaluate("printed") == 1
    visit.sco.evaluate("() => { document.execCommand = () => false }")
    visit.sco.get_by_role("button", name="Copy").click()
    expect(visit.sco.get_by_role("status").first).to_contain_text("does not let the page copy")
    assert visit.problems == []


def test_deleted_from_the_device_when_asked_twice(serving: Serve, enter: Open) -> None:
    visit = written(serving, enter)
    delete = visit.sco.get_by_role("button", name="Delete for good")
    expect(delete).to_be_hidden()
    visit.sco.locator("summary").press("Enter")
    assert not violations(visit.sco)
    delete.press("Enter")
    expect(visit.sco.locator("textarea")).to_have_value("")
    expect(visit.sco.get_by_role("status").first).to_have_text("Deleted from this device.")
    assert "what I'd change" not in visit.sco.evaluate("JSON.stringify(localStorage)")
    visit.leave()
    again = enter(visit.lms, page="/content/notes.html")
    expect(again.sco.locator("textarea")).to_have_value("")
    expect(again.sco.locator("dl:visible")).to_have_count(4)


def test_another_learner_sees_nothing(serving: Serve, enter: Open) -> None:
    visit = written(serving, enter)
    visit.leave()
    other = enter(visit.lms, learner="ben", page="/content/notes.html")
    expect(other.sco.locator("textarea")).to_have_value("")
    expect(other.sco.locator("dl:visible")).to_have_count(0)


def test_where_storage_is_forbidden_it_says_so(serving: Serve, enter: Open, context: BrowserContext) -> None:
    context.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }")
    visit = enter(serving(reading()), page="/content/notes.html")
    visit.sco.locator("textarea").fill("Words")
    expect(visit.sco.get_by_role("status").first).to_contain_text("does not keep what you write")
    assert visit.problems == []


def test_without_scripts_it_says_what_it_is(browser, serving: Serve) -> None:
    page: Page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{serving(reading(target='web')).url}/content/notes.html")
    expect(page.locator(".off")).to_contain_text("appears here")
    expect(page.get_by_role("heading", name="What would change at your border?")).to_be_visible()
    expect(page.locator("button:visible, textarea:visible, dl:visible")).to_have_count(0)
