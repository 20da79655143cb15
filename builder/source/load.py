"""Folders of courses to the model: the two entries of this package."""

from __future__ import annotations

from pathlib import Path

from builder.diagnostics import Diagnostic
from builder.model.course import Course, Programme
from builder.source.course import read_course
from builder.source.programme import read_programme
from builder.source.quiz.repeats import join_votes


def load_programme(root: Path) -> tuple[Programme | None, list[Diagnostic]]:
    """The programme in the folder ``root``, and what is wrong in its own files.

    None when ``programme.yaml`` is missing or unreadable. Bad content never raises.
    """
    found: list[Diagnostic] = []
    return read_programme(root, found), found


def load_course(programme: Programme, folder: str, language: str) -> tuple[Course | None, list[Diagnostic]]:
    """One course of a programme in one language, and everything that is wrong in it.

    ``folder`` is one of ``programme.courses``. None when ``course.yaml`` or the language folder is missing
    or unreadable. ``release`` is 0. Bad content never raises.
    """
    found: list[Diagnostic] = []
    course = read_course(programme, folder, language, found)
    if course is None:
        return None, found
    joined, wrong = join_votes(course)
    return joined, [*found, *wrong]
