"""Rules as authors write them: a mapping with one key, ``{done: consent}``, nested by ``all``, ``any`` and ``none``."""

from __future__ import annotations

from builder.diagnostics import Diagnostic
from builder.diagnostics.outline_codes import GRADE_BOUNDS, RULE_EMPTY, RULE_SEVERAL, RULE_SHAPE
from builder.model.rule import Dated, Done, Every, Member, Neither, Rule, Scored, Some
from builder.source.fields import Field
from builder.source.offset import read_offset
from builder.source.records import report_type
from builder.source.values import Values, describe

STATES = ("done", "passed", "failed", "undone")
DATES = ("since", "until")
JOINS: dict[str, type[Every] | type[Some] | type[Neither]] = {"all": Every, "any": Some, "none": Neither}
KEYS = (*STATES, "grade", *DATES, "group", *JOINS)


def read_opening(values: Values) -> Rule | None:
    """The rule under ``opens``; None where there is none, or none that can be read."""
    field = values.fields.get("opens")
    return None if field is None else _rule(field, values.found)


def _rule(field: Field, found: list[Diagnostic]) -> Rule | None:
    if not isinstance(field.value, dict) or not field.value:
        example = field.value if isinstance(field.value, str) and len(field.value) < 100 else "NAME"
        found.append(RULE_SHAPE.at(field.span, found=describe(field), example=example))
        return None
    values = Values(field.value, field.span, found)
    values.expect(KEYS)
    keys = [key for key in field.value if key in KEYS]
    if len(keys) > 1:
        listed, rules = (", ".join(form.format(key) for key in keys) for form in ("`{}`", "{{{}: …}}"))
        found.append(RULE_SEVERAL.at(field.span, count=len(keys), keys=listed, rules=rules))
        return None
    return _of_key(keys[0], values) if keys else None


def _of_key(key: str, values: Values) -> Rule | None:
    if key in JOINS:
        return _joined(key, values)
    if key == "grade":
        return _grade(values)
    if key in DATES:
        return _date(key, values)
    text, span = values.text(key), values.fields[key].span
    if key == "group":
        return Member("" if text == "any" else text, span) if text else None
    return Done(text, key, span) if text else None


def _date(key: str, values: Values) -> Rule | None:
    seconds = read_offset(values, key)
    if seconds is None:
        return None
    since, until = (seconds, None) if key == "since" else (None, seconds)
    return Dated(since, until, values.fields[key].span)


def _joined(key: str, values: Values) -> Rule | None:
    field = values.fields[key]
    if not isinstance(field.value, list):
        report_type(field, key, "a list of rules", f"{key}: [{{done: …}}]", values.found)
        return None
    if not field.value:
        values.found.append(RULE_EMPTY.at(field.span, key=key))
    rules = tuple(rule for item in field.value if (rule := _rule(item, values.found)) is not None)
    return JOINS[key](rules) if rules else None


def _grade(values: Values) -> Rule | None:
    grade = values.mapping("grade")
    if not isinstance(values.fields["grade"].value, dict):
        return None
    grade.expect(("of", "least", "below"))
    grade.require("of", "of: …")
    name = grade.text("of")
    least = grade.integer("least", 0, 100) if "least" in grade.fields else None
    below = grade.integer("below", 1, 100, 100) if "below" in grade.fields else None
    span = grade.fields["of"].span if name else grade.span
    if least is None and below is None:
        grade.found.append(GRADE_BOUNDS.at(grade.span, problem="it has no bound"))
        return None
    if least is not None and below is not None and least >= below:
        grade.found.append(GRADE_BOUNDS.at(grade.span, problem=f"none is at least {least} and below {below}"))
        return None
    return Scored(name, least, below, span) if name else None
