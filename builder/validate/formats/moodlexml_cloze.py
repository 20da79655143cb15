"""Moodle XML: the text of a Cloze question, in which the parts are written as ``{1:SHORTANSWER:=Paris~%50%Lyon}``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import islice

from builder.diagnostics import Diagnostic
from builder.validate.formats.moodlexml_marks import is_allowed, is_number, nearest
from builder.validate.formats.moodlexml_read import questions
from builder.validate.rule import must, should
from builder.validate.subject import Subject

BROKEN = must(
    "X11",
    "Moodle 4.5.6, question/type/multianswer, tried",
    "Question {name} {problem}.",
    "{remedy}.",
    "Moodle calls the Cloze question invalid; with its usual setting it then imports no question of the file.",
)
LOOKS_LIKE_A_PART = should(
    "X12",
    "Moodle 4.5.6, question/type/multianswer, read in its source",
    "Question {name} holds {text}, which Moodle does not read as a part to be answered.",
    "Write {{1:SHORTANSWER:=answer}} with a known type in capitals, and close it with }}; escape a }} in it as \\}}.",
    "Learners see the characters as they stand here, with the right answer in them.",
)
SHARE = should(
    "X31",
    "Moodle 4.5.6, question/type/multianswer, read in its source",
    "A part of question {name} has the share {share} %, which is not in Moodle's list.",
    "Write %{nearest}%.",
    "A teacher who edits the question cannot save it.",
)

RULES = (BROKEN, LOOKS_LIKE_A_PART, SHARE)

_LAYOUTS = ("", "_V", "_H", "_S", "_VS", "_HS")
_SHORT = tuple(one.replace("_", "") for one in _LAYOUTS)
_KINDS = {
    **dict.fromkeys(("NUMERICAL", "NM"), "number"),
    **dict.fromkeys(("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"), "text"),
    **{f"MULTICHOICE{one}": "one" for one in _LAYOUTS},
    **{f"MC{one}": "one" for one in _SHORT},
    **{f"MULTIRESPONSE{one}": "several" for one in _LAYOUTS if "V" not in one},
    **{f"MR{one}": "several" for one in _SHORT if "V" not in one},
}
_START = re.compile(r"\{(\d*):([A-Z_]+):")
_SUSPECT = re.compile(r"\{\s{0,9}\d{0,9}\s{0,9}:\s{0,9}[A-Za-z_]{1,30}\s{0,9}:?[^}]{0,40}|\{[A-Z_]{2,15}:[^}]{0,40}")
_SHARE = re.compile(r"%(-?\d+(?:[.,]\d*)?)%")
_CLOSING = re.compile(r"(?<!\\)\}")
_MOST = 20
"""Findings in one question; a mistake that is made throughout is understood by then."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part to be answered: its kind and its alternatives, each a share in per cent and a text."""

    code: str
    kind: str
    alternatives: tuple[tuple[float, str], ...]


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The rules of Cloze questions."""
    for question in questions(subject):
        if question.type != "multianswer":
            continue
        at, name = subject.at(subject.main, question.line), question.title
        found, rest = parts_of(question.text)
        for suspect in islice(_SUSPECT.finditer(rest), _MOST):
            yield LOOKS_LIKE_A_PART.at(at, name=name, text=f"“{suspect[0]}”")
        if not found:
            remedy = "Write at least one part, such as {1:SHORTANSWER:=Paris}"
            yield BROKEN.at(at, name=name, problem="has no part to be answered", remedy=remedy)
        for one in found[:_MOST]:
            for problem, remedy in _problems(one):
                yield BROKEN.at(at, name=name, problem=problem, remedy=remedy)
            for share in sorted({share for share, _ in one.alternatives})[:_MOST]:
                if not is_allowed(share):
                    yield SHARE.at(at, name=name, share=f"{share:g}", nearest=nearest(share))


def parts_of(words: str) -> tuple[list[Part], str]:
    """The parts of a text, and the text without them."""
    found, rest, at = [], [], 0
    for start in _START.finditer(words):
        kind = _KINDS.get(start[2])
        if start.start() < at or kind is None:
            continue
        closing = _CLOSING.search(words, start.end())
        if closing is None:
            break
        end = closing.start()
        body = words[start.end() : end]
        if body.strip():
            rest.append(words[at : start.start()])
            found.append(Part(words[start.start() : end + 1], kind, tuple(_alternatives(body))))
            at = end + 1
    return found, "".join((*rest, words[at:]))


def _alternatives(body: str) -> Iterator[tuple[float, str]]:
    for one in re.split(r"(?<!\\)~", body):
        share = _SHARE.match(one)
        if one.startswith("="):
            worth, plain = 100.0, one[1:]
        elif share:
            worth, plain = float(share[1].replace(",", ".")), one[share.end() :]
        else:
            worth, plain = 0.0, one
        answer = re.split(r"(?<!\\|&)#", plain, maxsplit=1)[0]
        yield worth, unescape(answer).strip()


def _problems(part: Part) -> Iterator[tuple[str, str]]:
    code = f"“{part.code[:60]}”"
    filled = [(share, words) for share, words in part.alternatives if words]
    least = 2 if part.kind in {"one", "several"} else 1
    if len(filled) < least:
        yield f"has {len(filled)} answers in {code}", f"Give the part at least {least}, separated by ~"
    best = max((share for share, _ in filled), default=0.0)
    if best <= 0 or (part.kind != "several" and best != 100):
        yield f"has no right answer in {code}", "Put = in front of the right answer, or %100%"
    if part.kind == "number":
        for _, words in filled[:_MOST]:
            number, _, margin = words.partition(":")
            if words != "*" and not (is_number(number) and (not margin or is_number(margin))):
                yield f"awaits the number “{words}” in {code}", "Write a number, or number:tolerance"
