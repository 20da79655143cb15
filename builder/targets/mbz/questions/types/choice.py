"""``qtype_multichoice``: one or several right options."""

from __future__ import annotations

from builder.targets.mbz.questions.reading import HTML, Reading
from builder.targets.mbz.xml import Element, Value, branch, record


def choice(reading: Reading) -> list[Element]:
    """Options with their shares."""
    rows = [row for _, _, row in reading.answers(HTML)]
    options: dict[str, Value] = {
        "layout": reading.value("layout", "0"),
        "single": reading.flag("single"),
        "shuffleanswers": reading.flag("shuffleanswers"),
        **reading.outcome(),
        "answernumbering": reading.value("answernumbering", "abc"),
        "shownumcorrect": reading.flag("shownumcorrect"),
        "showstandardinstruction": reading.flag("showstandardinstruction"),
    }
    return [branch("answers", rows), record("multichoice", reading.number(), options)]
