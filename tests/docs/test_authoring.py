"""The examples of the reference build as they stand, and each has its picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.pipeline import Order, build
from builder.source.load import load_course, load_programme
from tests.support.examples import IMAGES, PAGE, examples, write_course
from tests.support.node import ROOT

QUESTIONS = {
    "single", "multiple", "truefalse", "short", "numerical", "matching", "ordering", "gaps", "spot", "reflection",
    "scenario", "branch", "checklist", "vote", "rank", "budget",
}  # fmt: skip
CONSTRUCTS = {"note", "example", "keypoint", "reveal", "model"}
CONSTRUCTS |= {"bars", "timeline", "steps", "ladder", "compare", "cards", "video", "audio"}

PICTURE = re.compile(r"!\[([^\]]*)\]\(([\w./-]+\.png)\)")
KB = 1024


def test_every_example_builds_without_a_word(tmp_path: Path) -> None:
    report = build(Order(root=str(write_course(tmp_path / "courses")), out=str(tmp_path / "out")))
    assert [f"{found.span.path}:{found.span.line} {found.message}" for found in report.diagnostics] == []
    assert {made.target for made in report.made} == {"scorm12", "web"}


def test_every_construct_has_an_example(tmp_path: Path) -> None:
    root = write_course(tmp_path / "courses")
    programme, _ = load_programme(root)
    assert programme
    course, _ = load_course(programme, "c", "en")
    assert course
    asked = {question.type for page in course.pages for quiz in page.quizzes for question in quiz.questions}
    assert asked == QUESTIONS
    text = "\n".join(example.source for example in examples())
    assert set(re.findall(r"^:{3,} (\w+)", text, re.MULTILINE)) == CONSTRUCTS


def test_every_example_is_followed_by_its_picture() -> None:
    text = PAGE.read_text("utf-8")
    for example in examples():
        picture = PICTURE.match(text.partition(f"{example.source}```")[2].strip())
        assert picture, f"no picture stands under {example.name}"
        assert picture[1], f"the picture of {example.name} has no words for those who do not see it"
        assert picture[2] == f"../images/{example.name}.png"


@pytest.mark.parametrize("page", [*sorted(ROOT.glob("docs/**/*.md")), ROOT / "README.md"], ids=lambda page: page.stem)
def test_every_link_of_the_docs_leads_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        assert "://" in target or (page.parent / target).exists(), f"{page.name}: {target}"


def test_pictures_are_small_and_all_are_used() -> None:
    named = {
        (page.parent / found[2]).resolve()
        for page in [*ROOT.glob("docs/**/*.md"), ROOT / "README.md"]
        for found in PICTURE.finditer(re.sub(r"`[^`\n]*`", "", page.read_text("utf-8")))
    }
    sizes = {image.resolve(): image.stat().st_size for image in IMAGES.glob("*.png")}
    assert named == set(sizes)
    assert max(sizes.values()) <= 60 * KB
    assert sum(sizes.values()) <= 1200 * KB
