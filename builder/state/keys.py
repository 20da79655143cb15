"""Ids and structures shortened to a few bits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

from builder.model.question import (
    Branch,
    Budget,
    Checklist,
    GapFill,
    Matching,
    Multiple,
    Numerical,
    Option,
    Ordering,
    Question,
    Rank,
    Scenario,
    Single,
    Spot,
    TrueFalse,
    Vote,
)
from builder.model.text import GapChoice


def key_of(id: str) -> int:
    """The first 24 bits of the SHA-256 of an id."""
    return int.from_bytes(sha256(id.encode()).digest()[:3], "big")


def fingerprint_of(question: Question) -> int:
    """The first 8 bits of the SHA-256 of a question's structure."""
    return fingerprint_of_structure(structure_of(question))


def fingerprint_of_structure(structure: str) -> int:
    """The fingerprint of a structure as ``structure_of`` writes it."""
    return sha256(structure.encode()).digest()[0]


def structure_of(question: Question) -> str:
    """What decides how a stored answer reads and whether it is right: type, counts, key pattern, ``rev``.

    ``single 0100 rev1``. Wording is left out, and so are the accepted answers of typed questions: a stored text
    stays readable when they change.
    """
    words = [question.type, *_pattern(question), f"rev{question.rev}"]
    return " ".join([*words, "confidence"] if question.confidence else words)


def earlier_fingerprint(vote: Vote) -> int:
    """The fingerprint of the vote that ``vote`` asks again; its own where it is the first."""
    before = vote.earlier
    return fingerprint_of(replace(vote, rev=before.rev, confidence=before.confidence) if before else vote)


def scale_of(question: Checklist) -> int:
    """How many answers a statement has; the interface's own scale is no, partly, yes."""
    return len(question.scale) or 3


def _pattern(question: Question) -> Iterable[str]:  # noqa: C901, PLR0911, PLR0912 - one case a type
    match question:
        case Single(options=options) | Multiple(options=options) | Spot(options=options):
            return (_right(options),)
        case TrueFalse(options=options, reasons=reasons):
            return (_right(options), _right(reasons))
        case Matching(rows=rows, values=values):
            return (str(len(values)), *(str(row.value) for row in rows))
        case Ordering(items=items):
            return (str(len(items)),)
        case GapFill(gaps=gaps):
            return ("typed" if gap.typed else _right(gap.choices) for gap in gaps)
        case Branch(steps=steps):
            ways = (",".join(option.goto for option in step.options) for step in steps)
            return (f"{step.id}:{_right(step.options)}:{way}" for step, way in zip(steps, ways, strict=True))
        case Checklist(parts=parts):
            return (str(sum(len(part.statements) for part in parts)), str(scale_of(question)))
        case Numerical(estimate=True):
            return ("estimate",)
        case Vote(options=options):
            return (str(len(options)),)
        case Rank(items=items, top=top):
            return (str(len(items)), f"top{top}")
        case Budget(options=options, costs=costs, limit=limit, choose=choose):
            most = () if limit is None else (f"limit{_plain(limit)}",)
            return (str(len(options)), *map(_plain, costs), *most, *(f"choose{count}" for count in choose or ()))
        case Scenario(questions=questions):
            return (str(len(questions)),)
        case _:
            return ()


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")


def _right(choices: Iterable[Option | GapChoice]) -> str:
    return "".join("1" if choice.correct else "0" for choice in choices) or "-"
