"""The first course as it is built: every page in every state open to everybody, on a phone, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from lxml import html
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from builder.model.course import Asset
from tests.render.sample import sample
from tests.support import question_samples as questions
from tests.support.answering import answer, barriers, course_files, press
from tests.support.browsing import served, too_wide, write

TEST = "p-final-test.html"
COLOURS = ("color-contrast", "link-in-text-block")
PHONE, FRAME = {"width": 320, "height": 640}, {"width": 650, "height": 800}
"""The narrowest screen of WCAG 2.2, 1.4.10, and the frame of an LMS on a laptop."""


def pages() -> list[str]:
    return [name for name in course_files("web") if name.endswith(".html")]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The web edition of the course, in a folder."""
    folder = tmp_path_factory.mktemp("course")
    for name, data in course_files("web").items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


@pytest.fixture
def problems() -> Iterator[list[str]]:
    """What a test finds wrong; all of it is told at its end."""
    found: list[str] = []
    yield found
    assert not found, "\n".join(found)


@pytest.fixture
def learner(browser: Browser, course: Path, problems: list[str]) -> Iterator[Page]:
    """A browser with the course; errors, and requests to other hosts, are problems."""
    with served(course) as address:
        page = browser.new_context(base_url=address, viewport=FRAME).new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda said: problems.append(said.text) if is_error(said) else None)
        page.on("request", lambda asked: asked.url.startswith(address) or problems.append(asked.url))
        yield page
        page.context.close()


def is_error(said: ConsoleMessage) -> bool:
    # Chromium asks every server for an icon, which no page names.
    return said.type == "error" and "favicon" not in said.location["url"]


def turn_to(page: Page, name: str) -> None:
    page.goto(f"/{name}")
    expect(page.locator("#cw-prefs")).to_be_visible()
    if page.locator(".quiz").count():
        expect(page.locator(".quiz").first).to_have_attribute("data-live", "")


def hold(page: Page, state: str, problems: list[str], within: str = "main") -> None:
    """Note what is wrong with the page in this state: light, dark, on a phone, in the largest letters."""
    name = page.url.rpartition("/")[2]
    # What sticks lies over what is scrolled under it, and axe-core takes that for a small target.
    page.evaluate("document.querySelectorAll('.bar, .quiz-bar').forEach(each => { each.style.position = 'relative' })")
    # Between light and dark only the colours differ.
    for scheme, rules in (("dark", COLOURS), ("light", ())):
        page.emulate_media(color_scheme=scheme)
        problems += [f"{name}, {state}, {scheme}: {barrier}" for barrier in barriers(page, within, rules)]
    page.set_viewport_size(PHONE)
    for size in ("2", ""):
        page.evaluate("size => { document.documentElement.dataset.size = size }", size)
        if too_wide(page):
            problems.append(f"{name}, {state}, size {size or 'normal'}: scrolls sideways at 320 px")
    page.set_viewport_size(FRAME)


def test_every_page_in_every_state(learner: Page, problems: list[str]) -> None:
    asked = 0
    for name in pages():
        turn_to(learner, name)
        hold(learner, "as it opens", problems, "html")
        if name == TEST or not learner.locator(".quiz").count():
            continue
        for right in (True, False):
            press(learner, "again")
            asked += len(answer(learner, right=right))
            left = learner.locator(".q[data-state=untouched], .q[data-state=chosen]").count()
            assert left == 0, f"{left} questions of {name} were not answered"
            press(learner, "all")
            hold(learner, "answered right" if right else "answered wrong", problems)
    assert asked >= 2 * 20


def test_the_final_test_in_every_phase(learner: Page, course: Path, problems: list[str]) -> None:
    # All questions that may be drawn are, in the same order each time.
    text = (course / TEST).read_text("utf-8")
    everything = re.sub(r'"count":\d+', '"count":999', text)
    learner.route(f"**/{TEST}", lambda route: route.fulfill(body=everything, content_type="text/html; charset=utf-8"))
    learner.add_init_script("Math.random = () => 0.5")
    for right in (True, False):
        turn_to(learner, TEST)
        assert press(learner, "start") == 1
        hold(learner, "open", problems)
        press(learner, "submit")
        hold(learner, "asked whether to submit, nothing answered", problems)
        press(learner, "back")
        asked = answer(learner, right=right, submit=False)
        assert len(asked) == text.count('class="q"') > 6
        expect(learner.locator(".quiz-count")).to_have_text(f"{len(asked)} of {len(asked)} answered")
        hold(learner, "all answered", problems)
        press(learner, "submit")
        hold(learner, "asked whether to submit, all answered", problems)
        press(learner, "finish")
        expect(learner.locator(".result-line")).to_contain_text("100%" if right else "%")
        press(learner, "all")
        hold(learner, "reviewed", problems)
        turn_to(learner, "result.html")
        expect(learner.locator("#cw-result")).to_contain_text("%")
        hold(learner, "with a result", problems)
        # The course asks for seven days between two attempts: go on as another learner.
        learner.evaluate("localStorage.clear()")


@pytest.mark.parametrize("opener", [".bar-menu", "#cw-prefs"])
def test_panels(learner: Page, problems: list[str], opener: str) -> None:
    turn_to(learner, "index.html")
    learner.locator(opener).click()
    expect(learner.locator("dialog.panel")).to_be_visible()
    assert learner.locator("dialog.panel").evaluate("panel => getComputedStyle(panel).position") == "fixed"
    hold(learner, "with a panel", problems, "html")


@pytest.mark.parametrize("language", ["qps", "ar"])
def test_long_words_and_other_directions_fit(
    browser: Browser, tmp_path: Path, problems: list[str], language: str
) -> None:
    drawing = tmp_path / "map.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300"/>')
    write(tmp_path / "text", sample(language, {"media/map.svg": Asset("media/map.svg", str(drawing), "Own", "CC0")}))
    write(tmp_path / "asked", questions.package(questions.page(questions.quiz()), language=language))
    with served(tmp_path) as address:
        page = browser.new_context(base_url=address, viewport=FRAME).new_page()
        for name in sorted(file.name for file in (tmp_path / "text").glob("*.html")):
            turn_to(page, f"text/{name}")
            hold(page, language, problems, "html")
        turn_to(page, "asked/p-1.html")
        for right in (True, False):
            press(page, "again")
            answer(page, right=right)
            press(page, "all")
            hold(page, f"{language}, answered", problems, "html")
        page.context.close()
    # A language for tests is none that browsers know.
    problems[:] = [problem for problem in problems if not (language == "qps" and "html-lang-valid" in problem)]


def test_every_link_leads_somewhere(course: Path) -> None:
    trees = {name: html.fromstring((course / name).read_bytes()) for name in pages()}
    ids = {name: set(tree.xpath("//@id")) for name, tree in trees.items()}
    for name, tree in trees.items():
        policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy == ["default-src 'self'"], name
        assert tree.xpath("//*[@style] | //script[not(@src)] | //style") == [], name
        for link in tree.xpath("//@href | //@src"):
            file, part = urldefrag(link)
            if "://" in link:
                assert link.getparent().tag == "a", f"{name}: {link}"
            else:
                assert (course / (file or name)).is_file(), f"{name}: {link}"
                assert not part or part in ids[file or name], f"{name}: {link}"


@pytest.mark.parametrize("place", ["served", "from disk"])
def test_the_course_reads_without_scripts(browser: Browser, course: Path, problems: list[str], place: str) -> None:
    page = browser.new_context(java_script_enabled=False, viewport=PHONE).new_page()
    with served(course) as address:
        start = f"{address}/index.html" if place == "served" else (course / "index.html").as_uri()
        page.on("request", lambda asked: asked.url.startswith((address, "file:")) or problems.append(asked.url))
        page.goto(start)
        read = set()
        while True:
            read.add(page.url.rpartition("/")[2])
            expect(page.locator("main h1")).to_be_visible()
            assert len(page.locator("main").inner_text()) > 100
            for title in page.locator(".q-title").all():
                expect(title).to_be_visible()
            expect(page.locator("noscript .notice")).to_have_count(page.locator(".quiz").count())
            if "result.html" in page.url:
                break
            page.locator("a[rel=next]").click()
        page.locator(".bar-menu").click()
        expect(page.locator(".toc a[data-key]")).to_have_count(len(read) - 2)
    assert read == set(pages()) - {"about.html", "contents.html", "glossary.html", "notes.html"}
    page.context.close()


def test_the_course_from_disk(browser: Browser, course: Path) -> None:
    page = browser.new_context(viewport=FRAME).new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((course / "p-check-1.html").as_uri())
    expect(page.locator(".quiz")).to_have_attribute("data-live", "")
    answer(page, right=True)
    expect(page.locator(".result-line")).to_contain_text("100%")
    page.locator("a[rel=next]").click()
    page.locator("a[rel=prev]").click()
    expect(page.locator(".quiz")).to_have_attribute("data-live", "")
    expect(page.locator(".q[data-state=right]")).to_have_count(page.locator(".q").count())
    page.context.close()
    assert errors == []
