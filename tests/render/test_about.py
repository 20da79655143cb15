"""The page about a course: its standing, its dates, its changes, its sources."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from builder.model.course import Change
from builder.model.span import Span
from builder.render.about import references
from builder.render.dates import written
from builder.render.page import Shell
from builder.render.site import render_site
from tests.render.sample import sample

AT = Span("c/course.yaml", 1)


def pages(language: str, **values: object) -> dict[str, html.HtmlElement]:
    package = sample(language)
    course = replace(package.course, **values)  # type: ignore[arg-type]
    entries, _ = render_site(replace(package, course=course), lms="none", state_limit=0)
    return {path: html.document_fromstring(data) for path, data in entries if path.endswith(".html")}


def texts(page: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in page.xpath(path)]


def test_what_a_librarian_asks_stands_on_one_page() -> None:
    changes = (Change("2026-11-22", "Lessons 3 to 6.", AT), Change("2026-05", "First edition.", AT))
    given = {"edition": "", "as_of": "2026-11-22", "review_by": "2027-11", "changes": changes}
    made = pages("en", notice="Training material.\n\nNot an official document.", **given)
    about = made["about.html"]
    assert texts(about, "//main/header/p")[-2:] == ["Training material.", "Not an official document."]
    facts = dict(zip(texts(about, "//dl[@class='facts']//dt"), texts(about, "//dl[@class='facts']//dd"), strict=True))
    assert facts["Content as of"] == "22 November 2026"
    assert facts["To be reviewed by"] == "November 2027"
    assert texts(about, "//dl[@class='terms']/dt") == ["22 November 2026", "May 2026"]
    assert "Training material." in texts(made["index.html"], "//p[@class='edition']")[0]
    assert "Not an official" not in texts(made["index.html"], "//p[@class='edition']")[0]
    assert made["contents.html"].xpath("//a[@href='about.html']")


def test_every_source_is_listed_once_with_the_pages_that_cite_it() -> None:
    made = pages("en")
    listed = {found.get("id", ""): found for found in made["about.html"].xpath("//ul[@class='refs']/li")}
    cited: dict[str, set[str]] = {}
    for path, page in made.items():
        for link in page.xpath("//section[@aria-labelledby='sources']//li"):
            cited.setdefault(" ".join(link.text_content().split()).removesuffix(" ↩\ufe0e"), set()).add(path)
    assert len(listed) == len(cited) > 1
    assert {frozenset(link.get("href") for link in one.xpath("small/a")) for one in listed.values()} == {
        frozenset(paths) for paths in cited.values()
    }


@pytest.mark.parametrize(
    ("iso", "language", "expected"),
    [
        ("2026-11-22", "en", "22 November 2026"),
        ("2026-11", "fr", "novembre 2026"),
        ("2026-11-02", "es", "2 de noviembre de 2026"),
        ("2026-11-22", "en-US", "November 22, 2026"),
        ("", "en", ""),
    ],
)
def test_dates_are_written_as_the_language_writes_them(iso: str, language: str, expected: str) -> None:
    assert written(iso, language) == expected


def test_a_source_of_several_statements_stands_there_once() -> None:
    package = sample("en")
    one = package.course.sources["EV-01"]
    course = replace(package.course, sources={**package.course.sources, "EV-09": replace(one, id="EV-09")})
    places = Shell.of(package, "none", 0).places
    (found,) = references(course, {"EV-09": [places[1]], "EV-01": [places[0], places[1]]})
    assert found.places == places[:2]
