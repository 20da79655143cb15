"""The loss report: what of a package a format changes or leaves out, from what its target declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.diagnostics import Diagnostic
from builder.diagnostics.tool_codes import LEFT_OUT
from builder.model.constructs import CONSTRUCTS, QUESTION, QUIZ, TEXT, TYPE
from builder.model.package import Package
from builder.targets.base import Level, Support, Target, lost
from builder.targets.uses import Use, uses_of

UNKNOWN = lost("The target does not say.")
"""Of a construct that a target of others does not name."""


_WRITTEN = frozenset(one.id for one in CONSTRUCTS if one.group in (TYPE, TEXT) or one.id == "discussion")
"""What authors write."""

_RULES = frozenset(one.id for one in CONSTRUCTS if one.group in (QUESTION, QUIZ))
"""How what they write is asked. The rest a format has or has not, whatever stands in a course."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A construct that a package uses and a format does not hold as it is."""

    construct: str
    """Its id."""
    title: str
    level: str
    """``changed`` or ``lost``."""
    how: str
    names: tuple[str, ...]
    """Ids of the questions, quizzes or pages that use it."""


def support_of(target: Target, construct: str, delivery: str = "") -> Support:
    """What ``target`` does with a construct of a course so delivered; '' for the usual delivery."""
    return target.variants.get(delivery, target.support).get(construct, UNKNOWN)


def losses_of(package: Package, target: Target) -> tuple[Loss, ...]:
    """What of ``package`` is changed or lost in the format of ``target``, in the order of the constructs."""
    supports = {one.id: support_of(target, one.id, package.course.delivery) for one in CONSTRUCTS}
    partly = {name: support for name, support in supports.items() if support.level is not Level.FULL}
    return tuple(_losses(uses_of(package, partly), partly)) if partly else ()


def _losses(uses: Mapping[str, tuple[Use, ...]], partly: Mapping[str, Support]) -> Iterator[Loss]:
    for construct in CONSTRUCTS:
        if construct.id in partly and construct.id in uses:
            support = partly[construct.id]
            names = tuple(dict.fromkeys(use.name for use in uses[construct.id]))
            yield Loss(construct.id, construct.title, support.level.value, support.how, names)


def loss_report(package: Package, target: Target, losses: Sequence[Loss]) -> list[Diagnostic]:
    """One note that names what of the author's own is left out, if anything is."""
    left_out = [loss for loss in losses if loss.level == Level.LOST.value]
    named = [f"{loss.title.lower()} ({_some(loss.names)})" for loss in left_out if loss.construct in _WRITTEN]
    rules = [loss.title.lower() for loss in left_out if loss.construct in _RULES]
    if not named and not rules:
        return []
    what = "; ".join((*named, *([f"these rules: {', '.join(rules)}"] if rules else [])))
    return [LEFT_OUT.at(package.course.span, package=package.id, target=target.name, what=what)]


def _some(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= 2 else f"{names[0]} and {len(names) - 1} more"
