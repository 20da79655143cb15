"""What question banks in files have in common: which questions, under which category, with which tags and shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext
from hashlib import sha256
from html import escape

from builder.model.course import Course
from builder.model.package import Package
from builder.model.question import (
    GapFill,
    Matching,
    Numerical,
    Option,
    Question,
    Range,
    Row,
    Scenario,
    Short,
    Spot,
    TrueFalse,
)
from builder.model.quiz import Quiz
from builder.model.text import Paragraph, Text
from builder.render.plain import plain
from builder.state import reach
from builder.state.reach import objective_of, quizzes_of
from builder.targets.safe import line, title

SHARES = (*range(1, 11), 20)
"""The whole numbers that 1 may be divided by in Moodle's list of fractions (``question/engine/bank.php``); a share
that is not in the list stops the whole import."""

TAG_LENGTH = 50
"""Characters of a tag in Moodle; of a unit, too."""

LISTED = 255
"""Characters of a value in a matching question in Moodle."""

ID_LENGTH = 100
"""Characters of an idnumber in Moodle: one more, and the database stops the import."""

APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"
"""The same sign to us, and three to Moodle: phones write the second."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A question as a bank holds it: by itself, or one of a scenario."""

    question: Question
    scenario: Scenario | None
    quizzes: tuple[Quiz, ...]
    """Those that can ask it, in reading order."""

    @property
    def objective(self) -> str:
        """The objective it is drawn for."""
        return objective_of(self.scenario or self.question)


def units_of(package: Package) -> tuple[Unit, ...]:
    """Every question of a package, once: by objective in the course's order, those without one last, then in reading
    order. The questions of a scenario stay together."""
    asking: dict[str, list[Quiz]] = {}
    found: dict[str, Question] = {}
    for quiz in quizzes_of(package):
        for unit in reach.units_of(package.course, quiz):
            found.setdefault(unit.id, unit)
            asking.setdefault(unit.id, []).append(quiz)
    order = {name: place for place, name in enumerate(package.course.objectives)}
    by_objective = sorted(found.values(), key=lambda unit: order.get(objective_of(unit), len(order)))
    return tuple(
        Unit(question, unit if isinstance(unit, Scenario) else None, tuple(asking[unit.id]))
        for unit in by_objective
        for question in (unit.questions if isinstance(unit, Scenario) else (unit,))
    )


def category_of(unit: Unit, course: Course) -> tuple[str, ...]:
    """The names of the categories above a question: the course, its objective, its scenario."""
    objective = course.objectives.get(unit.objective)
    named = f"{objective.id}: {objective.text}" if objective else ""
    parts = (course.title, named, line(plain(unit.scenario.title)) if unit.scenario else "")
    return tuple(title(part) for part in parts if part)


def category_path(names: tuple[str, ...]) -> str:
    """A path as Moodle reads it; a slash in a name is doubled (``question/format.php``, split_category_path), and so
    may not end it. Moodle takes tags out of names."""
    safe = (name.strip("/ ").replace("/", "//").replace("<", "&lt;").replace(">", "&gt;") for name in names)
    return "/".join(("$course$", "top", *(name or "_" for name in safe)))


def category_id(names: tuple[str, ...], stem: str) -> str:
    """An idnumber for a category: a stem, and a sum of the path. Moodle finds categories by their path and creates
    those it does not find; an idnumber that is taken by another path stops the import."""
    return f"{stem[: ID_LENGTH - 9]}-{sha256(category_path(names).encode()).hexdigest()[:8]}"


def tags_of(unit: Unit, course: Course) -> list[str]:
    """What Moodle can filter by, and what it has no field for: ``name:value``, none of them too long to keep."""
    question = unit.question
    pairs = [
        ("objective", question.objective or unit.objective),
        *(("quiz", quiz.id) for quiz in unit.quizzes),
        *(("role", role) for role in dict.fromkeys(quiz.role for quiz in unit.quizzes)),
        ("language", course.language),
        ("scenario", unit.scenario.id if unit.scenario else ""),
        ("type", _own_type(question)),
        ("rev", str(question.rev) if question.rev != 1 else ""),
        ("parallel", question.parallel),
        ("see", question.see),
        ("level", question.level),
        ("confidence", "asked" if question.confidence else ""),
        ("shuffle", "" if question.shuffle is None else "yes" if question.shuffle else "no"),
        *_limits(question),
    ]
    tags = dict.fromkeys(f"{name}:{value}" for name, value in pairs if value)
    return [tag for tag in tags if len(tag) <= TAG_LENGTH]


def _limits(question: Question) -> Iterator[tuple[str, str]]:
    """The longest typed answer, where it is not the usual one; capitals, where the format may have no field."""
    usual = 16 if isinstance(question, Numerical) else 40
    if isinstance(question, Short | GapFill | Numerical) and question.max != usual:
        yield "max", str(question.max)
    if isinstance(question, Short | GapFill) and question.case:
        yield "case", "yes"


def _own_type(question: Question) -> str:
    """The type, where a bank's own type does not tell it."""
    match question:
        case Spot():
            return "spot"
        case TrueFalse():
            return "truefalse-reason" if question.reasons else "truefalse"
        case Numerical(estimate=True):
            return "estimate"
        case Matching(classify=True):
            return "classify"
        case GapFill():
            return "worked-example" if question.explained else ""
    return ""


TRUTH = {
    "en": ("True", "False"),
    "fr": ("Vrai", "Faux"),
    "es": ("Verdadero", "Falso"),
    "ar": ("صحيح", "خطأ"),
}
"""What true and false are called, by language."""


def truth_of(language: str) -> tuple[str, str]:
    """The words for true and false; the English ones where we know no others."""
    return TRUTH.get(language.partition("-")[0], TRUTH["en"])


def is_plain_truefalse(question: TrueFalse, language: str) -> bool:
    """Whether the options are the words for true and false, in this order: a bank's own type shows no others."""
    bodies = [option.body for option in question.options]
    runs = [body[0].children for body in bodies if len(body) == 1 and isinstance(body[0], Paragraph)]
    return runs == [(Text(word),) for word in truth_of(language)]


def claims_of(question: TrueFalse) -> Iterator[tuple[Option, Option]]:
    """Each judgement with each reason: as one choice among all pairs, both must be right, as with us."""
    return ((option, reason) for option in question.options for reason in question.reasons)


def values_of(question: Matching) -> list[str]:
    """The right-hand values as plain text, each on one line and not too long, none empty and no two the same."""
    found: list[str] = []
    for number, value in enumerate(question.values, 1):
        text = title(plain(value)) or str(number)
        found.append(f"{text} ({number})" if text in found else text)
    return found


def listed(text: str) -> str:
    """A value as Moodle's lists read it, as HTML of at most 255 characters: more, and the database stops the import."""
    while len(escape(text, quote=False)) > LISTED:
        text = text[:-2].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    return escape(text, quote=False)


def name_of(question: Question) -> str:
    """A question's name, on one line; Moodle takes tags out of names."""
    return title(plain(question.title)).replace("<", "&lt;").replace(">", "&gt;") or question.id


def pairs_of(question: Matching) -> Iterator[tuple[Row | None, int]]:
    """The rows, each with the place of its value, and between them, where the values' order wants it, the distractors
    (None): so a reader that lists values as they appear finds them in our order."""
    seen = 0
    used = {row.value for row in question.rows}
    for row in question.rows:
        yield from ((None, place) for place in range(seen, row.value) if place not in used)
        seen = max(seen, row.value)
        yield row, row.value
    yield from ((None, place) for place in range(seen, len(question.values)) if place not in used)


def middle_of(span: Range) -> tuple[str, str]:
    """A range as its middle and the tolerance around it, exactly."""
    with localcontext() as context:
        context.prec = 100
        return decimal((span.low + span.high) / 2), decimal((span.high - span.low) / 2)


def decimal(value: Decimal) -> str:
    """A number in digits, without needless zeros: ``0.5``, ``100``."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def percent(part: int, whole: int) -> str:
    """A share as Moodle's list writes it, with up to five decimals: ``33.33333``."""
    return decimal((Decimal(100 * part) / whole).quantize(Decimal("0.00001")))


def spellings(text: str) -> list[str]:
    """A text to be typed, and where it holds an apostrophe, the same with the others."""
    sign = next((sign for sign in APOSTROPHES if sign in text), "")
    others = (re.sub(f"[{APOSTROPHES}]", other, text) for other in APOSTROPHES if other != sign)
    return list(dict.fromkeys((text, *others))) if sign else [text]
