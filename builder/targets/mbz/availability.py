"""Rules as Moodle's conditions of availability: a JSON tree (``availability/classes/tree.php``)."""

from __future__ import annotations

import json
from collections.abc import Mapping

from builder.model.rule import Dated, Done, Every, Member, Neither, Rule, Scored, Some
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.plan import Module, Test

STATES = {"undone": 0, "done": 1, "passed": 2, "failed": 3}
"""States of completion (``lib/completionlib.php``)."""


def availability(rule: Rule | None, ledger: Ledger, groups: Mapping[str, int], *, hidden: bool) -> str | None:
    """The conditions under which something opens; None for none. While it is closed the reason is shown, or nothing
    at all (``hidden``). A tree of ``and`` says of each condition whether it is shown, one of ``or`` of all together."""
    if rule is None:
        return None
    if not isinstance(rule, Every | Some | Neither):
        rule = Every((rule,))
    tree = _tree(rule, ledger, groups)
    if isinstance(rule, Some):
        tree["show"] = not hidden
    else:
        tree["showc"] = [not hidden] * len(rule.rules)
    return json.dumps(tree, separators=(",", ":"), ensure_ascii=False)


def _tree(  # noqa: PLR0911 - one line a kind
    rule: Rule, ledger: Ledger, groups: Mapping[str, int]
) -> dict[str, object]:
    def inner(rules: tuple[Rule, ...]) -> list[dict[str, object]]:
        return [_tree(one, ledger, groups) for one in rules]

    match rule:
        case Done(name, state):
            module = ledger.plan.by_name[name]
            return {"type": "completion", "cm": module.number, "e": _state(module, state)}
        case Scored(name, least, below):
            bounds = {key: value for key, value in (("min", least), ("max", below)) if value is not None}
            return {"type": "grade", "id": ledger.plan.by_name[name].grade_item, **bounds}
        case Dated(since, until):
            if since is not None:
                return {"type": "date", "d": ">=", "t": ledger.moment(since)}
            return {"type": "date", "d": "<", "t": ledger.moment(until)}
        case Member(group):
            return {"type": "group", "id": groups[group]} if group else {"type": "group"}
        case Every(rules):
            return {"op": "&", "c": inner(rules)}
        case Some(rules):
            return {"op": "|", "c": inner(rules)}
        case Neither(rules):
            return {"op": "!|", "c": inner(rules)}


def _state(module: Module, state: str) -> int:
    """Only a quiz that asks for a pass knows of passes: what a SCORM package reports completes it, no more. And a quiz
    that was failed counts as completed, so that done has to mean passed."""
    if isinstance(module.content, Test) and module.completion.passed:
        return STATES["passed" if state == "done" else state]
    return STATES["done" if state == "passed" else state]
