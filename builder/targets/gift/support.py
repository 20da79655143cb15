"""What becomes of each construct in GIFT; measured with Moodle 4.5's question engine."""

from __future__ import annotations

from collections.abc import Mapping

from builder.targets.base import Support, changed, lost
from builder.targets.moodlexml.support import SUPPORT as MOODLE_XML

SUPPORT: Mapping[str, Support] = {
    **MOODLE_XML,
    "multiple": changed("Left out where 11 to 19 or more than 20 options are right: Moodle knows no such share."),
    "short": changed(
        "Moodle takes each blank as it is typed, and a capital of ß for another letter; answers with `->` are left out."
    ),
    "estimate": lost("Left out; GIFT has no points, so it would be marked."),
    "ordering": lost("Left out; GIFT has no ordering questions."),
    "gaps-typed": lost("Left out; GIFT has no texts with several gaps."),
    "gaps-chosen": lost("Left out; GIFT has no texts with several gaps."),
    "worked-example": lost("Left out; GIFT has no texts with several gaps."),
    "reflection": changed(
        "An essay worth a point that somebody has to give; the model answer is the general feedback."
    ),
    "points": changed("Every question is worth one point; others are tags."),
    "unit": changed("It stands behind the question, and may be typed or left out."),
    "case": lost("Capitals do not matter."),
    "shuffle-options": lost("Moodle shuffles options or not, as its administrators set it."),
    "see": changed("A tag only."),
    "question-picture": changed("Inside the text, as GIFT has no files; few platforms but Moodle show them."),
}
