from __future__ import annotations

from pathlib import Path

import pytest

from builder.check import check_programme
from builder.model.course import Programme
from builder.model.span import Span


def programme(root: Path, courses: str = "a b c", **prerequisites: str) -> Programme:
    return Programme(
        root=str(root),
        id="p",
        title={},
        source_language="en",
        languages=("en",),
        courses=tuple(courses.split()),
        span=Span("programme.yaml", 0),
        prerequisites={name: tuple(asked.split()) for name, asked in prerequisites.items()},
    )


@pytest.mark.parametrize(
    ("prerequisites", "circles"),
    [
        ({"b": "a", "c": "a b"}, []),
        ({"a": "a"}, ["a → a"]),
        ({"a": "b", "b": "c", "c": "a"}, ["a → b → c → a"]),
        ({"a": "b", "b": "a", "c": "c"}, ["a → b → a", "c → c"]),
        ({"c": "a", "a": "b", "b": "a"}, ["a → b → a"]),
    ],
)
def test_circles(tmp_path: Path, prerequisites: dict[str, str], circles: list[str]) -> None:
    found = check_programme(programme(tmp_path, **prerequisites))
    assert [one.code.id for one in found] == ["M102"] * len(circles)
    assert [one.message.rpartition(": ")[2] for one in found] == [f"{circle}." for circle in circles]


def test_unknown_courses_on_either_side(tmp_path: Path) -> None:
    found = check_programme(programme(tmp_path, "tg-101 tg-102", **{"tg-101": "tg-120", "tg-200": "tg-101"}))
    assert [one.code.id for one in found] == ["M101", "M101"]
    assert sorted(one.message.split("`")[3] for one in found) == ["tg-120", "tg-200"]
    assert all("did you mean `tg-10" in one.remedy for one in found)


@pytest.mark.parametrize("line", ["id: x", 'id: "x"', "id:   'x'  # for ever", "title: T\nid: x"])
def test_ids_of_two_courses(tmp_path: Path, line: str) -> None:
    for folder in "ab":
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "course.yaml").write_text(f"{line}\n", encoding="utf-8")
    (found,) = check_programme(programme(tmp_path))
    assert found.code.id == "M104"
    assert found.span == Span("b/course.yaml", line.count("\n") + 1)


@pytest.mark.parametrize(
    ("folder", "said"),
    [("fr", True), ("pt-BR", True), ("en", False), ("media", False), ("_fr", False), ("fr.old", False)],
)
def test_languages_that_are_not_listed(tmp_path: Path, folder: str, *, said: bool) -> None:
    (tmp_path / "a" / folder / "01-lesson").mkdir(parents=True)
    (tmp_path / "a" / folder / "01-lesson" / "01-page.md").touch()
    assert [one.span.path for one in check_programme(programme(tmp_path))] == ([f"a/{folder}"] if said else [])


def test_a_folder_without_pages_is_no_translation(tmp_path: Path) -> None:
    (tmp_path / "a" / "fr").mkdir(parents=True)
    assert check_programme(programme(tmp_path)) == []
