"""Activities by their kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.model import activity as a
from builder.source.activity.kinds import KINDS
from builder.source.fmt import format_course
from builder.source.quiz.words import plain, plain_blocks
from tests.support.activities import activity, read, read_one

WEEK = 7 * 86400


def test_without_a_folder_there_is_nothing(tmp_path: Path) -> None:
    result = read(tmp_path, {})
    assert (result.commons.folder, result.commons.id, result.commons.language) == ("activities", "activities", "en")
    assert list(result.commons.pages) == []
    assert result.activities == {}
    assert result.codes == []


def test_a_folder_that_leads_elsewhere_is_not_read(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "en"
    elsewhere.mkdir(parents=True)
    (elsewhere / "a.md").write_text(activity("survey", "## Why? {.text}\n"), "utf-8")
    root = tmp_path / "courses"
    root.mkdir()
    (root / "activities").symlink_to(elsewhere.parent, target_is_directory=True)
    result = read(root, {})
    assert [one.code.id for one in result.diagnostics] == ["Y103"]
    assert result.activities == {}
    assert format_course(root, "activities", ["en"], source_language="en") == ({}, [])


def test_the_commons_are_a_course(tmp_path: Path) -> None:
    body = (
        "See [the survey](b.md#s-why), a [lens](glossary:gender-lens) and a fact [@EV-01].\n\n![A map](media/map.png)\n"
    )
    picture = b"\x89PNG\r\n\x1a\n"
    survey = activity("survey", "## Why? {#s-why .text}\n", id="b")
    files: dict[str, str | bytes | None] = {"en/a.md": activity("page", body), "en/b.md": survey}
    files["media/map.png"] = picture
    files["media/media.yaml"] = "- {file: map.png, source: Own drawing, licence: CC BY 4.0}\n"
    result = read(tmp_path, files)
    assert result.codes == []
    (lesson,) = result.commons.lessons
    assert [page.path for page in lesson.pages] == ["a.md", "b.md"]
    assert list(result.activities) == ["a", "b"]
    assert result.commons.sources["EV-01"].verified
    assert "gender-lens" in result.commons.glossary
    (asset,) = result.commons.assets.values()
    assert (asset.path, asset.source, asset.licence) == ("media/map.png", "Own drawing", "CC BY 4.0")


def test_the_page_of_a_form_holds_its_introduction_and_that_of_the_commons_all(tmp_path: Path) -> None:
    result = read(tmp_path, {"en/a.md": activity("survey", "Hello.\n\n## Why? {#s-why .text}\n\nIn a word.\n")})
    assert plain_blocks(result.activities["a"].page.blocks) == "Hello."
    assert plain_blocks(next(result.commons.pages).blocks) == "Hello.\nWhy?\nIn a word."


@pytest.mark.parametrize(
    ("kind", "front", "expected"),
    [
        ("page", "", a.Text),
        ("label", "", a.Label),
        ("forum", "single: true\n", a.Forum),
        ("glossary", "", a.Words),
    ],
)
def test_kinds_that_are_text(tmp_path: Path, kind: str, front: str, expected: type) -> None:
    one, codes = read_one(tmp_path, kind, front=front)
    assert isinstance(one, expected)
    assert plain_blocks(one.page.blocks) == "Text."
    assert codes == []


def test_every_kind_of_the_model_can_be_written() -> None:
    assert {kind.kind for kind in a.Placed.__subclasses__()} == {*KINDS} - {"file", "folder", "testimony"} | {"files"}


def test_a_book_has_chapters_and_parts(tmp_path: Path) -> None:
    body = "Before.\n\n## One {#ch-one}\n\nText.\n\n### A part\n\n#### Deeper\n\nMore.\n\n## Two\n"
    book, codes = read_one(tmp_path, "book", body)
    assert isinstance(book, a.Book)
    assert plain_blocks(book.page.blocks) == "Before."
    assert [(plain(chapter.title), chapter.sub, chapter.id) for chapter in book.chapters] == [
        ("One", False, "ch-one"),
        ("A part", True, ""),
        ("Two", False, ""),
    ]
    assert plain_blocks(book.chapters[1].blocks) == "Deeper\nMore."
    assert codes == []


def test_a_survey_says_how_it_is_answered(tmp_path: Path) -> None:
    front = "anonymous: true\nagain: true\nthanks: Thank you.\n"
    survey, codes = read_one(tmp_path, "survey", "## Why? {#s-why .text}\n", front)
    assert isinstance(survey, a.Survey)
    assert (survey.anonymous, survey.again, survey.thanks) == (True, True, "Thank you.")
    assert codes == []


def test_a_collection_has_fields(tmp_path: Path) -> None:
    collection, codes = read_one(tmp_path, "collection", "## Plan {#f-plan .file}\n", "shared: true\nentries: 3\n")
    assert isinstance(collection, a.Collection)
    assert (collection.shared, collection.entries, collection.items[0].kind) == (True, 3, "file")
    assert codes == []


def test_a_poll_has_options(tmp_path: Path) -> None:
    front = "limit: 12\nseveral: true\nresults: never\n"
    poll, codes = read_one(tmp_path, "poll", "When?\n\n- [ ] On *Monday*\n- [ ] On Friday\n", front)
    assert isinstance(poll, a.Poll)
    assert [plain(option) for option in poll.options] == ["On Monday", "On Friday"]
    assert (poll.limit, poll.several, poll.results) == (12, True, "never")
    assert plain_blocks(poll.page.blocks) == "When?"
    assert codes == []
    assert a.Poll(page=poll.page, options=()).results == getattr(read_one(tmp_path, "poll")[0], "results", "")


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("- [ ] One\n", ["A214:7"]),
        ("- [ ] One\n- [ ] Two\n\nMore.\n", ["A218:10"]),
        ("- [ ] One\n\nOr:\n\n- [ ] Two\n- [ ] Three\n", ["A217:7"]),
        ("- [ ] One\n- [ ] One\n", ["A213:8"]),
    ],
)
def test_polls_with_mistakes(tmp_path: Path, body: str, codes: list[str]) -> None:
    assert read_one(tmp_path, "poll", body)[1] == codes


def test_files_to_take_away(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {"media/one.pdf": b"%PDF-1.7", "media/two.pdf": b"%PDF-1.7"}
    files["en/a.md"] = activity("folder", front="files: [media/one.pdf, media/./two.pdf]\nprint: [c]\n")
    files["en/b.md"] = activity("file", front="file: media/two.pdf\n", id="b")
    result = read(tmp_path, files)
    folder, file = result.activities["a"], result.activities["b"]
    assert isinstance(folder, a.Download)
    assert isinstance(file, a.Download)
    assert (folder.files, folder.folder, folder.print) == (("media/one.pdf", "media/two.pdf"), True, ("c",))
    assert (file.files, file.folder, file.print) == (("media/two.pdf",), False, ())
    assert sorted(result.commons.assets) == ["media/one.pdf", "media/two.pdf"]
    assert result.codes == []


def test_an_assignment_has_its_date_after_the_start(tmp_path: Path) -> None:
    front = "files: 2\ntypes: [.pdf, PPTX]\ntext: false\ndue: 3 weeks\npoints: 20\n"
    work, codes = read_one(tmp_path, "assignment", front=front)
    assert isinstance(work, a.Assignment)
    assert (work.files, work.types, work.text, work.due, work.points) == (2, (".pdf", ".pptx"), False, 3 * WEEK, 20)
    assert codes == []


def test_an_assignment_of_few_words(tmp_path: Path) -> None:
    work, _ = read_one(tmp_path, "assignment")
    assert work == a.Assignment(page=work.page)


@pytest.mark.parametrize(
    ("url", "codes"),
    [
        ("https://www.wto.org/", []),
        ("http://example.org/", ["L305:0"]),
        ("ftp://example.org/", ["A103:0"]),
        ("https://", ["A103:0"]),
        ('"https://example.org/two words"', ["A103:0"]),
        ('"http://[oops"', ["A103:0"]),
        ('""', ["Y221:5"]),
    ],
)
def test_addresses(tmp_path: Path, url: str, codes: list[str]) -> None:
    assert read_one(tmp_path, "url", front=f"url: {url}\n")[1] == codes


@pytest.mark.parametrize(
    ("kind", "front", "codes"),
    [
        ("pag", "", ["Y214:4"]),
        ("page", "minutes: 4\n", ["Y212:5"]),
        ("page", "anonymus: true\n", ["Y212:5"]),
        ("url", "", ["Y213:1"]),
        ("file", "", ["Y213:1"]),
        ("survey", "print: [c]\n", ["A101:5", "A201:0"]),
        ("assignment", "due: 3\n", ["A113:5"]),
        ("assignment", "due: 900000 days\n", ["A113:5"]),
        ("forum", "single: perhaps\n", ["Y211:5"]),
    ],
)
def test_front_matter_with_mistakes(tmp_path: Path, kind: str, front: str, codes: list[str]) -> None:
    assert sorted(read(tmp_path, {"en/a.md": activity(kind, front=front)}).codes) == codes


def test_a_forum_of_one_thread_needs_what_opens_it(tmp_path: Path) -> None:
    assert read_one(tmp_path, "forum", "", "single: true\n")[1] == ["A102:0"]
    assert read_one(tmp_path, "forum", "")[1] == []


def test_two_activities_with_one_id(tmp_path: Path) -> None:
    result = read(tmp_path, {"en/a.md": activity("page"), "en/b.md": activity("label")})
    assert isinstance(result.activities["a"], a.Text)
    assert len(list(result.commons.pages)) == 2
    assert result.codes == ["I102:0"]


def test_an_activity_without_id(tmp_path: Path) -> None:
    result = read(tmp_path, {"en/a.md": activity("page").replace("id: a\n", "")})
    assert result.activities == {}
    assert result.codes == ["I101:0"]


def test_an_activity_may_be_called_like_a_page_of_the_tools_own(tmp_path: Path) -> None:
    assert read(tmp_path, {"en/a.md": activity("glossary", id="glossary")}).codes == []


@pytest.mark.parametrize("text", ["", "no front matter", "---\n- a\n---\n", "---\nkind: [survey]\n---\n## A {"])
def test_unreadable_files_are_reported(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, {"en/a.md": text}).codes
