"""A table of items to a draft: a bank for each objective."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from builder.diagnostics import Diagnostic, DiagnosticCode
from builder.diagnostics import import_codes as codes
from builder.importers.asking import UnreadableError, ask
from builder.importers.base import Draft
from builder.importers.packed import open_packed
from builder.importers.table.cells import Cells, raw_of
from builder.importers.table.columns import Columns, find_columns, hint_for
from builder.importers.table.rows import SEPARATORS, Sheet, decoded, rows_of, sheets_of
from builder.model.course import Objective, Page
from builder.model.question import Question
from builder.model.quiz import Quiz
from builder.model.span import Span

_LABEL = re.compile(
    r"([A-Za-z]{1,6}[-_. ]?\d{1,3}(?:\.\d{1,3})*)(?:\s*[:.)]\s+|\s+[-\u2013\u2014]\s+|$)(.*)", re.DOTALL
)
"""What an objective is called, and what it says: ``O1: Explain ...``."""


def read_xlsx(name: str, data: bytes) -> tuple[Draft | None, list[Diagnostic]]:
    """The questions in all sheets of a workbook that name their columns."""
    parts, found = open_packed(name, data, "Excel workbook")
    if found:
        return None, found
    try:
        sheets = sheets_of(parts)
    except Exception:  # whatever the library raises for a workbook that is none
        return None, [codes.PACKED_UNREADABLE.at(Span(name, 0), kind="Excel workbook")]
    return _read(name, sheets)


def read_csv(name: str, data: bytes) -> tuple[Draft | None, list[Diagnostic]]:
    """The questions in a text, whatever separates its cells and whatever it is encoded in."""
    text = decoded(data)
    tables = []
    for separator in SEPARATORS:
        try:
            tables.append(rows_of(text, separator))
        except csv.Error:  # a cell of megabytes: a quotation mark that nothing closes
            continue
    named = [(rows, columns) for rows in tables if (columns := find_columns(rows))]
    if not named:
        return None, [codes.NO_HEADER.at(Span(name, 0), table="the table")]
    rows, _ = max(named, key=lambda one: len(one[1].single) + len(one[1].options))
    return _read(name, [Sheet("", rows)])


def _read(name: str, sheets: Sequence[Sheet]) -> tuple[Draft | None, list[Diagnostic]]:
    reading = _Reading(name)
    known = 0
    for sheet in sheets:
        columns = find_columns(sheet.rows)
        if columns is not None:
            known += 1
            reading.sheet(sheet, columns)
        elif any(any(row) for row in sheet.rows) and len(sheets) > 1:
            reading.report(codes.SHEET_LEFT, 0, name=sheet.name)
    if not known:
        return None, [codes.NO_HEADER.at(Span(name, 0), table="the workbook" if len(sheets) > 1 else "the table")]
    return reading.draft(), reading.found


@dataclass(slots=True)
class _Reading:
    """One table being read."""

    name: str
    found: list[Diagnostic] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    objectives: dict[str, Objective] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    """The row of each id."""

    def report(self, code: DiagnosticCode, line: int, **values: object) -> None:
        self.found.append(code.at(Span(self.name, line), **values))

    def sheet(self, sheet: Sheet, columns: Columns) -> None:
        names = sheet.rows[columns.row]
        for unknown in columns.unknown:
            self.report(codes.COLUMN_UNKNOWN, columns.row + 1, name=unknown, hint=hint_for(unknown))
        for number, row in enumerate(sheet.rows[columns.row + 1 :], columns.row + 2):
            if any(row):
                self.row(Cells(row, columns, names, Span(self.name, number)))

    def row(self, cells: Cells) -> None:
        number = cells.at.line
        try:
            raw, doubts = raw_of(cells)
            question = ask(raw)
        except UnreadableError as error:
            self.report(codes.ROW_LEFT, number, row=number, column=cells.name(error.column), reason=str(error))
            return
        first = self.ids.setdefault(question.id, number) if question.id else number
        if first != number:
            doubts.append(("id", f"`{question.id}` is the id of row {first}, too; a new one was made"))
        for column, reason in doubts:
            self.report(codes.ROW_DOUBT, number, row=number, column=cells.name(column), reason=reason)
        made: Question = replace(question, objective=self.objective(cells["objective"], cells.at))
        self.questions.append(made)

    def objective(self, text: str, at: Span) -> str:
        """The id of the objective that a cell names; words without a label get the next free number."""
        text = " ".join(text.split())
        if not text:
            return ""
        match = _LABEL.fullmatch(text)
        label = match[1].replace(" ", "") if match else ""
        words = match[2] if match else text
        if re.fullmatch(r"\d{1,3}", text):
            label, words = f"O{text}", ""
        if not label:
            known = next((each.id for each in self.objectives.values() if each.text == words), "")
            label = known or next(f"O{n}" for n in range(1, 10_000) if f"O{n}" not in self.objectives)
        before = self.objectives.get(label)
        if before is None or (before.text == label and words):
            self.objectives[label] = Objective(label, words or label, at)
        return label

    def draft(self) -> Draft | None:
        if not self.questions:
            return None
        return Draft(_title(self.name), banks=tuple(self.banks()), objectives=self.objectives)

    def banks(self) -> Iterator[Page]:
        """A bank for each objective in order of appearance; questions without one have a bank of their own."""
        for objective in dict.fromkeys(question.objective for question in self.questions):
            own = tuple(question for question in self.questions if question.objective == objective)
            known = self.objectives.get(objective)
            title = known.text if known and known.text != known.id else f"{_title(self.name)} {objective}".strip()
            at = own[0].span
            quiz = Quiz(id="", role="bank", intro=(), questions=own, span=at)
            objectives = (objective,) if objective else ()
            yield Page(id="", path="", title=title, kind="bank", blocks=(), span=at, quiz=quiz, objectives=objectives)


def _title(name: str) -> str:
    words = PurePosixPath(name.replace("\\", "/")).stem.replace("_", " ").replace("-", " ").split()
    return " ".join(words).capitalize() or "Questions"
