"""What ``result.html`` knows of the graded quizzes: their questions by objective, and the pages that teach it."""

from __future__ import annotations

import json
from collections.abc import Callable

from builder.model.course import Page
from builder.model.package import Package
from builder.model.question import Scenario
from builder.render.questions.quiz import objective_of, units_of
from builder.state.keys import key_of


def result_tests(package: Package, href: Callable[[Page], str]) -> str:
    """The value of ``data-tests`` on ``#cw-result``: JSON, one entry a graded quiz.

    ``[{"key", "title", "href", "questions": {"O1": ["5a3f21", ...]}, "points": {"5a3f21": 2}}]``; ``points`` names
    only questions whose points are not 1. ``href`` gives a page's file name.
    """
    graded = {quiz.id for quiz in package.graded}
    tests = []
    for page in package.pages:
        for quiz in page.quizzes:
            if quiz.id not in graded:
                continue
            questions: dict[str, list[str]] = {}
            points: dict[str, float] = {}
            for unit in units_of(quiz, package.course):
                inner = unit.question.questions if isinstance(unit.question, Scenario) else (unit.question,)
                for question in inner:
                    if not question.scored:
                        continue
                    key = f"{key_of(question.id):06x}"
                    questions.setdefault(question.objective or objective_of(unit.question), []).append(key)
                    if question.points != 1:
                        points[key] = float(question.points)
            tests.append(
                {"key": f"{key_of(quiz.id):06x}", "title": page.title, "href": href(page)}
                | {"questions": questions, "points": points}
            )
    return json.dumps(tests, ensure_ascii=False, separators=(",", ":"))
