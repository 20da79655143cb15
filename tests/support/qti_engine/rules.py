"""Rules: conditions and what they set, in response and in outcome processing (sections 8 and 14)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from tests.support.qti_engine.expressions import Result, Scope, evaluate, truth
from tests.support.qti_engine.values import Unsupported, name

Set = Callable[[str, Result], None]


class _Exit(Exception):  # noqa: N818 - no error
    """exitResponse, exitTest."""


def run(rules: Iterable[etree._Element], scope: Scope, put: Set) -> None:
    """Run ``rules`` in order; ``put`` sets an outcome."""
    try:
        _run(rules, scope, put)
    except _Exit:
        return


def _run(rules: Iterable[etree._Element], scope: Scope, put: Set) -> None:
    for rule in rules:
        match name(rule):
            case "responseCondition" | "outcomeCondition":
                _choose(rule, scope, put)
            case "setOutcomeValue":
                put(rule.get("identifier", ""), evaluate(rule[0], scope))
            case "exitResponse" | "exitTest":
                raise _Exit
            case "responseProcessingFragment" | "outcomeProcessingFragment":
                _run(rule, scope, put)
            case other:
                raise Unsupported(f"rule {other}")


def _choose(condition: etree._Element, scope: Scope, put: Set) -> None:
    """The first branch whose condition holds."""
    for branch in condition:
        if name(branch).endswith("Else"):
            _run(branch, scope, put)
            return
        if truth(branch[0], scope):
            _run(branch[1:], scope, put)
            return
