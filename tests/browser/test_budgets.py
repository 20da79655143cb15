"""What pages may weigh and ask for: the budgets of docs/architecture.md, on text as it is written for courses."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest
from playwright.sync_api import expect

from builder.render.bundle import shared_files
from tests.browser.conftest import START, Open, Serve
from tests.render.sample import sample
from tests.support.answering import course_files
from tests.support.miniature import MINIATURE
from tests.support.packages import built

LANGUAGES = ["en", "fr", "es", "ar"]
KB = 1024

LATER = ("cw/mend.js", "cw/panel.js", "cw/index.js")
"""Loaded when something is to be told, opened or looked for; the first of them a second after launch."""

ASIDE = frozenset({"cw/panel.js", "cw/compare.js", "keep.js"})
"""Scripts that a button or another package brings, not the way from the opening page to the closing page."""

PAGE = """\
---
id: p-{name}
title: What a tariff does
objective: O1
minutes: 4
lead: A tariff is paid at the border, but not by the same people everywhere.
---

{paragraphs}

## Who pays

- The **importer** pays first.
- The shop adds it to the price.
- The household pays last.

::: keypoint

Ask who buys what, and then who pays.

:::
"""

PARAGRAPH = (
    "A tariff is a tax on goods that cross a border. It makes foreign goods dearer, and it protects those at home who"
    " make the same. Which households feel it depends on what they buy: food and clothes weigh more in a small purse"
    " than in a large one, and women and men do not hold purses of the same size [@EV-01]."
)
"""Fifty-odd words."""


@cache
def text_course(language: str) -> Mapping[str, bytes]:
    """The SCORM package of three pages of text, of more than 300 words each, with a citation and a key point."""
    text = "\n\n".join([PARAGRAPH] * 5)
    lesson = f"c/{language}/01-lesson"
    files: dict[str, str | None] = {
        "programme.yaml": MINIATURE["programme.yaml"].replace("[en]", f"[{language}]").replace(": en", f": {language}"),
        "c/en/01-lesson/lesson.yaml": None,
        "c/en/01-lesson/01-page.md": None,
        f"glossary/{language}.yaml": MINIATURE["glossary/en.yaml"],
        f"{lesson}/lesson.yaml": MINIATURE["c/en/01-lesson/lesson.yaml"],
        **{f"{lesson}/0{n}-{name}.md": PAGE.format(name=name, paragraphs=text) for n, name in enumerate("abc")},
    }
    return built(files, "scorm12")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_text_is_light(serving: Serve, enter: Open, language: str) -> None:
    files = text_course(language)
    lms = serving(files)
    visit = enter(lms, still=True)
    visit.shows("What a tariff does")
    asked = [path.removeprefix("/content/") for path in lms.requests if path.startswith("/content/")]
    assert len(asked) <= 5
    assert not {*LATER} & {*asked}
    assert sum(len(files[path]) for path in asked) <= 25 * KB
    assert len(visit.sco.locator("main").inner_text().split()) > 300
    assert visit.problems == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_opening_page_is_light(serving: Serve, enter: Open, language: str) -> None:
    for files in (text_course(language), course_files("scorm12")):
        lms = serving(files)
        visit = enter(lms, page=START, still=True)
        expect(visit.sco.locator(".begin a")).to_be_visible()
        asked = [path.removeprefix("/content/") for path in lms.requests if path.startswith("/content/")]
        assert "index.html" in asked
        assert len(asked) <= 5
        assert not {*LATER} & {*asked}
        assert sum(len(files[path]) for path in asked) <= 25 * KB
        assert visit.problems == []


def test_the_first_page_of_scorm_2004_is_light(serving: Serve, enter: Open) -> None:
    """The page that TG-101 begins with; what reports questions comes with the first page that has some."""
    files = course_files("scorm2004-4th")
    lms = serving(files)
    lms.format = "scorm2004"
    visit = enter(lms, page=START, still=True)
    expect(visit.sco.locator(".begin a")).to_be_visible()
    asked = [path.removeprefix("/content/") for path in lms.requests if path.startswith("/content/")]
    assert "index.html" in asked
    assert len(asked) <= 5
    assert not {*LATER, "cw/scorm2004.js"} & {*asked}
    assert sum(len(files[path]) for path in asked) <= 25 * KB
    visit.sco.locator(".begin a").click()
    visit.sco.locator(".quiz[data-live]").first.wait_for()
    assert "/content/cw/scorm2004.js" in lms.requests
    assert visit.problems == []


def test_the_first_page_of_cmi5_is_light() -> None:
    """It speaks to the record store itself, which costs 0.8 KB before the page can be read, and 5 KB beside it."""
    files = course_files("cmi5")
    page = files["index.html"].decode()
    asked = ["index.html", *re.findall(r'(?:href|src)="(cw/[^"]+\.(?:css|js))"', page)]
    assert "cw/player.js" in asked
    assert sum(len(files[path]) for path in asked) <= 26 * KB
    assert len(files["cw/cmi5.js"]) <= 5.5 * KB


def test_the_way_through_the_course_loads_few_scripts() -> None:
    scripts = scripts_of_the_course("en")
    on_the_way = scripts.keys() - ASIDE
    assert on_the_way >= {"cw/player.js", "cw/quiz.js", "cw/mend.js", "cw/opening.js", "cw/notes.js", "cw/closing.js"}
    assert sum(scripts[path] for path in on_the_way) <= 48 * KB


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_scripts_of_the_course_together(language: str) -> None:
    """The comparison with a diagnostic comes with the closing page of a course that a test of another one precedes."""
    scripts = scripts_of_the_course(language)
    assert scripts.pop("cw/compare.js") <= 1.5 * KB
    assert sum(scripts.values()) <= 59 * KB


def scripts_of_the_course(language: str) -> dict[str, int]:
    """What each script of TG-101 weighs with the words of ``language``, but for the search index."""
    files = course_files("scorm12")
    made = {path: len(data) for path, data in files.items() if path.endswith(".js") and path != "cw/index.js"}
    config = re.match(r"window\.cw=\{course:(\{.*?\}),words:", files["cw/player.js"].decode())
    assert config
    json.loads(config[1])
    parts = {path[3:-3] for path in made if path.startswith("cw/")} - {"player"}
    course = replace(sample().course, language=language)
    spoken = shared_files(course, config[1], "scorm12", parts)
    scripts = {**made, **{path: len(data) for path, data in spoken if path.endswith(".js")}}
    assert scripts.keys() == made.keys()
    assert scripts == made or language != "en"
    return scripts


def test_the_course_begins_with_a_handful_of_calls(serving: Serve, enter: Open) -> None:
    lms = serving(course_files("scorm12"))
    visit = enter(lms)
    visit.page.wait_for_timeout(400)
    assert len(visit.calls()) <= 8
    assert visit.calls("LMSCommit") == []
    visit.pass_time(60)
    assert lms.attempts == 0
    assert visit.problems == []
