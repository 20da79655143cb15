"""``qtype_shortanswer``: words to type."""

from __future__ import annotations

from builder.targets.mbz.questions.reading import PLAIN, Reading
from builder.targets.mbz.xml import Element, branch, record


def typed(reading: Reading) -> list[Element]:
    """Accepted answers and known wrong ones; the first that fits decides."""
    rows = [row for _, _, row in reading.answers(PLAIN)]
    options = {"usecase": reading.flag("usecase")}
    return [branch("answers", rows), record("shortanswer", reading.number(), options)]
