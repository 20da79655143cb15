"""Moodle XML: the types of questions, each with what it needs. (Moodle 4.5, question/type)"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import MappingProxyType

from builder.diagnostics import Diagnostic
from builder.validate.formats.moodlexml_marks import is_allowed, is_number, nearest
from builder.validate.formats.moodlexml_read import Answer, Question, answers, questions
from builder.validate.nodes import child, children, number, text, value, whole
from builder.validate.rule import must, should
from builder.validate.subject import Subject
from builder.validate.xml import line_of, local

FRACTION = must(
    "X3",
    "Moodle 4.5.6, tried",
    "An answer of question {name} has the fraction “{fraction}”, which is not in Moodle's list.",
    "Write {nearest}. Moodle takes tenths, halves to ninths of 100, and 5, with five decimals: 33.33333.",
    "With its usual setting Moodle then imports no question of the file at all.",
)
NOTHING_RIGHT = must(
    "X4",
    "Moodle 4.5.6, tried",
    "Question {name} has no right answer: {problem}.",
    "Give the right answer fraction=“100”.",
    "No learner can get the mark; for some types Moodle stops the import there.",
)
BELOW_FULL = should(
    "X5",
    "Moodle 4.5.6, read in its source",
    "The best answer of question {name} earns {best} %.",
    "Give the best answer fraction=“100”.",
    "Moodle imports it, and nobody can get the full mark.",
)
SUM = should(
    "X6",
    "Moodle 4.5.6, read in its source",
    "The right answers of question {name} add up to {sum} %.",
    "Let the positive fractions add up to 100.",
    "Who ticks all right answers gets less, or more, than the full mark.",
)
DROPS_THE_REST = must(
    "X7",
    "Moodle 4.5.6, tried",
    "Question {name} {problem}.",
    "{remedy}.",
    """Moodle stops at this question and leaves out all that follow it; at a row or an item that is missing it says all
    the same that the import succeeded.""",
)
TOO_FEW = must(
    "X8",
    "Moodle 4.5.6, tried",
    "Question {name} has {count} {what}.",
    "Give it at least {least}.",
    "Moodle stops the import at this question, or shows one that cannot be answered.",
)
FEW_PAIRS = should(
    "X9",
    "Moodle 4.5.6, form of the matching question, read in its source",
    "Question {name} has {problem}.",
    "Give it at least two pairs and three answers; a pair with an empty text is an answer that fits nowhere.",
    "It can be guessed, and a teacher who edits it cannot save it.",
)
GAPS = must(
    "X13",
    "Moodle 4.5.6, tried",
    "Question {name} {problem}.",
    "Number the gaps [[1]], [[2]] … by the position of their right choice.",
    "The gap has no right choice: whatever a learner chooses is wrong.",
)
UNREACHABLE = should(
    "X14",
    "Moodle 4.5.6, read in its source",
    "Choice {number} of question {name}, “{text}”, is of the group {group}, in which there is no gap.",
    "Give it the group of the gap it belongs to.",
    "No learner ever sees it.",
)
UNIT = should(
    "X22",
    "Moodle 4.5.6, tried",
    "Question {name} {problem}.",
    "Give each unit a name and a multiplier that is not 0, and each tolerance a number from 0.",
    "Moodle says nothing: answers in this unit, or within the tolerance meant, are marked wrong.",
)
WORDS = should(
    "X25",
    "Moodle 4.5.6, read in its source",
    "<{element}> of question {name} is “{value}”.",
    "Use one of: {allowed}.",
    "Moodle does not know it and takes its own default, or fails when the question is shown.",
)
ESSAY_FORMAT = must(
    "X32",
    "Moodle 4.5.6, tried",
    "Essay {name} has the responseformat “{value}”.",
    "Use one of: {allowed}.",
    "Moodle imports it, and stops with an error when the question is shown.",
)
TRUE_FALSE = should(
    "X26",
    "Moodle 4.5.6, read in its source",
    "The answers of question {name} are “{texts}”, and not “true” and “false”.",
    "Write <text>true</text> and <text>false</text>; Moodle translates them.",
    "Moodle guesses that the first one means true, and says so in a notice.",
)

RULES = (
    FRACTION,
    NOTHING_RIGHT,
    BELOW_FULL,
    SUM,
    DROPS_THE_REST,
    TOO_FEW,
    FEW_PAIRS,
    GAPS,
    UNREACHABLE,
    UNIT,
    WORDS,
    ESSAY_FORMAT,
    TRUE_FALSE,
)

_TRUTHS = ("true", "false", "1", "0")
_ALLOWED = MappingProxyType(
    {
        "single": _TRUTHS,
        "shuffleanswers": _TRUTHS,
        "usecase": ("0", "1"),
        "answernumbering": ("abc", "ABCD", "ABC", "123", "iii", "IIII", "III", "none"),
        "responseformat": ("editor", "editorfilepicker", "plain", "monospaced", "noinline"),
        "layouttype": ("VERTICAL", "HORIZONTAL", "0", "1"),
        "selecttype": ("ALL", "RANDOM", "CONTIGUOUS", "0", "1", "2"),
        "showgrading": ("SHOW", "HIDE", "1", "0"),
        "gradingtype": (
            "ALL_OR_NOTHING",
            "ABSOLUTE_POSITION",
            "RELATIVE_NEXT_EXCLUDE_LAST",
            "RELATIVE_NEXT_INCLUDE_LAST",
            "RELATIVE_ONE_PREVIOUS_AND_NEXT",
            "RELATIVE_ALL_PREVIOUS_AND_NEXT",
            "LONGEST_ORDERED_SUBSET",
            "LONGEST_CONTIGUOUS_SUBSET",
            "RELATIVE_TO_CORRECT",
        ),
        "unitgradingtype": ("0", "1", "2"),
        "showunits": ("0", "1", "2", "3"),
        "unitsleft": ("0", "1"),
    }
)
"""Elements with a vocabulary, whatever the type."""
_GAP = re.compile(r"\[\[(\d+)\]\]")

Found = Iterator[Diagnostic]


def check(subject: Subject) -> Found:
    """The rules of each type."""
    for one in questions(subject):
        judge = _TYPES.get(one.type)
        if judge is not None:
            yield from judge(subject, one)
        for node in children(one.node, *_ALLOWED):
            allowed, given = _ALLOWED[local(node)], text(node)
            if given and given not in allowed:
                at = subject.at(subject.main, line_of(node))
                rule = ESSAY_FORMAT if local(node) == "responseformat" else WORDS
                yield rule.at(at, element=local(node), name=one.title, value=given, allowed=", ".join(allowed))


def _fractions(subject: Subject, one: Question, found: tuple[Answer, ...]) -> Found:
    for answer in found:
        if answer.fraction is None or not is_allowed(answer.fraction):
            at = subject.at(subject.main, line_of(answer.node))
            yield FRACTION.at(at, name=one.title, fraction=answer.said, nearest=nearest(answer.fraction or 0.0))


def _choice(subject: Subject, one: Question) -> Found:
    found, at = answers(one), subject.at(subject.main, one.line)
    yield from _fractions(subject, one, found)
    if len(found) < 2:
        yield TOO_FEW.at(at, name=one.title, count=len(found), what="answers", least=2)
        return
    shares = [answer.fraction or 0.0 for answer in found]
    if max(shares) <= 0:
        yield NOTHING_RIGHT.at(at, name=one.title, problem="no fraction is above 0")
    elif value(one.node, "single") in {"false", "0"}:
        total = sum(share for share in shares if share > 0)
        if abs(total - 100) > 0.5:
            yield SUM.at(at, name=one.title, sum=f"{total:g}")
    elif max(shares) < 100:
        yield BELOW_FULL.at(at, name=one.title, best=f"{max(shares):g}")


def _true_false(subject: Subject, one: Question) -> Found:
    found, at = answers(one), subject.at(subject.main, one.line)
    if len(found) != 2:
        yield TOO_FEW.at(at, name=one.title, count=len(found), what="answers", least="two, true and false")
        return
    if sum(answer.fraction == 100 for answer in found) != 1:
        problem = "one answer has the fraction 100, the other 0"
        yield NOTHING_RIGHT.at(at, name=one.title, problem=f"it must be that {problem}")
    if {answer.text for answer in found} != {"true", "false"}:
        yield TRUE_FALSE.at(at, name=one.title, texts="” and “".join(answer.text for answer in found))


def _short(subject: Subject, one: Question) -> Found:
    found, at = answers(one), subject.at(subject.main, one.line)
    yield from _fractions(subject, one, found)
    if not any(answer.text for answer in found):
        yield TOO_FEW.at(at, name=one.title, count=0, what="answers", least=1)
    elif not any(answer.fraction == 100 for answer in found):
        yield NOTHING_RIGHT.at(at, name=one.title, problem="none has the fraction 100")


def _numerical(subject: Subject, one: Question) -> Found:
    found, at = answers(one), subject.at(subject.main, one.line)
    yield from _fractions(subject, one, found)
    units = frozenset(value(unit, "unit_name") for unit in children(child(one.node, "units"), "unit"))
    for answer in found:
        span = subject.at(subject.main, line_of(answer.node))
        if answer.text != "*" and not is_number(answer.text, units=units):
            problem, remedy = f"has the answer “{answer.text}”, which is no number", "Write a number, or * for any"
            yield DROPS_THE_REST.at(span, name=one.title, problem=problem, remedy=remedy)
        margin = value(answer.node, "tolerance")
        if margin and not is_number(margin, units=units):
            yield UNIT.at(span, name=one.title, problem=f"has the tolerance “{margin}”, which is no number")
        elif margin.startswith("-"):
            yield UNIT.at(span, name=one.title, problem=f"has the tolerance {margin}, which is below 0")
    for unit in children(child(one.node, "units"), "unit"):
        factor = value(unit, "multiplier")
        told = number(factor) if factor else 1.0
        if not value(unit, "unit_name") or not told:
            name = value(unit, "unit_name")
            problem = f"has the unit “{name}” with the multiplier “{factor}”"
            yield UNIT.at(subject.at(subject.main, line_of(unit)), name=one.title, problem=problem)
    yield from _best(subject, one, found)
    if not found:
        yield TOO_FEW.at(at, name=one.title, count=0, what="answers", least=1)


def _best(subject: Subject, one: Question, found: tuple[Answer, ...]) -> Found:
    shares = [answer.fraction or 0.0 for answer in found]
    at = subject.at(subject.main, one.line)
    if shares and max(shares) <= 0:
        yield NOTHING_RIGHT.at(at, name=one.title, problem="no fraction is above 0")
    elif shares and max(shares) < 100:
        yield BELOW_FULL.at(at, name=one.title, best=f"{max(shares):g}")


def _calculated(subject: Subject, one: Question) -> Found:
    found = answers(one)
    yield from _fractions(subject, one, found)
    yield from _best(subject, one, found)
    if not found:
        yield TOO_FEW.at(subject.at(subject.main, one.line), name=one.title, count=0, what="answers", least=1)


def _match(subject: Subject, one: Question) -> Found:
    pairs = [(value(sub, "text"), value(sub, "answer", "text"), sub) for sub in children(one.node, "subquestion")]
    at = subject.at(subject.main, one.line)
    for words, answer, node in pairs:
        if words and not answer:
            problem, remedy = f"has the row “{words}” without an answer", "Give the row an answer, or remove it"
            span = subject.at(subject.main, line_of(node))
            yield DROPS_THE_REST.at(span, name=one.title, problem=problem, remedy=remedy)
    rows = [words for words, _, _ in pairs if words]
    values = {answer for _, answer, _ in pairs if answer}
    if not rows:
        yield TOO_FEW.at(at, name=one.title, count=0, what="rows to match", least=2)
    elif len(rows) < 2 or len(values) < 2:
        yield FEW_PAIRS.at(at, name=one.title, problem=f"{len(rows)} rows and {len(values)} different answers")


def _ordering(subject: Subject, one: Question) -> Found:
    found, at = answers(one), subject.at(subject.main, one.line)
    if len(found) < 2:
        problem, remedy = f"has {len(found)} items to put in order", "Give it at least two"
        yield DROPS_THE_REST.at(at, name=one.title, problem=problem, remedy=remedy)
        return
    count = whole(value(one.node, "selectcount")) or 0
    if value(one.node, "selecttype") in {"RANDOM", "CONTIGUOUS", "1", "2"} and count == 1:
        allowed = f"0 for all, or 2 to {len(found)}"
        yield WORDS.at(at, element="selectcount", name=one.title, value=str(count), allowed=allowed)


def _gaps(subject: Subject, one: Question) -> Found:
    at = subject.at(subject.main, one.line)
    choices = list(children(one.node, "selectoption", "dragbox"))
    groups = [value(choice, "group") or "1" for choice in choices]
    gaps = [int(found[:9]) for found in _GAP.findall(one.text)]
    if not choices or not gaps:
        missing = "choices" if not choices else "gaps [[1]] in its text"
        yield TOO_FEW.at(at, name=one.title, count=0, what=missing, least=1)
        return
    for gap in sorted(set(gaps)):
        if not 1 <= gap <= len(choices):
            yield GAPS.at(at, name=one.title, problem=f"has the gap [[{gap}]] and {len(choices)} choices")
        elif not value(choices[gap - 1], "text"):
            yield GAPS.at(at, name=one.title, problem=f"has the gap [[{gap}]], and choice {gap} is empty")
    seen = {groups[gap - 1] for gap in gaps if 1 <= gap <= len(choices)}
    for position, (choice, group) in enumerate(zip(choices, groups, strict=True), 1):
        words = value(choice, "text")
        if group not in seen and words:
            span = subject.at(subject.main, line_of(choice))
            yield UNREACHABLE.at(span, number=position, name=one.title, text=words, group=group)


_TYPES: MappingProxyType[str, Callable[[Subject, Question], Found]] = MappingProxyType(
    {
        "multichoice": _choice,
        "truefalse": _true_false,
        "shortanswer": _short,
        "numerical": _numerical,
        "calculated": _calculated,
        "calculatedsimple": _calculated,
        "calculatedmulti": _calculated,
        "match": _match,
        "ordering": _ordering,
        "gapselect": _gaps,
        "ddwtos": _gaps,
    }
)
