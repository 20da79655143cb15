"""The files of a package: complete, well-formed, self-contained, small, the same each time."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from builder.archive import Entry
from builder.model.course import Asset
from builder.model.text import Paragraph, Picture
from builder.render.bundle import script
from builder.render.site import render_site
from tests.render.sample import AT as SPOT
from tests.render.sample import TEXT, Image, inl, par, sample
from tests.support import question_samples as questions

LANGUAGES = ("en", "fr", "ar", "qps")
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300.4"/>'


@pytest.fixture(scope="module")
def drawing(tmp_path_factory: pytest.TempPathFactory) -> Asset:
    file = tmp_path_factory.mktemp("media") / "map.svg"
    file.write_text(DRAWING)
    return Asset("media/map.svg", str(file), "Survey <2024>", "CC BY 4.0")


@pytest.fixture(scope="module")
def sites(drawing: Asset) -> dict[str, list[Entry]]:
    found = {}
    for language in LANGUAGES:
        found[language], diagnostics = render_site(
            sample(language, {"media/map.svg": drawing}), lms="scorm12", state_limit=4096
        )
        assert diagnostics == []
    every = questions.page(questions.quiz("practice", "quiz", questions.every_type()), "p-every")
    exam = questions.page(questions.exam(), "p-exam")
    package = questions.package(every, exam, banks=(questions.bank(8),))
    found["quiz"], diagnostics = render_site(package, lms="none", state_limit=0)
    assert diagnostics == []
    return found


@pytest.fixture(params=[*LANGUAGES, "quiz"])
def site(request: pytest.FixtureRequest, sites: dict[str, list[Entry]]) -> dict[str, bytes]:
    return dict(sites[request.param])


def documents(site: dict[str, bytes]) -> dict[str, html.HtmlElement]:
    return {path: html.document_fromstring(data) for path, data in site.items() if path.endswith(".html")}


def test_files(sites: dict[str, list[Entry]]) -> None:
    assert sorted(path for path, _ in sites["en"] if not path.startswith("cw/")) == [
        "about.html",
        "contents.html",
        "contents_.html",
        "glossary.html",
        "index.html",
        "keep.js",
        "media/map.svg",
        "p-end.html",
        "p-evidence.html",
        "p-welcome.html",
        "p-workers.html",
        "result.html",
    ]
    always = {"theme.css", "player.js", "ping.txt", "opening.css", "opening.js", "panel.css", "panel.js", "lists.css"}
    shared = {path.removeprefix("cw/") for path, _ in sites["en"] if path.startswith("cw/")}
    assert shared >= {*always, "figures.css"}
    assert {"quiz.js", "quiz.css", "mark.svg"}.isdisjoint(shared)


def test_html_is_well_formed(site: dict[str, bytes]) -> None:
    # An HTML parser repairs in silence; as XML, only void elements and bare attributes differ.
    for path, document in site.items():
        if path.endswith(".html"):
            text = document.decode().partition("\n")[2]
            text = re.sub(r"<(meta|link)([^>]*[^/])>", r"<\1\2/>", text)
            text = re.sub(r"(<\w[^>]*?) (hidden|defer)(?=[ >])", r'\1 \2=""', text)
            etree.fromstring(text)


def test_nothing_inline_and_nothing_from_elsewhere(site: dict[str, bytes]) -> None:
    for path, root in documents(site).items():
        assert root.xpath("//@style|//style") == [], path
        assert [s for s in root.iter("script") if not s.get("src") and s.get("type") != "application/json"] == []
        assert [name for e in root.iter() if isinstance(e.tag, str) for name in e.attrib if name.startswith("on")] == []
        loaded = root.xpath("//@src|//link/@href|//@srcset|//@action|//@poster")
        assert [address for address in loaded if "//" in address or address.startswith("data:")] == []
        for address in loaded:
            assert address in site, (path, address)
    for path, data in site.items():
        if path.endswith(".css"):
            assert not re.search(rb"url\(|@import|@font-face", data), path


def test_links_lead_somewhere(site: dict[str, bytes]) -> None:
    pages = documents(site)
    ids = {path: root.xpath("//@id") for path, root in pages.items()}
    for path, root in pages.items():
        assert len(ids[path]) == len(set(ids[path])), path
        for href in root.xpath("//a/@href"):
            file, _, fragment = href.partition("#")
            if "//" not in href:
                assert (file or path) in pages, (path, href)
                assert not fragment or fragment in ids[file or path], (path, href)
        for name in root.xpath("//@aria-labelledby"):
            assert name in ids[path]


def test_external_links(site: dict[str, bytes]) -> None:
    for root in documents(site).values():
        for link in root.xpath("//a[starts-with(@href, 'http')]"):
            assert (link.get("target"), link.get("rel")) == ("_blank", "noopener")
            assert link.xpath("span[@class='vh']")


def test_landmarks_and_headings(site: dict[str, bytes]) -> None:
    for path, root in documents(site).items():
        assert [len(root.xpath(f"//{name}")) for name in ("main", "h1", "title")] == [1, 1, 1], path
        assert root.find("body")[0].get("href") == "#main"
        levels = [int(e.tag[1]) for e in root.iter() if isinstance(e.tag, str) and re.fullmatch(r"h[1-6]", e.tag)]
        assert all(below - above <= 1 for above, below in pairwise(levels)), (path, levels)
        assert all(nav.get("aria-label") for nav in root.iter("nav"))
        assert root.xpath("//progress/@aria-label")


def test_language_and_direction(sites: dict[str, list[Entry]]) -> None:
    found = {}
    for language in LANGUAGES:
        root = documents(dict(sites[language]))["index.html"]
        found[language] = (root.get("lang"), root.get("dir"), root.get("data-decimal"))
    assert found == {
        "en": ("en", "ltr", "."),
        "fr": ("fr", "ltr", ","),
        "ar": ("ar", "rtl", "."),
        "qps": ("qps", "ltr", "."),
    }


def course_of(files: dict[str, bytes]) -> dict[str, Any]:
    """What the player's first script is told of the course."""
    text = files["cw/player.js"].decode()
    assert text.startswith("window.cw={course:")
    course, _ = json.JSONDecoder().raw_decode(text, len("window.cw={course:"))
    assert isinstance(course, dict)
    return course


def test_pages_are_a_chain(site: dict[str, bytes]) -> None:
    pages = documents(site)
    opening = pages["index.html"].find(".//main")
    assert not opening.get("data-key")
    assert opening.xpath(".//a[@rel='next']/@href") == [opening.get("data-next")]
    path, before, seen = opening.get("data-next"), None, []
    while (main := pages[path].find(".//main")).get("data-page"):
        assert main.get("data-prev") == before
        seen.append(main.get("data-key"))
        assert main.xpath(".//a[@rel='next']/@href") == [main.get("data-next")]
        before, path = path, main.get("data-next")
    course = course_of(site)
    assert course["keys"] == seen
    assert course["pages"] == len(seen)
    assert pages["contents.html"].xpath("//nav//a/@data-key") == seen


def test_place_in_the_bar(sites: dict[str, list[Entry]]) -> None:
    pages = documents(dict(sites["en"]))
    places = {path: root.find(".//main").get("data-place") for path, root in pages.items()}
    assert places["p-workers.html"] == "Lesson 1 of 2, page 2 of 3"
    assert places["contents_.html"] == "Lesson 2 of 2, page 1 of 1"
    assert places["p-end.html"] == "Trade and Gender: the Essentials"
    assert pages["p-workers.html"].xpath("//progress/@value") == ["2"]
    one = sample()
    lesson, _ = render_site(replace(one, lessons=one.lessons[:1]), lms="none", state_limit=0)
    assert documents(dict(lesson))["p-welcome.html"].find(".//main").get("data-place") == "Page 1 of 3"


def test_quiz_parts_come_only_where_they_are_needed(sites: dict[str, list[Entry]]) -> None:
    for path, root in documents(dict(sites["quiz"])).items():
        needed = bool(root.xpath("//div[@class='quiz']"))
        assert ("quiz" in root.find(".//main").get("data-parts", "").split()) == needed, path
        assert bool(root.xpath("//link[@href='cw/quiz.css']")) == needed or path == "result.html", path
    for root in documents(dict(sites["en"])).values():
        assert not root.xpath("//link[@href='cw/quiz.css']")


def test_result_lists_the_objectives_tested(sites: dict[str, list[Entry]]) -> None:
    result = documents(dict(sites["quiz"]))["result.html"]
    assert result.xpath("//table[@id='cw-objectives']//tr/@data-objective")
    assert documents(dict(sites["en"]))["result.html"].xpath("//table") == []


def test_picture_has_room_credit_and_caption(sites: dict[str, list[Entry]]) -> None:
    (picture,) = documents(dict(sites["en"]))["p-workers.html"].xpath("//figure[@class='pic']")
    image = picture.find("img")
    assert (image.get("width"), image.get("height"), image.get("alt")) == (
        "600",
        "300",
        "Maravia lies between two seas",
    )
    assert picture.find("figcaption").text_content() == "Maravia and its neighbours Survey <2024>, CC BY 4.0"
    assert dict(sites["en"])["media/map.svg"] == DRAWING.encode()


def test_only_pictures_that_are_shown(tmp_path: Path) -> None:
    package = sample("en", {"media/other.svg": Asset("media/other.svg", str(tmp_path / "other.svg"))}, text=())
    entries, diagnostics = render_site(package, lms="none", state_limit=0)
    assert [path for path, _ in entries if path.startswith("media/")] == []
    assert diagnostics == []


def test_missing_picture_is_an_error(tmp_path: Path) -> None:
    gone = Asset("media/gone.svg", str(tmp_path / "gone.svg"))
    for assets in ({"media/gone.svg": gone}, {}):
        text = (Picture(Image("media/gone.svg", "Gone", "", SPOT), SPOT),)
        _, diagnostics = render_site(sample("en", assets, text=text), lms="none", state_limit=0)
        assert [(d.code.id, d.span.path) for d in diagnostics] == [("P302", "c/media/gone.svg")]


def test_course_data_is_a_literal_whatever_it_holds() -> None:
    entries, _ = render_site(replace(sample(), id='"\u2028</script>\\'), lms="none", state_limit=0)
    assert course_of(dict(entries))["id"] == '"\u2028</script>\\'


def test_same_files_each_time(drawing: Asset) -> None:
    package = sample("fr", {"media/map.svg": drawing})
    once = render_site(package, lms="scorm12", state_limit=4096)[0]
    script.cache_clear()
    assert render_site(package, lms="scorm12", state_limit=4096)[0] == once


def test_first_text_page_is_small() -> None:
    words = "In developing countries, firms that export employ a larger share of women than firms that do not. "
    text = (*(Paragraph(inl(words * 4), SPOT) for _ in range(5)), par("The end."))
    site = dict(render_site(sample("en", text=text), lms="scorm12", state_limit=4096)[0])
    page = site["p-workers.html"]
    loaded = {path for path in site if path.encode() in page}
    assert loaded == {"cw/theme.css", "cw/text.css", "cw/player.js"} | {p for p in loaded if p.endswith(".html")}
    assert len(site["cw/theme.css"]) + len(site["cw/text.css"]) <= 6.5 * 1024
    assert len(page) - sum(len(words) * 4 for _ in range(5)) <= 3.5 * 1024, "what stands around the text"


def test_figures_and_lists_are_small(sites: dict[str, list[Entry]]) -> None:
    site = dict(sites["en"])
    assert len(site["cw/figures.css"]) <= 6.5 * 1024
    assert len(site["cw/lists.css"]) <= 2 * 1024
    links = documents(site)["p-workers.html"].xpath("//link/@href|//script/@src")
    assert len(links) + 1 <= 5, "requests with the page's own"


def test_every_construct_is_on_the_sample_page() -> None:
    from builder.render.block import BLOCK  # noqa: PLC0415

    apart = {"QuizBlock", "Recording", "Testimony"}
    assert {type(block).__name__ for block in TEXT} >= {kind.__name__ for kind in BLOCK} - apart
