"""Pairs of questions (``parallel=``): both of them exist, in this course or in another of the programme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from builder.check.hints import meant
from builder.check.view import View
from builder.diagnostics import Diagnostic
from builder.diagnostics.course_codes import PARALLEL_LANGUAGE, PARALLEL_UNKNOWN
from builder.model.course import Programme

_HEADING = re.compile(r"^#{1,6}[ \t].*\{[^{}\n]*#([a-z][a-z0-9-]*)[^{}\n]*\}[ \t]*$", re.MULTILINE)
"""A heading with an id: questions have no other place for theirs."""


def check_parallels(view: View) -> Iterator[Diagnostic]:
    """Counterparts that do not exist, or not in this language.

    Other courses are not loaded for it, since courses are built apart from each other: the headings of their files are
    looked at.
    """
    own = {asked.question.id for asked in view.questions}
    pairs = [(asked.question, asked.question.parallel) for asked in view.questions if asked.question.parallel]
    abroad = [(question, other) for question, other in pairs if other not in own or other == question.id]
    if not abroad:
        return
    language, source = view.course.language, view.programme.source_language
    here = _headings(view, language)
    masters = here if language == source else _headings(view, source)
    for question, other in abroad:
        if other in here and other != question.id:
            continue
        if other in masters and other != question.id:
            yield PARALLEL_LANGUAGE.at(question.span, id=other, course=masters[other], language=language)
        else:
            yield PARALLEL_UNKNOWN.at(question.span, id=other, hint=meant(other, {*own, *here} - {question.id}))


def _headings(view: View, language: str) -> dict[str, str]:
    """The ids of headings in the other courses of the programme, each with the folder of its course."""
    others = (folder for folder in view.programme.courses if folder != view.course.folder)
    return {found: folder for folder in others for found in _ids(view.programme, folder, language)}


def _ids(programme: Programme, folder: str, language: str) -> Iterator[str]:
    for file in sorted((Path(programme.root) / folder / language).rglob("*.md")):
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        yield from _HEADING.findall(text)
