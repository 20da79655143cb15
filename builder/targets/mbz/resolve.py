"""Rules as authors write them, over courses and parts, as rules over modules."""

from __future__ import annotations

from collections.abc import Sequence

from builder.model.rule import Done, Every, Neither, Rule, Scored, Some
from builder.targets.mbz.plan import Module, Test


def resolved(rule: Rule | None, modules: Sequence[Module]) -> Rule | None:
    """``rule`` with names of modules alone. A course is done when all of it is that can be completed; it is passed
    when, besides, its tests are; it is failed when one of them is. What names nothing is left out."""
    match rule:
        case Done():
            return _done(rule, modules)
        case Scored(name, least, below, span):
            graded = [one.name for one in _named(name, modules) if one.weight or not one.entry.course]
            return _one(Every, [Scored(each, least, below, span) for each in graded])
        case Every(rules):
            return _one(Every, _all(rules, modules))
        case Some(rules):
            return _one(Some, _all(rules, modules))
        case Neither(rules):
            inner = _all(rules, modules)
            return Neither(tuple(inner)) if inner else None
    return rule


def _all(rules: Sequence[Rule], modules: Sequence[Module]) -> list[Rule]:
    return [one for one in (resolved(rule, modules) for rule in rules) if one is not None]


def _one(kind: type[Every] | type[Some], rules: list[Rule]) -> Rule | None:
    """Several rules as one; one by itself. A rule of the same kind inside gives its own: learners read them."""
    flat = [inner for rule in rules for inner in (rule.rules if isinstance(rule, kind) else (rule,))]
    if len(flat) == 1:
        return flat[0]
    return kind(tuple(dict.fromkeys(flat))) if flat else None


def _named(name: str, modules: Sequence[Module]) -> list[Module]:
    return [one for one in modules if name in (one.entry.name, one.entry.course, *one.parts)]


def _done(rule: Done, modules: Sequence[Module]) -> Rule | None:
    named = [one for one in _named(rule.name, modules) if one.completion.is_automatic or one.completion.manual]
    if len(named) > 1 and rule.state in ("passed", "failed"):
        tests = [one for one in named if isinstance(one.content, Test) and one.completion.passed]
        if rule.state == "failed":
            named = tests
        elif not tests:
            return _one(Every, [Done(one.name, "done", rule.span) for one in named])
        else:
            states = ((one, "passed" if one in tests else "done") for one in named)
            return _one(Every, [Done(one.name, state, rule.span) for one, state in states])
    rules: list[Rule] = [Done(one.name, rule.state, rule.span) for one in named]
    return _one(Some if rule.state in ("failed", "undone") else Every, rules)
