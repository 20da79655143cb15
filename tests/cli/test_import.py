"""``coursewright import`` as a whole: what it writes builds, what it cannot write it leaves alone."""

from __future__ import annotations

import json
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from builder.cli.main import run
from builder.importers.base import Draft, Importer
from builder.importers.registry import choose, importers
from builder.importers.table import CSV
from builder.pipeline import Order, build
from tests.support.examine import load
from tests.support.word import docx, h, li, link, note, p, picture, r, table

pytest.importorskip("mammoth")
pytest.importorskip("openpyxl")

ITEMS = "stem,options,right,objective,feedback\n" + "".join(
    f'"What is {n}?","This is {n};That is {n}",{"AB"[n % 2]},O{n % 4 + 1}: Explain part {n % 4 + 1},Because of {n}.\n'
    for n in range(60)
)


def document() -> bytes:
    """Forty pages of a course in Word, with all that such documents hold."""
    body = p("Trade and people", "Title") + p("A course in ten lessons.", "Subtitle")
    for lesson in range(1, 11):
        body += h(1, f"Lesson {lesson}") + p(f"What lesson {lesson} is about.")
        for number in range(1, 4):
            name = f"{lesson}.{number}"
            body += h(2, f"Page {name}") + p(r("Words of ") + r(name, "b") + note(1) + r(", with ") + link("a report"))
            body += "".join(li(f"Point {n}", level=n % 2) for n in range(4))
            body += table([["Year", "Share"], *([str(2000 + n), f"{n} %"] for n in range(5))])
            body += p(picture(description=f"A map of region {name}")) + p(f"Figure {name}", "Caption")
            body += h(3, "A heading") + "".join(p(f"Paragraph {n} of page {name}. " * 8) for n in range(5))
            body += h(3, f"Which point of {name} is right?")
            body += (
                li(f"The first of {name} *") + li("Yes.", level=1) + li(f"The second of {name}") + p("Objective: O1")
            )
        body += h(2, f"Check of lesson {lesson}")
        body += h(3, f"How many in lesson {lesson}?") + p("Answer: 33 +- 2") + p("Objective: O1")
        body += h(3, f"Where in lesson {lesson}?") + p("A) Here") + p("B) There") + p("Correct: B") + p("Objective: O1")
        body += h(3, f"Unclear in lesson {lesson}?") + li("One") + li("Two") + p("Answer: Q")
    return docx(body, notes=["The note of all pages."])


def here(monkeypatch: pytest.MonkeyPatch, folder: Path, name: str, data: bytes | str) -> Path:
    monkeypatch.chdir(folder)
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return file


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_document_of_forty_pages_and_sixty_items_become_courses_that_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here(monkeypatch, tmp_path, "Trade.docx", document())
    here(monkeypatch, tmp_path, "Items.csv", ITEMS)
    assert run(["import", "Trade.docx"]) == 0
    said = capsys.readouterr().out
    assert "Trade.docx: 11 lessons, 51 pages, 50 questions, 1 picture\n" in said
    assert "By type: single choice 40, numerical question 10\n" in said
    assert said.count("warning J201") == 10
    assert "Next: coursewright check --root courses" in said
    assert run(["import", "Items.csv"]) == 0
    assert "Items.csv: 1 page, 4 banks, 60 questions\n" in capsys.readouterr().out
    report = build(Order(root="courses", out="dist", targets=("scorm12", "web")))
    assert not report.failed, [one.message for one in report.diagnostics if one.is_error]
    assert {one.file.partition("-en-")[0] for one in report.made} == {"trade-and-people", "items"}
    programme, courses, found = load(tmp_path / "courses")
    assert programme is not None
    assert found == []
    assert programme.courses == ("trade-and-people", "items")
    assert len({page.id for course in courses for page in course.pages}) == 52


def test_a_programme_that_is_there_gets_a_line_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here(monkeypatch, tmp_path, "Items.csv", ITEMS)
    assert run(["new", "programme", "mine", "--language", "fr"]) == 0
    before = tree(tmp_path / "mine")
    assert run(["import", "Items.csv", "--into", "mine", "--course", "bank-1"]) == 0
    after = tree(tmp_path / "mine")
    assert {path for path in after if before.get(path) != after[path]} == {
        "programme.yaml",
        *(path for path in after if path.startswith("bank-1/")),
    }
    assert after["programme.yaml"].decode().replace(", bank-1", "") == before["programme.yaml"].decode()
    assert any(path.startswith("bank-1/fr/") for path in after)
    capsys.readouterr()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--course", "first-course"], "is there already"),
        (["--course", "../out"], "is no plain name"),
        (["--language", "de"], "are written in `en`"),
        (["--language", "English"], "is no language code"),
    ],
)
def test_nothing_is_overwritten(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here(monkeypatch, tmp_path, "Items.csv", ITEMS)
    assert run(["new", "programme", "mine"]) == 0
    before = tree(tmp_path)
    assert run(["import", "Items.csv", "--into", "mine", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert tree(tmp_path) == before


def test_a_dry_run_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here(monkeypatch, tmp_path, "Items.csv", ITEMS)
    assert run(["import", "Items.csv", "--dry-run", "--format", "json", "--language", "es"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["course"], said["written"], said["diagnostics"]) == ("items", False, [])
    assert said["counts"] == {"pages": 1, "banks": 4, "questions": 60}
    assert "es/banks/explain-part-1.md" in said["files"]
    assert list(tmp_path.iterdir()) == [tmp_path / "Items.csv"]


def test_errors_that_remain_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A drawing that ``check`` refuses: the course is written, and the command says what is left to do."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>alert(1)</script></svg>'
    body = h(1, "A") + p("x") + p(picture(description="A drawing"))
    here(monkeypatch, tmp_path, "A.docx", docx(body, media={"image1.svg": drawing}))
    assert run(["import", "A.docx"]) == 1
    said = capsys.readouterr().out
    assert "What `coursewright check` says of the new course:" in said
    assert (tmp_path / "courses" / "a" / "media" / "a-drawing.svg").read_bytes() == drawing


def test_a_failed_write_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here(monkeypatch, tmp_path, "Items.csv", ITEMS)

    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("builder.cli.importing.write_file", full)
    assert run(["import", "Items.csv"]) == 1
    assert list(tmp_path.iterdir()) == [tmp_path / "Items.csv"]
    capsys.readouterr()


def test_importers_of_other_distributions() -> None:
    def own(value: str) -> EntryPoint:
        return EntryPoint("mine", value, "coursewright.importers")

    known, found = importers([own("tests.cli.test_import:OTHER"), own("tests.cli.test_import:ITEMS"), own("no.such:X")])
    assert [one.code.id for one in found] == ["J109", "J109"]
    assert OTHER in known
    assert choose("deck.slides", b"slides!", known) is OTHER
    assert getattr(choose("deck.slides", b"else", known), "code", None) is not None
    assert choose("x.CSV", b"stem,right", known) is CSV
    assert getattr(choose("x.doc", b"\xd0\xcf", known), "remedy", "").startswith("Open it in the program")


def test_a_module_that_is_missing_is_named() -> None:
    found = choose("deck.slides", b"slides!", [NEEDY])
    assert getattr(found, "remedy", "") == "Install it: pip install 'coursewright[slides]'"


def _read(name: str, data: bytes) -> tuple[Draft | None, list[object]]:
    raise AssertionError((name, data))


OTHER = Importer("slides", "slides", (".slides",), lambda data: data.startswith(b"slides"), _read)  # type: ignore[arg-type]
NEEDY = Importer("slides", "slides", (".slides",), bool, _read, "no_such_module_at_all", "slides")  # type: ignore[arg-type]
