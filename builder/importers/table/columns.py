"""The columns of a table of items, known by their names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder.source.hints import did_you_mean

NAMES: Mapping[str, str] = {
    **dict.fromkeys(("id", "item id", "question id", "code", "item", "item code", "key id"), "id"),
    **dict.fromkeys(("objective", "learning objective", "outcome", "learning outcome", "lo", "goal"), "objective"),
    **dict.fromkeys(("type", "question type", "item type", "kind"), "type"),
    **dict.fromkeys(("stem", "question", "question text", "item stem", "prompt", "text", "question stem"), "stem"),
    **dict.fromkeys(("options", "choices", "answers", "answer options", "alternatives", "responses"), "options"),
    **dict.fromkeys(
        ("right", "correct", "key", "answer", "correct answer", "right answer", "correct answers", "right answers",
         "correct option", "correct options", "answer key", "solution"), "right"
    ),
    **dict.fromkeys(("feedback", "general feedback", "explanation", "rationale", "comment"), "feedback"),
    **dict.fromkeys(("option feedback", "feedback per option", "feedback by option"), "said"),
    **dict.fromkeys(("points", "mark", "marks", "score", "weight"), "points"),
    **dict.fromkeys(("unit", "units"), "unit"),
}  # fmt: skip
"""What columns are called, in small letters -> what they hold."""

_OPTION = re.compile(r"(?:option|choice|alternative|distractor|response|answer)\s*([a-z]|\d{1,2})|([a-h])")
_SAID = re.compile(r"(?:feedback|explanation|rationale|comment)\s*(?:for\s*)?(?:option|answer)?\s*([a-z]|\d{1,2})")
_DEEPEST = 20
"""Rows above the names, at most: titles, notes, empty ones."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where what stands: indexes of columns."""

    row: int
    """Index of the row of names."""
    single: Mapping[str, int]
    """By what they hold; a value of NAMES."""
    options: tuple[int, ...]
    said: tuple[int, ...]
    """The feedback of each option, as far as there are columns; -1 where there is none."""
    unknown: tuple[str, ...]

    def name(self, what: str, names: Sequence[str]) -> str:
        """A column's own name."""
        if what == "options" and "options" not in self.single and self.options:
            return names[self.options[0]]
        return names[self.single[what]] if what in self.single else what


def find_columns(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The row of names with the most columns known, among the first; None where no row names the question and more."""
    found = [_columns(at, row) for at, row in enumerate(rows[:_DEEPEST])]
    fitting = [each for each in found if "stem" in each.single and _score(each) > 1]
    return max(fitting, key=_score, default=None)


def _score(columns: Columns) -> int:
    return len(columns.single) + len(columns.options)


def _columns(at: int, row: Sequence[str]) -> Columns:
    single: dict[str, int] = {}
    options: dict[int, int] = {}
    said: dict[int, int] = {}
    unknown: list[str] = []
    for place, cell in enumerate(row):
        name = " ".join(re.sub(r"[^a-z0-9]+", " ", cell.lower()).split())
        option, feedback = _OPTION.fullmatch(name), _SAID.fullmatch(name)
        if name in NAMES and NAMES[name] not in single:
            single[NAMES[name]] = place
        elif option:
            options.setdefault(_number(option[1] or option[2]), place)
        elif feedback:
            said.setdefault(_number(feedback[1]), place)
        elif name:
            unknown.append(cell)
    numbers = sorted(options)
    return Columns(
        at,
        single,
        tuple(options[number] for number in numbers),
        tuple(said.get(number, -1) for number in numbers or sorted(said)),
        tuple(unknown),
    )


def _number(label: str) -> int:
    return int(label) if label.isdigit() else ord(label) - ord("a") + 1


def hint_for(name: str) -> str:
    """What may have been meant by a name."""
    return did_you_mean(name, ("id", "objective", "type", "stem", "options", "right", "feedback", "points", "unit"))
