"""``data-spec``: what the player needs to know of a question, by type (docs/reference/player.md, "A question")."""

from __future__ import annotations

import json
from collections.abc import Iterable

from builder.model.question import (
    Accepted,
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
    Range,
    Rank,
    Short,
    Single,
    Spot,
    TrueFalse,
    Vote,
)
from builder.model.quiz import Quiz
from builder.model.text import Gap, GapChoice
from builder.render.config import hex_key
from builder.state.answers import statements_of, step_width
from builder.state.keys import earlier_fingerprint, scale_of


def spec_of(question: Question) -> str:
    """The specification of ``question`` as compact JSON."""
    return _json(_spec(question))


def rules_of(quiz: Quiz) -> str:
    """The rules of ``quiz`` as compact JSON; what is not set is left out."""
    rules: dict[str, object] = {
        "draw": [{"count": draw.count, "objective": draw.objective, "bank": draw.bank} for draw in quiz.draws],
        "shuffle": quiz.shuffle,
        "options": quiz.shuffle_options,
        "attempts": quiz.attempts,
        "wait": quiz.wait,
        "minutes": quiz.minutes,
        "extend": quiz.extend,
        "pass": quiz.pass_mark,
        "weight": quiz.weight,
    }
    return _json({name: value for name, value in rules.items() if value not in (None, False, 0, [])})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _spec(question: Question) -> dict[str, object]:  # noqa: C901, PLR0911, PLR0912 - one case a type
    match question:
        case Single(options=options):
            return {"n": len(options), "right": _first(options)}
        case Multiple(options=options) | Spot(options=options):
            return {"right": [int(option.correct) for option in options]}
        case TrueFalse(options=options, reasons=reasons):
            return {"n": len(options), "right": _first(options), "reasons": len(reasons), "reason": _first(reasons)}
        case Short():
            return {
                "accept": _patterns(question.answers),
                "wrong": _patterns(question.wrong),
                "case": question.case,
                "max": question.max,
            }
        case Numerical():
            return {
                "accept": _ranges(question.answers),
                "wrong": _ranges(question.wrong),
                "estimate": question.estimate,
                "max": question.max,
            }
        case Matching(rows=rows, values=values):
            return {"right": [row.value for row in rows], "values": len(values)}
        case Ordering(items=items):
            return {"n": len(items)}
        case GapFill(gaps=gaps):
            return {"gaps": [_gap(gap) for gap in gaps], "case": question.case, "max": question.max}
        case Branch(steps=steps):
            return {
                "steps": [
                    {
                        "id": step.id,
                        "goto": [option.goto for option in step.options],
                        "right": [int(option.correct) for option in step.options],
                    }
                    for step in steps
                ],
                "w": step_width(question),
            }
        case Checklist():
            return {"statements": statements_of(question), "scale": scale_of(question)}
        case Vote(options=options, of=of):
            before = {"of": hex_key(of), "fp": earlier_fingerprint(question)} if of else {}
            return {"n": len(options), **before}
        case Rank(items=items, top=top):
            return {"right": [None] * top, "values": len(items)}
        case Budget():
            return _budget(question)
        case _:
            return {}


def _budget(question: Budget) -> dict[str, object]:
    """Amounts in hundredths, so that sums are exact; a kind by its place among the kinds."""
    kinds = list(dict.fromkeys(question.kinds))
    rules: dict[str, object] = {
        "costs": [int(100 * cost) for cost in question.costs],
        "limit": None if question.limit is None else int(100 * question.limit),
        "choose": question.choose,
        "kinds": [kinds.index(kind) for kind in question.kinds],
    }
    written = {name: value for name, value in rules.items() if value not in (None, [])}
    return {"right": [0] * len(question.options), **written}


def _first(options: Iterable[Option | GapChoice]) -> int:
    return next((index for index, option in enumerate(options) if option.correct), 0)


def _patterns(answers: Iterable[Accepted]) -> list[str]:
    return [answer.pattern for answer in answers]


def _ranges(answers: Iterable[Range]) -> list[list[str]]:
    return [[f"{answer.low:f}", f"{answer.high:f}"] for answer in answers]


def _gap(gap: Gap) -> dict[str, object]:
    if gap.typed:
        return {"typed": True, "accept": [choice.text for choice in gap.choices]}
    return {"typed": False, "n": len(gap.choices), "right": _first(gap.choices)}
