"""What the player is told about its course: ``cw.course`` (docs/reference/player.md)."""

from __future__ import annotations

import json
from typing import Any

from builder.model.package import Package
from builder.state.keys import key_of


def hex_key(id: str) -> str:
    """The key of an id as six hexadecimal digits."""
    return f"{key_of(id):06x}"


def compact(value: object) -> str:
    """JSON without blanks, which is a literal of JavaScript, too."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def config(package: Package, lms: str, limit: int) -> str:
    """What the core is told about the course, as ``compact`` JSON."""
    course = package.course
    owned = [page.quiz for page in package.pages if page.quiz is not None]
    passed = [{"key": hex_key(q.id), "pass": q.pass_mark} for q in owned if q.pass_mark is not None]
    keys = [hex_key(page.id) for page in package.pages]
    value: dict[str, Any] = {
        "id": package.id,
        "programme": course.programme,
        "language": course.language,
        "release": course.release,
        "lms": lms,
        "limit": limit,
        "interactions": course.interactions,
        "pages": len(keys),
        "keys": keys,
        "complete": {"pages": course.complete_pages, "quizzes": passed if course.complete_quizzes else []},
        "graded": [
            {"id": q.id, "key": hex_key(q.id), "pass": q.pass_mark, "weight": q.weight, "attempts": q.attempts}
            for q in package.graded
        ],
    }
    return compact(value)
