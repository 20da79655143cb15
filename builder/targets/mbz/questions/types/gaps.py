"""``qtype_gapselect`` and ``qtype_ddwtos``: choices for gaps in a text, from lists or as words to drag."""

from __future__ import annotations

from functools import partial

from builder.targets.mbz.questions.reading import HTML, PLAIN, Reading, answer
from builder.targets.mbz.xml import Element, Value, branch, record


def gaps(reading: Reading, *, kind: str, box: str) -> list[Element]:
    """Choices in their order, for the text names them by their place; the group stands where feedback would."""
    rows = []
    for part in reading.element.findall(box):
        group, number = part.findtext("group") or "1", reading.number()
        said = (
            group if kind == "gapselect" else DRAGGED.format(len(group), group, int(part.find("infinite") is not None))
        )
        rows.append(answer(number, ((part.findtext("text") or "").strip(), HTML), "0", (said, PLAIN)))
    options: dict[str, Value] = {
        "shuffleanswers": reading.flag("shuffleanswers"),
        **reading.outcome(),
        "shownumcorrect": reading.flag("shownumcorrect"),
    }
    return [branch("answers", rows), record(kind, reading.number(), options)]


DRAGGED = 'O:8:"stdClass":2:{{s:9:"draggroup";s:{}:"{}";s:8:"infinite";b:{};}}'
"""Serialised by PHP: the group of a word to drag, and whether it can be taken again and again."""

gapselect = partial(gaps, kind="gapselect", box="selectoption")
ddwtos = partial(gaps, kind="ddwtos", box="dragbox")
