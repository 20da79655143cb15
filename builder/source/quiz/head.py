"""The heading of a question: its kind and attributes, read from the braces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import NamedTuple, TypedDict

from builder.diagnostics import Diagnostic
from builder.diagnostics import quiz_codes as codes
from builder.model.question import LEVELS
from builder.model.span import Span
from builder.model.text import Blocks, Heading, Inlines
from builder.model.typed import plain_number

KINDS = (
    "single",
    "multiple",
    "truefalse",
    "estimate",
    "matching",
    "classify",
    "ordering",
    "spot",
    "reflection",
    "branch",
    "checklist",
    "completion",
    "vote",
    "rank",
    "budget",
)
"""The classes a question's heading may carry."""

ATTRIBUTES = (
    "objective",
    "points",
    "rev",
    "parallel",
    "see",
    "level",
    "confidence",
    "shuffle",
    "case",
    "max",
    "unit",
    "scale",
    "of",
    "top",
    "limit",
    "choose",
)
"""The attributes a question's heading may carry; those from ``case`` on are for some types only."""

UNSURE = ("estimate", "reflection", "branch", "checklist", "vote", "rank", "budget")
"""Kinds that do not ask how sure the learner is just because the quiz does."""

_YES, _NO = ("", "yes", "true"), ("no", "false")

MOST_COST = 1_000_000_000
"""More than any budget of a course needs, and exact in every browser to the hundredth."""

MAX_LENGTH = 127
"""Longest typed answer the saved state can hold, in UTF-16 units."""


class Common(TypedDict):
    """The fields that all questions have in common."""

    id: str
    title: Inlines
    stem: Blocks
    feedback: Blocks
    span: Span
    objective: str
    points: Decimal
    rev: int
    parallel: str
    see: str
    level: str
    confidence: bool
    shuffle: bool | None


@dataclass(frozen=True, slots=True)
class Head:
    """A question's heading as read; attributes not written, or not readable, are as if absent."""

    heading: Heading
    kind: str
    """One of KINDS, or ''."""
    objective: str = ""
    points: Decimal = Decimal(1)
    rev: int = 1
    parallel: str = ""
    see: str = ""
    level: str = ""
    """One of LEVELS, or ''."""
    confidence: bool = False
    shuffle: bool | None = None
    case: bool = False
    max: int = 0
    """0 when not written."""
    unit: str = ""
    scale: tuple[str, ...] = ()
    of: str = ""
    top: int = 0
    """0 when not written."""
    limit: Decimal | None = None
    choose: tuple[int, int] | None = None

    @property
    def span(self) -> Span:
        return self.heading.span

    def common(self, stem: Blocks, feedback: Blocks = ()) -> Common:
        """The fields all questions have, for a question of this heading."""
        return Common(
            id=self.heading.id,
            title=self.heading.children,
            stem=stem,
            feedback=feedback,
            span=self.heading.span,
            objective=self.objective,
            points=self.points,
            rev=self.rev,
            parallel=self.parallel,
            see=self.see,
            level=self.level,
            confidence=self.confidence,
            shuffle=self.shuffle,
        )


class Inherited(NamedTuple):
    """What a question has when its own heading does not say."""

    objective: str = ""
    level: str = ""
    confidence: bool = False
    shuffle: bool | None = None


def read_head(heading: Heading, inherited: Inherited, report: list[Diagnostic]) -> Head:
    """Read the braces behind a question's heading."""
    values = _Values(heading, report)
    report.extend(
        codes.UNKNOWN_ATTRIBUTE.at(heading.span, name=name, hint=_hint(name, ATTRIBUTES, "{}=…"))
        for name in heading.attributes
        if name not in ATTRIBUTES
    )
    kind = _kind(heading, report)
    return Head(
        heading,
        kind,
        objective=values.matching("objective", r"[A-Za-z][\w.-]*", "it is the id of one objective", "O2")
        or inherited.objective,
        points=values.points(),
        rev=values.whole("rev", 1, 999, "2") or 1,
        parallel=values.matching("parallel", r"[a-z][a-z0-9-]*", "it is the id of another question", "q-other"),
        see=values.matching("see", r"[a-z][a-z0-9-]*", "it is the id of a page", "p-why"),
        level=values.one_of("level", LEVELS) or inherited.level,
        confidence=values.flag("confidence", default=inherited.confidence and kind not in UNSURE),
        shuffle=values.choice("shuffle", default=inherited.shuffle),
        case=values.flag("case"),
        max=values.whole("max", 1, MAX_LENGTH, "60"),
        unit=heading.attributes.get("unit", "").strip(),
        scale=tuple(each.strip() for each in heading.attributes.get("scale", "").split("/")),
        of=values.matching("of", r"[a-z][a-z0-9-]*", "it is the id of an earlier vote", "q-before"),
        top=values.whole("top", 2, 6, "3"),
        limit=values.amount("limit"),
        choose=values.extent("choose"),
    )


@dataclass(frozen=True, slots=True)
class _Values:
    """Reads single attributes; what cannot be read is reported and counts as absent."""

    heading: Heading
    report: list[Diagnostic]

    @property
    def written(self) -> Mapping[str, str]:
        return self.heading.attributes

    def bad(self, name: str, wanted: str, example: str) -> None:
        value = self.written[name]
        self.report.append(
            codes.BAD_VALUE.at(self.heading.span, name=name, value=value, wanted=wanted, example=example)
        )

    def matching(self, name: str, pattern: str, wanted: str, example: str) -> str:
        value = self.written.get(name)
        if value is None or re.fullmatch(pattern, value):
            return value or ""
        self.bad(name, wanted, example)
        return ""

    def one_of(self, name: str, known: tuple[str, ...]) -> str:
        value = self.written.get(name)
        if value is None or value in known:
            return value or ""
        self.bad(name, f"it is one of {', '.join(known)}", known[2])
        return ""

    def whole(self, name: str, least: int, most: int, example: str) -> int:
        value = self.written.get(name)
        if value is None:
            return 0
        if re.fullmatch(r"[0-9]{1,4}", value) and least <= int(value) <= most:
            return int(value)
        self.bad(name, f"it is a whole number from {least} to {most}", example)
        return 0

    def amount(self, name: str) -> Decimal | None:
        value = self.written.get(name)
        number = None if value is None else plain_number(value)
        if number is not None and 0 < number <= MOST_COST and number == round(number, 2):
            return number
        if value is not None:
            self.bad(name, "it is a number above 0, at most two decimals after a point", "100")
        return None

    def extent(self, name: str) -> tuple[int, int] | None:
        value = self.written.get(name)
        match = re.fullmatch(r"([0-9]{1,2})(?:\.\.([0-9]{1,2}))?", value or "")
        if match and 1 <= int(match[1]) <= int(match[2] or match[1]):
            return int(match[1]), int(match[2] or match[1])
        if value is not None:
            self.bad(name, "it is a whole number from 1 on, or a range of two", "2..3")
        return None

    def points(self) -> Decimal:
        value = self.written.get("points")
        if value is None:
            return Decimal(1)
        number = plain_number(value)
        if number is not None and 0 < number <= 1000 and number == round(number, 2):
            return number
        self.bad("points", "points are a number above 0 (1000 at most, two decimals after a point)", "2")
        return Decimal(1)

    def flag(self, name: str, *, default: bool = False) -> bool:
        return bool(self.choice(name, default=default))

    def choice(self, name: str, *, default: bool | None) -> bool | None:
        """Yes, no, or what holds where nothing is said."""
        value = self.written.get(name, "no such attribute").lower()
        if name not in self.written or value not in (*_YES, *_NO):
            if name in self.written:
                self.bad(name, "it is yes or no", "yes")
            return default
        return value in _YES


def _kind(heading: Heading, report: list[Diagnostic]) -> str:
    known = [name for name in heading.classes if name in KINDS]
    report.extend(
        codes.UNKNOWN_CLASS.at(heading.span, name=name, hint=_hint(name, KINDS, "{{.{}}}"))
        for name in heading.classes
        if name not in KINDS
    )
    if len(set(known)) > 1:
        report.append(codes.TWO_CLASSES.at(heading.span, first=known[0], second=known[1]))
    return known[0] if known else ""


def _hint(name: str, known: tuple[str, ...], form: str) -> str:
    near = get_close_matches(name[:40].lower(), known, 1)
    if near:
        return f"Did you mean `{form.format(near[0])}`?"
    return f"Write one of {', '.join(known)}, or take it out of the braces."
