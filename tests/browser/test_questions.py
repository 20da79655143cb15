"""Questions of every type in a real browser: by mouse and by keyboard, right, partly right and wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support import question_samples as samples
from tests.support.browsing import served, too_wide, violations, write

pytestmark = pytest.mark.browser

CHOICES = ("q-single", "q-multiple", "q-truefalse", "q-reasoned", "q-spot-table", "q-spot-text")
Answer = dict[str, str | bool]
Way = Callable[[Page, Answer], None]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("questions")
    write(folder / "en", samples.package(samples.page(samples.quiz())))
    write(folder / "fr", samples.package(samples.page(samples.quiz()), language="fr"))
    write(folder / "ar", samples.package(samples.page(samples.quiz()), language="ar"))
    with served(folder) as address:
        yield address


def opened(browser: Browser, address: str, *, width: int = 650, scheme: str = "light") -> Page:
    page = browser.new_page(
        viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page.set_default_timeout(5000)
    page.goto(address)
    expect(page.locator(".quiz")).to_have_attribute("data-live", "")
    return page


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = opened(browser, f"{address}/en/p-1.html")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert not errors
    page.context.close()


# What is put into the controls, by id: True ticks, a text is typed or chosen. Then the state and the words.
CASES: list[tuple[str, Answer, str, str]] = [
    ("q-single", {"q-single-0": True}, "right", "Right."),
    ("q-single", {"q-single-2": True}, "not-quite", "Not quite."),
    ("q-multiple", {"q-multiple-0": True, "q-multiple-1": True, "q-multiple-3": True}, "right", "Right."),
    ("q-multiple", {"q-multiple-0": True, "q-multiple-1": True}, "not-quite", "Partly right."),
    ("q-multiple", {"q-multiple-2": True}, "not-quite", "Not quite."),
    ("q-truefalse", {"q-truefalse-0": True}, "right", "Right."),
    ("q-truefalse", {"q-truefalse-1": True}, "not-quite", "Not quite."),
    ("q-reasoned", {"q-reasoned-0": True, "q-reasoned-r-0": True}, "right", "Right."),
    ("q-reasoned", {"q-reasoned-0": True, "q-reasoned-r-2": True}, "not-quite", "Your judgement is right"),
    ("q-short", {"q-short-in": "geneva"}, "right", "Right."),
    ("q-short", {"q-short-in": "Zurich"}, "not-quite", "Not quite."),
    ("q-numerical", {"q-numerical-in": "33"}, "right", "Right."),
    ("q-numerical", {"q-numerical-in": "24"}, "not-quite", "Not quite."),
    ("q-estimate", {"q-estimate-in": "20"}, "noted", "The answer: 32.5 to 33.5"),
    ("q-matching", {"q-matching-0": "0", "q-matching-1": "1", "q-matching-2": "2"}, "right", "Right."),
    ("q-matching", {"q-matching-0": "0", "q-matching-1": "3", "q-matching-2": "2"}, "not-quite", "2 of 3 right."),
    ("q-classify", {"q-classify-0": "1", "q-classify-1": "0", "q-classify-2": "1"}, "not-quite", "Not quite."),
    ("q-ordering", {"q-ordering-0": "0", "q-ordering-1": "1", "q-ordering-2": "2"}, "right", "Right."),
    ("q-ordering", {"q-ordering-0": "0", "q-ordering-2": "1", "q-ordering-1": "2"}, "not-quite", "2 of 4 right."),
    ("q-gaps", {"q-gaps-0": "1995", "q-gaps-1": "0"}, "right", "Right."),
    ("q-gaps", {"q-gaps-0": "1994", "q-gaps-1": "0"}, "not-quite", "1 of 2 right."),
    ("q-gaps", {"q-gaps-0": "1994", "q-gaps-1": "1"}, "not-quite", "Not quite."),
    ("q-spot-table", {"q-spot-table-0": True, "q-spot-table-1": True}, "right", "Right."),
    ("q-spot-table", {"q-spot-table-0": True}, "not-quite", "Right ones chosen: 1 of 2."),
    ("q-spot-text", {"q-spot-text-1": True}, "not-quite", "Not quite."),
    ("q-checklist", {"q-checklist-0-2": True, "q-checklist-1-0": True}, "noted", "Your profile"),
    ("q-reflection", {"q-reflection-in": "a farmer"}, "noted", "Kept on this device."),
    ("q-vote", {"q-vote-1": True}, "noted", "It depends on the border."),
    ("q-vote-again", {"q-vote-again-0": True}, "noted", "There is no earlier answer"),
    ("q-rank", {"q-rank-0": "3", "q-rank-1": "0"}, "noted", "Noted."),
    ("q-budget", {"q-budget-1": True, "q-budget-2": True}, "noted", "Ask who notices it first."),
]


def by_mouse(page: Page, answer: Answer) -> None:
    for name, value in answer.items():
        control = page.locator(f"#{name}")
        if value is True:
            page.locator(f'label[for="{name}"]').click()
        elif control.evaluate("each => each.tagName") == "SELECT":
            control.select_option(label=label_of(control, value))
        else:
            control.fill(str(value))


def by_keyboard(page: Page, answer: Answer) -> None:
    for name, value in answer.items():
        control = page.locator(f"#{name}")
        control.focus()
        if value is True:
            page.keyboard.press("Space")
        elif control.evaluate("each => each.tagName") == "SELECT":
            page.keyboard.type(label_of(control, value))
        else:
            page.keyboard.type(str(value))


def label_of(control: Locator, value: object) -> str:
    return str(control.evaluate("(each, value) => [...each.options].find(o => o.value === value).text", str(value)))


def question(page: Page, id: str) -> Locator:
    return page.locator(f"#{id}")


def checked(question: Locator) -> Locator:
    return question.locator('[data-do="check"]')


@pytest.mark.parametrize("way", [by_mouse, by_keyboard])
@pytest.mark.parametrize(("id", "answer", "state", "words"), CASES)
def test_answers_are_marked(*, page: Page, way: Way, id: str, answer: Answer, state: str, words: str) -> None:
    asked = question(page, id)
    assert asked.get_attribute("data-state") == "untouched"
    way(page, answer)
    assert asked.get_attribute("data-state") == "chosen"
    if way is by_mouse:
        checked(asked).click()
    else:
        checked(asked).focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.dataset.do") == "check"
    assert asked.get_attribute("data-state") == state
    expect(asked.locator(".q-outcome")).to_contain_text(words)


def test_only_what_was_chosen_is_explained_until_all_is_asked_for(page: Page) -> None:
    asked = question(page, "q-single")
    page.locator('label[for="q-single-2"]').click()
    checked(asked).click()
    expect(asked.locator(".say:visible")).to_have_count(1)
    assert page.locator("#q-single-2").get_attribute("aria-describedby") == "q-single-2-f"
    asked.locator('[data-do="all"]').click()
    expect(asked.locator(".say:visible")).to_have_count(3)  # the fourth option has nothing to say
    expect(asked.locator("#q-single-0-f")).to_contain_text("This is right.")
    asked.locator('[data-do="all"]').click()
    expect(asked.locator(".say:visible")).to_have_count(1)


def test_another_choice_takes_the_verdict_back(page: Page) -> None:
    asked = question(page, "q-single")
    page.locator('label[for="q-single-2"]').click()
    checked(asked).click()
    page.locator('label[for="q-single-0"]').click()
    expect(asked.locator(".q-outcome")).to_be_hidden()
    assert asked.locator("[data-mark]").count() == 0
    checked(asked).click()
    assert asked.get_attribute("data-state") == "right"


def test_try_again_begins_anew(page: Page) -> None:
    asked = question(page, "q-multiple")
    page.locator('label[for="q-multiple-2"]').click()
    checked(asked).click()
    asked.locator('[data-do="again"]').click()
    assert asked.get_attribute("data-state") == "untouched"
    assert asked.locator(":checked").count() == 0
    assert page.evaluate("document.activeElement.id") == "q-multiple-0"


@pytest.mark.parametrize(
    ("id", "answer", "words"),
    [
        ("q-single", {}, "Answer the question first."),
        ("q-reasoned", {"q-reasoned-0": True}, "Choose a reason too."),
        ("q-numerical", {"q-numerical-in": "many"}, "Type a number, such as 12.5."),
        ("q-matching", {"q-matching-0": "0"}, "Fill in all of them first."),
        ("q-reflection", {}, "Write a few words first."),
    ],
)
def test_what_is_missing_is_said(page: Page, id: str, answer: Answer, words: str) -> None:
    asked = question(page, id)
    by_mouse(page, answer)
    checked(asked).click()
    expect(asked.locator(".q-outcome")).to_contain_text(words)
    assert asked.get_attribute("data-state") in ("untouched", "chosen")


def test_items_are_moved_with_buttons(page: Page) -> None:
    asked = question(page, "q-ordering")
    for place, index in enumerate(range(4)):
        item = asked.locator(f'.item[data-i="{index}"]')
        while asked.locator(".item").nth(place).get_attribute("data-i") != str(index):
            item.locator('[data-move="-1"]').focus()
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.dataset.move") == "-1"
    checked(asked).click()
    assert asked.get_attribute("data-state") == "right"


def test_a_case_goes_step_by_step(page: Page) -> None:
    asked = question(page, "q-branch")
    expect(asked.locator(".step:visible")).to_have_count(1)
    page.locator('label[for="q-branch-s0-0"]').click()
    checked(asked).click()
    expect(asked.locator(".step:visible")).to_have_count(2)
    expect(asked.locator("#q-branch-s0-0-f")).to_contain_text("Right.")
    assert page.evaluate("document.activeElement.id") == "q-branch-s-data"
    page.locator('label[for="q-branch-s1-1"]').click()
    checked(asked).click()
    expect(asked.locator(".q-outcome")).to_contain_text("1 of 2 right.")
    assert asked.get_attribute("data-state") == "not-quite"
    asked.locator('[data-do="again"]').click()
    expect(asked.locator(".step:visible")).to_have_count(1)


def test_answers_stand_after_a_reload(page: Page) -> None:
    done = [case for case in CASES if case[2] == "right" or case[0] in ("q-estimate", "q-checklist", "q-reflection")]
    for name, answer, _, _ in done:
        by_mouse(page, answer)
        checked(question(page, name)).click()
    page.reload()
    expect(page.locator(".quiz")).to_have_attribute("data-live", "")
    for name, answer, state, _ in done:
        assert question(page, name).get_attribute("data-state") == state
        for control, value in answer.items():
            if value is not True:
                assert page.locator(f"#{control}").input_value() == value or name == "q-short"


def test_an_answer_to_an_earlier_version_is_told_and_not_shown(page: Page) -> None:
    page.locator('label[for="q-single-0"]').click()
    checked(question(page, "q-single")).click()
    page.route("**/p-1.html", lambda route: route.fulfill(response=route.fetch(), body=_edited(route.fetch().text())))
    page.reload()
    expect(page.locator(".quiz")).to_have_attribute("data-live", "")
    expect(question(page, "q-single").locator(".q-stale")).to_be_visible()
    assert question(page, "q-single").locator(":checked").count() == 0


def _edited(html: str) -> str:
    at = html.index('data-fp="', html.index('id="q-single"')) + len('data-fp="')
    return html[:at] + format(int(html[at : at + 2], 16) ^ 1, "02x") + html[at + 2 :]


def test_numbers_are_typed_in_the_locale(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/fr/p-1.html")
    page.locator("#q-numerical-in").fill("32,9")
    page.locator("#q-numerical-in").press("Enter")
    assert question(page, "q-numerical").get_attribute("data-state") == "right"
    page.reload()
    expect(page.locator("#q-numerical-in")).to_have_value("32,9")
    page.context.close()


def test_reflections_stay_on_the_device(page: Page) -> None:
    page.locator("#q-reflection-in").fill("my own words")
    checked(question(page, "q-reflection")).click()
    expect(question(page, "q-reflection").locator(".q-model")).to_be_visible()
    page.reload()
    expect(page.locator("#q-reflection-in")).to_have_value("my own words")


def test_a_checklist_makes_a_profile_to_print(page: Page) -> None:
    by_mouse(page, {"q-checklist-0-2": True, "q-checklist-1-1": True, "q-checklist-2-0": True})
    checked(question(page, "q-checklist")).click()
    profile = question(page, "q-checklist").locator(".profile")
    expect(profile.locator("tbody tr")).to_have_count(2)
    expect(profile).to_contain_text("Yes: 1 · Partly: 1 · No: 0")
    page.evaluate("window.print = () => { window.printed = document.querySelectorAll('.printed').length }")
    profile.locator('[data-do="print"]').click()
    assert page.evaluate("window.printed") == 2


def answer_everything(page: Page) -> None:
    for name in ("q-single-2", "q-multiple-0", "q-multiple-2", "q-truefalse-0", "q-reasoned-0", "q-reasoned-r-1"):
        page.locator(f'label[for="{name}"]').click()
    by_mouse(page, {"q-short-in": "Zurich", "q-numerical-in": "33", "q-estimate-in": "20", "q-gaps-0": "1994"})
    by_mouse(page, {"q-gaps-1": "0", "q-matching-0": "0", "q-matching-1": "1", "q-matching-2": "3"})
    by_mouse(page, {"q-classify-0": "0", "q-classify-1": "1", "q-classify-2": "1", "q-spot-table-0": True})
    by_mouse(page, {"q-spot-table-2": True, "q-spot-text-0": True, "q-reflection-in": "words", "q-case-1-1": True})
    by_mouse(page, {"q-case-2-0": True, "q-branch-s0-1": True, "q-checklist-0-2": True, "q-ordering-1": "0"})


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("en", "dark"), ("ar", "light")])
@pytest.mark.parametrize("width", [320, 650])
def test_every_state_is_accessible_and_fits(
    browser: Browser, address: str, width: int, scheme: str, language: str
) -> None:
    page = opened(browser, f"{address}/{language}/p-1.html", width=width, scheme=scheme)
    assert not violations(page)
    assert not too_wide(page)
    answer_everything(page)
    assert not violations(page)
    for button in page.locator('[data-do="check"]').all():
        button.click()
    assert not violations(page)
    assert not too_wide(page)
    for button in page.locator('[data-do="all"]:visible').all():
        button.click()
    assert not violations(page)
    assert not too_wide(page)
    page.context.close()


def test_targets_are_large_enough(page: Page) -> None:
    small = page.evaluate("""() => [...document.querySelectorAll(
        '.quiz :is(.opt > label, .btn, .move, .pair select, .q-typed .field)')]
        .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 44)
        .map(each => each.outerHTML.slice(0, 80))""")
    assert small == []


def test_questions_read_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/en/p-1.html")
    expect(page.locator("noscript .notice")).to_be_visible()
    expect(page.locator("#q-single-2-f")).to_be_visible()
    for number in range(2):
        expect(page.locator(".q-model").nth(number)).to_be_visible()
    expect(page.locator(".step").nth(3)).to_be_visible()
    context.close()
