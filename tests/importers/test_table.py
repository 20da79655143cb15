"""Tables of items: columns in any order, every doubt with its row, hostile files."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from random import Random
from typing import Any

import pytest

from builder.importers.complete import complete
from builder.importers.table import CSV, XLSX
from builder.importers.write import write_course
from builder.model.course import Course
from builder.model.question import Question
from tests.support.word import packed

openpyxl: Any = pytest.importorskip("openpyxl")


def workbook(*sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Sheet {number}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_csv(rows: list[list[object]], separator: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue()


def read(rows: list[list[object]]) -> tuple[Course, list[str]]:
    draft, found = CSV.read("items.csv", as_csv(rows).encode())
    assert draft is not None, found
    return complete(draft, id="items", folder="items", language="en")[0], [one.message for one in found]


def questions(course: Course) -> list[Question]:
    return [question for bank in course.banks if bank.quiz for question in bank.quiz.questions]


def one(names: list[str], *cells: str) -> str:
    """The Markdown of the only question in a table of one row, without its heading's id."""
    course, found = read([list(names), list(cells)])
    assert found == []
    text = write_course(course)[f"en/{course.banks[0].path}"]
    return text.partition("\n## ")[2].strip()


QUESTIONS = {
    (("stem", "options", "right"), ("Seat?", "Geneva\nZurich", "A")): ("Seat? {#q-seat}\n\n- [x] Geneva\n- [ ] Zurich"),
    (("Right", "Stem", "Option B", "Option A"), ("2", "Seat?", "Zurich", "Geneva")): (
        "Seat? {#q-seat}\n\n- [ ] Geneva\n- [x] Zurich"
    ),
    (("stem", "options", "key"), ("Primes?", "A) 2\nB) 4\nC) 5", "A, C")): (
        "Primes? {#q-primes}\n\n- [x] 2\n- [ ] 4\n- [x] 5"
    ),
    (("stem", "options", "key"), ("How many?", "2;3;4", "2")): "How many? {#q-how-many}\n\n- [x] 2\n- [ ] 3\n- [ ] 4",
    (("stem", "options"), ("Seat?", "[x] Geneva\n[ ] Zurich")): "Seat? {#q-seat}\n\n- [x] Geneva\n- [ ] Zurich",
    (("stem", "options", "right", "feedback 1", "feedback"), ("Seat?", "a|b", "a", "Yes.", "So.")): (
        "Seat? {#q-seat}\n\n- [x] a\n  > Yes.\n- [ ] b\n\n> So."
    ),
    (("stem", "right"), ("How many?", "33 +- 2")): "How many? {#q-how-many}\n\n= 31..35",
    (("stem", "right", "unit"), ("Share?", "15,5 %", "%")): 'Share? {#q-share unit="%"}\n\n= 15.5',
    (("stem", "right"), ("Seat?", "Geneva; Gen\u00e8ve")): "Seat? {#q-seat}\n\n= Geneva\n= Gen\u00e8ve",
    (("stem", "right"), ("A tariff is a tax.", "TRUE")): (
        "A tariff is a tax. {#q-a-tariff-is-a-tax .truefalse}\n\n- [x] True\n- [ ] False"
    ),
    (("stem", "type", "options"), ("Order.", "ordering", "one\ntwo")): "Order. {#q-order}\n\n1. one\n2. two",
    (("stem", "type", "options"), ("Match.", "matching", "Rome = Italy\nParis = France")): (
        "Match. {#q-match}\n\n| … | … |\n|---|---|\n| Rome | Italy |\n| Paris | France |"
    ),
    (("stem", "right"), ("The WTO began in [[1995]].", "")): (
        "Fill in what is missing. {#q-fill-in-what-is-missing}\n\nThe WTO began in [[1995]]."
    ),
    (("stem", "type", "right"), ("Your plan?", "essay", "A good plan.")): (
        "Your plan? {#q-your-plan .reflection}\n\n::: model\n\nA good plan.\n\n:::"
    ),
    (("id", "stem", "right", "points"), ("7", "Read this.\nHow many?", "3", "2,5")): (
        "How many? {#q-7 points=2.5}\n\nRead this.\n\n= 3"
    ),
}
LEFT = {
    ("a", "b;c", "Z"): ("right", "`Z` names none of the options A to B"),
    ("a", "b;c", ""): ("right", "nothing says which option is right"),
    ("a", "b;b", "A"): ("options", "two options say the same"),
    ("", "b;c", "A"): ("stem", "there is no question"),
    ("a", "", ""): ("right", "nothing says what is right"),
    ("a", "", "x" * 200): ("right", "an answer of more than 127 characters cannot be typed; make options of it"),
    ("x" * 500, "b;c", "A"): (
        "stem",
        "a line of more than 400 characters cannot be the question; divide it",
    ),
}


@pytest.mark.parametrize("table", QUESTIONS)
def test_a_row_becomes_a_question(table: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert one(list(table[0]), *table[1]) == QUESTIONS[table]


@pytest.mark.parametrize("row", LEFT)
def test_a_row_that_is_not_clear_is_left_out_and_named(row: tuple[str, str, str]) -> None:
    column, reason = LEFT[row]
    course, found = read([["stem", "options", "right"], ["Fine?", "a;b", "A"], list(row)])
    assert found == [f"Row 3, column `{column}`: {reason}; the row was left out."]
    assert [question.id for question in questions(course)] == ["q-fine"]


def test_doubts_do_not_stop_a_row() -> None:
    rows: list[list[object]] = [
        ["Notes", "", "", "", "", ""],
        ["stem", "right", "id", "points", "type", "Colour"],
        ["One?", "1", "q-1", "many", "", ""],
        ["Two?", "2", "q-1", "", "riddle", "red"],
    ]
    course, found = read(rows)
    assert found == [
        "The column `Colour` is not known, and was left out.",
        "Row 3, column `points`: `many` is no number of points above 0; it counts one.",
        "Row 4, column `type`: `riddle` is no type of question; it was told by the answer.",
        "Row 4, column `id`: `q-1` is the id of row 3, too; a new one was made.",
    ]
    assert [question.id for question in questions(course)] == ["q-1", "q-two"]


def test_a_bank_for_each_objective_and_a_quiz_that_draws() -> None:
    names = ["stem", "right", "objective"]
    cells = ["O1: Explain trade", "O1", "Say who gains", "2", "", "Say who gains"]
    course, _ = read([[*names], *([f"Question {n}?", str(n), cell] for n, cell in enumerate(cells))])
    assert {each.id: each.text for each in course.objectives.values()} == {
        "O1": "Explain trade",
        "O2": "Say who gains",
    }
    assert [(bank.title, bank.objectives) for bank in course.banks] == [
        ("Explain trade", ("O1",)),
        ("Say who gains", ("O2",)),
        ("Items", ()),
    ]
    (page,) = course.pages
    assert page.quiz is not None
    assert [(draw.bank, draw.count) for draw in page.quiz.draws] == [
        (bank.id, len(bank.quiz.questions)) for bank in course.banks if bank.quiz
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators(encoding: str, separator: str) -> None:
    rows: list[list[object]] = [
        ["stem", "options", "right"],
        ["O\u00f9 est l\u2019OMC, \u00ab ici \u00bb?", "Gen\u00e8ve\nZ\u00fcrich", "A"],
    ]
    draft, found = CSV.read("items.csv", as_csv(rows, separator).encode(encoding))
    assert found == []
    assert draft is not None
    (question,) = questions(complete(draft, id="i", folder="i", language="fr")[0])
    assert question.title[0].text == "O\u00f9 est l\u2019OMC, \u00ab ici \u00bb?"  # type: ignore[union-attr]


def test_workbooks() -> None:
    data = workbook(
        [["Items"], ["ID", "Stem", "Right"], ["a", "How many?", 33.0], ["b", "Right?", True], [], ["c", "Half?", 0.5]],
        [["stem", "right"], ["Where?", "Here"]],
        [["Only notes"]],
    )
    draft, found = XLSX.read("items.xlsx", data)
    assert [one.message for one in found] == [
        "The sheet \u201cSheet 3\u201d was left out: no row of it names the columns."
    ]
    assert draft is not None
    kinds = [question.type for question in questions(complete(draft, id="i", folder="i", language="en")[0])]
    assert kinds == ["numerical", "truefalse", "numerical", "short"]


def test_a_table_without_names() -> None:
    draft, found = CSV.read("items.csv", b"What is this?,A\nAnd this?,B\n")
    assert draft is None
    assert [one.code.id for one in found] == ["J301"]


def test_a_sheet_that_claims_to_be_huge() -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    cells = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>stem</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>right</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>How many?</t></is></c><c r="B2"><v>3</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="S" sheetId="1" r:id="r1"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="r1" Type="{rel}/worksheet" Target="worksheets/s.xml"/></Relationships>',
        "xl/worksheets/s.xml": f'<worksheet xmlns="{main}"><dimension ref="A1:XFD1048576"/><sheetData>{cells}'
        "</sheetData></worksheet>",
    }
    draft, found = XLSX.read("items.xlsx", packed(parts))
    assert found == []
    assert draft is not None
    assert len(draft.banks) == 1


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_damaged_tables_end_in_a_verdict(kind: str) -> None:
    rows: list[list[object]] = [["stem", "options", "right"], ["Seat?", "a\nb", "A"], ["How many?", "", "3"]]
    whole = as_csv(rows).encode() if kind == "csv" else workbook(rows)
    importer = CSV if kind == "csv" else XLSX
    for seed in range(75):
        rng = Random(seed)
        data = bytearray(whole)
        for _ in range(rng.randint(1, 12)):
            at = rng.randrange(len(data))
            data[at : at + rng.randint(0, 4)] = rng.randbytes(rng.randint(0, 4))
        draft, found = importer.read(f"items.{kind}", bytes(data))
        assert draft is not None or any(one.is_error for one in found) or kind == "csv", seed


def test_the_example_of_the_docs() -> None:
    text = (Path(__file__).parents[2] / "docs/how-to/import.md").read_text("utf-8").partition("For example:\n\n")[2]
    lines = [line.strip("|").split("|") for line in text.partition("\n\n")[0].splitlines() if "---" not in line]
    course, found = read([[cell.strip() for cell in line] for line in lines])
    assert found == []
    assert [(question.id, question.type, question.objective) for question in questions(course)] == [
        ("q-seat", "single", "O1"),
        ("q-year", "numerical", "O1"),
        ("q-match", "matching", "O2"),
    ]
