"""``fmt`` on random courses: ids appear, nothing else moves, and a second run changes nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.model.course import Course
from builder.model.question import Branch, Scenario
from builder.source.fmt import format_course
from tests.support.examine import load
from tests.support.meaning import differences, meaning
from tests.support.random_course import Size, random_course

pytestmark = pytest.mark.usefixtures("unmeasured")

COURSES = 500
GROUP = 50


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


def ids(course: Course) -> list[str]:
    """Every id of a course, in order."""
    found = [lesson.id for lesson in course.lessons if not lesson.loose]
    for page in (*course.pages, *course.banks):
        found.append(page.id)
        for quiz in page.quizzes:
            found += [quiz.id] if quiz is not page.quiz else []
            for question in quiz.questions:
                found.append(question.id)
                if isinstance(question, Scenario):
                    found += [each.id for each in question.questions]
                if isinstance(question, Branch):
                    found += [step.id for step in question.steps]
    return found


@pytest.mark.parametrize("start", range(0, COURSES, GROUP))
def test_nothing_but_ids_appears(start: int, tmp_path: Path) -> None:
    for seed in range(start, start + GROUP):
        root = tmp_path / str(seed)
        languages = ("en", "fr") if seed % 4 == 0 else (("en", "ar", "zh", "hi")[seed % 4],)
        write(root, random_course(seed, Size(lessons=1, pages=1, blocks=5), languages=languages))
        _, before, _ = load(root)
        changed, found = format_course(root, "c", languages, source_language=languages[0])
        assert found == []
        write(root, changed)
        _, after, problems = load(root)
        assert problems == []
        assert [list(differences(meaning(one), meaning(other))) for one, other in zip(before, after, strict=True)] == [
            [] for _ in before
        ]
        every = ids(after[0])
        assert all(re.fullmatch("[a-z][a-z0-9-]*", name) for name in every)
        assert len(set(every)) == len(every)
        for translation in after[1:]:
            assert ids(translation) == every
        assert format_course(root, "c", languages, source_language=languages[0]) == ({}, [])
