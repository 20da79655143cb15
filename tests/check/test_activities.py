"""Activities are checked as pages of courses are, and as what platforms make of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.check import check_programme
from tests.support.activities import activity, read, read_one


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("See [the other](c.md).\n", "L301"),
        ("See [a part](b.md#nowhere).\n", "L302"),
        ("See [the page](../../c/en/01-lesson/01-page.md).\n", "L104"),
        ("Ask for a [lens](glossary:lens).\n", "L304"),
        ("![](media/map.png)\n", "P301 P302"),
        ("![A map](media/map.png)\n", "P302"),
        ("A fact [@EV-99].\n", "C301"),
        ("A fact [@Z-01].\n", "C302"),
    ],
)
def test_texts_keep_the_rules_of_pages(tmp_path: Path, body: str, codes: str) -> None:
    other = activity("survey", "## Why? {#s-why .text}\n", id="b")
    for kind in ("page", "forum"):
        assert read(tmp_path, {"en/a.md": activity(kind, body), "en/b.md": other}).codes == [
            f"{code}:7" for code in codes.split()
        ]
    asked = activity("survey", f"## Why? {{#s-why .text}}\n\n{body}")
    assert read(tmp_path, {"en/a.md": asked, "en/b.md": other}).codes == [f"{code}:9" for code in codes.split()]


def test_links_lead_to_activities_questions_and_chapters(tmp_path: Path) -> None:
    body = "[One](b.md), [why](b.md#s-why) and [the start](c.md#ch-start).\n"
    files = {
        "en/a.md": activity("page", body),
        "en/b.md": activity("survey", "## Why? {#s-why .text}\n", id="b"),
        "en/c.md": activity("book", "## Start {#ch-start}\n\nText.\n", id="c-book"),
    }
    assert read(tmp_path, files).codes == []


def test_long_texts_and_reserved_names_of_pages_do_not_matter(tmp_path: Path) -> None:
    files = {
        "en/a.md": activity("page", "word " * 2000 + "\n"),
        "en/b.md": activity("survey", "## A {#main .text}\n", id="index"),
    }
    assert read(tmp_path, files).codes == []


@pytest.mark.parametrize(("length", "codes"), [(255, []), (256, ["A115:7"])])
@pytest.mark.parametrize(("kind", "rest"), [("survey", "{#s-a .text}\n"), ("book", "\n\nText.\n")])
def test_headings_fit_into_a_name(tmp_path: Path, length: int, codes: list[str], kind: str, rest: str) -> None:
    heading = ("word " * 60)[: length - 3] + "end"
    assert read_one(tmp_path, kind, f"## *{heading}* {rest}")[1] == codes


def test_options_fit_into_a_name(tmp_path: Path) -> None:
    long = "word " * 52
    assert read_one(tmp_path, "survey", f"## A {{#s-a .several}}\n\n- [ ] {long}\n")[1] == ["A115:9"]
    asked = "## A {#s-a .rating}\n\n## B {#s-b .rating}\n"
    assert read_one(tmp_path, "survey", asked, f"scale: [Little, {long}]\n")[1] == ["A115:5"]


def test_titles_fit_into_a_name(tmp_path: Path) -> None:
    text = activity("page").replace("Activity", "A" * 256)
    assert read(tmp_path, {"en/a.md": text}).codes == ["A115:0"]


@pytest.mark.parametrize("kind", ["one", "several", "menu"])
@pytest.mark.parametrize(("option", "codes"), [(1, []), (3, []), (4, ["A225:15"]), (99, ["A225:15"])])
def test_a_condition_names_an_option_that_is_there(tmp_path: Path, kind: str, option: int, codes: list[str]) -> None:
    first = f"## A {{#s-a .{kind}}}\n\n- [ ] B\n- [ ] C\n- [ ] D\n\n---\n\n"
    assert read_one(tmp_path, "survey", f"{first}## E {{#s-e .text when=s-a:{option}}}\n")[1] == codes


def test_a_condition_may_hang_on_a_scale_of_the_front_matter(tmp_path: Path) -> None:
    body = "## A {#s-a .rating}\n\n---\n\n## B {#s-b .text when=s-a:3}\n"
    assert read_one(tmp_path, "survey", body, "scale: [Little, Some]\n")[1] == ["A225:12"]
    assert read_one(tmp_path, "survey", body, "scale: [Little, Some, Much]\n")[1] == []


def test_a_folder_of_a_language_that_is_not_listed(tmp_path: Path) -> None:
    result = read(tmp_path, {"fr/a.md": activity("page")})
    assert [(one.code.id, one.span.path) for one in check_programme(result.programme)] == [("M105", "activities/fr")]
