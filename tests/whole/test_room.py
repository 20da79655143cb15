"""A course that leaves more than SCORM 1.2 can hold is refused by that target alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.pipeline import Order
from builder.preview.site import Site
from tests.cli.support import run
from tests.support.miniature import write
from tests.support.outcome import fixtures_by_code
from tests.whole.support import codes, make, tree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course with more typed answers than 4,096 characters hold."""
    return write(tmp_path / "courses", fixtures_by_code()["S101"].files)


def test_the_web_edition_is_built_all_the_same(root: Path, tmp_path: Path) -> None:
    report = make(root, tmp_path / "out")
    assert codes(report) == ["S101"]
    assert report.failed
    assert [one.file for one in report.made] == ["c-en-web.zip"]
    assert not list((tmp_path / "out").glob("*scorm12*"))


def test_the_old_package_stays(root: Path, tmp_path: Path) -> None:
    quiz = root / "c/en/01-lesson/02-check.md"
    text = quiz.read_text("utf-8")
    quiz.unlink()
    assert not make(root, tmp_path / "out").failed
    before = tree(tmp_path / "out")
    quiz.write_text(text, "utf-8")
    assert make(root, tmp_path / "out").failed
    after = tree(tmp_path / "out")
    assert after["c-en-scorm12.zip"] == before["c-en-scorm12.zip"]
    assert after["c-en-web.zip"] != before["c-en-web.zip"]


def test_nothing_is_said_when_only_the_web_edition_is_asked_for(root: Path, tmp_path: Path) -> None:
    report = make(root, tmp_path / "out", "web")
    assert (codes(report), report.failed) == ([], False)


def test_checking_reports_it_for_what_a_build_would_make(root: Path) -> None:
    assert codes(make(root)) == ["S101"]
    assert "`scorm12` holds 4096" in make(root).diagnostics[0].message
    assert run("check", "--root", root).code == 1
    assert run("release", "--root", root).code == 1
    assert not (root / "c/course.lock").exists()


def test_a_translation_alone_is_held_to_it_too(root: Path, tmp_path: Path) -> None:
    programme = root / "programme.yaml"
    programme.write_text(programme.read_text("utf-8").replace("[en]", "[en, fr]"), "utf-8")
    (root / "glossary/fr.yaml").write_bytes((root / "glossary/en.yaml").read_bytes())
    for path, data in tree(root / "c/en").items():
        copy = root / "c/fr" / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(data)
    report = make(root, tmp_path / "out", languages=("fr",))
    assert [one.file for one in report.made] == ["c-fr-web.zip"]
    assert codes(report) == ["S101"]
    assert codes(make(root)) == ["S101"], "what all languages share is said once"


def test_the_preview_shows_the_course_and_says_it(root: Path) -> None:
    site = Site(Order(root=str(root)))
    site.update()
    assert [one.code.id for one in site.diagnostics] == ["S101"]
    assert "c-en/p-check.html" in site.files


def test_strict_refuses_what_is_nearly_full(tmp_path: Path) -> None:
    root = write(tmp_path / "courses", fixtures_by_code()["S102"].files)
    strict = run("build", "--strict", "--root", root, "--out", tmp_path / "out")
    assert strict.code == 1
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert made == ["c-en-web", "c-en-web.import.html", "c-en-web.zip"]
