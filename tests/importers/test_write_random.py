"""What is written is read back as the same course."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from builder.importers.write import write_course
from builder.model.course import Course
from tests.support.everything import everything
from tests.support.examine import load
from tests.support.meaning import differences, meaning
from tests.support.random_course import Size, random_course

pytestmark = pytest.mark.usefixtures("unmeasured")

COURSES = 60
GROUP = 30
REAL = Path(__file__).parents[2] / "courses"


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


def without_files(course: Course) -> Course:
    """The course with its media wherever they lie on this machine."""
    return replace(course, assets={path: replace(asset, file="") for path, asset in course.assets.items()})


def written_again(root: Path, course: Course) -> tuple[list[str], list[str]]:
    """Writes the course in place of its sources; how it differs now, and what is wrong with it."""
    folder = root / course.folder
    for old in [*folder.rglob("*.md"), *folder.rglob("*.yaml")]:
        old.unlink()
    write(folder, write_course(course))
    _, courses, problems = load(root)
    (after,) = (one for one in courses if one.folder == course.folder)
    one, other = (meaning(without_files(each)) for each in (course, after))
    return list(differences(one, other)) + list(differences(other, one)), [found.message for found in problems]


@pytest.mark.parametrize("start", range(0, COURSES, GROUP))
def test_a_written_course_is_the_same_course(start: int, tmp_path: Path) -> None:
    for seed in range(start, start + GROUP):
        root = tmp_path / str(seed)
        language = ("en", "ar", "zh", "hi")[seed % 4]
        write(root, random_course(seed, Size(lessons=1, pages=1, blocks=6), languages=(language,), ids=1))
        _, (before,), _ = load(root)
        assert written_again(root, before) == ([], []), seed


def test_a_course_of_every_construct(tmp_path: Path) -> None:
    programme, course = everything()
    shutil.copytree(programme.root, tmp_path / "courses")
    assert written_again(tmp_path / "courses", course) == ([], [])


def test_the_course_of_this_repository(tmp_path: Path) -> None:
    root = tmp_path / "courses"
    shutil.copytree(REAL, root)
    _, courses, _ = load(root)
    assert [written_again(root, before) for before in courses] == [([], [])] * len(courses)
