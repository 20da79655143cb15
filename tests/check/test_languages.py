from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.examine import examine, place
from tests.support.miniature import write
from tests.support.pages import CHECK, PAGE, page, quiz, single

FILES = {
    "programme.yaml": "id: p\ntitle: {en: P, fr: P}\nlanguages: [en, fr]\nsource_language: en\ncourses: [c]\n",
    "glossary/fr.yaml": "- id: gender-lens\n  term: Approche de genre\n  definition: Qui gagne?\n",
    "c/course.yaml": "id: c\ntitle: {en: C, fr: C}\nobjectives:\n  O1: {en: Explain., fr: Expliquer.}\n",
    "c/fr/01-lesson/lesson.yaml": "id: l-lesson\ntitle: Leçon\n",
    "c/fr/01-lesson/01-page.md": page("Le commerce."),
}
FRENCH = CHECK.replace("/en/", "/fr/")


def found(root: Path, **files: str) -> list[str]:
    return [place(one) for one in examine(write(root, {**FILES, **files}))]


def test_a_translation_of_everything(tmp_path: Path) -> None:
    files = {
        CHECK: quiz(single("q-1"), single("q-2", wrong=("Clouds", "Dreams"))),
        FRENCH: quiz(single("q-1", right="Des biens"), single("q-2", right="Rien", wrong=("Les nuages", "Les rêves"))),
    }
    assert found(tmp_path, **files) == []


def test_a_course_that_is_not_translated(tmp_path: Path) -> None:
    french = {path: None for path in FILES if path.startswith("c/fr/")}
    assert [place(one) for one in examine(write(tmp_path, {**FILES, **french}))] == []


@pytest.mark.parametrize(
    ("english", "french", "what"),
    [
        (single("q-1"), single("q-1", more=".multiple"), "its type (multiple instead of single)"),
        (single("q-1"), single("q-1", wrong=("Les nuages", "Les rêves")), "the number of its parts"),
        (single("q-1", more="points=2"), single("q-1"), "`points`"),
        (single("q-1", more="rev=2"), single("q-1"), "`rev`"),
        (single("q-1", more="objective=O1"), single("q-1"), "`objective`"),
        (single("q-1", more="confidence"), single("q-1"), "`confidence`"),
    ],
)
def test_questions_that_differ(tmp_path: Path, english: str, french: str, what: str) -> None:
    (one,) = examine(write(tmp_path, {**FILES, CHECK: quiz(english), FRENCH: quiz(french)}))
    assert place(one) == f"{FRENCH}:8:1 N107"
    assert what in one.message


def test_banks_are_compared_too(tmp_path: Path) -> None:
    draw = "objective: O1\ndraw:\n  - {count: 1}\n"
    files = {
        CHECK: quiz(single("q-1"), front=draw),
        FRENCH: quiz(single("q-1"), front=draw),
        "c/en/banks/b.md": quiz(single("q-2"), id="b-1", kind="bank"),
    }
    assert found(tmp_path, **files) == ["c/fr/banks/b.md N101"]
    assert PAGE.startswith("c/en/")
