"""What Moodle 4.5 does with a file of questions that is right in itself."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.validate.formats.moodlexml_read import questions
from builder.validate.nodes import child, number, value
from builder.validate.profiles.moodle_cartridge import RAN
from builder.validate.rule import note, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of

ADDS = note(
    "MQ1",
    RAN,
    "Moodle adds every question of the file anew, also those it has.",
    "To correct a question that is in use, edit it in Moodle's question bank.",
    """An import never changes a question: it has no versions, idnumbers that are taken are dropped, and random
    questions then draw the old and the new.""",
)
CLOZE_MARK = should(
    "MQ2",
    RAN,
    "Moodle ignores the default mark {mark} of the Cloze question {name}.",
    "Write the weights of its parts, {{2:SHORTANSWER:…}}, so that they add up to the mark.",
    "The mark of a Cloze question is the sum of its parts.",
)
MULTILANG = should(
    "MQ3",
    RAN,
    "Question {name} holds texts in several languages side by side.",
    "Make a file for each language, or ask the administrator to enable the filter for multi-language content.",
    "The filter is off in a new Moodle: learners see all languages, one after the other.",
)
GIFT_LIMITS = note(
    "MQ4",
    RAN,
    "GIFT has no pictures, hints, units, ordering or Cloze questions.",
    "For these use Moodle XML.",
    "What the format cannot say is not in the file.",
)

RULES = (ADDS, CLOZE_MARK, MULTILANG, GIFT_LIMITS)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """What Moodle does with the questions."""
    yield ADDS.at(subject.at())
    if subject.format.name == "gift":
        yield GIFT_LIMITS.at(subject.at())
        return
    for one in questions(subject):
        mark = child(one.node, "defaultgrade")
        told = number(value(one.node, "defaultgrade"))
        if one.type == "multianswer" and mark is not None and told is not None and told not in {0.0, 1.0}:
            at = subject.at(subject.main, line_of(mark))
            yield CLOZE_MARK.at(at, mark=f"{told:g}", name=one.title)
        if "multilang" in one.text and "<span" in one.text:
            yield MULTILANG.at(subject.at(subject.main, one.line), name=one.title)
