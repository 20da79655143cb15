"""GIFT: what stands between the braces, type by type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from builder.diagnostics import Diagnostic
from builder.validate.formats.gift_read import Entry
from builder.validate.formats.moodlexml_marks import is_allowed, nearest
from builder.validate.rule import Rule, must, should
from builder.validate.subject import Subject

NOTHING_RIGHT = must(
    "G4",
    "Moodle 4.5.6, tried",
    "Question {name} has no right answer.",
    "Put = in front of the right answer, or give the right ones weights such as ~%50%.",
    "No learner can get the mark; at a question for a short answer Moodle stops the import.",
)
WEIGHT = must(
    "G5",
    "Moodle 4.5.6, tried",
    "Question {name} has the weight %{weight}%, which is not in Moodle's list.",
    "Write %{nearest}%. Moodle takes tenths, halves to ninths of 100, and 5, with five decimals: %33.33333%.",
    "With its usual setting Moodle then imports no question of the file at all.",
)
NUMBER = must(
    "G6",
    "Moodle 4.5.6, tried",
    "Question {name} awaits “{given}”, which {problem}.",
    "Write {{#number}}, {{#number:tolerance}} or {{#lowest..highest}}, with a decimal point.",
    "Moodle takes an answer that is no number as *, so that every answer is right, or stops the import.",
)
SUM = should(
    "G7",
    "Moodle 4.5.6, read in its source",
    "The right answers of question {name} add up to {sum} %.",
    "Let the positive weights add up to 100.",
    "Who ticks all right answers gets less, or more, than the full mark.",
)
PAIR = must(
    "G8",
    "Moodle 4.5.6, tried",
    "Question {name} has {problem}.",
    "Write at least two pairs as =text -> answer; a pair with an empty text is an answer that fits nowhere.",
    """Moodle imports no question of the file; where only an answer is missing it stops there without an error, and
    leaves out all questions that follow.""",
)
UNUSUAL_TRUTH = should(
    "G10",
    "Moodle 4.5.6, tried",
    "Question {name} has the answer “{given}”, which Moodle takes as a short answer.",
    "Write T, F, TRUE or FALSE, in capitals.",
    "Learners get an empty line to write into, and not a choice between true and false.",
)
TOO_FEW = must(
    "G11",
    "Moodle 4.5.6, read in its source",
    "Question {name} has {count} option.",
    "Write at least two, each after = or ~.",
    "With its usual setting Moodle then imports no question of the file at all.",
)
FEW_PAIRS = should(
    "G15",
    "Moodle 4.5.6, form of the matching question, read in its source",
    "Question {name} has two pairs only, with {count} different answers.",
    "Add a pair, or an answer that fits nowhere: =-> answer.",
    "It can be guessed, and a teacher who edits it cannot save it.",
)
UNESCAPED = should(
    "G16",
    "Moodle 4.5.6, read in its source",
    "The answers of question {name} hold {sign} in “{text}”, which looks as if it were meant as such.",
    "Write \\{sign}.",
    "= and ~ begin a new answer and # begins feedback, also in the middle of an address or a formula.",
)
EMPTY = should(
    "G17",
    "Moodle 4.5.6, tried",
    "Question {name} has an empty answer.",
    "Write the answer, or remove its = or ~.",
    "Learners see an option without text.",
)
NO_WEIGHT = should(
    "G22",
    "Moodle 4.5.6, read in its source",
    "An answer of question {name} begins with “{text}”, which is no weight.",
    "Write a weight as %50%, or put another word in front of the %.",
    "Moodle takes it as part of the answer's text.",
)
BELOW_FULL = should(
    "G23",
    "Moodle 4.5.6, read in its source",
    "The best answer of question {name} earns {best} %.",
    "Give the best answer no weight, or %100%.",
    "Nobody can get the full mark.",
)

RULES = (
    NOTHING_RIGHT,
    WEIGHT,
    NUMBER,
    SUM,
    PAIR,
    UNUSUAL_TRUTH,
    TOO_FEW,
    FEW_PAIRS,
    UNESCAPED,
    EMPTY,
    NO_WEIGHT,
    BELOW_FULL,
)

_TRUTHS = frozenset({"T", "TRUE", "F", "FALSE"})
_WEIGHT = re.compile(r"%-*([0-9]{1,2}\.?[0-9]*)%")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_MEANT = re.compile(r"&(#)x?[0-9A-Fa-f]+;|[?&]\w+(=)|\w(=)[\"']|[<>!](=)")


_MOST = 20
"""Findings in one question; a mistake that is made throughout is understood by then."""


@dataclass(frozen=True, slots=True)
class _Given:
    """An answer: its share in per cent, its text without feedback."""

    share: float
    text: str


_Problems = Iterator[tuple[Rule, dict[str, object]]]


def judge(subject: Subject, one: Entry) -> Iterator[Diagnostic]:
    """The rules of the answers of a question whose braces are in order."""
    answers = one.answers
    at = subject.at(subject.main, one.block.line(one.opening))
    for found in islice(_MEANT.finditer(answers), _MOST):
        sign = next(part for part in found.groups() if part)
        yield UNESCAPED.at(at, name=one.title, sign=sign, text=found[0])
    for rule, values in islice(_problems(answers), _MOST):
        yield rule.at(at, name=one.title, **values)


def _problems(answers: str) -> _Problems:
    """What is wrong, by the type that Moodle takes the question for."""
    if not answers or answers.partition("#")[0].strip() in _TRUTHS:
        return
    if answers.startswith("#"):
        yield from _numerical(answers[1:])
    elif "~" in answers:
        yield from _choice(answers)
    elif "=" in answers and "->" in answers:
        yield from _match(answers)
    else:
        yield from _short(answers)


def _choice(answers: str) -> _Problems:
    given = [_given(part, 0.0) for part in _split(answers.replace("=", "~="), "~")]
    yield from _marks(given)
    if len(given) < 2:
        yield TOO_FEW, {"count": len(given)}
        return
    total = sum(answer.share for answer in given if answer.share > 0)
    if not total:
        yield NOTHING_RIGHT, {}
    elif "=" not in answers and abs(total - 100) > 0.5:
        yield SUM, {"sum": f"{total:g}"}


def _short(answers: str) -> _Problems:
    given = [_given(part, 100.0) for part in _split(answers, "=")]
    yield from _marks(given)
    if len(given) == 1 and given[0].text.upper() in _TRUTHS:
        yield UNUSUAL_TRUTH, {"given": given[0].text}
    if not any(answer.share == 100 for answer in given):
        yield NOTHING_RIGHT, {}


def _match(answers: str) -> _Problems:
    pairs = _split(answers, "=")
    loose = next((pair for pair in pairs if "->" not in pair), None)
    if loose is not None:
        yield PAIR, {"problem": f"“{_shown(loose)}” without ->"}
        return
    rows = [(text.strip(), answer.strip()) for text, _, answer in (pair.partition("->") for pair in pairs)]
    if len(rows) < 2:
        yield PAIR, {"problem": "one pair"}
        return
    for text, answer in rows:
        if text and not answer:
            yield PAIR, {"problem": f"“{_shown(text)}” without an answer"}
    count = len({answer for _, answer in rows if answer})
    if len(rows) == 2 and count < 3:
        yield FEW_PAIRS, {"count": count}


def _numerical(answers: str) -> _Problems:
    parts = _split(answers.partition("~")[0], "=")
    given = [_given(part, 100.0) for part in parts]
    yield from _marks(given)
    if not given:
        yield NUMBER, {"given": "", "problem": "is empty"}
        return
    best = max(answer.share for answer in given)
    if best <= 0:
        yield NOTHING_RIGHT, {}
    elif best < 100:
        yield BELOW_FULL, {"best": f"{best:g}"}
    for answer in given:
        problem = _number_problem(answer.text)
        if problem:
            yield NUMBER, {"given": _shown(answer.text), "problem": problem}


def _number_problem(text: str) -> str:
    """What is wrong with ``9.81:0.05``, ``1..5`` or ``4``; '' for nothing."""
    if text.find("..") > 0:
        lowest, _, highest = (part.strip() for part in text.partition(".."))
        if not (_NUMBER.fullmatch(lowest) and _NUMBER.fullmatch(highest)):
            return "is no range of two numbers"
        return "begins above its end" if float(lowest) > float(highest) else ""
    number, sign, tolerance = (part.strip() for part in text.partition(":"))
    if not _NUMBER.fullmatch(number) and number != "*":
        return "is no number"
    if sign and not _NUMBER.fullmatch(tolerance):
        return "has a tolerance that is no number"
    return "has a tolerance below 0" if tolerance.startswith("-") else ""


def _marks(given: list[_Given]) -> _Problems:
    """Weights that are not Moodle's, and answers without text."""
    for answer in given:
        if not is_allowed(answer.share):
            yield WEIGHT, {"weight": f"{answer.share:g}", "nearest": nearest(answer.share)}
        if answer.text.startswith("%"):
            yield NO_WEIGHT, {"text": _shown(answer.text[:12])}
        if not answer.text:
            yield EMPTY, {}


def _split(answers: str, sign: str) -> list[str]:
    """The answers, of which the first need not have ``sign`` in front of it."""
    parts = [part.strip() for part in answers.split(sign)]
    return parts[1:] if not parts[0] else parts


def _given(part: str, default: float) -> _Given:
    """An answer with what it earns: all of it after ``=``, its weight, or ``default``."""
    weight = _WEIGHT.match(part)
    if part.startswith("="):
        share, part = 100.0, part[1:]
    elif weight:
        share, part = float(weight[1]) * (-1 if "-" in weight[0] else 1), part[weight.end() :]
    else:
        share = default
    return _Given(share, part.partition("#")[0].strip())


def _shown(masked: str) -> str:
    return masked.replace("\0\0", "…")
