"""``qtype_ordering``: items to put in order."""

from __future__ import annotations

from collections.abc import Mapping

from builder.targets.mbz.questions.reading import HTML, PLAIN, Reading
from builder.targets.mbz.questions.reading import answer as row_of
from builder.targets.mbz.xml import Element, Value, branch, record

CODES: Mapping[str, Mapping[str, int]] = {
    "layouttype": {"VERTICAL": 0, "HORIZONTAL": 1},
    "selecttype": {"ALL": 0, "RANDOM": 1, "CONTIGUOUS": 2},
    "gradingtype": {"ABSOLUTE_POSITION": 0},
    "showgrading": {"HIDE": 0, "SHOW": 1},
}
"""Words of the import format -> what the database keeps (``qtype_ordering_question``)."""


def ordering(reading: Reading) -> list[Element]:
    """Items in their right order, numbered by their shares."""
    rows = []
    for place, part in enumerate(reading.element.findall("answer"), 1):
        number = reading.number()
        rows.append(row_of(number, (reading.text(part, "answer", number), HTML), str(place), ("", PLAIN)))
    options: dict[str, Value] = {
        **{name: codes[reading.value(name)] for name, codes in CODES.items()},
        "selectcount": max(2, int(reading.value("selectcount", "0"))),
        "numberingstyle": reading.value("numberingstyle", "none"),
        **reading.outcome(),
        "shownumcorrect": reading.flag("shownumcorrect"),
    }
    return [branch("answers", rows), record("ordering", reading.number(), options)]
