"""What the opening page says of a course: its size, its lessons, its tests, what comes before it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from builder.model.course import Course
from builder.model.package import packages_of
from builder.render.site import render_site
from builder.source.load import load_course, load_programme
from tests.support.miniature import MINIATURE, write
from tests.support.packages import course as pages_of

COURSE = MINIATURE["c/course.yaml"]
TEST = "c/en/final-test.md"
CHECK = "c/en/01-lesson/04-check.md"


def read(root: Path, yaml: str = COURSE, files: dict[str, str | None] | None = None) -> Course:
    """The course of tests.support.packages with another course.yaml and other files."""
    programme = MINIATURE["programme.yaml"].replace("[c]", "[c, d]") + "prerequisites: {c: [d]}\n"
    write(root, {
        **pages_of(), "c/en/01-lesson/01-page.md": None, "c/course.yaml": yaml, "programme.yaml": programme,
        "d/course.yaml": "id: d\ncode: D-1\ntitle: {en: The first course}\n", **(files or {}),
    })  # fmt: skip
    programme_read, _ = load_programme(root)
    assert programme_read
    course, _ = load_course(programme_read, "c", "en")
    assert course
    return course


def opening(course: Course, lms: str = "scorm12", package: int = 0) -> html.HtmlElement:
    files = dict(render_site(packages_of(course)[package], lms=lms, state_limit=4096)[0])
    return html.document_fromstring(files["index.html"])


def lines(root: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in root.xpath(path)]


def test_it_says_how_large_the_course_is(tmp_path: Path) -> None:
    root = opening(read(tmp_path, COURSE + "minutes: 95\n"))
    assert lines(root, "//header[@class='head']//span") == ["About 1 h 35 min", "2 lessons", "7 pages"]
    assert lines(root, "//ol[@class='plan']/li") == [
        "First lesson 3 pages · Quiz",
        "Second lesson 2 pages",
        "Final test 2 questions · Pass mark: 60% · Attempts: 3",
    ]
    assert root.xpath("//ol[@class='plan']/li/@data-pages") == ["4", "2", "1"]
    assert root.xpath("//ol[@class='plan']//a/@href") == ["p-one.html", "p-four.html", "p-test.html"]


def test_lessons_without_a_time_have_that_of_their_pages(tmp_path: Path) -> None:
    timed = {"c/en/02-lesson/01-four.md": "---\nid: p-four\ntitle: Four\nminutes: 7\n---\n\nText.\n"}
    root = opening(read(tmp_path, files=timed))
    assert lines(root, "//header[@class='head']//span")[0] == "About 7 minutes"
    assert lines(root, "//ol[@class='plan']/li")[1] == "Second lesson About 7 minutes · 2 pages"


def test_it_says_what_comes_before_and_what_is_needed(tmp_path: Path) -> None:
    root = opening(read(tmp_path, COURSE + "needs: A country of your own to think of.\n"))
    assert lines(root, "//h2[text()='What you need']/following-sibling::ul[1]/li") == [
        "The course D-1 The first course",
        "A country of your own to think of.",
    ]


def test_it_says_nothing_of_needs_where_there_are_none(tmp_path: Path) -> None:
    programme = MINIATURE["programme.yaml"]
    assert "What you need" not in opening(read(tmp_path, files={"programme.yaml": programme})).text_content()


@pytest.mark.parametrize(("wait", "said"), [
    ("7 days", "7 days"), ("1 day", "1 day"), ("5 h", "5 hours"), ("90 min", "2 hours"), ("30 min", "30 minutes"),
])  # fmt: skip
def test_it_gives_the_rules_of_the_test(tmp_path: Path, wait: str, said: str) -> None:
    text = pages_of()[TEST].replace("attempts: 3", f"attempts: 3\nwait: {wait}\ntime: 40 min")
    root = opening(read(tmp_path, files={TEST: text}))
    rules = ["2 questions", "Pass mark: 60%", "Time: 40 minutes", "Attempts: 3", f"Between attempts: {said}"]
    assert lines(root, "//ol[@class='plan']/li")[-1] == "Final test " + " · ".join(rules)
    assert lines(root, "//dl[@class='rules']") == []


def test_quizzes_are_the_assessment_where_there_is_no_test(tmp_path: Path) -> None:
    root = opening(read(tmp_path, files={TEST: None}))
    assert lines(root, "//h3") == ["First lesson: Check"]
    assert "Attemptsany number" in lines(root, "//dl[@class='rules']/div")


def test_it_says_what_completes_the_course(tmp_path: Path) -> None:
    passing = {CHECK: pages_of()[CHECK].replace("kind: quiz", "kind: quiz\npass: 50")}
    asked = COURSE + "complete: {pages: true, quizzes: true}\n"
    text = opening(read(tmp_path / "a", asked, passing)).text_content()
    assert "pass the quizzes of the lessons" in text
    assert "open every page" in text
    text = opening(read(tmp_path / "b", files=passing)).text_content()
    assert "To complete" not in text
    text = opening(read(tmp_path / "c", files={TEST: None, CHECK: None})).text_content()
    assert "There is no test" in text


def test_it_says_where_work_is_kept(tmp_path: Path) -> None:
    course = read(tmp_path)
    assert "on this device or another" in opening(course).text_content()
    alone = opening(course, "none")
    assert "stays in this browser" in alone.text_content()
    assert alone.xpath("//link[@rel='icon']/@href") == ["cw/mark.svg"]
    assert opening(course).xpath("//link[@rel='icon']") == []


def test_a_lesson_packed_by_itself(tmp_path: Path) -> None:
    yaml = COURSE + "  O2: Asked in no lesson.\npackage: lesson\nminutes: 300\ncode: C-1\n"
    lesson = {"c/en/01-lesson/lesson.yaml": "id: l-one\ntitle: First lesson\nminutes: 20\n"}
    root = opening(read(tmp_path, yaml, lesson))
    assert lines(root, "//h1") == ["First lesson"]
    assert lines(root, "//ul[@class='aims']/li/b") == ["O1"]
    assert lines(root, "//header[@class='head']//span") == ["Course", "About 20 minutes", "4 pages"]
    assert root.xpath("//main/@data-place") == ["Lesson start"]
    assert root.xpath("//ol[@class='plan']") == []
