"""A desk for one module of a course by itself, so that a writer is tested apart from the rest of a backup."""

from __future__ import annotations

from dataclasses import replace

from builder.model.alone import classroom_of
from builder.model.course import Course
from builder.targets.base import Context
from builder.targets.mbz.desk import Desk
from builder.targets.mbz.ledger import Ledger
from builder.targets.mbz.plan import Completion
from builder.targets.mbz.planning import plan_of
from builder.targets.mbz.questions.bank import Bank
from tests.targets.samples import programme


def desk_of(course: Course, page: str, completion: Completion | None = None) -> Desk:
    """The desk of the module that the page with the id ``page`` becomes, its completion replaced if one is given."""
    plan = plan_of(classroom_of(course))
    ledger = Ledger(plan, Context(programme()))
    module = plan.by_name[f"{course.id}-{page}"]
    return Desk(ledger, Bank(ledger), module if completion is None else replace(module, completion=completion))
