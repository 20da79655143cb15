"""``qtype_match``: rows with values to choose from."""

from __future__ import annotations

from builder.targets.mbz.questions.reading import HTML, Reading
from builder.targets.mbz.xml import Element, Value, branch, record


def matching(reading: Reading) -> list[Element]:
    """Rows with their values; a row without a text only adds its value to the list."""
    options: dict[str, Value] = {
        "shuffleanswers": reading.flag("shuffleanswers"),
        **reading.outcome(),
        "shownumcorrect": reading.flag("shownumcorrect"),
    }
    rows = []
    for part in reading.element.findall("subquestion"):
        number = reading.number()
        fields: dict[str, Value] = {
            "questiontext": reading.text(part, "subquestion", number, "qtype_match"),
            "questiontextformat": HTML,
            "answertext": (part.findtext("answer/text") or "").strip(),
        }
        rows.append(record("match", number, fields))
    return [record("matchoptions", reading.number(), options), branch("matches", rows)]
