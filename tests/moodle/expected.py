"""What a Moodle should hold after restoring a classroom, said from the model and apart from the target's writers."""

from __future__ import annotations

from typing import Any

from builder.model import activity as a
from builder.model.question import Scenario
from builder.model.rule import Dated, Done, Every, Member, Neither, Rule, Scored, Some
from builder.targets.mbz.ledger import midnight
from builder.targets.mbz.plan import Module, Plan, Sco, Test

EARLY = 3600
"""Whole days begin at one in the morning."""

STATES = {"undone": 0, "done": 1, "passed": 2, "failed": 3}


def conditions(rule: Rule | None, plan: Plan, *, hidden: bool = False) -> Any:
    """A rule as Moodle's tree, with names for numbers."""
    if rule is None:
        return None
    if not isinstance(rule, Every | Some | Neither):
        rule = Every((rule,))
    tree = _tree(rule, plan)
    shown = {"show": not hidden} if isinstance(rule, Some) else {"showc": [not hidden] * len(rule.rules)}
    return {**tree, **shown}


def _tree(rule: Rule, plan: Plan) -> dict[str, Any]:  # noqa: C901, PLR0911 - one line a kind
    start = midnight(plan.classroom.outline.start)
    match rule:
        case Done(name, state):
            content = plan.by_name[name].content
            asks_for_pass = isinstance(content, Test) and content.page.quiz and content.page.quiz.pass_mark
            if asks_for_pass and state == "done":
                state = "passed"
            if not asks_for_pass and state == "passed":
                state = "done"
            return {"type": "completion", "cm": name, "e": STATES[state]}
        case Scored(name, least, below):
            bounds = {"min": least, "max": below}
            return {"type": "grade", "id": name, **{key: value for key, value in bounds.items() if value is not None}}
        case Dated(since, until):
            return {"type": "date", "d": "<" if since is None else ">=", "t": start + EARLY + (since or until or 0)}
        case Member(""):
            return {"type": "group"}
        case Member(group):
            return {"type": "group", "id": group}
        case Every(rules):
            return {"op": "&", "c": [_tree(one, plan) for one in rules]}
        case Some(rules):
            return {"op": "|", "c": [_tree(one, plan) for one in rules]}
        case Neither(rules):
            return {"op": "!|", "c": [_tree(one, plan) for one in rules]}


def modules_of(plan: Plan) -> list[list[dict[str, Any]]]:
    """By section, what ``describe.php`` says of each module, as far as the model decides it."""
    return [[_module(module, plan) for module in room.modules] for room in plan.rooms]


def _module(module: Module, plan: Plan) -> dict[str, Any]:
    done = module.completion
    start = midnight(plan.classroom.outline.start)
    quiz = module.content.page.quiz if isinstance(module.content, Test) else None
    expected = module.entry.expected
    found: dict[str, Any] = {
        "kind": module.kind,
        "name": module.name,
        "completion": 2 if done.is_automatic else 1 if done.manual else 0,
        "view": int(done.view),
        "pass": int(done.passed and quiz is not None),
        "expected": 0 if expected is None else start + EARLY + expected,
        "groupmode": int(module.entry.apart),
        "availability": conditions(module.opens, plan, hidden=module.entry.hidden),
        "unresolved": 0,
    }
    match module.content:
        case Test():
            assert quiz is not None
            found["rules"] = {"attempts": quiz.attempts, "time": quiz.minutes * 60, "wait": quiz.wait}
            if not _has_scenarios(module):  # a slot takes a whole scenario
                found["random"] = sum(draw.count for draw in quiz.draws)
        case Sco(package):
            found["items"] = [package.id]
        case a.Words():
            found["items"] = sorted(
                (term.term for term in module.course.glossary.values()), key=lambda term: term.casefold()
            )
        case a.Collection(items=items):
            found["fields"] = sum(item.kind != "note" for item in items)
    return found


def _has_scenarios(module: Module) -> bool:
    course = module.course
    quizzes = [quiz for page in (*course.pages, *course.banks) for quiz in page.quizzes]
    return any(isinstance(question, Scenario) for quiz in quizzes for question in quiz.questions)


def differences(plan: Plan, described: dict[str, Any]) -> list[str]:
    """Where a restored course departs from the model; [] where nowhere."""
    found: list[str] = []
    outline = plan.classroom.outline
    start = midnight(outline.start)
    whole = {
        "start": start,
        "end": start + outline.length if outline.length else 0,
        "groups": sorted(group.id for group in outline.groups),
        "completes": sorted(plan.completes),
        "pass": outline.pass_mark,
    }
    for key, value in whole.items():
        have = sorted(described[key]) if isinstance(described[key], list) else described[key]
        if have != value:
            found.append(f"{key}: {value} in the model, {have} in Moodle")
    for room, section, modules in zip(plan.rooms, described["sections"], modules_of(plan), strict=True):
        wanted = conditions(room.opens, plan, hidden=room.section.hidden)
        if section["availability"] != wanted:
            found.append(f"section {room.section.id}: {wanted} in the model, {section['availability']} in Moodle")
        names = [one["name"] for one in section["modules"]]
        if names != [one["name"] for one in modules]:
            found.append(f"section {room.section.id}: {names}")
            continue
        found += (
            f"{wished['name']}.{key}: {value} in the model, {there.get(key)} in Moodle"
            for wished, there in zip(modules, section["modules"], strict=True)
            for key, value in wished.items()
            if key != "fields" and _same(there.get(key)) != _same(value)
        )
    return found


def _same(value: object) -> object:
    return sorted(map(str, value), key=str.casefold) if isinstance(value, list) else value
