"""``coursewright release`` and ``coursewright fmt``: what they write into the sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.support import run
from tests.cli.test_build import QUIZ
from tests.support.miniature import write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "courses", {"c/en/01-lesson/02-quiz.md": QUIZ})


def test_a_release_is_recorded_once(root: Path) -> None:
    ran = run("release", "--root", root)
    assert ran.code == 0
    assert "c: release 1, recorded in course.lock" in ran.output
    lock = (root / "c" / "course.lock").read_bytes()
    assert b"question q-one" in lock
    assert b"\r" not in lock
    assert "c: nothing to record since release 1" in run("release", "--root", root).output
    assert (root / "c" / "course.lock").read_bytes() == lock


def test_check_says_what_an_edit_does_to_learners(root: Path) -> None:
    assert run("release", "--root", root).code == 0
    quiz = root / "c" / "en" / "01-lesson" / "02-quiz.md"
    quiz.write_text(quiz.read_text().replace("q-one", "q-two"))
    ran = run("check", "--root", root)
    assert "R102" in ran.output
    assert "q-one" in ran.output
    quiz.write_text(QUIZ)
    assert run("check", "--root", root).output == "No errors, no warnings.\n"


def test_a_course_with_an_error_is_not_released(root: Path) -> None:
    page = root / "c" / "en" / "01-lesson" / "01-page.md"
    page.write_text(page.read_text() + "\n<div>\n")
    ran = run("release", "--root", root)
    assert ran.code == 1
    assert not (root / "c" / "course.lock").exists()
    assert "release 1" not in ran.output


def test_the_number_of_a_release_reaches_the_pages(root: Path, tmp_path: Path) -> None:
    run("release", "--root", root)
    assert run("build", "--root", root, "--out", tmp_path / "out").code == 0
    assert b'"release":1' in (tmp_path / "out" / "c-en-web" / "cw" / "player.js").read_bytes()


def test_fmt_writes_missing_ids_once(root: Path) -> None:
    quiz = root / "c" / "en" / "01-lesson" / "02-quiz.md"
    quiz.write_text(QUIZ.replace("#q-one ", "").replace("id: p-quiz\n", ""))
    ran = run("fmt", "--check", "--root", root)
    assert (ran.code, ran.output) == (1, "would change c/en/01-lesson/02-quiz.md\n")
    assert "id:" not in quiz.read_text()
    ran = run("fmt", "--root", root)
    assert (ran.code, ran.output) == (0, "changed c/en/01-lesson/02-quiz.md\n")
    assert "\nid: p-" in quiz.read_text()
    assert "{#q-" in quiz.read_text()
    assert run("fmt", "--root", root).output == "Nothing to change.\n"
    assert run("check", "--root", root).output == "No errors, no warnings.\n"


@pytest.mark.parametrize("verb", ["release", "fmt"])
def test_wrong_names_are_wrong_usage(root: Path, verb: str) -> None:
    ran = run(verb, "nothing", "--root", root)
    assert ran.code == 2
    assert "There is no course `nothing`. There are: c." in ran.output


@pytest.mark.parametrize("verb", ["release", "fmt"])
def test_an_unreadable_programme_is_a_diagnostic(root: Path, verb: str) -> None:
    (root / "programme.yaml").write_text("id: [\n")
    ran = run(verb, "--root", root)
    assert ran.code == 1
    assert "programme.yaml:" in ran.output
