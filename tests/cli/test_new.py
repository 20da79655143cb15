"""``coursewright new``: what it writes builds as it is, without a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli.new import KINDS, QUESTIONS
from builder.cli.new_outline import ACTIVITIES
from builder.cli.scaffold import with_activity
from tests.cli.support import run

CLEAN = "No errors, no warnings."


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert run("new", "programme", "trade-courses").code == 0
    return tmp_path / "trade-courses"


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def clean(root: Path) -> None:
    ran = run("check", "--strict", "--root", root)
    assert (ran.code, ran.output.strip()) == (0, CLEAN)


def test_a_programme_builds(root: Path) -> None:
    assert "id: trade-courses" in (root / "programme.yaml").read_text()
    assert 'title: {en: "Trade courses"}' in (root / "programme.yaml").read_text()
    ran = run("build", "--strict", "--root", root)
    assert ran.code == 0, ran.output
    assert CLEAN in ran.output
    assert (root / "dist" / "first-course-en-scorm12.zip").is_file()


def test_a_programme_in_another_language_builds(tmp_path: Path) -> None:
    assert run("new", "programme", tmp_path / "p", "--title", 'Le "commerce": é', "--language", "fr").code == 0
    clean(tmp_path / "p")


def test_a_course_joins_the_programme(root: Path) -> None:
    ran = run("new", "course", "Trade: and “Climate”", "--root", root)
    assert ran.code == 0, ran.output
    assert "courses: [first-course, trade-and-climate]" in (root / "programme.yaml").read_text()
    clean(root)


@pytest.mark.parametrize("shared", [None, "", "# none yet\n", "- id: other\n  {rest}\n", "- id: {own}\n  {rest}\n"])
def test_a_course_brings_what_its_pages_name(root: Path, shared: str | None) -> None:
    rests = {
        "sources.yaml": ("WCAG-22", "{statement: S, year: 2020, source: S, status: verified}"),
        "glossary/en.yaml": ("alternative-text", "{term: T, definition: D}"),
    }
    for name, (own, rest) in rests.items():
        if shared is None:
            (root / name).unlink()
        else:
            lines = rest.strip("{}").replace(", ", "\n  ")
            (root / name).write_text(shared.replace("{own}", own).replace("{rest}", lines), "utf-8")
    before = (root / "sources.yaml").read_text("utf-8") if shared else ""
    assert run("new", "course", "Another", "--root", root).code == 0
    clean(root)
    assert (root / "sources.yaml").read_text("utf-8").startswith(before.rstrip())


def test_a_lesson_and_pages_join_a_course(root: Path) -> None:
    assert run("new", "lesson", "first-course", "What's next?", "--root", root).code == 0
    lesson = root / "first-course" / "en" / "02-what-s-next"
    assert sorted(path.name for path in lesson.iterdir()) == ["01-what-s-next.md", "lesson.yaml"]
    for number, kind in enumerate(KINDS, 2):
        assert run("new", "page", lesson, f"A {kind}", "--kind", kind, "--root", root).code == 0
        assert (lesson / f"{number:02d}-a-{kind}.md").is_file()
    assert (lesson.parent / "banks" / "a-bank.md").is_file()
    clean(root)


@pytest.mark.parametrize("kind", QUESTIONS)
def test_each_type_of_question_joins_a_quiz_and_a_page(root: Path, kind: str) -> None:
    tree = root / "first-course" / "en" / "01-start"
    for name in ("03-check.md", "02-links.md"):
        ran = run("new", "question", tree / name, "What is new here?", "--type", kind, "--root", root)
        assert ran.code == 0, ran.output
        path, line = ran.output.strip().rsplit(":", 1)
        assert "What is new here?" in "".join(
            (root.parent / path).read_text().splitlines()[int(line) - 1 : int(line) + 2]
        )
    clean(root)


def test_the_same_title_twice_gets_another_id(root: Path) -> None:
    quiz = root / "first-course" / "en" / "01-start" / "03-check.md"
    for _ in range(2):
        assert run("new", "question", quiz, "Again?", "--root", root).code == 0
    assert "{#q-again objective" in quiz.read_text()
    assert "{#q-again-2 objective" in quiz.read_text()
    clean(root)


def test_nothing_is_overwritten(root: Path) -> None:
    before = files(root)
    for arguments in (["programme", root], ["course", "First course", "--root", root]):
        ran = run("new", *arguments)
        assert ran.code == 2
        assert "nothing was changed" in ran.output
    assert files(root) == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["lesson", "nowhere", "T"], "There is no course `nowhere`"),
        (["page", "first-course/en/09", "T"], "There is no lesson"),
        (["question", "first-course/en", "T"], "There is no page"),
        (["page", "..", "T"], "There is no lesson"),
    ],
)
def test_what_is_not_there_cannot_be_added_to(root: Path, arguments: list[str], says: str) -> None:
    before = files(root)
    ran = run("new", *arguments, "--root", root)
    assert ran.code == 2
    assert says in ran.output
    assert files(root) == before


def test_an_outline_and_activities_join_the_programme(root: Path) -> None:
    assert run("new", "course", "Second", "--root", root).code == 0
    programme = root / "programme.yaml"
    programme.write_text(programme.read_text() + "prerequisites: {second: [first-course]}\n")
    assert run("new", "outline", "--root", root).code == 0
    assert "opens: {passed: first-course}" in (root / "outline.yaml").read_text()
    for kind in ACTIVITIES:
        ran = run("new", "activity", f"My {kind}", "--kind", kind, "--root", root)
        assert ran.code == 0, ran.output
    assert run("new", "activity", "My page", "--root", root).code == 2, "never overwritten"
    clean(root)
    ran = run("build", "--strict", "--target", "mbz", "--root", root)
    assert ran.code == 0, ran.output
    assert (root / "dist" / "trade-courses-all-en.mbz").is_file()


def test_an_outline_takes_in_the_activities_that_are_there(root: Path) -> None:
    for title in ("My page", "Welcome", "A forum"):
        assert run("new", "activity", title, "--root", root).code == 0
    assert run("new", "outline", "--root", root).code == 0
    assert (root / "outline.yaml").read_text().endswith("- course: first-course\n      - a-forum\n      - my-page\n")
    clean(root)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "sections:\n- id: a\n  entries:\n  - x\n\n# end\n",
            "sections:\n- id: a\n  entries:\n  - x\n  - new\n\n# end\n",
        ),
        (
            "sections:\n  - entries:\n      - activity: x\n        count: 2\n    hidden: true\n",
            "sections:\n  - entries:\n      - activity: x\n        count: 2\n      - new\n    hidden: true\n",
        ),
        ("sections:\n  - {id: a, entries: [x]}\n", "sections:\n  - {id: a, entries: [x]}\n"),
        ("sections: [\n", "sections: [\n"),
    ],
)
def test_an_activity_goes_to_the_end_of_the_last_section(before: str, after: str) -> None:
    assert with_activity(before, "new") == after
