"""The IRIs of a package (cmi5 3.0, 13.1): a platform knows a course by them, and learners' records hang on them.

They follow from the programme's ``url`` and id, the package's id and the language, and from nothing else. Each
language is a course of its own: a platform may take a second course of one id for a new edition of the first.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from builder.model.course import Programme
from builder.model.package import Package

ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`?#]+")
"""An absolute address that other IRIs can begin with."""


def course_id(package: Package, programme: Programme) -> str:
    """Of the course: ``https://example.org/programme/tg-101/en``, or a URN where the programme has no address."""
    names = (programme.id, package.id, package.course.language)
    base = programme.url.strip().rstrip("/")
    if ADDRESS.fullmatch(base):
        return "/".join((base, *map(_part, names)))
    return "urn:coursewright:" + ":".join(map(_part, names))


def unit_id(package: Package, programme: Programme) -> str:
    """Of the assignable unit. The player names questions after it: ``…/au/question/q-preamble``."""
    return f"{course_id(package, programme)}/au"


def objective_id(package: Package, programme: Programme, objective: str) -> str:
    """Of an objective, as the player names it in statements."""
    return f"{unit_id(package, programme)}/objective/{_part(objective)}"


def _part(name: str) -> str:
    return quote(name, safe="")
