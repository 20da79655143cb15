"""Questions as elements of Moodle XML, one function a type (``question/format/xml/format.php``).

Moodle drops every question after one that it saves with a notice: a matching row without a value, an ordering question
of fewer than two items, a number or tolerance that is none. And a share that is not in its list of fractions stops the
import. None of that is ever written here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from builder.model import question as q
from builder.targets.banks import (
    SHARES,
    TAG_LENGTH,
    Unit,
    claims_of,
    is_plain_truefalse,
    listed,
    middle_of,
    pairs_of,
    percent,
    spellings,
    values_of,
)
from builder.targets.moodlexml.cloze import write_cloze, write_responses
from builder.targets.moodlexml.common import begin, end, say_outcome, shuffled
from builder.targets.moodlexml.gaps import write_gaps
from builder.targets.moodlexml.sheet import Sheet
from builder.targets.prompts import Prompts


def element_of(unit: Unit, prompts: Prompts) -> etree._Element | None:
    """The element of a question; None for a type that has no form here."""
    writer = WRITERS.get(type(unit.question))
    return None if writer is None else writer(unit, prompts)


def write_single(unit: Unit, prompts: Prompts) -> etree._Element:
    """One right option among several."""
    question: q.Single = unit.question  # type: ignore[assignment]
    return _multichoice(unit, prompts, [(option, "100" if option.correct else "0") for option in question.options])


def write_multiple(unit: Unit, prompts: Prompts) -> etree._Element:
    """Right minus wrong, floor 0: a right choice is worth a share of 1, a wrong one takes as much."""
    question: q.Multiple | q.Spot = unit.question  # type: ignore[assignment]
    right = sum(option.correct for option in question.options)
    if right not in SHARES:
        return end(write_responses(unit, prompts, question.options), unit)
    share = percent(1, right)
    options = [(option, share if option.correct else f"-{share}") for option in question.options]
    return _multichoice(unit, prompts, options, single=False)


def write_truefalse(unit: Unit, prompts: Prompts) -> etree._Element:
    """Moodle's own type, if it has these words; with reasons one choice among all pairs."""
    question: q.TrueFalse = unit.question  # type: ignore[assignment]
    if question.reasons:
        return _claims(unit, prompts, question)
    if not is_plain_truefalse(question, prompts.language):
        return _multichoice(unit, prompts, [(option, "100" if option.correct else "0") for option in question.options])
    sheet = begin(unit, prompts, "truefalse")
    for word, option in zip(("true", "false"), question.options, strict=True):
        sheet.typed(word, "100" if option.correct else "0", option.feedback)
    return end(sheet, unit)


def write_short(unit: Unit, prompts: Prompts) -> etree._Element:
    """Accepted answers first: the first that fits decides. An apostrophe is written in every way it is typed."""
    question: q.Short = unit.question  # type: ignore[assignment]
    sheet = begin(unit, prompts, "shortanswer")
    sheet.value("usecase", "1" if question.case else "0")
    for answers, share in ((question.answers, "100"), (question.wrong, "0")):
        for answer in answers:
            for text in spellings(answer.pattern):
                sheet.typed(text, share, answer.feedback)
    return end(sheet, unit)


def write_numerical(unit: Unit, prompts: Prompts) -> etree._Element:
    """Ranges as their middles with a tolerance; a unit may be typed or left out."""
    question: q.Numerical = unit.question  # type: ignore[assignment]
    sheet = begin(unit, prompts, "numerical")
    for ranges, share in ((question.answers, "100"), (question.wrong, "0")):
        for span in ranges:
            middle, tolerance = middle_of(span)
            sheet.value("tolerance", tolerance, sheet.typed(middle, share, span.feedback))
    # Moodle exports units as they are: one with a sign of XML would spoil its file.
    has_unit = 0 < len(question.unit) <= TAG_LENGTH and not {"<", ">", "&"} & set(question.unit)
    if has_unit:
        one = etree.SubElement(etree.SubElement(sheet.root, "units"), "unit")
        sheet.value("multiplier", "1", one)
        sheet.value("unit_name", question.unit, one)
    for name, value in (("unitgradingtype", "0"), ("unitpenalty", "0"), ("showunits", "0" if has_unit else "3")):
        sheet.value(name, value)
    sheet.value("unitsleft", "0")
    return end(sheet, unit)


def write_matching(unit: Unit, prompts: Prompts) -> etree._Element:
    """Rows with their values; a value that no row has stands beside an empty row."""
    question: q.Matching = unit.question  # type: ignore[assignment]
    sheet = begin(unit, prompts, "matching")
    sheet.value("shuffleanswers", "true")
    say_outcome(sheet, counts=True)
    values = values_of(question)
    for row, place in pairs_of(question):
        text = (prompts.inline(row.left) or "…") if row else ""
        part = sheet.html("subquestion", text, always=True)
        sheet.plain("answer", listed(values[place]), part)
    return end(sheet, unit)


def write_ordering(unit: Unit, prompts: Prompts) -> etree._Element:
    """All items, in their right order, each worth its share at its own place."""
    question: q.Ordering = unit.question  # type: ignore[assignment]
    sheet = begin(unit, prompts, "ordering")
    for name, value in ORDERING:
        sheet.value(name, value)
    say_outcome(sheet, counts=False)
    sheet.value("shownumcorrect", "1")
    for item in question.items:
        sheet.html("answer", prompts.tight(item.body), always=True, fraction="0")
    return end(sheet, unit)


ORDERING = (
    ("layouttype", "VERTICAL"),
    ("selecttype", "ALL"),
    ("selectcount", "0"),
    ("gradingtype", "ABSOLUTE_POSITION"),
    ("showgrading", "SHOW"),
    ("numberingstyle", "none"),
)


def write_gap_fill(unit: Unit, prompts: Prompts) -> etree._Element:
    """Gaps with lists to choose from, or, where one is typed, a Cloze question."""
    question: q.GapFill = unit.question  # type: ignore[assignment]
    sheet = write_gaps(unit, prompts, question) or write_cloze(unit, prompts, question)
    return end(sheet, unit)


def write_reflection(unit: Unit, prompts: Prompts) -> etree._Element:
    """An essay without a mark; graders see the model answer too."""
    question: q.Reflection = unit.question  # type: ignore[assignment]
    sheet = begin(unit, prompts, "essay")
    for name, value in ESSAY:
        sheet.value(name, value)
    sheet.html("graderinfo", prompts.blocks(question.model), always=True)
    sheet.html("responsetemplate", "", always=True)
    return end(sheet, unit)


ESSAY = (
    ("responseformat", "editor"),
    ("responserequired", "0"),
    ("responsefieldlines", "10"),
    ("attachments", "0"),
    ("attachmentsrequired", "0"),
)


def _multichoice(
    unit: Unit, prompts: Prompts, options: list[tuple[q.Option, str]], *, single: bool = True
) -> etree._Element:
    sheet = begin(unit, prompts, "multichoice")
    _choice_rules(sheet, single=single, shuffle=shuffled(unit))
    for option, share in options:
        sheet.choice(option.body, share, option.feedback)
    return end(sheet, unit)


def _claims(unit: Unit, prompts: Prompts, question: q.TrueFalse) -> etree._Element:
    sheet = begin(unit, prompts, "multichoice")
    _choice_rules(sheet, single=True, shuffle=False)
    for option, reason in claims_of(question):
        share = "100" if option.correct and reason.correct else "0"
        answer = sheet.html("answer", prompts.pair(option.body, reason.body), always=True, fraction=share)
        sheet.html("feedback", prompts.pair(option.feedback, reason.feedback), answer)
    return end(sheet, unit)


def _choice_rules(sheet: Sheet, *, single: bool, shuffle: bool) -> None:
    sheet.value("single", "true" if single else "false")
    sheet.value("shuffleanswers", "true" if shuffle else "false")
    sheet.value("answernumbering", "none")
    sheet.value("showstandardinstruction", "1")
    say_outcome(sheet, counts=not single)


WRITERS: Mapping[type, Callable[[Unit, Prompts], Any]] = {
    q.Single: write_single,
    q.Multiple: write_multiple,
    q.Spot: write_multiple,
    q.TrueFalse: write_truefalse,
    q.Short: write_short,
    q.Numerical: write_numerical,
    q.Matching: write_matching,
    q.Ordering: write_ordering,
    q.GapFill: write_gap_fill,
    q.Reflection: write_reflection,
}
"""A function for each type that has a form."""
