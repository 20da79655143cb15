"""Answers as tests/fixtures/scoring has them, entered into the controls of a page, and questions that can be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from builder.model import question as q
from builder.model import text as t
from builder.model.typed import normal, parse_number
from tests.support.question_samples import AT, para, words
from tests.support.spec import question_of

Step = list[list[object]]
"""Controls by id with what to set them to, before the button is pressed."""

ENTER = """({id, steps}) => {
  const q = document.getElementById(id);
  for (const step of steps) {
    for (const [name, value] of step) {
      const control = document.getElementById(name);
      if (control.matches("[type=radio], [type=checkbox]")) {
        if (control.checked !== value) control.click();
        continue;
      }
      control.value = value;
      for (const kind of ["input", "change"]) control.dispatchEvent(new Event(kind, {bubbles: true}));
    }
    q.querySelector('[data-do="check"]').click();
  }
}"""


def shown(kind: str, spec: Mapping[str, Any], id: str) -> q.Question:
    """The question of a case with words to read: ``question_of`` makes the least there can be."""
    made = question_of(kind, spec)
    given: dict[str, object] = {"id": id, "title": words(f"Question {id}")}
    match made:
        case q.Single() | q.Multiple():
            given["options"] = _named(made.options)
        case q.TrueFalse():
            given |= {"options": _named(made.options), "reasons": _named(made.reasons)}
        case q.Spot():
            given |= {"options": _named(made.options), "quoted": _table(len(made.options))}
        case q.Matching():
            rows = tuple(replace(row, left=words(f"Row {at}")) for at, row in enumerate(made.rows))
            given |= {"rows": rows, "values": tuple(words(f"Value {at}") for at in range(len(made.values)))}
        case q.Ordering():
            given["items"] = tuple(q.Step(para(f"Item {at}"), (), AT) for at in range(len(made.items)))
        case q.GapFill():
            given["body"] = (t.Paragraph(tuple(part for gap in made.gaps for part in (*words("Gap: "), gap)), AT),)
        case q.Branch():
            steps = (replace(s, title=words(s.id), body=para(s.id), options=_named(s.options)) for s in made.steps)
            given["steps"] = tuple(steps)
    return replace(made, **given)  # type: ignore[arg-type]


def entries(question: q.Question, answer: Any) -> list[Step] | None:  # noqa: C901, PLR0911 - one case a type
    """How ``answer`` is entered; None for one that controls cannot express, or that is not complete."""
    own = question.id
    match question:
        case q.Single() | q.TrueFalse() if isinstance(answer, dict):
            reasons = question.reasons if isinstance(question, q.TrueFalse) else ()
            picked = [(own, answer["choice"], len(question.options))]
            picked += [(f"{own}-r", answer["reason"], len(reasons))] if reasons else []
            if all(type(choice) is int and 0 <= choice < count for _, choice, count in picked):
                return [[[f"{name}-{choice}", True] for name, choice, _ in picked]]
        case q.Multiple() | q.Spot() if isinstance(answer, list):
            if any(answer) and len(answer) == len(question.options) and all(each in (0, 1) for each in answer):
                return [[[f"{own}-{at}", bool(on)] for at, on in enumerate(answer)]]
        case q.Short() if isinstance(answer, str) and normal(answer):
            return _typed(question, answer)
        case q.Numerical() if isinstance(answer, str) and parse_number(answer) is not None:
            return _typed(question, answer)
        case q.Matching() if _whole(answer, len(question.rows), len(question.values)):
            return [[[f"{own}-{row}", str(value)] for row, value in enumerate(answer)]]
        case q.Ordering() if _whole(answer, len(question.items), len(question.items)):
            if len(set(answer)) == len(answer):
                return [[[f"{own}-{item}", str(place)] for place, item in enumerate(answer)]]
        case q.GapFill() if isinstance(answer, list) and len(answer) == len(question.gaps):
            kinds = [str if gap.typed else int for gap in question.gaps]
            if all(map(isinstance, answer, kinds)):
                return [[[f"{own}-{at}", str(each)] for at, each in enumerate(answer)]]
        case q.Branch() if isinstance(answer, list):
            return _way(question, answer)
    return None


def _way(question: q.Branch, answer: list[Any]) -> list[Step] | None:
    """The choices on a way that ends."""
    places = {step.id: at for at, step in enumerate(question.steps)}
    at: int | None = 0
    steps: list[Step] = []
    for choice in answer:
        if at is None or type(choice) is not int or not 0 <= choice < len(question.steps[at].options):
            return None
        steps.append([[f"{question.id}-s{at}-{choice}", True]])
        at = places.get(question.steps[at].options[choice].goto)
    return steps if steps and (at is None or not question.steps[at].options) else None


def _typed(question: q.Short | q.Numerical, answer: str) -> list[Step] | None:
    fits = len(answer) <= question.max and answer.isprintable()
    return [[[f"{question.id}-in", answer]]] if fits else None


def _whole(answer: Any, count: int, values: int) -> bool:
    """Whether ``answer`` is a list of so many indexes below ``values``."""
    if not isinstance(answer, list) or len(answer) != count:
        return False
    return all(type(one) is int and 0 <= one < values for one in answer)


def _named(options: tuple[q.Option, ...]) -> tuple[q.Option, ...]:
    return tuple(replace(option, body=para(f"Option {at}")) for at, option in enumerate(options))


def _table(count: int) -> t.Blocks:
    rows = tuple((t.Cell(words(f"Option {at}"), AT), t.Cell(words("x"), AT)) for at in range(count))
    head = (t.Cell(words("Place"), AT), t.Cell(words("Text"), AT))
    return (t.Table(head, rows, ("", ""), AT),)
