"""What is built for "My notes" and for lessons kept on the device."""

from __future__ import annotations

import json

from lxml import html

from tests.support.packages import packaged
from tests.support.reading import reading


def test_notes_gather_what_is_the_learners_own() -> None:
    page = html.document_fromstring(reading()["notes.html"])
    assert [title.text for title in page.iter("h3")] == [
        "What would change at your border?",
        "Your own measure",
        "Who gains most?",
        "What would help most?",
        "Two measures",
    ]
    assert [field.get("name") for field in page.iter("textarea")] == ["q-own"]
    assert page.xpath("//p[@class='note-place']/a/@href")[:2] == ["p-border.html#q-own"] * 2
    rows = [(dd.get("data-width"), json.loads(dd.get("data-words"))) for dd in page.iter("dd")]
    scale = ["", "not yet", "partly", "yes"]
    items = ["", "Data", "Agreements", "Networks"]
    assert rows[:5] == [
        ("2", scale),
        ("2", scale),
        ("1", ["Large firms", "Small traders"]),
        ("2", items),
        ("2", items),
    ]
    assert [row[0] for row in rows[5:]] == ["1", "1", "1"]


def test_a_course_without_personal_questions_has_no_notes() -> None:
    files = packaged()
    assert not {"notes.html", "cw/notes.js", "cw/notes.css"} & files.keys()
    assert "notes.html" not in files["contents.html"].decode()


def test_lists_of_what_is_kept() -> None:
    files = reading()
    course, release, common, *lessons = json.loads(files["cw/keep.json"])
    assert (course, release[:2], release[-1]) == ("cw|c|en|", "0-", "|")
    assert lessons[0][1:] == ["l-one", "media/house.svg", "p-border.html", "p-choices.html", "p-page.html"]
    assert [lesson[1:] for lesson in lessons[1:]] == [["l-two", "p-last.html"], ["p-test", "p-test.html"]]
    assert {"contents.html", "cw/player.js", "cw/index.js", "index.html"} <= {*common}
    assert "cw/ping.txt" not in common
    assert {*common} <= files.keys()


def test_the_release_of_what_is_kept_changes_with_any_file() -> None:
    releases = {json.loads(reading(language)["cw/keep.json"])[1] for language in ("en", "fr")}
    assert len(releases) == 2
