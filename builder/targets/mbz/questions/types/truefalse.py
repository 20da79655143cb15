"""``qtype_truefalse``: a statement to judge."""

from __future__ import annotations

from builder.targets.mbz.questions.reading import PLAIN, Reading, child
from builder.targets.mbz.xml import Element, branch, record


def truefalse(reading: Reading) -> list[Element]:
    """Two answers; Moodle shows its own words for them."""
    rows, places = [], {}
    for part, number, row in reading.answers(PLAIN):
        word = part.findtext("text") or ""
        child(row, "answertext").text = word.capitalize()
        places[word] = number
        rows.append(row)
    options = {"trueanswer": places["true"], "falseanswer": places["false"], "showstandardinstruction": 0}
    return [branch("answers", rows), record("truefalse", reading.number(), options)]
