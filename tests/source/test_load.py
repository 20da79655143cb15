"""Folders of courses to the model."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from builder.diagnostics import Diagnostic
from builder.model.course import Course, Programme
from builder.model.span import Span
from builder.model.text import Citation, QuizBlock, Text
from builder.source.files import decode
from builder.source.load import load_course, load_programme
from tests.support.miniature import write

PAGE = "c/en/01-lesson/01-page.md"


def load(root: Path, language: str = "en") -> tuple[Programme, Course | None, list[Diagnostic]]:
    programme, found = load_programme(root)
    assert programme is not None
    course, more = load_course(programme, "c", language)
    return programme, course, found + more


def codes(found: list[Diagnostic]) -> list[str]:
    return [f"{d.span.path}:{d.span.line} {d.code.id}" for d in found]


def test_a_whole_course(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "programme.yaml": "id: p\ntitle: {en: Programme, fr: Le programme}\nlanguages: [en, fr]\n"
            "source_language: en\ncourses: [c, d]\nprerequisites: {d: [c]}\npublisher: WTO\nurl: https://example.org/\n"
            "lms: {site: Moodle}\n",
            "c/course.yaml": "id: c\ncode: TG-1\ntitle: {en: Course, fr: Cours}\nobjectives:\n  O1: {en: One, fr: Un}\n"
            "authors: [Ana, Ben]\nkeywords: trade\nlicence: CC BY 4.0\nedition: 2026\nminutes: 240\ncolour: plum\n"
            "package: lesson\ninteractions: none\npass: 60\ncomplete: {pages: true}\n",
            "c/en/01-lesson/lesson.yaml": "id: l-1\ntitle: 'Lesson: one'\nminutes: 20\nobjectives: [O1]\n",
            PAGE: '---\nid: p-1\ntitle: "A: b"\nobjectives: [O1]\nminutes: 4\nlead: One *sentence* [@EV-01].\n---\n'
            "\nText[^1].\n\n![Map](../../media/map.svg)\n\n::: quiz {#quiz-1}\n\n"
            "## Why? {#q-1}\n\n= because\n\n:::\n\n[^1]: Note.\n",
            "c/en/01-lesson/_draft.md": "no page",
            "c/en/banks/o1.md": "---\nid: bank-1\ntitle: Bank\nkind: bank\n---\n\n## How many? {#q-2}\n\n= 3\n",
            "c/en/final-test.md": "---\nid: test\ntitle: Test\nkind: test\n---\n"
            "\nIntroduction.\n\n## Is it? {#q-3}\n\n= yes\n",
            "c/media/media.yaml": "- {file: map.svg, source: Own work, licence: CC BY 4.0}\n",
        },
    )
    programme, course, found = load(tmp_path)
    assert found == []
    assert programme.title == {"en": "Programme", "fr": "Le programme"}
    assert programme.prerequisites == {"d": ("c",)}
    assert programme.lms == {"site": "Moodle"}
    assert not programme.sources["Z-01"].verified
    assert programme.sources["EV-01"].year == "2020"
    assert programme.glossaries["en"]["gender-lens"].term == "Gender lens"
    assert course is not None
    assert (course.title, course.edition, course.keywords) == ("Course", "2026", ("trade",))
    assert course.authors == ("Ana", "Ben")
    assert (course.package, course.interactions, course.complete_pages, course.release) == ("lesson", "none", True, 0)
    assert course.objectives["O1"].text == "One"
    lesson, loose = course.lessons
    assert (lesson.id, lesson.folder, lesson.minutes, lesson.objectives) == ("l-1", "01-lesson", 20, ("O1",))
    assert (loose.loose, loose.id, loose.title, loose.folder) == (True, "test", "Test", "")
    page = lesson.pages[0]
    assert (page.id, page.title, page.path, page.minutes) == ("p-1", "A: b", "01-lesson/01-page.md", 4)
    assert page.lead[0] == Text("One ")
    assert page.lead[3] == Citation(("EV-01",), Span(PAGE, 6, 22, 8))
    assert [note.label for note in page.footnotes] == ["1"]
    block = page.blocks[2]
    assert isinstance(block, QuizBlock)
    assert (block.quiz.id, block.quiz.role, len(block.quiz.questions)) == ("quiz-1", "practice", 1)
    test = loose.pages[0]
    assert test.quiz is not None
    assert (test.quiz.role, test.quiz.pass_mark, len(test.quiz.intro), test.blocks) == ("test", 60, 1, ())
    assert [bank.id for bank in course.banks] == ["bank-1"]
    asset = course.assets["media/map.svg"]
    assert (asset.source, asset.licence) == ("Own work", "CC BY 4.0")
    assert asset.file == str(tmp_path / "c" / "media" / "map.svg")


def test_all_mistakes_in_one_run(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "c/course.yaml": "id: [\n",
            "c/en/01-lesson/lesson.yaml": None,
            PAGE: "---\ntitle: [x\n---\n",
            "c/en/01-lesson/02.md": "---\nid: p-2\ntitle: T\n---\n[x](a b)\n::: note\n",
        },
    )
    _, course, found = load(tmp_path)
    assert course is None
    assert codes(found) == [
        "c/course.yaml:2 Y201",
        "c/en/01-lesson/lesson.yaml:0 Y101",
        f"{PAGE}:2 Y201",
        "c/en/01-lesson/02.md:5 L102",
        "c/en/01-lesson/02.md:6 F102",
    ]


def test_no_programme(tmp_path: Path) -> None:
    programme, found = load_programme(tmp_path)
    assert programme is None
    assert codes(found) == ["programme.yaml:0 Y101"]


def test_no_such_language(tmp_path: Path) -> None:
    _, course, found = load(write(tmp_path), "fr")
    assert course is None
    assert codes(found) == ["c/fr:0 Y102"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_byte_order_mark(tmp_path: Path, end: str) -> None:
    text = "---\nid: p-page\ntitle: Page\nobjective: O1\n---\n\nOne\ntwo [a](b c).\n".replace("\n", end)
    _, course, found = load(write(tmp_path, {PAGE: b"\xef\xbb\xbf" + text.encode()}))
    assert course is not None
    assert [(d.span.line, d.span.column, d.code.id) for d in found] == [(8, 5, "L102")]


def test_places_in_a_file_that_is_no_text() -> None:
    found: list[Diagnostic] = []
    assert decode("\ufeffab\r\ncdé".encode() + b"\xff", "a.md", found) is None
    assert decode("a".encode("utf-16"), "a.md", found) is None
    assert [d.span[1:3] for d in found] == [(2, 4), (0, 1)]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
@pytest.mark.parametrize(
    "path", ["c/en/01-lesson/02-page.md", "c/en/02-lesson", "c/course.yaml", "c/en", "c", "c/media"]
)
def test_links_do_not_lead_out(tmp_path: Path, path: str) -> None:
    outside = write(tmp_path / "outside")
    root = write(tmp_path / "root")
    link = root / path
    target = outside / (path if (outside / path).exists() else PAGE if path.endswith(".md") else "c/en/01-lesson")
    if link.is_dir():
        link.rename(tmp_path / "away")
    link.unlink(missing_ok=True)
    link.symlink_to(target)
    _, _, found = load(root)
    assert [d.code.id for d in found] == ["Y103"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_within_the_folder_are_followed(tmp_path: Path) -> None:
    root = write(tmp_path)
    (root / "c/en/01-lesson/02-page.md").symlink_to(root / PAGE)
    _, course, found = load(root)
    assert found == []
    assert course is not None
    assert len(list(course.pages)) == 2


def test_order_is_that_of_the_names(tmp_path: Path) -> None:
    page = "---\nid: {0}\ntitle: {0}\n---\n\nText.\n"
    names = ["c/en/00-intro.md", "c/en/01-lesson/00-x.md", "c/en/02-after.md", "c/en/final.md"]
    _, course, _ = load(write(tmp_path, {name: page.format(name[5:7].replace("/", "") or "x") for name in names}))
    assert course is not None
    assert [page.path for page in course.pages] == [
        "00-intro.md",
        "01-lesson/00-x.md",
        "01-lesson/01-page.md",
        "02-after.md",
        "final.md",
    ]
