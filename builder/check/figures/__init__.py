"""Figures and years agree with the sources that are cited for them."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.view import View
from builder.diagnostics import Diagnostic
from builder.model.activity import Activity


def check_figures(view: View) -> Iterator[Diagnostic]:
    """Every text and question of a course, where ``content: figures: cited`` asks for it."""
    if view.course.content.figures:
        from builder.check.figures.rule import judge_figures  # noqa: PLC0415 - most programmes do not ask

        yield from judge_figures(view)


def check_activity_figures(activity: Activity, view: View) -> Iterator[Diagnostic]:
    """The text of an activity, as far as it claims something."""
    if view.programme.content.figures:
        from builder.check.figures.rule import judge_activity  # noqa: PLC0415 - as above

        yield from judge_activity(activity, view)
